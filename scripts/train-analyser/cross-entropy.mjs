/** Softmax and its cross entropy over `count` scores at `at` of a kernel's memory, which become the gradient times `share`. */
export const crossEntropyIn =
  ({ all }) =>
  (at, count, gold, share) => {
    let most = -Infinity;
    for (let i = 0; i < count; i++) if (all[at + i] > most) most = all[at + i];
    let sum = 0;
    const right = all[at + gold] - most;
    for (let i = 0; i < count; i++) {
      all[at + i] = Math.exp(all[at + i] - most);
      sum += all[at + i];
    }
    for (let i = 0; i < count; i++) all[at + i] *= share / sum;
    all[at + gold] -= share;
    return share * (Math.log(sum) - right);
  };

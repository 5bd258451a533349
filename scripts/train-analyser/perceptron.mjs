// An averaged perceptron (Collins 2002) over hashed features, with rows of dense weights while it is trained.
export function perceptron(classes, bits) {
  const mask = (1 << bits) - 1;
  const size = (mask + 1) * classes;
  const weights = new Float32Array(size);
  const totals = new Float64Array(size);
  const stamps = new Uint32Array(size);
  const seen = new Uint16Array(mask + 1);
  let clock = 0;
  const bump = (at, value) => {
    totals[at] += weights[at] * (clock - stamps[at]);
    stamps[at] = clock;
    weights[at] += value;
  };
  return {
    classes,
    mask,
    score(features, count, scores) {
      scores.fill(0);
      for (let i = 0; i < count; i++) {
        const base = (features[i] & mask) * classes;
        for (let c = 0; c < classes; c++) scores[c] += weights[base + c];
      }
    },
    tick() {
      clock += 1;
    },
    see(features, count) {
      for (let i = 0; i < count; i++) {
        const row = features[i] & mask;
        if (seen[row] < 65535) seen[row] += 1;
      }
    },
    update(features, count, good, bad) {
      for (let i = 0; i < count; i++) {
        const base = (features[i] & mask) * classes;
        bump(base + good, 1);
        bump(base + bad, -1);
      }
    },
    /** The averaged weights as small integers; features seen fewer than `least` times and small weights are dropped. */
    sparse(least, floor) {
      const averaged = new Float32Array(size);
      let largest = 0;
      for (let at = 0; at < size; at++) {
        if (weights[at] === 0 && totals[at] === 0) continue;
        averaged[at] = (totals[at] + weights[at] * (clock - stamps[at])) / clock;
        largest = Math.max(largest, Math.abs(averaged[at]));
      }
      // Most weights are small: the scale lets the largest few saturate.
      const scale = 127 / Math.min(largest, 12);
      const starts = new Uint32Array(mask + 2);
      const entryClass = [];
      const entryWeight = [];
      for (let row = 0; row <= mask; row++) {
        if (seen[row] >= least) {
          for (let c = 0; c < classes; c++) {
            const value = averaged[row * classes + c];
            if (Math.abs(value) < floor) continue;
            const whole = Math.max(-127, Math.min(127, Math.round(value * scale)));
            if (whole === 0) continue;
            entryClass.push(c);
            entryWeight.push(whole);
          }
        }
        starts[row + 1] = entryClass.length;
      }
      return {
        classes,
        mask,
        starts,
        entryClass: Uint8Array.from(entryClass),
        entryWeight: Int8Array.from(entryWeight),
      };
    },
  };
}

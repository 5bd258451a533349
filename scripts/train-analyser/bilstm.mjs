// A bidirectional LSTM over a batch of sentences, longest first, with its rows in order of time: row `offsets[t] + s` is
// word t of sentence s, so that one step of all sentences is one stretch of rows.

/** One layer: runs forward, keeps what the way back needs, and runs back. */
export function bilstm(kernel, h, layer) {
  const { take, gemm, view, transpose } = kernel;
  const [names, wide, row] = [{ forward: `forward${layer}`, backward: `backward${layer}` }, 8 * h, 32 * h];

  /** The steps of one direction: which rows, and how many of them go on from the step before. */
  const stepsOf = ({ counts, offsets }, direction) => {
    const order = counts.map((_, t) => t);
    if (direction === 'backward') order.reverse();
    return order.map((t, i) => {
      const before = i === 0 ? -1 : order[i - 1];
      const after = i + 1 < order.length ? Math.min(counts[t], counts[order[i + 1]]) : 0;
      const old = i === 0 ? 0 : Math.min(counts[t], counts[before]);
      return { at: offsets[t], rows: counts[t], old, before: i === 0 ? 0 : offsets[before], after };
    });
  };

  return {
    /** Writes the layer's outputs (2h wide); `keep` holds one mask of h numbers a sentence and direction, or nothing. */
    forward(batch, table, input, width, keep) {
      const T = batch.tokens;
      const gates = take(T * wide, false);
      const bias = view(table(`bias${layer}`), wide);
      for (let i = 0; i < T; i++) view(gates + i * row, wide).set(bias);
      gemm(T, wide, width, input, width * 4, 4, table(`input${layer}`), row, gates, row);
      const out = take(T * 2 * h, false);
      const saved = { input, width, gates, out, keep };
      for (const [side, direction] of ['forward', 'backward'].entries()) {
        const [cell, squashed, past] = [take(T * h, false), take(T * h, false), take(T * h)];
        const weights = table(names[direction]);
        for (const { at, rows, old, before } of stepsOf(batch, direction)) {
          const sums = gates + at * row + side * 16 * h;
          const previous = out + before * 8 * h + side * 4 * h;
          const from = past + at * 4 * h;
          if (old > 0) kernel.mask(old, h, previous, 8 * h, keep[direction], 4 * h, from, 4 * h);
          if (old > 0) gemm(old, 4 * h, h, from, 4 * h, 4, weights, 16 * h, sums, row);
          kernel.lstmForward(
            rows,
            old,
            h,
            sums,
            row,
            cell + before * 4 * h,
            cell + at * 4 * h,
            squashed + at * 4 * h,
            out + at * 8 * h + side * 4 * h,
            8 * h,
          );
        }
        saved[direction] = { cell, squashed, past };
      }
      return saved;
    },

    /** From the gradient of the outputs to that of the inputs, which is returned; adds to the weights' gradients. */
    backward(batch, table, gradient, { input, width, gates, keep, ...saved }, dOut) {
      const T = batch.tokens;
      for (const [side, direction] of ['forward', 'backward'].entries()) {
        const { cell, squashed, past } = saved[direction];
        const turned = take(4 * h * h, false);
        transpose(h, 4 * h, table(names[direction]), turned);
        const sentences = batch.counts[0];
        const [dNext, dCell] = [take(sentences * h), take(sentences * h)];
        for (const { at, rows, old, before, after } of stepsOf(batch, direction).reverse()) {
          const sums = gates + at * row + side * 16 * h;
          kernel.lstmBackward(
            rows,
            old,
            after,
            h,
            sums,
            row,
            cell + before * 4 * h,
            squashed + at * 4 * h,
            dOut + at * 8 * h + side * 4 * h,
            8 * h,
            dNext,
            dCell,
          );
          if (old === 0) continue;
          view(dNext, old * h).fill(0);
          gemm(old, h, 4 * h, sums, row, 4, turned, 4 * h, dNext, 4 * h);
          kernel.mask(old, h, dNext, 4 * h, keep[direction], 4 * h, dNext, 4 * h);
        }
        const d = gates + side * 16 * h;
        gemm(h, 4 * h, T, past, 4, 4 * h, d, row, gradient(names[direction]), 16 * h);
      }
      kernel.sumRows(T, wide, gates, row, gradient(`bias${layer}`));
      gemm(width, wide, T, input, 4, width * 4, gates, row, gradient(`input${layer}`), row);
      const turned = take(width * wide, false);
      transpose(width, wide, table(`input${layer}`), turned);
      const dInput = take(T * width);
      gemm(T, width, wide, gates, row, 4, turned, width * 4, dInput, width * 4);
      return dInput;
    },
  };
}

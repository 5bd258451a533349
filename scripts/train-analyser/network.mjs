// The tagger and parser: looks and words → BiLSTM → tags → BiLSTM → biaffine scores of every head (Dozat and Manning
// 2017) and a label for each arc; forward, and backward for training.

import { bilstm } from './bilstm.mjs';
import { crossEntropyIn } from './cross-entropy.mjs';
import { freshRowsIn } from './fresh-rows.mjs';
import { FEATURE_WIDTHS, padded } from './parameters.mjs';

/** Shares that are dropped in training: whole words, what was learned on top of a word's vector, looks, and so on. */
const DROPPED = { word: 0.15, learned: 0.15, looks: 0.1, between: 0.33, recurrent: 0.2, views: 0.33 };
const TAG_SHARE = 0.5;
const SLOPE = 0.1;

export function networkOf(kernel, shape, sizes, classes, vectors) {
  const { all, take, gemm, transpose } = kernel;
  const { word: W, hidden: h, arc: A, label: L } = sizes;
  const { input: D } = shape;
  const [U, X, R] = [classes.upos, classes.xpos, classes.relations];
  const [Up, tagWidth, Rp] = [padded(U), padded(U) + padded(X), padded(R)];
  const wide = 2 * A + 2 * L;
  const layers = [bilstm(kernel, h, 1), bilstm(kernel, h, 2)];

  const { maskOf, rowsOf } = freshRowsIn(kernel);
  const crossEntropy = crossEntropyIn(kernel);

  /** Rows of the inputs; what was dropped is noted, since it takes no gradient. */
  function embed(batch, table, random) {
    const at = take(batch.tokens * D);
    const kept = new Uint8Array(batch.tokens * 6);
    const starts = [table('words'), ...FEATURE_WIDTHS.map((_, i) => table(`looks${i}`))];
    const keep = (dropped) => (random === undefined || random.next() >= dropped ? 1 : 0);
    batch.words.forEach(({ vector, learned, rows }, i) => {
      const to = at / 4 + i * D;
      const whole = keep(DROPPED.word);
      if (whole && vector >= 0) for (let j = 0; j < W; j++) all[to + j] = vectors[vector * W + j];
      if (whole && learned >= 0 && keep(DROPPED.learned)) {
        kept[i * 6] = 1;
        for (let j = 0; j < W; j++) all[to + j] += all[starts[0] / 4 + learned * W + j];
      }
      let column = to + W;
      FEATURE_WIDTHS.forEach((width, f) => {
        if (keep(DROPPED.looks)) {
          kept[i * 6 + 1 + f] = 1;
          const from = starts[1 + f] / 4 + rows[f] * width;
          for (let j = 0; j < width; j++) all[column + j] = all[from + j];
        }
        column += width;
      });
    });
    return { at, kept };
  }

  function embedBackward(batch, gradient, kept, dInput) {
    const starts = [gradient('words'), ...FEATURE_WIDTHS.map((_, i) => gradient(`looks${i}`))];
    batch.words.forEach(({ learned, rows }, i) => {
      const from = dInput / 4 + i * D;
      if (kept[i * 6]) for (let j = 0; j < W; j++) all[starts[0] / 4 + learned * W + j] += all[from + j];
      let column = from + W;
      FEATURE_WIDTHS.forEach((width, f) => {
        const to = starts[1 + f] / 4 + rows[f] * width;
        if (kept[i * 6 + 1 + f]) for (let j = 0; j < width; j++) all[to + j] += all[column + j];
        column += width;
      });
    });
  }

  /** Scores of all tags and heads; with `random`, units are dropped as in training. */
  function forward(batch, table, random) {
    const [T, S] = [batch.tokens, batch.lengths.length];
    const masks = (dropped) => ({
      forward: maskOf(S, h, dropped, random),
      backward: maskOf(S, h, dropped, random),
    });
    const embedded = embed(batch, table, random);
    const first = layers[0].forward(batch, table, embedded.at, D, masks(DROPPED.recurrent));
    const between = maskOf(S, 2 * h, DROPPED.between, random);
    const middle = take(T * 2 * h, false);
    batch.counts.forEach((rows, t) => {
      const at = batch.offsets[t] * 8 * h;
      kernel.mask(rows, 2 * h, first.out + at, 8 * h, between, 8 * h, middle + at, 8 * h);
    });
    const tags = rowsOf(T, table('tagsBias'), tagWidth);
    gemm(T, tagWidth, 2 * h, middle, 8 * h, 4, table('tags'), tagWidth * 4, tags, tagWidth * 4);
    const second = layers[1].forward(batch, table, middle, 2 * h, masks(DROPPED.recurrent));
    // From here on sentence by sentence: row `starts[s] + t`.
    const above = maskOf(S, 2 * h, DROPPED.between, random);
    const top = take(T * 2 * h, false);
    eachWord(batch, (s, timed, row) => {
      kernel.mask(1, 2 * h, second.out + timed * 8 * h, 0, above + s * 8 * h, 0, top + row * 8 * h, 0);
    });
    const views = rowsOf(T, table('viewsBias'), wide);
    gemm(T, wide, 2 * h, top, 8 * h, 4, table('views'), wide * 4, views, wide * 4);
    const slopes = take(T * 2 * A, false);
    const [keepRate, v] = [1 - DROPPED.views, views / 4];
    for (let i = 0; i < T; i++) {
      for (let j = 0; j < 2 * A; j++) {
        let slope = all[v + i * wide + j] > 0 ? 1 : SLOPE;
        if (random !== undefined) slope = random.next() < keepRate ? slope / keepRate : 0;
        all[slopes / 4 + i * 2 * A + j] = slope;
        all[v + i * wide + j] *= slope;
      }
    }
    const asked = rowsOf(T, table('arcsBias'), A);
    gemm(T, A, A, views, wide * 4, 4, table('arcs'), A * 4, asked, A * 4);
    const scores = batch.lengths.map((n, s) => {
      const width = padded(n + 1);
      // Heads as rows for the way back, as columns for the way forward; the root comes last.
      const [heads, columns] = [take((n + 1) * A, false), take(A * width)];
      for (let j = 0; j <= n; j++) {
        const from = (j < n ? views + ((batch.starts[s] + j) * wide + A) * 4 : table('rootArc')) / 4;
        for (let a = 0; a < A; a++) {
          all[heads / 4 + j * A + a] = all[from + a];
          all[columns / 4 + a * width + j] = all[from + a];
        }
      }
      const at = take(n * width);
      gemm(n, width, A, asked + batch.starts[s] * A * 4, A * 4, 4, columns, width * 4, at, width * 4);
      for (let i = 0; i < n; i++) all[at / 4 + i * width + i] = -1e9;
      return { at, width, heads };
    });
    return { embedded, first, between, middle, tags, second, above, top, views, slopes, asked, scores };
  }

  /** Scores of the labels for given heads (-1 the root), sentence by sentence. */
  function labelled(batch, table, { views }, heads, random) {
    const T = batch.tokens;
    const [hidden, slopes] = [take(T * L, false), take(T * L, false)];
    const keepRate = 1 - DROPPED.views;
    batch.lengths.forEach((n, s) => {
      for (let i = 0; i < n; i++) {
        const row = batch.starts[s] + i;
        const own = views / 4 + row * wide + 2 * A;
        const head = heads[row];
        const above =
          head < 0 ? table('rootLabel') / 4 : views / 4 + (batch.starts[s] + head) * wide + 2 * A + L;
        for (let j = 0; j < L; j++) {
          const sum = all[own + j] + all[above + j];
          let slope = sum > 0 ? 1 : SLOPE;
          if (random !== undefined) slope = random.next() < keepRate ? slope / keepRate : 0;
          all[slopes / 4 + row * L + j] = slope;
          all[hidden / 4 + row * L + j] = sum * slope;
        }
      }
    });
    const scores = rowsOf(T, table('labelsBias'), Rp);
    gemm(T, Rp, L, hidden, L * 4, 4, table('labels'), Rp * 4, scores, Rp * 4);
    return { hidden, slopes, scores };
  }

  /** The loss (a mean over words) of a batch with its gold tags, heads and labels; adds to the gradients. */
  function learn(batch, table, gradient, random) {
    const T = batch.tokens;
    const state = forward(batch, table, random);
    const { views, asked, scores, top, middle, tags, slopes } = state;
    const labels = labelled(batch, table, state, batch.heads, random);
    const each = 1 / T;
    const loss = { tags: 0, heads: 0, labels: 0 };
    const dViews = take(T * wide);
    const dv = dViews / 4;
    // Labels.
    for (let row = 0; row < T; row++) {
      const at = labels.scores / 4 + row * Rp;
      loss.labels += crossEntropy(at, R, batch.labels[row], each);
      all.fill(0, at + R, at + Rp);
    }
    gemm(L, Rp, T, labels.hidden, 4, L * 4, labels.scores, Rp * 4, gradient('labels'), Rp * 4);
    kernel.sumRows(T, Rp, labels.scores, Rp * 4, gradient('labelsBias'));
    const labelsTurned = take(L * Rp, false);
    transpose(L, Rp, table('labels'), labelsTurned);
    const dHidden = take(T * L);
    gemm(T, L, Rp, labels.scores, Rp * 4, 4, labelsTurned, L * 4, dHidden, L * 4);
    kernel.mask(T, L, dHidden, L * 4, labels.slopes, L * 4, dHidden, L * 4);
    batch.lengths.forEach((n, s) => {
      for (let i = 0; i < n; i++) {
        const row = batch.starts[s] + i;
        const head = batch.heads[row];
        const own = dv + row * wide + 2 * A;
        const above = head < 0 ? gradient('rootLabel') / 4 : dv + (batch.starts[s] + head) * wide + 2 * A + L;
        const from = dHidden / 4 + row * L;
        for (let j = 0; j < L; j++) {
          all[own + j] += all[from + j];
          all[above + j] += all[from + j];
        }
      }
    });
    // Heads.
    const dAsked = take(T * A);
    batch.lengths.forEach((n, s) => {
      const { at, width, heads } = scores[s];
      const start = batch.starts[s];
      for (let i = 0; i < n; i++) {
        const head = batch.heads[start + i];
        loss.heads += crossEntropy(at / 4 + i * width, n + 1, head < 0 ? n : head, each);
      }
      gemm(n, A, n + 1, at, width * 4, 4, heads, A * 4, dAsked + start * A * 4, A * 4);
      const dHeads = take((n + 1) * A);
      gemm(n + 1, A, n, at, 4, width * 4, asked + start * A * 4, A * 4, dHeads, A * 4);
      for (let j = 0; j <= n; j++) {
        const to = j < n ? dv + (start + j) * wide + A : gradient('rootArc') / 4;
        for (let a = 0; a < A; a++) all[to + a] += all[dHeads / 4 + j * A + a];
      }
    });
    gemm(A, A, T, views, 4, wide * 4, dAsked, A * 4, gradient('arcs'), A * 4);
    kernel.sumRows(T, A, dAsked, A * 4, gradient('arcsBias'));
    const arcsTurned = take(A * A, false);
    transpose(A, A, table('arcs'), arcsTurned);
    gemm(T, A, A, dAsked, A * 4, 4, arcsTurned, A * 4, dViews, wide * 4);
    kernel.mask(T, 2 * A, dViews, wide * 4, slopes, 2 * A * 4, dViews, wide * 4);
    // Views, and back to the order of time.
    gemm(2 * h, wide, T, top, 4, 8 * h, dViews, wide * 4, gradient('views'), wide * 4);
    kernel.sumRows(T, wide, dViews, wide * 4, gradient('viewsBias'));
    const viewsTurned = take(2 * h * wide, false);
    transpose(2 * h, wide, table('views'), viewsTurned);
    const dTop = take(T * 2 * h);
    gemm(T, 2 * h, wide, dViews, wide * 4, 4, viewsTurned, 8 * h, dTop, 8 * h);
    const dSecond = take(T * 2 * h, false);
    eachWord(batch, (s, timed, row) => {
      kernel.mask(1, 2 * h, dTop + row * 8 * h, 0, state.above + s * 8 * h, 0, dSecond + timed * 8 * h, 0);
    });
    const dMiddle = layers[1].backward(batch, table, gradient, state.second, dSecond);
    // Tags.
    for (let i = 0; i < T; i++) {
      const at = tags / 4 + i * tagWidth;
      loss.tags += crossEntropy(at, U, batch.upos[i], TAG_SHARE * each);
      loss.tags += crossEntropy(at + Up, X, batch.xpos[i], TAG_SHARE * each);
      all.fill(0, at + U, at + Up);
      all.fill(0, at + Up + X, at + tagWidth);
    }
    gemm(2 * h, tagWidth, T, middle, 4, 8 * h, tags, tagWidth * 4, gradient('tags'), tagWidth * 4);
    kernel.sumRows(T, tagWidth, tags, tagWidth * 4, gradient('tagsBias'));
    const tagsTurned = take(2 * h * tagWidth, false);
    transpose(2 * h, tagWidth, table('tags'), tagsTurned);
    gemm(T, 2 * h, tagWidth, tags, tagWidth * 4, 4, tagsTurned, 8 * h, dMiddle, 8 * h);
    batch.counts.forEach((rows, t) => {
      const at = dMiddle + batch.offsets[t] * 8 * h;
      kernel.mask(rows, 2 * h, at, 8 * h, state.between, 8 * h, at, 8 * h);
    });
    const dInput = layers[0].backward(batch, table, gradient, state.first, dMiddle);
    embedBackward(batch, gradient, state.embedded.kept, dInput);
    return loss;
  }

  return { forward, labelled, learn, tagWidth, uposWidth: Up, relationWidth: Rp };
}

/** Each word's sentence, its row in the order of time and its row in the order of sentences. */
export function eachWord({ lengths, starts, offsets }, visit) {
  for (const [s, n] of lengths.entries()) {
    for (let t = 0; t < n; t++) visit(s, offsets[t] + s, starts[s] + t);
  }
}

// The claim network: vectors of a word and of its governor, and the word's signs → two layers of BiLSTM → which act a word
// names, how it is meant, who acts, who speaks, and the word that names the condition's act; forward, and backward for
// training. Who, by whom and on what are found by pointing at words, as a biaffine parser points at heads (Dozat and
// Manning 2017), with a number added for each sign that holds between the two words.

import { bilstm } from '../train-analyser/bilstm.mjs';
import { crossEntropyIn } from '../train-analyser/cross-entropy.mjs';
import { freshRowsIn } from '../train-analyser/fresh-rows.mjs';
import { laidOut } from '../train-analyser/layout.mjs';
import { eachWord } from '../train-analyser/network.mjs';
import { padded } from '../train-analyser/parameters.mjs';
import { KINDS } from './vocabulary.mjs';

export const POINTERS = ['actors', 'condition', 'speakers'];
export const CLASSES = ['acts', 'conditionActs', 'manner', 'relation', 'speaker'];
/** Shares that are dropped in training. */
const DROPPED = {
  vector: 0.1,
  sign: 0.1,
  lemma: 0.5,
  rules: 0.15,
  between: 0.25,
  recurrent: 0.15,
  input: 0.2,
  views: 0.25,
};
const SLOPE = 0.1;
/** How much a decision about an act weighs against one about whether a word names any. */
const WEIGHT = 1;

/** The tables of a network for so many signs, signs between words, and answers of each class. */
export function tablesOf({ input, sign, hidden: h, pointer }, { signs, pairs, answers }) {
  const width = CLASSES.reduce((sum, name) => sum + padded(answers[name]), 0);
  const shapes = [
    ['signs', signs, sign],
    ['input1', input + sign, 8 * h],
    ['bias1', 1, 8 * h],
    ['forward1', h, 4 * h],
    ['backward1', h, 4 * h],
    ['input2', 2 * h, 8 * h],
    ['bias2', 1, 8 * h],
    ['forward2', h, 4 * h],
    ['backward2', h, 4 * h],
    ['answers', 2 * h, width],
    ['answersInput', input + sign, width],
    ['answersBias', 1, width],
    ['views', 2 * h, 2 * pointer * POINTERS.length],
    ['viewsInput', input + sign, 2 * pointer * POINTERS.length],
    ['viewsBias', 1, 2 * pointer * POINTERS.length],
    ...POINTERS.map((name) => [`none-${name}`, 1, pointer]),
    ...POINTERS.map((name) => [`pairs-${name}`, padded(pairs), 1]),
  ];
  return laidOut(shapes);
}

/** @param kinds of the signs of words and between words, by their rows (`vocabulary.mjs`). */
export function claimNetwork(kernel, sizes, answers, kinds) {
  const { all, take, gemm, transpose } = kernel;
  const { input: V, sign: F, hidden: h, pointer: A } = sizes;
  const D = V + F;
  const starts = {};
  let answersWidth = 0;
  for (const name of CLASSES) {
    starts[name] = answersWidth;
    answersWidth += padded(answers[name]);
  }
  const wide = 2 * A * POINTERS.length;
  const layers = [bilstm(kernel, h, 1), bilstm(kernel, h, 2)];

  const { maskOf, rowsOf } = freshRowsIn(kernel);
  const crossEntropy = crossEntropyIn(kernel);

  function embed(batch, table, random) {
    const at = take(batch.tokens * D);
    const signs = table('signs') / 4;
    const keep = (dropped) => random === undefined || random.next() >= dropped;
    const trusting = batch.sentences.map(() => keep(DROPPED.rules));
    const kept = [];
    eachWord(batch, (s, timed) => {
      const word = batch.words[timed];
      const to = at / 4 + timed * D;
      if (keep(DROPPED.vector)) all.set(word.own, to);
      if (word.above !== undefined && keep(DROPPED.vector)) all.set(word.above, to + word.own.length);
      const own = word.signs.filter((row) => {
        const kind = kinds.signs[row];
        if (kind === KINDS.rule && !trusting[s]) return false;
        return keep(kind === KINDS.lemma ? DROPPED.lemma : DROPPED.sign);
      });
      kept[timed] = own;
      for (const row of own)
        for (let j = 0, from = signs + row * F; j < F; j++) all[to + V + j] += all[from + j];
    });
    return { at, kept, trusting };
  }

  function embedBackward(batch, gradient, kept, dInput) {
    const signs = gradient('signs') / 4;
    for (let timed = 0; timed < batch.tokens; timed++) {
      const from = dInput / 4 + timed * D + V;
      for (const row of kept[timed])
        for (let j = 0, to = signs + row * F; j < F; j++) all[to + j] += all[from + j];
    }
  }

  function forward(batch, table, random) {
    const [T, S] = [batch.tokens, batch.lengths.length];
    const masks = () => ({
      forward: maskOf(S, h, DROPPED.recurrent, random),
      backward: maskOf(S, h, DROPPED.recurrent, random),
    });
    const embedded = embed(batch, table, random);
    const first = layers[0].forward(batch, table, embedded.at, D, masks());
    const between = maskOf(S, 2 * h, DROPPED.between, random);
    const middle = take(T * 2 * h, false);
    batch.counts.forEach((rows, t) => {
      const at = batch.offsets[t] * 8 * h;
      kernel.mask(rows, 2 * h, first.out + at, 8 * h, between, 8 * h, middle + at, 8 * h);
    });
    const second = layers[1].forward(batch, table, middle, 2 * h, masks());
    // From here on sentence by sentence: row `starts[s] + t`. Both layers' outcome and the input itself are looked at.
    const above = maskOf(S, 2 * h, DROPPED.between, random);
    const below = maskOf(S, D, DROPPED.input, random);
    const [top, input] = [take(T * 2 * h, false), take(T * D, false)];
    eachWord(batch, (s, timed, row) => {
      kernel.mask(1, 2 * h, second.out + timed * 8 * h, 0, above + s * 8 * h, 0, top + row * 8 * h, 0);
      kernel.mask(1, D, embedded.at + timed * D * 4, 0, below + s * D * 4, 0, input + row * D * 4, 0);
    });
    const seen = (name, width) => {
      const at = rowsOf(T, table(`${name}Bias`), width);
      gemm(T, width, 2 * h, top, 8 * h, 4, table(name), width * 4, at, width * 4);
      gemm(T, width, D, input, D * 4, 4, table(`${name}Input`), width * 4, at, width * 4);
      return at;
    };
    const scores = seen('answers', answersWidth);
    const views = seen('views', wide);
    const slopes = take(T * wide, false);
    const keepRate = 1 - DROPPED.views;
    for (let i = 0; i < T * wide; i++) {
      let slope = all[views / 4 + i] > 0 ? 1 : SLOPE;
      if (random !== undefined) slope = random.next() < keepRate ? slope / keepRate : 0;
      all[slopes / 4 + i] = slope;
      all[views / 4 + i] *= slope;
    }
    return { embedded, first, between, middle, second, above, below, top, input, scores, views, slopes };
  }

  const queryOf = (views, row, p) => views / 4 + row * wide + 2 * p * A;
  const keyOf = (views, row, p) => queryOf(views, row, p) + A;

  /** Scores with which the word at `asked` points at each word of its sentence and, last, at none. */
  function pointed(table, { views, embedded }, batch, s, asked, p, into) {
    const n = batch.lengths[s];
    const name = POINTERS[p];
    const query = queryOf(views, batch.starts[s] + asked.word, p);
    const pairs = table(`pairs-${name}`) / 4;
    for (let j = 0; j <= n; j++) {
      const key = j < n ? keyOf(views, batch.starts[s] + j, p) : table(`none-${name}`) / 4;
      let sum = 0;
      for (let a = 0; a < A; a++) sum += all[query + a] * all[key + a];
      for (const row of asked.pairs[j])
        if (kinds.pairs[row] !== KINDS.rule || embedded.trusting[s]) sum += all[pairs + row];
      into[j] = j === asked.word ? -1e9 : sum;
    }
    return n + 1;
  }

  /** The gold of a class at a word, or -1 where the annotation says nothing of it. */
  function goldOf(sentence, name, t, target) {
    if (name === 'acts' || name === 'conditionActs') return sentence[name][t];
    return target?.[name] ?? -1;
  }

  /** The loss of a batch, a mean over its words; adds to the gradients. */
  function learn(batch, table, gradient, random) {
    const T = batch.tokens;
    const state = forward(batch, table, random);
    const { scores, views, slopes, top } = state;
    const each = 1 / T;
    const loss = { answers: 0, pointers: 0 };
    const dViews = take(T * wide);
    const row = new Float32Array(1 + Math.max(...batch.lengths));
    batch.sentences.forEach((sentence, s) => {
      const targets = new Map(sentence.asked.map((target) => [target.word, target]));
      for (let t = 0; t < batch.lengths[s]; t++) {
        for (const name of CLASSES) {
          const at = scores / 4 + (batch.starts[s] + t) * answersWidth + starts[name];
          const gold = goldOf(sentence, name, t, targets.get(t));
          if (gold < 0) all.fill(0, at, at + padded(answers[name]));
          else {
            loss.answers += crossEntropy(at, answers[name], gold, each * (name === 'acts' ? 1 : WEIGHT));
            all.fill(0, at + answers[name], at + padded(answers[name]));
          }
        }
      }
      for (const target of sentence.asked)
        for (const [p, name] of POINTERS.entries()) {
          const golds = [...new Set(target[name] ?? [])].map((j) => (j < 0 ? batch.lengths[s] : j));
          if (golds.length === 0) continue;
          const count = pointed(table, state, batch, s, target, p, row);
          let most = -Infinity;
          for (let j = 0; j < count; j++) most = Math.max(most, row[j]);
          let sum = 0;
          for (let j = 0; j < count; j++) sum += row[j] = Math.exp(row[j] - most);
          let right = 0;
          for (const j of golds) right += row[j];
          const any = name === 'speakers' || (name === 'actors' && target.any);
          const share = each * WEIGHT;
          if (any) loss.pointers -= share * Math.log(right / sum + 1e-9);
          else for (const j of golds) loss.pointers -= (share / golds.length) * Math.log(row[j] / sum + 1e-9);
          const query = queryOf(views, batch.starts[s] + target.word, p);
          const dQuery = queryOf(dViews, batch.starts[s] + target.word, p);
          const dPairs = gradient(`pairs-${name}`) / 4;
          for (let j = 0; j < count; j++) {
            if (j === target.word) continue;
            const wanted = !golds.includes(j) ? 0 : any ? row[j] / (right + 1e-9) : 1 / golds.length;
            const slope = share * (row[j] / sum - wanted);
            const last = j === count - 1;
            const key = last ? table(`none-${name}`) / 4 : keyOf(views, batch.starts[s] + j, p);
            const dKey = last ? gradient(`none-${name}`) / 4 : keyOf(dViews, batch.starts[s] + j, p);
            for (let a = 0; a < A; a++) {
              all[dQuery + a] += slope * all[key + a];
              all[dKey + a] += slope * all[query + a];
            }
            for (const sign of target.pairs[j])
              if (kinds.pairs[sign] !== KINDS.rule || state.embedded.trusting[s]) all[dPairs + sign] += slope;
          }
        }
    });
    const [dTop, dSeen] = [take(T * 2 * h), take(T * D)];
    const backTo = (name, width, d) => {
      kernel.sumRows(T, width, d, width * 4, gradient(`${name}Bias`));
      for (const [part, from, rows, to] of [
        [name, top, 2 * h, dTop],
        [`${name}Input`, state.input, D, dSeen],
      ]) {
        gemm(rows, width, T, from, 4, rows * 4, d, width * 4, gradient(part), width * 4);
        const turned = take(width * rows, false);
        transpose(rows, width, table(part), turned);
        gemm(T, rows, width, d, width * 4, 4, turned, rows * 4, to, rows * 4);
      }
    };
    backTo('answers', answersWidth, scores);
    kernel.mask(T, wide, dViews, wide * 4, slopes, wide * 4, dViews, wide * 4);
    backTo('views', wide, dViews);
    const dSecond = take(T * 2 * h, false);
    eachWord(batch, (s, timed, at) => {
      kernel.mask(1, 2 * h, dTop + at * 8 * h, 0, state.above + s * 8 * h, 0, dSecond + timed * 8 * h, 0);
    });
    const dMiddle = layers[1].backward(batch, table, gradient, state.second, dSecond);
    batch.counts.forEach((rows, t) => {
      const at = dMiddle + batch.offsets[t] * 8 * h;
      kernel.mask(rows, 2 * h, at, 8 * h, state.between, 8 * h, at, 8 * h);
    });
    const dInput = layers[0].backward(batch, table, gradient, state.first, dMiddle);
    // Only the signs' rows are learned; the vectors stay as the analyser has them.
    eachWord(batch, (s, timed, at) => {
      const [to, from, by] = [dInput / 4 + timed * D, dSeen / 4 + at * D, state.below / 4 + s * D];
      for (let j = V; j < D; j++) all[to + j] += all[from + j] * all[by + j];
    });
    embedBackward(batch, gradient, state.embedded.kept, dInput);
    return loss;
  }

  return { forward, learn, pointed, starts, answersWidth };
}

// Trains the text analyser on a Universal Dependencies treebank and writes models/analyser.bin.
//
//   node scripts/train-analyser/train.mjs TREEBANK_FOLDER [--epochs N] [--out FILE] [--seed N]
//
// The folder holds files that end in -train.conllu and -dev.conllu. Takes a few minutes on one core.
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as P from '../../dist/text/parse.js';
import { formHashes, TAG_FEATURES, tagFeatures, tagWords } from '../../dist/text/tag.js';
import { vote } from '../../dist/text/vote.js';
import { weightsToBytes } from '../../dist/text/weights.js';
import { root } from '../setup.mjs';
import { readConllu } from './conllu.mjs';
import { learnLemmas } from './lemma-rules.mjs';
import { costs } from './oracle.mjs';
import { perceptron } from './perceptron.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    epochs: { type: 'string', default: '9' },
    out: { type: 'string', default: join(root, 'models/analyser.bin') },
    seed: { type: 'string', default: '1' },
  },
});
const folder = positionals[0];
if (folder === undefined) {
  console.error(
    'train: name the folder of the treebank, for example: node scripts/train-analyser/train.mjs ud-english-ewt',
  );
  process.exit(2);
}
const file = (ending) =>
  join(
    folder,
    readdirSync(folder).find((name) => name.endsWith(ending)),
  );
const train = readConllu(file('-train.conllu'));
const dev = readConllu(file('-dev.conllu'));
const epochs = Number(values.epochs);

let randomState = Number(values.seed) >>> 0;
const random = () => {
  // Mulberry32 (Ettinger 2017): small, seeded, good enough to shuffle.
  randomState = (randomState + 0x6d2b79f5) >>> 0;
  let t = Math.imul(randomState ^ (randomState >>> 15), 1 | randomState);
  t ^= t + Math.imul(t ^ (t >>> 7), 61 | t);
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};
const shuffled = (list) => {
  const order = list.map((_, i) => i);
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
};

const tags = [...new Set(train.flat().map(({ upos, xpos }) => `${upos} ${xpos}`))].sort();
const relations = [
  ...new Set(
    train
      .flat()
      .filter(({ head }) => head >= 0)
      .map(({ relation }) => relation),
  ),
].sort();
relations.push('root');
const tagIndex = new Map(tags.map((tag, i) => [tag, i]));
const relationIndex = new Map(relations.map((relation, i) => [relation, i]));
const upos = tags.map((tag) => tag.split(' ')[0]);
const kinds = [...new Set(upos)].sort();
const coarseOf = Uint8Array.from(upos, (tag) => kinds.indexOf(tag));

/** The parts of speech of each word that occurs at least twice; one number for each set. */
function learnKinds(sentences) {
  const seen = new Map();
  for (const { form, upos: kind } of sentences.flat()) {
    const lower = form.replaceAll('’', "'").toLowerCase();
    if (/\s/.test(lower)) continue;
    const counts = seen.get(lower) ?? new Map();
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    seen.set(lower, counts);
  }
  const sets = new Map();
  const kindsOf = new Map();
  for (const [word, counts] of seen) {
    const total = [...counts.values()].reduce((a, b) => a + b, 0);
    if (total < 2) continue;
    // Slips of the annotators and rare uses are left out.
    const set = [...counts]
      .filter(([, count]) => count / total >= 0.03)
      .map(([kind]) => kind)
      .sort()
      .join(' ');
    if (!sets.has(set)) sets.set(set, sets.size + 1);
    kindsOf.set(word, sets.get(set));
  }
  return kindsOf;
}
const known = learnKinds(train);

const prepared = (sentences) =>
  sentences.map((words) => ({
    words,
    hashes: words.map(({ form }) => formHashes(form, known)),
    tags: words.map((word) => tagIndex.get(`${word.upos} ${word.xpos}`) ?? -1),
    heads: words.map(({ head }) => head),
    labels: words.map(({ head, relation }) => relationIndex.get(head < 0 ? 'root' : relation) ?? 0),
  }));
const trainSet = prepared(train);
const devSet = prepared(dev);
const say = (text) => process.stderr.write(`${text}\n`);

function trainTagger(set, seenEpochs) {
  const model = perceptron(tags.length, 19);
  const features = new Int32Array(TAG_FEATURES + 4);
  const scores = new Float32Array(tags.length);
  for (let epoch = 1; epoch <= seenEpochs; epoch++) {
    let right = 0;
    let total = 0;
    for (const at of shuffled(set)) {
      const { hashes, tags: gold } = set[at];
      let [previous, before] = [0, 0];
      for (let i = 0; i < hashes.length; i++) {
        const count = tagFeatures(hashes, i, previous, before, features);
        if (epoch === 1) model.see(features, count);
        model.score(features, count, scores);
        let best = 0;
        for (let c = 1; c < tags.length; c++) if (scores[c] > scores[best]) best = c;
        model.tick();
        if (best !== gold[i]) model.update(features, count, gold[i], best);
        else right += 1;
        total += 1;
        [previous, before] = [best + 1, previous];
      }
    }
    say(`tagger epoch ${epoch}: ${((100 * right) / total).toFixed(2)} % on the way`);
  }
  return model;
}

/** Tags for training the parser come from taggers that have not seen the sentence: five folds (jackknifing). */
function jackknifed(set) {
  const folds = 5;
  const result = new Array(set.length);
  for (let fold = 0; fold < folds; fold++) {
    const model = trainTagger(
      set.filter((_, i) => i % folds !== fold),
      3,
    ).sparse(1, 0.001);
    for (let i = fold; i < set.length; i += folds) result[i] = tagWords(model, set[i].hashes);
  }
  return result;
}

function trainParser(set, tagged, count) {
  const classes = 1 + 2 * relations.length;
  const model = perceptron(classes, 20);
  const features = new Int32Array(P.PARSE_FEATURES + 4);
  const scores = new Float32Array(classes);
  for (let epoch = 1; epoch <= count; epoch++) {
    const started = process.hrtime.bigint();
    let right = 0;
    let total = 0;
    for (const at of shuffled(set)) {
      const { hashes, heads, labels } = set[at];
      const coarse = tagged[at].map((tag) => coarseOf[tag]);
      const state = P.initialState(hashes.length);
      while (!P.isFinal(state)) {
        const number = P.parseFeatures(state, hashes, tagged[at], coarse, features);
        if (epoch === 1) model.see(features, number);
        model.score(features, number, scores);
        const predicted = P.bestTransition(state, scores);
        const cost = costs(state, heads);
        const [shift, left, rightward] = [P.mayShift(state), P.mayLeft(state), P.mayRight(state)];
        const least = Math.min(
          shift ? cost.shift : 1e9,
          left ? cost.left : 1e9,
          rightward ? cost.right : 1e9,
        );
        const top = state.depth > 0 ? state.stack[state.depth - 1] : -1;
        let good = -1;
        const consider = (transition) => {
          if (good < 0 || scores[transition] > scores[good]) good = transition;
        };
        if (shift && cost.shift === least) consider(P.SHIFT);
        if (left && cost.left === least) consider(P.leftClass(labels[top]));
        if (rightward && cost.right === least) consider(P.rightClass(labels[top]));
        model.tick();
        // Where only the root is left to take a word there is nothing to learn.
        const forced = state.next === state.length && state.depth === 1;
        if (predicted === good || forced) right += 1;
        else model.update(features, number, good, predicted);
        total += 1;
        P.apply(state, forced || (epoch > 1 && random() < 0.9) ? predicted : good);
      }
    }
    const seconds = Number(process.hrtime.bigint() - started) / 1e9;
    say(`parser epoch ${epoch}: ${((100 * right) / total).toFixed(2)} % on the way, ${seconds.toFixed(0)} s`);
  }
  return model;
}

/** A sentence read from its end. */
function turned({ words, hashes, tags: gold, heads, labels }) {
  const last = words.length - 1;
  return {
    words: [...words].reverse(),
    hashes: [...hashes].reverse(),
    tags: [...gold].reverse(),
    heads: heads.map((head) => (head < 0 ? -1 : last - head)).reverse(),
    labels: [...labels].reverse(),
  };
}

function evaluate(set, tagger, parsers) {
  const score = { words: 0, upos: 0, uas: 0, las: 0 };
  for (const { words, hashes, heads } of set) {
    const found = tagWords(tagger, hashes);
    const coarse = found.map((tag) => coarseOf[tag]);
    const parsed = vote(
      parsers.map(({ model, backward }) =>
        (backward ? P.parseBackward : P.parseWords)(model, hashes, found, coarse),
      ),
    );
    words.forEach((word, i) => {
      score.words += 1;
      if (upos[found[i]] === word.upos) score.upos += 1;
      if (parsed.heads[i] === heads[i]) {
        score.uas += 1;
        const relation = parsed.heads[i] < 0 ? 'root' : relations[parsed.labels[i]];
        if (relation.split(':')[0] === word.relation.split(':')[0]) score.las += 1;
      }
    });
  }
  const percent = (n) => ((100 * n) / score.words).toFixed(2);
  return `UPOS ${percent(score.upos)} UAS ${percent(score.uas)} LAS ${percent(score.las)}`;
}

say(`${train.length} sentences to train on`);
const tagged = jackknifed(trainSet);
const tagger = trainTagger(trainSet, 8).sparse(2, 0.05);
// Parsers that read in both directions and saw the sentences in other orders make other errors, so that they can vote.
const backwardSet = trainSet.map(turned);
const backwardTags = tagged.map((found) => found.slice().reverse());
const parsers = [];
for (const backward of [false, true, false]) {
  const model = trainParser(
    backward ? backwardSet : trainSet,
    backward ? backwardTags : tagged,
    epochs,
  ).sparse(10, 1);
  parsers.push({ model, backward });
  say(`dev with ${parsers.length} of 3 parsers: ${evaluate(devSet, tagger, parsers)}`);
}
const bytes = weightsToBytes({ tags, relations, lemmas: learnLemmas(train), kinds: known, tagger, parsers });
writeFileSync(values.out, bytes);
say(`${values.out}: ${(bytes.length / 1e6).toFixed(2)} MB`);

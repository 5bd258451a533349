// Trains the claim network on annotated reports and writes models/claims.bin.
//
//   node scripts/train-claims/train.mjs [FOLDER…] [--phrases FOLDER] [--validation FOLDER] [--epochs N] [--seed N] [--out FILE]
//
// README.md beside this file says how reports are annotated. --validation says after every epoch how the network does on
// other reports. Training goes on from its last epoch when it is started again with the same arguments;
// --after NAME begins where another training ended: with the signs of NAME.bin and the numbers of NAME.checkpoint.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { ACTS, MODALITIES, RELATIONS } from '../../dist/claims/claim.js';
import { claimWeightsFromBytes, lexiconFromFiles } from '../../dist/claims/index.js';
import { readAnalyser } from '../../dist/store/analyser-weights.js';
import { boxFolder, readStandoffFiles } from '../../dist/store/standoff-files.js';
import { wordVectorsFromWeights } from '../../dist/text/word-vectors.js';
import { root } from '../setup.mjs';
import { CONDITION_ACTS, examplesOf } from './examples.mjs';
import { claimLearner } from './learner.mjs';
import { readPhrases } from './phrases.mjs';
import { learnRanker } from './ranker.mjs';
import { readAnnotated } from './reports.mjs';
import { numbered, vocabularyOf, vocabularyOfWeights } from './vocabulary.mjs';
import { weightsFile } from './weights-file.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    phrases: { type: 'string', multiple: true, default: [] },
    validation: { type: 'string', multiple: true, default: [] },
    epochs: { type: 'string', default: '7' },
    seed: { type: 'string', default: '1' },
    rate: { type: 'string', default: '0.004' },
    batch: { type: 'string', default: '300' },
    hidden: { type: 'string', default: '128' },
    sign: { type: 'string', default: '52' },
    pointer: { type: 'string', default: '64' },
    fewest: { type: 'string', default: '6' },
    checkpoint: { type: 'string', default: join(root, '.training/claims.checkpoint') },
    threads: { type: 'string', default: '2' },
    after: { type: 'string' },
    'stop-after': { type: 'string' },
    out: { type: 'string', default: join(root, 'models/claims.bin') },
  },
});
const say = (text) => process.stderr.write(`${text}\n`);
const ours = (name) => join(import.meta.dirname, name);
const folders = positionals.length > 0 ? positionals : [ours('reports')];
const phrases = positionals.length > 0 ? values.phrases : [ours('phrases'), ...values.phrases];
const vectors = wordVectorsFromWeights(readFileSync(join(root, 'models/analyser.bin')));
const reader = { analyser: readAnalyser(), lexicon: lexiconFromFiles(readStandoffFiles(boxFolder)), vectors };
const examplesOfAll = (reports) => reports.flatMap((report) => examplesOf(report, reader));
const examplesIn = (folder) => examplesOfAll(readAnnotated(folder));
const started = Date.now();
const train = [...folders.flatMap(examplesIn), ...examplesOfAll(phrases.flatMap(readPhrases))];
const validation = values.validation.map((folder) => [folder, examplesIn(folder)]);
say(`${train.length} sentences read in ${Math.round((Date.now() - started) / 1000)} s`);
const vocabulary =
  values.after === undefined
    ? vocabularyOf(train, Number(values.fewest))
    : vocabularyOfWeights(claimWeightsFromBytes(readFileSync(`${values.after}.bin`)));
say(`${vocabulary.signs.names.length} signs of words, ${vocabulary.pairs.names.length} between words`);
const sizes = {
  input: vectors.full + vectors.width,
  sign: Number(values.sign),
  hidden: Number(values.hidden),
  pointer: Number(values.pointer),
};
const answers = {
  acts: 1 + ACTS.length,
  conditionActs: 1 + CONDITION_ACTS.length,
  manner: 2 * MODALITIES.length,
  relation: 2 * RELATIONS.length,
  speaker: 3,
};
const epochs = Number(values.epochs);
// A checkpoint is gone on with only where reports, sizes and settings are the same.
const { seed, rate, batch, threads } = values;
const stamp = createHash('sha256')
  .update(JSON.stringify([epochs, seed, rate, batch, threads, sizes, vocabulary.signs.names, train.length]))
  .digest('hex');
const learner = claimLearner(vocabulary, sizes, answers, {
  seed: Number(values.seed),
  rate: Number(values.rate),
  batch: Number(values.batch),
  epochs,
  checkpoint: values.checkpoint,
  stamp,
  from: values.after === undefined ? undefined : `${values.after}.checkpoint`,
  examples: train.map((example) => numbered(example, vocabulary)),
  threads: Number(threads),
});
const validationSets = validation.map(([name, set]) => [
  name,
  set.map((example) => numbered(example, vocabulary)),
]);
if (learner.resume()) say(`going on after epoch ${learner.progress.epoch}`);
const last = Math.min(epochs, Number(values['stop-after'] ?? epochs));
while (learner.progress.epoch < last) {
  const from = Date.now();
  const loss = await learner.epoch();
  learner.save();
  say(
    `epoch ${learner.progress.epoch} of ${epochs}: answers ${loss.answers.toFixed(4)}, pointers ` +
      `${loss.pointers.toFixed(4)}; ${Math.round((Date.now() - from) / 1000)} s`,
  );
  for (const [name, set] of validationSets) say(`  ${basename(name)}: ${learner.scores(set)}`);
}
learner.end();
const ranked = Object.fromEntries(
  ['actors', 'speakers'].map((kind) => [
    kind,
    learnRanker(
      train.flatMap(({ choices }) => choices[kind]),
      { epochs: 3, fewest: Number(values.fewest), seed: Number(seed) },
    ),
  ]),
);
const bytes = weightsFile(learner.learned(), vocabulary, sizes, ranked);
writeFileSync(values.out, bytes);
say(`${values.out}: ${(bytes.length / 1e6).toFixed(2)} MB`);

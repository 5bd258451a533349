// Trains the text analyser on a Universal Dependencies treebank and writes models/analyser.bin.
//
//   node scripts/train-analyser/train.mjs TREEBANK_FOLDER --vectors FILE [--epochs N] [--seed N] [--out FILE]
//
// The folder holds files that end in -train.conllu and -dev.conllu. Training goes on from its last epoch when it is
// started again with the same arguments (--stop-after N ends it early, to go on another day); models/README.md says where
// the word vectors come from.
import { createHash } from 'node:crypto';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../setup.mjs';
import { readConllu } from './conllu.mjs';
import { learnerOf } from './learner.mjs';
import { learnLemmas } from './lemma-rules.mjs';
import { DEFAULT_SIZES } from './parameters.mjs';
import { stateSpeech } from './state-speech.mjs';
import { numbered, vocabularyOf } from './vocabulary.mjs';
import { weightsFile } from './weights-file.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    vectors: { type: 'string' },
    'vector-words': { type: 'string', default: '50000' },
    epochs: { type: 'string', default: '40' },
    closing: { type: 'string', default: '3' },
    'closing-rate': { type: 'string', default: '0.0005' },
    'stop-after': { type: 'string' },
    seed: { type: 'string', default: '1' },
    rate: { type: 'string', default: '0.002' },
    batch: { type: 'string', default: '600' },
    hidden: { type: 'string', default: String(DEFAULT_SIZES.hidden) },
    checkpoint: { type: 'string', default: join(root, '.training/analyser.checkpoint') },
    out: { type: 'string', default: join(root, 'models/analyser.bin') },
  },
});
const say = (text) => process.stderr.write(`${text}\n`);
const [folder] = positionals;
if (folder === undefined) {
  say('train: name the folder of the treebank: node scripts/train-analyser/train.mjs FOLDER --vectors FILE');
  process.exit(2);
}
const fileOf = (ending) => {
  const name = readdirSync(folder).find((file) => file.endsWith(ending));
  if (name !== undefined) return join(folder, name);
  say(`train: ${folder} holds no file that ends in ${ending}`);
  process.exit(2);
};
const train = readConllu(fileOf('-train.conllu'));
const dev = readConllu(fileOf('-dev.conllu'));
const sizes = { ...DEFAULT_SIZES, hidden: Number(values.hidden) };
const vocabulary = vocabularyOf(train, sizes.word, values.vectors, Number(values['vector-words']));
const { epochs: passes, seed, rate, batch } = values;
// A checkpoint is gone on with only where data, sizes and settings are the same.
const stamp = createHash('sha256')
  .update(JSON.stringify([passes, seed, rate, batch, sizes, vocabulary.words, train.length]))
  .digest('hex');
const epochs = Number(values.epochs);
const learner = learnerOf(vocabulary, sizes, {
  seed: Number(values.seed),
  rate: Number(values.rate),
  batch: Number(values.batch),
  epochs,
  closing: { epochs: Number(values.closing), rate: Number(values['closing-rate']) },
  checkpoint: values.checkpoint,
  stamp,
});
const [trainSet, devSet] = [numbered(train, vocabulary), numbered(dev, vocabulary)];
say(
  `${train.length} sentences, ${vocabulary.words.length} words (${vocabulary.learned} learned), ` +
    `${(learner.shape.count / 1e6).toFixed(2)} million numbers to learn`,
);
if (learner.resume()) say(`going on after epoch ${learner.progress.epoch}`);
const fixed = (number) => number.toFixed(2);
const all = epochs + Number(values.closing);
const last = Math.min(all, Number(values['stop-after'] ?? all));
/** The closing epochs add sentences as states make them, each pattern so many times. */
const own = numbered(stateSpeech(20), vocabulary, true);
while (learner.progress.epoch < last) {
  const started = process.hrtime.bigint();
  const { tags, heads, labels } = learner.epoch(
    learner.progress.epoch < epochs ? trainSet : [...trainSet, ...own],
  );
  learner.save();
  const { upos, uas, las } = learner.scores(devSet);
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  say(
    `epoch ${learner.progress.epoch} of ${all}: loss ${(tags + heads + labels).toFixed(4)} ` +
      `(tags ${tags.toFixed(3)}, heads ${heads.toFixed(3)}, labels ${labels.toFixed(3)}); ` +
      `dev UPOS ${fixed(upos)} UAS ${fixed(uas)} LAS ${fixed(las)}; ${seconds.toFixed(0)} s`,
  );
}

const bytes = weightsFile(vocabulary, learner.learned(), learnLemmas(train, vocabulary.words));
writeFileSync(values.out, bytes);
say(`${values.out}: ${(bytes.length / 1e6).toFixed(2)} MB`);

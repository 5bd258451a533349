// Scores the analyser on the test files of a treebank folder: gold words, predicted tags.
//
//   node scripts/train-analyser/evaluate.mjs FOLDER [FOLDER …]
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { lemmaOfForm } from '../../dist/text/lemma.js';
import { parseBackward, parseWords } from '../../dist/text/parse.js';
import { formHashes, tagWords } from '../../dist/text/tag.js';
import { vote } from '../../dist/text/vote.js';
import { weightsFromBytes } from '../../dist/text/weights.js';
import { root } from '../setup.mjs';
import { readConllu } from './conllu.mjs';

const path = join(root, 'models/analyser.bin');
const weights = weightsFromBytes(readFileSync(path));
const upos = weights.tags.map((tag) => tag.split(' ')[0]);
const xpos = weights.tags.map((tag) => tag.split(' ')[1]);
const kinds = [...new Set(upos)].sort();
const coarse = upos.map((tag) => kinds.indexOf(tag));
const plain = (relation) => relation.split(':')[0];

console.log('file\twords\tUPOS\tlemma\tUAS\tLAS\twords a second');
for (const folder of process.argv.slice(2)) {
  for (const name of readdirSync(folder).filter((file) => file.endsWith('-test.conllu'))) {
    const sentences = readConllu(join(folder, name));
    const score = { words: 0, upos: 0, lemma: 0, uas: 0, las: 0 };
    const started = process.hrtime.bigint();
    for (const words of sentences) {
      const hashes = words.map(({ form }) => formHashes(form, weights.kinds));
      const tags = tagWords(weights.tagger, hashes);
      const kindsHere = tags.map((tag) => coarse[tag]);
      const parse = ({ model, backward }) =>
        (backward ? parseBackward : parseWords)(model, hashes, tags, kindsHere);
      const { heads, labels } = vote(weights.parsers.map(parse));
      words.forEach((word, i) => {
        score.words += 1;
        if (upos[tags[i]] === word.upos) score.upos += 1;
        if (lemmaOfForm(weights.lemmas, word.form, xpos[tags[i]]) === word.lemma) score.lemma += 1;
        if (heads[i] !== word.head) return;
        score.uas += 1;
        const relation = heads[i] < 0 ? 'root' : weights.relations[labels[i]];
        if (plain(relation) === plain(word.relation)) score.las += 1;
      });
    }
    const seconds = Number(process.hrtime.bigint() - started) / 1e9;
    const percent = (count) => ((100 * count) / score.words).toFixed(2);
    console.log(
      [
        name,
        score.words,
        percent(score.upos),
        percent(score.lemma),
        percent(score.uas),
        percent(score.las),
        Math.round(score.words / seconds),
      ].join('\t'),
    );
  }
}
console.log(`${path.slice(root.length + 1)}: ${(statSync(path).size / 1e6).toFixed(2)} MB`);

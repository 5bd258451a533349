// Scores the analyser on the test files of a treebank folder: gold words, predicted tags, relations without subtypes.
//
//   node scripts/train-analyser/evaluate.mjs FOLDER [FOLDER …] [--weights FILE] [--split test]
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { placeOfWord } from '../../dist/text/known-words.js';
import { lemmaOfForm } from '../../dist/text/lemma.js';
import { networkFromWeights } from '../../dist/text/network.js';
import { weightsFromBytes } from '../../dist/text/weights.js';
import { root } from '../setup.mjs';
import { readConllu } from './conllu.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    weights: { type: 'string', default: join(root, 'models/analyser.bin') },
    split: { type: 'string', default: 'test' },
  },
});
const weights = weightsFromBytes(readFileSync(values.weights));
const network = networkFromWeights(weights);
const isWord = (word) => placeOfWord(weights.words, word) >= 0;
const plain = (relation) => relation.split(':')[0];
/** Sentences at a time, as `analyser.read` takes them. */
const AT_ONCE = 256;

console.log('file\twords\tUPOS\tXPOS\tlemma\tUAS\tLAS\twords a second');
for (const folder of positionals) {
  for (const name of readdirSync(folder).filter((file) => file.endsWith(`-${values.split}.conllu`))) {
    const sentences = readConllu(join(folder, name));
    const forms = sentences.map((words) => words.map(({ form }) => form));
    const readings = [];
    // Once before the clock starts, so that the engine has compiled what it runs.
    network(forms.slice(0, AT_ONCE));
    const started = process.cpuUsage();
    for (let from = 0; from < forms.length; from += AT_ONCE) {
      readings.push(...network(forms.slice(from, from + AT_ONCE)));
    }
    // Of processor time, so that what else runs on the machine does not count.
    const { user, system } = process.cpuUsage(started);
    const seconds = (user + system) / 1e6;
    const score = { words: 0, upos: 0, xpos: 0, lemma: 0, uas: 0, las: 0 };
    for (const [at, words] of sentences.entries()) {
      const { tags, heads, labels } = readings[at];
      for (const [i, word] of words.entries()) {
        const [upos, xpos] = weights.tags[tags[i]].split(' ');
        score.words += 1;
        if (upos === word.upos) score.upos += 1;
        if (xpos === word.xpos) score.xpos += 1;
        if (lemmaOfForm(weights.lemmas, word.form, xpos, isWord) === word.lemma) score.lemma += 1;
        if (heads[i] !== word.head) continue;
        score.uas += 1;
        if (plain(weights.relations[labels[i]]) === plain(heads[i] < 0 ? 'root' : word.relation))
          score.las += 1;
      }
    }
    const percent = (count) => ((100 * count) / score.words).toFixed(2);
    const { words, ...rights } = score;
    console.log([name, words, ...Object.values(rights).map(percent), Math.round(words / seconds)].join('\t'));
  }
}
console.log(`${values.weights}: ${(statSync(values.weights).size / 1e6).toFixed(2)} MB`);

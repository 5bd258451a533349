// Scores the analyser on the raw text of a treebank's test files, from its own sentences and words on: F1 over words that
// stand on the same letters, as in the shared tasks of CoNLL (Zeman et al. 2018); letters are counted without spaces.
//
//   node scripts/train-analyser/evaluate-raw.mjs FOLDER [FOLDER …]
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyserFromWeights } from '../../dist/text/index.js';
import { root } from '../setup.mjs';

const analyser = analyserFromWeights(readFileSync(join(root, 'models/analyser.bin')));
const plain = (relation) => relation.split(':')[0];
const letters = (text) => text.replace(/\s/g, '').length;

/** The text of a CoNLL-U file and its words by the letters that they stand on. */
function goldOf(path) {
  const [texts, words, sentences] = [[], [], []];
  let [at, first, line, surface] = [0, 0, [], undefined];
  const close = () => {
    for (const { head, ...word } of line) words.push({ ...word, head: head < 0 ? 'root' : line[head].span });
    if (line.length > 0) sentences.push(`${first}-${at}`);
    [line, first] = [[], at];
  };
  for (const row of readFileSync(path, 'utf8').split('\n')) {
    if (row === '') close();
    else if (/^# new(?:par|doc)/.test(row)) texts.push('\n');
    else if (row.startsWith('# text = ')) texts.push(row.slice('# text = '.length), ' ');
    else if (!row.startsWith('#')) {
      const [id, form, , upos, , , head, relation] = row.split('\t');
      if (/^\d+-/.test(id)) {
        // A surface token of several words: its letters are dealt out as far as the forms go, the last takes the rest.
        const [from, to] = id.split('-').map(Number);
        surface = { last: to, end: at + letters(form), left: to - from };
      } else if (/^\d+$/.test(id)) {
        const start = at;
        const length = letters(form);
        at =
          surface === undefined
            ? at + length
            : Number(id) === surface.last
              ? surface.end
              : Math.min(at + length, surface.end);
        if (surface !== undefined && Number(id) === surface.last) surface = undefined;
        line.push({ span: `${start}-${at}`, upos, head: Number(head) - 1, relation });
      }
    }
  }
  close();
  return { text: texts.join(''), words, sentences };
}

function foundIn(text) {
  const before = new Uint32Array(text.length + 1);
  for (let i = 0; i < text.length; i++) before[i + 1] = before[i] + (/\s/.test(text[i]) ? 0 : 1);
  const spanOf = ({ start, end }) => `${before[start]}-${before[end]}`;
  const { sentences } = analyser.read(text);
  return {
    sentences: sentences.map(spanOf),
    words: sentences.flatMap((sentence) =>
      sentence.words.map((word) => ({
        span: spanOf(word),
        upos: word.upos,
        head: word.head < 0 ? 'root' : spanOf(sentence.words[word.head]),
        relation: word.relation,
      })),
    ),
  };
}

console.log('file\twords\tsentences\tUPOS\tUAS\tLAS');
for (const folder of process.argv.slice(2)) {
  for (const name of readdirSync(folder).filter((file) => file.endsWith('-test.conllu'))) {
    const gold = goldOf(join(folder, name));
    const found = foundIn(gold.text);
    const bySpan = new Map(gold.words.map((word) => [word.span, word]));
    const score = { words: 0, upos: 0, uas: 0, las: 0 };
    for (const word of found.words) {
      const right = bySpan.get(word.span);
      if (right === undefined) continue;
      score.words += 1;
      if (word.upos === right.upos) score.upos += 1;
      if (word.head !== right.head) continue;
      score.uas += 1;
      if (plain(word.relation) === plain(right.relation)) score.las += 1;
    }
    const f1 = (right, made, wanted) => ((200 * right) / (made + wanted)).toFixed(2);
    const ofWords = (right) => f1(right, found.words.length, gold.words.length);
    const cut = new Set(gold.sentences);
    const sentences = found.sentences.filter((span) => cut.has(span)).length;
    console.log(
      [
        name,
        ofWords(score.words),
        f1(sentences, found.sentences.length, gold.sentences.length),
        ofWords(score.upos),
        ofWords(score.uas),
        ofWords(score.las),
      ].join('\t'),
    );
  }
}

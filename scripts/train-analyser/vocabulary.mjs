// What the network knows by name: words, tags and relations; and sentences written in those numbers.
import { wordFeatures } from '../../dist/text/word-features.js';
import { readWordVectors } from './word-vectors.mjs';

const sorted = (values) => [...new Set(values)].sort();

/**
 * Words that occur twice or more come first, since only they learn a vector of their own; then the words that only the
 * pre-trained vectors know. `vectors` holds a row of `width` numbers for each, zeros where there is none.
 */
export function vocabularyOf(sentences, width, vectorsPath, most) {
  const counts = new Map();
  for (const { form } of sentences.flat()) {
    const { key } = wordFeatures(form);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const learned = [...counts].filter(([, count]) => count >= 2).map(([key]) => key);
  const known =
    vectorsPath === undefined ? new Map() : readWordVectors(vectorsPath, width, most, new Set(learned));
  const words = [...learned, ...[...known.keys()].filter((word) => !((counts.get(word) ?? 0) >= 2))];
  const vectors = new Float32Array(words.length * width);
  words.forEach((word, i) => {
    if (known.has(word)) vectors.set(known.get(word), i * width);
  });
  const tokens = sentences.flat();
  return {
    words,
    learned: learned.length,
    vectors,
    /** Pairs of both tag sets that occur, `UPOS XPOS`. */
    tags: sorted(tokens.map(({ upos, xpos }) => `${upos} ${xpos}`)),
    upos: sorted(tokens.map(({ upos }) => upos)),
    xpos: sorted(tokens.map(({ xpos }) => xpos)),
    relations: sorted(tokens.map(({ head, relation }) => (head < 0 ? 'root' : relation))),
  };
}

const upper = (form) => form.toUpperCase();
const lower = (form) => form.toLowerCase();
const title = (form) => form.charAt(0).toUpperCase() + form.slice(1);

/**
 * Sentences in numbers; `variants` of a sentence are the same words in capitals, in small letters and as a headline.
 * Tags and relations that the vocabulary lacks count as its first; with `knownOnly` such sentences are left out.
 */
export function numbered(sentences, vocabulary, knownOnly = false) {
  const { words, learned, upos, xpos, relations } = vocabulary;
  const index = (list) => new Map(list.map((name, i) => [name, i]));
  const [wordAt, uposAt, xposAt, relationAt] = [words, upos, xpos, relations].map(index);
  const wordOf = (form) => {
    const { key, rows } = wordFeatures(form);
    const vector = wordAt.get(key) ?? -1;
    return { vector, learned: vector < learned ? vector : -1, rows };
  };
  const isKnown = ({ upos: coarse, xpos: fine, head, relation }) =>
    uposAt.has(coarse) && xposAt.has(fine) && relationAt.has(head < 0 ? 'root' : relation);
  const kept = knownOnly ? sentences.filter((tokens) => tokens.every(isKnown)) : sentences;
  return kept.map((tokens) => ({
    words: tokens.map(({ form }) => wordOf(form)),
    variants: [upper, lower, title].map((change) => tokens.map(({ form }) => wordOf(change(form)))),
    upos: tokens.map((token) => uposAt.get(token.upos) ?? 0),
    xpos: tokens.map((token) => xposAt.get(token.xpos) ?? 0),
    heads: tokens.map(({ head }) => head),
    labels: tokens.map(({ head, relation }) => relationAt.get(head < 0 ? 'root' : relation) ?? 0),
    relations: tokens.map(({ relation }) => relation),
  }));
}

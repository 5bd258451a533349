import { hashOf, type LinearModel, mix, scoreFeatures } from './linear-model.ts';

/** What the tagger and parser look at in a form, hashed once a word. */
export interface FormHashes {
  readonly lower: number;
  readonly shape: number;
  readonly suffixes: readonly number[];
  readonly prefix: number;
  /** The parts of speech that the word had in training; 0 for an unknown word. */
  readonly kinds: number;
}

/** For each lower-case word of the training text, the parts of speech it had there, as one number. */
export type WordKinds = ReadonlyMap<string, number>;

/** "NATO" is XX, "New-START" is Xx-X, "2023" is dd, "don't" is x'x. */
function shapeOf(form: string): string {
  return form
    .replace(/\p{Lu}+/gu, (run) => (run.length > 1 ? 'XX' : 'X'))
    .replace(/[\p{Ll}\p{Lo}]+/gu, 'x')
    .replace(/\p{N}+/gu, (run) => (run.length > 1 ? 'dd' : 'd'))
    .slice(0, 8);
}

const normalised = (form: string): string =>
  form.replaceAll('’', "'").replaceAll('‘', "'").replace(/[“”]/g, '"').replace(/[–—]/g, '-');

export function formHashes(form: string, known: WordKinds): FormHashes {
  const plain = normalised(form);
  const lower = plain.toLowerCase();
  return {
    lower: hashOf(lower),
    shape: hashOf(shapeOf(plain)),
    suffixes: [1, 2, 3, 4].map((length) => hashOf(lower.slice(-length))),
    prefix: hashOf(lower.slice(0, 3)),
    kinds: known.get(lower) ?? 0,
  };
}

const OUTSIDE: FormHashes = { lower: 1, shape: 2, suffixes: [3, 4, 5, 6], prefix: 7, kinds: -1 };
export const TAG_FEATURES = 32;

/** Features of the word at `index` given the two tags before it; returns how many were written. */
export function tagFeatures(
  words: readonly FormHashes[],
  index: number,
  previous: number,
  before: number,
  features: Int32Array,
): number {
  const word = words[index]!;
  const [left, left2] = [words[index - 1] ?? OUTSIDE, words[index - 2] ?? OUTSIDE];
  const [right, right2] = [words[index + 1] ?? OUTSIDE, words[index + 2] ?? OUTSIDE];
  let count = 0;
  const add = (template: number, a: number, b = 0) => {
    features[count++] = mix(mix(template, a), b);
  };
  add(1, 0);
  add(2, word.lower);
  add(3, word.shape);
  for (let length = 0; length < 4; length++) add(4 + length, word.suffixes[length]!);
  add(8, word.prefix);
  add(9, previous);
  add(10, previous, before);
  add(11, previous, word.lower);
  add(12, left.lower);
  add(13, left2.lower);
  add(14, right.lower);
  add(15, right2.lower);
  add(16, right.suffixes[2]!);
  add(17, left.suffixes[2]!);
  add(18, right.shape, word.shape);
  add(19, left.lower, word.lower);
  add(20, word.lower, right.lower);
  add(21, previous, right.lower);
  add(22, word.shape, index === 0 ? 1 : 0);
  add(23, previous, word.suffixes[2]!);
  add(24, right.suffixes[1]!, word.suffixes[2]!);
  add(25, word.kinds);
  add(26, previous, word.kinds);
  add(27, right.kinds, word.kinds);
  add(28, left.kinds, word.kinds);
  add(29, previous, mix(word.kinds, right.kinds));
  add(30, right2.kinds, mix(word.kinds, right.kinds));
  return count;
}

/** The class of each word, the best one first come: each decision sees the two before it. */
export function tagWords(model: LinearModel, words: readonly FormHashes[]): Uint8Array {
  const tags = new Uint8Array(words.length);
  const features = new Int32Array(TAG_FEATURES);
  const scores = new Int32Array(model.classes);
  for (let index = 0; index < words.length; index++) {
    const previous = index > 0 ? tags[index - 1]! + 1 : 0;
    const before = index > 1 ? tags[index - 2]! + 1 : 0;
    const count = tagFeatures(words, index, previous, before, features);
    scoreFeatures(model, features, count, scores);
    let best = 0;
    for (let label = 1; label < model.classes; label++) if (scores[label]! > scores[best]!) best = label;
    tags[index] = best;
  }
  return tags;
}

import { hashOf } from './word-features.ts';

/** Where a word stands in the vocabulary, an ascending list of hashes; -1 for a word that is not in it. */
export function placeOfWord(vocabulary: Uint32Array, word: string): number {
  const hash = hashOf(word);
  let low = 0;
  let high = vocabulary.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (vocabulary[middle]! < hash) low = middle + 1;
    else high = middle;
  }
  return vocabulary[low] === hash ? low : -1;
}

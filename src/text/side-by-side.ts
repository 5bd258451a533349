/** Sentences that are read side by side, and their words at most. */
export const SIDE_BY_SIDE = 16;
export const WORDS_AT_MOST = 1024;

/** Sentences of a batch, longest first: row `offsets[t] + s` is word t of sentence s. */
export interface Batch<Input> {
  readonly sentences: readonly (readonly Input[])[];
  readonly counts: readonly number[];
  readonly offsets: readonly number[];
  readonly words: number;
}

/** @param sentences of words' inputs, longest first, none empty. */
export function batchOf<Input>(sentences: readonly (readonly Input[])[]): Batch<Input> {
  const counts: number[] = [];
  const offsets: number[] = [];
  let words = 0;
  for (let t = 0; t < sentences[0]!.length; t++) {
    let count = 0;
    while (count < sentences.length && sentences[count]!.length > t) count++;
    counts.push(count);
    offsets.push(words);
    words += count;
  }
  return { sentences, counts, offsets, words };
}

/** Numbers of sentences, near in length and longest first, in groups that are read side by side. */
export function* grouped(sentences: readonly (readonly unknown[])[]): Generator<readonly number[]> {
  const order = sentences.map((_, index) => index);
  order.sort((a, b) => sentences[b]!.length - sentences[a]!.length || a - b);
  let group: number[] = [];
  let words = 0;
  for (const index of order) {
    const { length } = sentences[index]!;
    if (group.length === SIDE_BY_SIDE || words + length > WORDS_AT_MOST) {
      yield group;
      group = [];
      words = 0;
    }
    group.push(index);
    words += length;
  }
  if (group.length > 0) yield group;
}

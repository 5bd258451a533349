/** How far one text repeats others: which of its sentences stand in them already. */
export interface Repetition {
  /** For each sentence of the text: whether an earlier text has it, the same or nearly. */
  readonly repeated: readonly boolean[];
  /** The earlier text that has most of them, and how many. */
  readonly most?: { readonly text: number; readonly sentences: number };
}

/** Runs of so many words are compared; edits of a word or two leave most runs as they were. */
const RUN = 4;
/** From this share of common runs up, two sentences are one. */
const NEARLY = 0.6;
/** Shorter sentences ("He gave no details.") tell nothing by being repeated. */
const WORDS_AT_LEAST = 6;

const wordsOf = (sentence: string): readonly string[] =>
  sentence.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

const runsOf = (words: readonly string[]): readonly string[] =>
  words.length < RUN ? [] : words.slice(RUN - 1).map((_, index) => words.slice(index, index + RUN).join(' '));

/**
 * For texts given as sentences, in order: what each repeats of those before it. Two sentences are one where they share
 * most of their runs of four words, so that a wire story told twice with another dateline and a few edits is found. Linear in
 * the number of words, but for runs that very many sentences share.
 */
export function repetitionsIn(texts: readonly (readonly string[])[]): readonly Repetition[] {
  const seen = new Map<string, number[]>();
  const owner: { text: number; runs: number }[] = [];
  return texts.map((sentences, text) => {
    const counts = new Map<number, number>();
    const own: string[][] = [];
    const repeated = sentences.map((sentence) => {
      const words = wordsOf(sentence);
      const runs = [...new Set(runsOf(words))];
      own.push(runs);
      if (words.length < WORDS_AT_LEAST) return false;
      const shared = new Map<number, number>();
      for (const run of runs) for (const at of seen.get(run) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
      const texts = new Set(
        [...shared].flatMap(([at, count]) =>
          count >= NEARLY * Math.max(runs.length, owner[at]!.runs) ? [owner[at]!.text] : [],
        ),
      );
      for (const other of texts) counts.set(other, (counts.get(other) ?? 0) + 1);
      return texts.size > 0;
    });
    for (const runs of own) {
      const at = owner.push({ text, runs: runs.length }) - 1;
      for (const run of runs) {
        const places = seen.get(run);
        if (places === undefined) seen.set(run, [at]);
        else places.push(at);
      }
    }
    const [most] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    return { repeated, ...(most === undefined ? {} : { most: { text: most[0], sentences: most[1] } }) };
  });
}

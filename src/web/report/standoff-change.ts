import type { StandoffAnswer } from '../standoff/standoff-answer.ts';

/** Sentences of a stand-off that a correction took away, and those that it brought. */
export interface StandoffChange {
  readonly gone: readonly string[];
  readonly fresh: readonly string[];
}

/** What a stand-off says, sentence by sentence: in short, and each position. */
const sentencesOf = ({ before: { summary, positions } }: StandoffAnswer): ReadonlySet<string> =>
  new Set([...summary, ...positions.flatMap(({ sentence }) => (sentence === undefined ? [] : [sentence]))]);

/** Which sentences of a stand-off differ before and after a correction. */
export function standoffChange(before: StandoffAnswer, after: StandoffAnswer): StandoffChange {
  const [was, is] = [sentencesOf(before), sentencesOf(after)];
  return {
    gone: [...was].filter((sentence) => !is.has(sentence)),
    fresh: [...is].filter((sentence) => !was.has(sentence)),
  };
}

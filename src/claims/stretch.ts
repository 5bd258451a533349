import type { Word } from '../text/tree.ts';
import { windowsOf } from '../text/windows.ts';
import {
  ANSWERS,
  type ClaimReading,
  LONGEST_CLAIMED,
  type Question,
  type WordInput,
} from './claim-network.ts';
import type { SentenceReading } from './sentence-readings.ts';
import { type SentenceSigns, signsOf } from './signs.ts';

/** A sentence, or a stretch of a very long one, as the network reads it. */
export interface Stretch {
  readonly read: SentenceReading;
  readonly signs: SentenceSigns;
  readonly words: readonly Word[];
  /** Position of its first word in the sentence. */
  readonly from: number;
}

/** The stretches of a sentence: nearly always one. */
export function stretchesOf(read: SentenceReading): readonly Stretch[] {
  const { words } = read.context.sentence;
  const signs = signsOf(read);
  const forms = words.map(({ form }) => form);
  return windowsOf(forms, LONGEST_CLAIMED).map(([from, to]) => ({
    read,
    signs,
    words: words.slice(from, to),
    from,
  }));
}

/** The words of a stretch as the network takes them. */
export const inputOf = ({ read, signs, words }: Stretch): readonly WordInput[] =>
  words.map(({ form, head, index }) => ({
    form,
    ...(head < 0 ? {} : { above: read.context.sentence.words[head]!.form }),
    signs: signs.ofWords[index]!,
  }));

/** How much a word points at each word of its stretch, and at none. */
export interface Pointed {
  readonly words: readonly Word[];
  readonly shares: Float32Array;
  readonly none: number;
}

/** The answer with the highest probability, leaving out the first `from`. */
export function likeliest<Q extends Question>(
  reading: ClaimReading,
  word: number,
  question: Q,
  from = 0,
): { readonly answer: (typeof ANSWERS)[Q][number]; readonly probability: number } {
  const found = reading.answer(word, question);
  let best = from;
  for (let i = from + 1; i < found.length; i++) if (found[i]! > found[best]!) best = i;
  return { answer: ANSWERS[question][best] as (typeof ANSWERS)[Q][number], probability: found[best]! };
}

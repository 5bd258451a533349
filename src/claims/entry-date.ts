import type { Word } from '../text/tree.ts';
import { writtenDates } from '../time/written-date.ts';
import type { ActorContext } from './actor-reference.ts';
import type { ClaimTime } from './claim.ts';
import { dependentsBy, governorsOf } from './syntax.ts';

/** Marks between a date and what happened on it: "8 April 2010: …", "3 August. …". */
const MARKS = /^[\s•*·–—:.,-]+|[\s–—:.,-]+$/g;

/**
 * The day of an entry in a timeline or diary: a date that alone stands before its first sentence, or is that sentence. It is
 * when happens what the entry tells in the present tense.
 */
export function entryDate(context: ActorContext, predicate: Word): ClaimTime | undefined {
  const { reading, sentence } = context;
  if (!isPresent(context, predicate) || !isTold(context, predicate)) return undefined;
  const { sentences, text } = reading.tree;
  const line = Math.max(
    text.lastIndexOf('\n', sentence.start - 1),
    text.lastIndexOf('\r', sentence.start - 1),
  );
  const first = sentences.find(({ paragraph }) => paragraph === sentence.paragraph)!;
  for (const end of [first.start, first.end]) {
    const label = text.slice(line + 1, end).replace(MARKS, '');
    const [date] = writtenDates(label, reading.date);
    if (date?.start === 0 && date.end === label.length) return { from: date.from, to: date.to, text: label };
  }
  return undefined;
}

/** The tagger takes the plain form of a verb for an infinitive now and then. */
const isPresent = ({ sentence }: ActorContext, predicate: Word): boolean =>
  /^VB[ZP]?$/.test(predicate.xpos) && dependentsBy(sentence, predicate, 'aux', 'mark').length === 0;

/** Told by the entry itself, not as somebody's words nor of another time. */
const isTold = ({ sentence }: ActorContext, predicate: Word): boolean =>
  [predicate, ...governorsOf(sentence, predicate)].every(({ relation }) =>
    /^(root|conj|parataxis)/.test(relation),
  );

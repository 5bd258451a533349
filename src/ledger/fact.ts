import type { PartialDate } from '../time/partial-date.ts';

/**
 * One act, property or statement about one subject, with its source. Facts are never overwritten: a correction is a new
 * fact, and sources that disagree stand side by side.
 */
export interface Fact {
  /** Kind and key of the row: `test:sipri-45001`, `treaty:ctbt/RUS/ratification-withdrawn/2023-11-03`, `statement:tl-0190`. */
  readonly id: string;
  /** When it happened or held from (valid time). */
  readonly date: PartialDate;
  /** From when the source showed it (recorded time); the date itself where nobody watched the source. */
  readonly recorded: PartialDate;
  /** The fact in a sentence of our own. */
  readonly text: string;
  readonly source: string;
}

/** Whether a fact had happened by a day and, where asked, was on record by another. */
export function isOnRecord(
  fact: Pick<Fact, 'date' | 'recorded'>,
  asOf: string,
  knownBy: string | undefined,
): boolean {
  // A partial date counts from its first day: "2023-11" had begun on 2 November.
  return fact.date <= asOf && (knownBy === undefined || fact.recorded <= knownBy);
}

import { daysBetween } from '../../time/day.ts';
import { firstDay, lastDay, type PartialDate } from '../../time/partial-date.ts';
import { isOnRecord } from '../fact.ts';
import type { AsOf } from '../judgement.ts';
import type { Ledger, Tenure } from '../ledger.ts';
import type { Window } from './window.ts';

/** How long before the end of the collection a person may last have been seen in an office and still count as in it. */
const STILL_DAYS = 400;

/** From when to when a source shows a person in an office; `open` where no end is known. */
export interface Term {
  readonly tenure: Tenure;
  readonly from: PartialDate;
  readonly shownUntil: PartialDate;
  readonly open: boolean;
}

export function termsOf(ledger: Ledger, role: string, state: string, when: AsOf): readonly Term[] {
  const tenures = ledger.tenures.filter(
    (row) => row.role === role && row.state === state && isOnRecord(row, when.asOf, when.knownBy),
  );
  return tenures.map((tenure): Term => {
    const { from, to, seenOn, knownUntil, person } = tenure;
    const named = ledger.statements
      .filter((row) => row.person === person && row.role === role && isOnRecord(row, when.asOf, when.knownBy))
      .map(({ date }) => date);
    const seen = [from, seenOn, knownUntil, ...(to === undefined ? named : [])].filter(
      (day) => day !== undefined,
    );
    const start = from ?? [seenOn, ...named].filter((day) => day !== undefined).sort()[0] ?? '9999';
    // Rows of the same person that show days only lengthen a term that has no end.
    const same = tenures
      .filter((row) => row.person === person && row.seenOn !== undefined && row.seenOn >= start)
      .map((row) => row.seenOn!);
    const last = [...seen, ...(to === undefined ? same : [])].sort().at(-1) ?? start;
    return { tenure, from: start, shownUntil: to ?? last, open: to === undefined };
  });
}

export const overlaps = ({ from, shownUntil }: Term, window: Window): boolean =>
  firstDay(from) <= window.to && lastDay(shownUntil) >= window.from;

/** A person last seen in office shortly before the collection ended, with no later holder, counts as in office still. */
export function isStill(
  ledger: Ledger,
  term: Term,
  others: readonly Term[],
  window: Window,
  one: boolean,
): boolean {
  const until = ledger.collectedUntil.statements;
  if (firstDay(term.from) > window.to) return false;
  const recent = daysBetween(lastDay(term.shownUntil), lastDay(until)) <= STILL_DAYS;
  return (
    recent && !(one && others.some(({ from }) => from > term.shownUntil && firstDay(from) <= window.from))
  );
}

import { daysBetween } from '../../time/day.ts';
import { firstDay, lastDay } from '../../time/partial-date.ts';
import { writtenDates } from '../../time/written-date.ts';
import { type Fact, isOnRecord } from '../fact.ts';
import type { AsOf } from '../judgement.ts';
import type { Ledger, Statement } from '../ledger.ts';
import { testsBy } from './tests-in-scope.ts';
import type { Window } from './window.ts';

/** Allegations of a test by a state within a window: rows of the timeline and putative explosions of other lists. */
export function allegationsOf(
  ledger: Ledger,
  code: string,
  window: Window,
  when: AsOf,
  datedOnly: boolean,
): readonly Fact[] {
  const name = ledger.names.get(code) ?? code;
  const rule = ledger.statementRules.get('test');
  const named = (row: Statement) => row.text.includes(name);
  const overlaps = (row: Statement): boolean => {
    const dates = writtenDates(row.text.slice(row.text.indexOf(':')));
    if (dates.length === 0)
      return !datedOnly && window.from <= row.date && window.to >= `${Number(row.date.slice(0, 4)) - 1}`;
    return dates.some(({ from, to }) => firstDay(from) <= window.to && lastDay(to) >= window.from);
  };
  const alleged = ledger.statements.filter(
    (row) =>
      row.act === 'allegation' &&
      rule?.topics.includes(row.topic) &&
      !row.actors.includes(code) &&
      isOnRecord(row, when.asOf, when.knownBy) &&
      named(row) &&
      overlaps(row),
  );
  const denied = ledger.statements.filter(
    (row) =>
      row.act === 'denial' &&
      rule?.topics.includes(row.topic) &&
      row.actors.includes(code) &&
      isOnRecord(row, when.asOf, when.knownBy),
  );
  // A putative explosion whose author is unsure bears on every state that has no test of its own.
  const narrow = daysBetween(window.from, window.to) < 800;
  const putative = ledger.putative.filter(
    (row) =>
      (row.state === code || (narrow && testsBy(ledger, row.state).length === 0)) &&
      row.date >= window.from &&
      row.date <= window.to,
  );
  return alleged.length > 0 ? [...alleged, ...denied] : testsBy(ledger, code).length === 0 ? putative : [];
}

import { addDays } from '../../time/day.ts';
import { firstDay, lastDay } from '../../time/partial-date.ts';
import type { Ledger } from '../ledger.ts';
import type { Proposition } from './proposition.ts';

/** Days on which a stockpile figure or an office may have changed, for the search backwards. */
export function changesOfRecords(ledger: Ledger, proposition: Proposition): readonly string[] {
  if (proposition.kind === 'stockpile' || proposition.kind === 'stockpile-more') {
    return [...new Set(ledger.stockpiles.map(({ date }) => date))].sort();
  }
  if (proposition.kind === 'office') {
    const { role, state } = proposition.office;
    return ledger.tenures
      .filter((row) => row.role === role && row.state === state)
      .flatMap(({ from, to, seenOn, knownUntil, person }) => [
        ...(to === undefined ? [] : [lastDay(to)]),
        ...(from === undefined ? (seenOn === undefined ? [] : [firstDay(seenOn)]) : [firstDay(from)]),
        ...(knownUntil === undefined || person !== proposition.person
          ? []
          : [addDays(lastDay(knownUntil), 1)]),
      ])
      .sort();
  }
  return [];
}

import { inWords } from '../../time/partial-date.ts';
import { actsByState, actsUnder } from '../act-index.ts';
import { isOnRecord } from '../fact.ts';
import type { AsOf } from '../judgement.ts';
import { type Ledger, nameOf, type TreatyAct } from '../ledger.ts';
import { type Outcome, outcome } from './outcome.ts';
import type { PropositionOf } from './proposition.ts';
import { isBilateral, SHOWS, stateOf, theRecord } from './treaty-record.ts';

export function judgeTreatyOrder(
  ledger: Ledger,
  { treaty, act, before, after }: PropositionOf<'treaty-order'>,
  when: AsOf,
): Outcome {
  const first = (code: string) =>
    (actsByState(ledger).get(treaty)?.get(stateOf(ledger, code)) ?? []).find(
      (row) => SHOWS[act](row) && isOnRecord(row, when.asOf, when.knownBy),
    );
  const [a, b] = [first(before), first(after)];
  if (a === undefined || b === undefined) {
    const none = a === undefined ? before : after;
    if (isBilateral(ledger, treaty))
      return outcome('unknown', [a, b], 'The record of this treaty is not complete.');
    return outcome(
      a === undefined ? false : 'partly',
      [a, b, theRecord(ledger, treaty, `holds no such act of ${nameOf(ledger, none)}`)],
      `The record holds no such act of ${nameOf(ledger, none)}.`,
    );
  }
  return outcome(a.date < b.date, [a, b], `${a.text} ${b.text}`);
}

export function judgeTreatyRank(
  ledger: Ledger,
  proposition: PropositionOf<'treaty-rank'>,
  when: AsOf,
): Outcome {
  const { treaty, act, code, edge, listed } = proposition;
  const needed = listed ? new Set(ledger.entryRules.get(treaty)?.states) : undefined;
  const all = actsUnder(ledger, treaty).filter(
    (row) =>
      SHOWS[act](row) &&
      isOnRecord(row, when.asOf, when.knownBy) &&
      (needed === undefined || needed.has(row.state)),
  );
  const sooner = (a: TreatyAct, b: TreatyAct) => (edge === 'last' ? a.date > b.date : a.date < b.date);
  const first = all.reduce<TreatyAct | undefined>(
    (best, row) => (best === undefined || sooner(row, best) ? row : best),
    undefined,
  );
  if (first === undefined) return outcome('unknown', [], 'The record holds no such act.');
  const own = all.find((row) => row.state === stateOf(ledger, code));
  const tied = all.filter(({ date }) => date === first.date);
  if (tied.length > 1 && own?.date === first.date)
    return outcome('partly', tied.slice(0, 3), `${tied.length} states did so on ${inWords(first.date)}.`);
  return outcome(own?.date === first.date, [first, own === first ? undefined : own], first.text);
}

import { firstDay, inWords, lastDay } from '../../time/partial-date.ts';
import { isOnRecord } from '../fact.ts';
import type { AsOf } from '../judgement.ts';
import { type Ledger, nameOf, ownCodes } from '../ledger.ts';
import { type Outcome, outcome } from './outcome.ts';
import type { PropositionOf } from './proposition.ts';
import { windowOf } from './window.ts';

export function judgeDeed(
  ledger: Ledger,
  { deed, state, person, whens }: PropositionOf<'deed'>,
  when: AsOf,
): Outcome {
  const cut = `Statements were collected until ${inWords(ledger.collectedUntil.statements)}.`;
  if (deed.state !== undefined && state !== undefined && !ownCodes(ledger, state).includes(deed.state)) {
    return outcome('unknown', [], `The ledger tells of no such deed of ${nameOf(ledger, state)}. ${cut}`);
  }
  const own = state === undefined ? [] : ownCodes(ledger, state);
  const surname = person?.split(' ').at(-1);
  const place = deed.words.split('|')[0]!;
  const rows = ledger.statements.filter(
    (row) =>
      deed.acts.split(' ').includes(row.act) &&
      deed.topics.split(' ').includes(row.topic) &&
      row.actors.some((actor) => own.includes(actor)) &&
      isOnRecord(row, when.asOf, when.knownBy) &&
      (surname === undefined || row.person.includes(surname)),
  );
  const window = windowOf(whens, when.asOf, false);
  const found = rows.filter(({ date }) => firstDay(date) <= window.to && lastDay(date) >= window.from);
  if (found.length > 0) return outcome(true, found.slice(0, 3), `${found[0]!.text} ${cut}`);
  if (rows.length === 0)
    return outcome('unknown', [], `The ledger tells of no such deed ("${place}"). ${cut}`);
  return outcome(
    'unknown',
    rows.slice(0, 3),
    `The ledger tells of it on ${rows
      .slice(0, 3)
      .map(({ date }) => inWords(date))
      .join(', ')}, not then. ${cut}`,
  );
}

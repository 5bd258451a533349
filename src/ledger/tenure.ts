import { firstDay, lastDay } from '../time/partial-date.ts';
import { isOnRecord } from './fact.ts';
import type { Ledger, Tenure } from './ledger.ts';

/** Whether a person held an office on a day, as far as the source tells. */
export type Held = 'yes' | 'no' | 'unknown';

/** Whether a tenure covers a day: within its days yes, outside no, and past what the source looked at unknown. */
export function heldOn({ from, to, seenOn, knownUntil }: Tenure, day: string): Held {
  if (from !== undefined && day < firstDay(from)) return 'no';
  if (to !== undefined && day >= lastDay(to)) return 'no';
  if (from !== undefined) {
    if (to !== undefined) return 'yes';
    const until = [knownUntil, seenOn]
      .filter((known) => known !== undefined)
      .sort()
      .at(-1);
    return until === undefined || day <= lastDay(until) ? 'yes' : 'unknown';
  }
  return seenOn !== undefined && firstDay(seenOn) <= day && day <= lastDay(seenOn) ? 'yes' : 'unknown';
}

/** The tenures of an office on a day: who held it, or may have. */
export function holdersOf(
  { tenures }: Ledger,
  role: string,
  state: string,
  day: string,
  knownBy?: string,
): readonly { readonly tenure: Tenure; readonly held: Held }[] {
  return tenures
    .filter((tenure) => tenure.role === role && tenure.state === state && isOnRecord(tenure, '9999', knownBy))
    .map((tenure) => ({ tenure, held: heldOn(tenure, day) }))
    .filter(({ held }) => held !== 'no');
}

/** The offices that a person held on a day. */
export function officesOn({ tenures }: Ledger, person: string, day: string): readonly Tenure[] {
  return tenures.filter(
    (tenure) =>
      (tenure.person === person || tenure.aliases.includes(person)) && heldOn(tenure, day) === 'yes',
  );
}

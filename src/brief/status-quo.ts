import type { Claim } from '../claims/index.ts';
import { type AsOf, actsSince, type Ledger, standingOf } from '../ledger/index.ts';
import { type OptionKind, optionOf } from '../model/index.ts';
import { lastDay } from '../time/partial-date.ts';

/**
 * Whether a party has taken an option on the day asked: by the ledger where it can tell (a treaty's standing), else by
 * the last thing that the reports say it did, else not. A test of long ago is not a test now: what cannot be undone counts
 * from the day of the first words that speak of it (`since`).
 */
export function isTakenBy(
  ledger: Ledger,
  claims: readonly Claim[],
  actor: string,
  kind: OptionKind,
  when: AsOf,
  since?: string,
): boolean {
  for (const { act, object } of kind.acts) {
    if (act !== 'ratify' || object === undefined || !ledger.treaties.has(object)) continue;
    return standingOf(ledger, object, actor, when).standing === 'party';
  }
  if (kind.irreversible)
    return (
      since !== undefined &&
      kind.acts.some((act) => actsSince(ledger, actor, act, lastDay(since), when).length > 0)
    );
  const done = claims.filter(
    (claim) => claim.actor === actor && claim.modality === 'done' && optionOf([kind], claim) !== undefined,
  );
  const last = done.at(-1);
  return last !== undefined && optionOf([kind], last)!.takes === (last.polarity === 'positive');
}

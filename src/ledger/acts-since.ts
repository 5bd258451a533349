import type { Act } from '../claims/claim.ts';
import type { Fact } from './fact.ts';
import { isOnRecord } from './fact.ts';
import { testsOf } from './judge-test.ts';
import type { AsOf } from './judgement.ts';
import type { Ledger } from './ledger.ts';

/** Acts that the list of tests tells. */
const TESTING: ReadonlySet<Act> = new Set(['test', 'resume-test']);

/**
 * The facts that show a state doing an act after a day: its tests, or its acts under a treaty by the stand-off's rules.
 * Nothing where the ledger has no list that could tell.
 */
export function actsSince(
  ledger: Ledger,
  state: string,
  { act, object }: { readonly act: Act; readonly object?: string },
  since: string,
  when: AsOf,
): readonly Fact[] {
  const rule = ledger.treatyActRules.get(act);
  const facts: readonly Fact[] = TESTING.has(act)
    ? testsOf(ledger, state, when)
    : rule === undefined || object === undefined
      ? []
      : ledger.treatyActs.filter(
          (row) =>
            row.treaty === object &&
            row.state === state &&
            rule.acts.includes(row.act) &&
            isOnRecord(row, when.asOf, when.knownBy),
        );
  return facts.filter(({ date }) => date > since);
}

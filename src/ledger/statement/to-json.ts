import type { Ledger } from '../ledger.ts';
import type { CheckedStatement } from './check.ts';

/** A judged sentence as data; docs/schema/check.json. */
export function statementJson(
  { collectedUntil }: Ledger,
  { statement, asOf, verdict, because, note, until }: CheckedStatement,
  knownBy: string | undefined,
) {
  return {
    schema: 'firstmove/check/1',
    statement,
    asOf,
    knownBy: knownBy ?? null,
    verdict,
    because,
    note,
    ...(until === undefined ? {} : { until }),
    collectedUntil,
  };
}

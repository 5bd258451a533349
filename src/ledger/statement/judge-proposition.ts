import { actsByState } from '../act-index.ts';
import type { AsOf } from '../judgement.ts';
import { type Ledger, ownCodes } from '../ledger.ts';
import {
  changesOfRecords,
  judgeDeed,
  judgeOffice,
  judgeStockpile,
  judgeStockpileMore,
} from './judge-records.ts';
import {
  judgeTestAgain,
  judgeTestCount,
  judgeTestEdge,
  judgeTestElapsed,
  judgeTestMore,
  judgeTestOnly,
  judgeTestOrder,
  judgeTestRank,
  judgeTestStates,
  judgeTests,
  judgeTestYield,
} from './judge-tests.ts';
import {
  judgeInForce,
  judgeTreatyAct,
  judgeTreatyCount,
  judgeTreatyDay,
  judgeTreatyNeeds,
  judgeTreatyOrder,
  judgeTreatyRank,
} from './judge-treaties.ts';
import type { Outcome } from './outcome.ts';
import type { Proposition } from './proposition.ts';

/** What the rows on record say of a proposition as of a day. */
export function judgeProposition(ledger: Ledger, proposition: Proposition, when: AsOf): Outcome {
  switch (proposition.kind) {
    case 'tests':
      return judgeTests(ledger, proposition, when);
    case 'test-count':
      return judgeTestCount(ledger, proposition, when);
    case 'test-edge':
      return judgeTestEdge(ledger, proposition, when);
    case 'test-again':
      return judgeTestAgain(ledger, proposition, when);
    case 'test-states':
      return judgeTestStates(ledger, proposition, when);
    case 'test-only':
      return judgeTestOnly(ledger, proposition, when);
    case 'test-rank':
      return judgeTestRank(ledger, proposition, when);
    case 'test-order':
      return judgeTestOrder(ledger, proposition, when);
    case 'test-more':
      return judgeTestMore(ledger, proposition, when);
    case 'test-elapsed':
      return judgeTestElapsed(ledger, proposition, when);
    case 'test-yield':
      return judgeTestYield(ledger, proposition, when);
    case 'treaty-act':
      return judgeTreatyAct(ledger, proposition, when);
    case 'treaty-count':
      return judgeTreatyCount(ledger, proposition, when);
    case 'treaty-order':
      return judgeTreatyOrder(ledger, proposition, when);
    case 'treaty-rank':
      return judgeTreatyRank(ledger, proposition, when);
    case 'in-force':
      return judgeInForce(ledger, proposition, when);
    case 'treaty-day':
      return judgeTreatyDay(ledger, proposition, when);
    case 'treaty-needs':
      return judgeTreatyNeeds(ledger, proposition, when);
    case 'stockpile':
      return judgeStockpile(ledger, proposition, when);
    case 'stockpile-more':
      return judgeStockpileMore(ledger, proposition, when);
    case 'office':
      return judgeOffice(ledger, proposition, when);
    case 'deed':
      return judgeDeed(ledger, proposition, when);
  }
}

/** The days on which the truth of a proposition may change, in order. */
export function changesOf(ledger: Ledger, proposition: Proposition): readonly string[] {
  if ('treaty' in proposition) {
    const acts = [...(actsByState(ledger).get(proposition.treaty)?.values() ?? [])].flat();
    const row = ledger.treaties.get(proposition.treaty)!;
    return [
      ...new Set([
        ...acts.map(({ date }) => date),
        ...(row.inForce ? [row.inForce] : []),
        ...(row.ended ? [row.ended] : []),
      ]),
    ].sort();
  }
  if (proposition.kind.startsWith('test')) {
    const scope = 'scope' in proposition ? proposition.scope.codes : undefined;
    const codes = scope?.flatMap((code) => ownCodes(ledger, code));
    return ledger.tests
      .filter(({ state }) => codes === undefined || codes.includes(state))
      .map(({ date }) => date);
  }
  return changesOfRecords(ledger, proposition);
}

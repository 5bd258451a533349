import type { Day } from '../../time/day.ts';
import type { AsOf } from '../judgement.ts';
import { type Ledger, ownCodes } from '../ledger.ts';
import { treatyStatus } from '../treaty-status.ts';
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
  daysOf,
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

/** How many changes back the search for a day on which it was so goes: acts under a treaty, and tests. */
const FARTHEST = { acts: 400, tests: 40 } as const;

/** The latest days until a day on which the truth of a proposition may have changed, in order. */
export function changesOf(ledger: Ledger, proposition: Proposition, asOf: Day): readonly Day[] {
  if ('treaty' in proposition) {
    const { treaty, kind } = proposition;
    const { ended } = ledger.treaties.get(treaty)!;
    const { since } = treatyStatus(ledger, treaty, { asOf });
    const own = kind === 'in-force' || kind === 'treaty-day';
    const marks = [since, ended].filter((day) => day !== undefined);
    const days = own
      ? marks
      : kind === 'treaty-act'
        ? [...new Set([...daysOf(ledger, treaty), ...marks])].sort()
        : daysOf(ledger, treaty);
    return days.filter((day) => day <= asOf).slice(-FARTHEST.acts);
  }
  if (!proposition.kind.startsWith('test'))
    return changesOfRecords(ledger, proposition).filter((day) => day <= asOf);
  const scope = 'scope' in proposition ? proposition.scope.codes : undefined;
  const codes = scope?.flatMap((code) => ownCodes(ledger, code));
  const days: Day[] = [];
  for (let at = ledger.tests.length - 1; at >= 0 && days.length < FARTHEST.tests; at--) {
    const { state, date } = ledger.tests[at]!;
    if (date <= asOf && (codes === undefined || codes.includes(state)) && days.at(-1) !== date)
      days.push(date);
  }
  return days.reverse();
}

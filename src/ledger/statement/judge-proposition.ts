import type { Day } from '../../time/day.ts';
import { actsByState } from '../act-index.ts';
import type { AsOf } from '../judgement.ts';
import { type Ledger, ownCodes } from '../ledger.ts';
import { treatyStatus } from '../treaty-status.ts';
import { judgeDeed } from './judge-deed.ts';
import { judgeInForce, judgeTreatyDay } from './judge-in-force.ts';
import { judgeOffice } from './judge-office.ts';
import { judgeStockpile, judgeStockpileMore } from './judge-stockpile.ts';
import { judgeTestMore, judgeTestOrder } from './judge-test-comparison.ts';
import { judgeTestCount } from './judge-test-count.ts';
import { judgeTestAgain, judgeTestEdge, judgeTestElapsed } from './judge-test-edge.ts';
import { judgeTests } from './judge-test-presence.ts';
import { judgeTestOnly, judgeTestRank, judgeTestStates } from './judge-test-states.ts';
import { judgeTestYield } from './judge-test-yield.ts';
import { judgeTreatyAct } from './judge-treaty-act.ts';
import { judgeTreatyCount, judgeTreatyNeeds } from './judge-treaty-count.ts';
import { judgeTreatyOrder, judgeTreatyRank } from './judge-treaty-order.ts';
import { agrees, type Outcome } from './outcome.ts';
import type { Proposition, PropositionOf } from './proposition.ts';
import { changesOfRecords } from './record-changes.ts';
import { countOf, countsOn, daysOf } from './treaty-counts.ts';
import { stateOf } from './treaty-record.ts';

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
const FARTHEST = { acts: 400, tests: 20 } as const;

/** Days of the acts that a sentence about named states hangs on; of all acts where it speaks of others too. */
function actDays(ledger: Ledger, { treaty, subject }: PropositionOf<'treaty-act'>): readonly Day[] {
  if (subject.mode !== 'each') return daysOf(ledger, treaty);
  const acts = actsByState(ledger).get(treaty);
  const days = subject.codes
    .flatMap((code) => acts?.get(stateOf(ledger, code)) ?? [])
    .map(({ date }) => date);
  return [...new Set(days)];
}

/** Whether a proposition can hold on a day at all: a cheap look before it is judged in full. */
export function mayHold(ledger: Ledger, proposition: Proposition, when: AsOf): boolean {
  if (proposition.kind !== 'treaty-count' || proposition.whens.length > 0) return true;
  return agrees(
    countOf(countsOn(ledger, proposition.treaty, when), proposition.measure),
    proposition.count.relation,
    proposition.count.value,
  );
}

/** The latest days until a day on which the truth of a proposition may have changed, in order. */
export function changesOf(ledger: Ledger, proposition: Proposition, asOf: Day): readonly Day[] {
  if ('treaty' in proposition) {
    const { treaty, kind } = proposition;
    const { opened = '', ended } = ledger.treaties.get(treaty)!;
    const { since } = treatyStatus(ledger, treaty, { asOf });
    const own = kind === 'in-force' || kind === 'treaty-day';
    const marks = [since, ended].filter((day) => day !== undefined);
    if (own) return marks.filter((day) => day <= asOf);
    const days =
      kind === 'treaty-act' ? [...actDays(ledger, proposition), ...marks].sort() : daysOf(ledger, treaty);
    // Before it was open for signature nothing could be said of it.
    return days.filter((day) => day <= asOf && day > opened).slice(-FARTHEST.acts);
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

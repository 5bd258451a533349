import { addDays, type Day } from '../time/day.ts';
import { firstDay } from '../time/partial-date.ts';
import { actsByState, actsUnder } from './act-index.ts';
import { isOnRecord } from './fact.ts';
import type { AsOf } from './judgement.ts';
import type { EntryRule, Ledger, TreatyAct } from './ledger.ts';
import { CONSENT, isBound, standingOf } from './standing.ts';

export interface TreatyStatus {
  readonly treaty: string;
  readonly signatures: number;
  /** States bound: ratifications, accessions and successions that have not been withdrawn. */
  readonly ratifications: number;
  readonly required?: {
    readonly total: number;
    readonly ratified: number;
    readonly missing: readonly string[];
  };
  readonly inForce: boolean;
  readonly since?: Day;
  readonly ended?: Day;
}

/** Whether the states that are bound meet a rule. */
function isMet(rule: EntryRule, bound: ReadonlySet<string>): boolean {
  return (
    bound.size >= (rule.ratifications ?? rule.states.length) && rule.states.every((state) => bound.has(state))
  );
}

/**
 * The day on which a rule brings a treaty into force: the rule's days after the consent that meets it, unless a
 * withdrawal un-counts a state before that day.
 */
function entryDay(rule: EntryRule, acts: readonly TreatyAct[], when: AsOf): Day | undefined {
  const bound = new Set<string>();
  let due: Day | undefined;
  for (const act of acts) {
    if (!isOnRecord(act, when.asOf, when.knownBy)) continue;
    const day = firstDay(act.date);
    if (due !== undefined && due <= day) return due;
    if (CONSENT.has(act.act)) bound.add(act.state);
    else if (act.act === 'ratification-withdrawn' || act.act === 'withdrawal') bound.delete(act.state);
    if (!isMet(rule, bound)) due = undefined;
    else due ??= addDays(day, rule.daysAfter);
    // In force at once: no later act takes it back.
    if (due !== undefined && rule.daysAfter === 0) return due;
  }
  return due;
}

/**
 * Counts and force of a treaty on a day. A treaty with an entry rule is in force when its rule is met and the rule's
 * days have passed; the others by the dates of the treaty's own row.
 *
 * @throws RangeError for a treaty that is not in the ledger.
 */
export function treatyStatus(ledger: Ledger, treaty: string, when: AsOf): TreatyStatus {
  const row = ledger.treaties.get(treaty);
  if (row === undefined) {
    throw new RangeError(
      `"${treaty}" is no treaty of the ledger; it has ${[...ledger.treaties.keys()].join(', ')}`,
    );
  }
  const states = actsByState(ledger).get(treaty);
  const bound = new Set<string>();
  let signatures = 0;
  for (const state of states?.keys() ?? []) {
    const standing = standingOf(ledger, treaty, state, when);
    if (standing.signature !== undefined) signatures++;
    if (isBound(standing)) bound.add(state);
  }
  const rule = ledger.entryRules.get(treaty);
  const required = rule !== undefined && rule.states.length > 0 ? requiredOf(rule, bound) : undefined;
  const since =
    rule === undefined
      ? row.inForce && firstDay(row.inForce)
      : entryDay(rule, actsUnder(ledger, treaty), when);
  const ended = row.ended !== undefined && row.ended <= when.asOf ? firstDay(row.ended) : undefined;
  const entered = since !== undefined && since <= when.asOf;
  return {
    treaty,
    signatures,
    ratifications: bound.size,
    ...(required === undefined ? {} : { required }),
    inForce: entered && ended === undefined,
    ...(entered ? { since } : {}),
    ...(ended === undefined ? {} : { ended }),
  };
}

function requiredOf(rule: EntryRule, bound: ReadonlySet<string>): NonNullable<TreatyStatus['required']> {
  const missing = rule.states.filter((state) => !bound.has(state)).sort();
  return { total: rule.states.length, ratified: rule.states.length - missing.length, missing };
}

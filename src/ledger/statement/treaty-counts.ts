import { actsByState, actsUnder } from '../act-index.ts';
import { isOnRecord } from '../fact.ts';
import type { AsOf } from '../judgement.ts';
import type { Ledger, TreatyAct } from '../ledger.ts';
import { CONSENT, isBound, standingOf } from '../standing.ts';
import { type TreatyStatus, treatyStatus } from '../treaty-status.ts';
import type { PropositionOf } from './proposition.ts';

interface Counts {
  readonly status: TreatyStatus;
  readonly signedOnly: number;
  /** The acts that decide each count, found when first asked for. */
  readonly deciding: Map<string, readonly TreatyAct[]>;
}

const counted = new WeakMap<readonly TreatyAct[], Map<string, Counts>>();

const actDays = new WeakMap<readonly TreatyAct[], Map<string, readonly string[]>>();

/** The days on which a treaty's counts change, in order. */
export function daysOf(ledger: Ledger, treaty: string): readonly string[] {
  const known = actDays.get(ledger.treatyActs) ?? new Map<string, readonly string[]>();
  actDays.set(ledger.treatyActs, known);
  const days = known.get(treaty) ?? [...new Set(actsUnder(ledger, treaty).map(({ date }) => date))];
  known.set(treaty, days);
  return days;
}

/** Counts on a day; kept for the days between two acts, since a search backwards asks for many days. */
export function countsOn(ledger: Ledger, treaty: string, when: AsOf): Counts {
  const days = daysOf(ledger, treaty);
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]! <= when.asOf) low = middle + 1;
    else high = middle;
  }
  const known = counted.get(ledger.treatyActs) ?? new Map<string, Counts>();
  counted.set(ledger.treatyActs, known);
  const key = `${treaty}|${low}|${when.knownBy ?? ''}`;
  const found = known.get(key) ?? {
    status: treatyStatus(ledger, treaty, when),
    signedOnly: signedOnly(ledger, treaty, when),
    deciding: new Map(),
  };
  known.set(key, found);
  return found;
}

export function signedOnly(ledger: Ledger, treaty: string, when: AsOf): number {
  return [...(actsByState(ledger).get(treaty)?.keys() ?? [])].filter((state) => {
    const standing = standingOf(ledger, treaty, state, when);
    return standing.signature !== undefined && !isBound(standing);
  }).length;
}

/** The latest act that changed a count, and the withdrawals that count against it. */
export function decidingActs(
  ledger: Ledger,
  treaty: string,
  measure: PropositionOf<'treaty-count'>['measure'],
  when: AsOf,
): readonly TreatyAct[] {
  const listed = measure.startsWith('listed') ? new Set(ledger.entryRules.get(treaty)?.states) : undefined;
  let latest: TreatyAct | undefined;
  const taken: TreatyAct[] = [];
  for (const [state, acts] of actsByState(ledger).get(treaty) ?? []) {
    if (listed !== undefined && !listed.has(state)) continue;
    for (const act of acts) {
      if (!isOnRecord(act, when.asOf, when.knownBy)) continue;
      if (act.act === 'ratification-withdrawn' || act.act === 'withdrawal') taken.push(act);
      else if (
        (measure === 'signatures' ? act.act === 'signature' : CONSENT.has(act.act)) &&
        (latest === undefined || act.date > latest.date)
      )
        latest = act;
    }
  }
  return measure === 'signatures' ? (latest ? [latest] : []) : [...taken, ...(latest ? [latest] : [])];
}

/** The count that a sentence speaks of. */
export function countOf(
  { status, signedOnly }: Counts,
  measure: PropositionOf<'treaty-count'>['measure'],
): number {
  const { signatures, ratifications, required } = status;
  return {
    signatures,
    ratifications,
    listed: required?.ratified ?? 0,
    'listed-missing': required?.missing.length ?? 0,
    'signed-only': signedOnly,
  }[measure];
}

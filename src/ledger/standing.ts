import { addDays, type Day } from '../time/day.ts';
import { firstDay } from '../time/partial-date.ts';
import { isOnRecord } from './fact.ts';
import type { AsOf } from './judgement.ts';
import type { Ledger, TreatyAct } from './ledger.ts';

const CONSENT = new Set(['ratification', 'accession', 'succession', 'succession_or_accession']);

/** Where a state stands towards a treaty on a day, by its acts until then. */
export interface Standing {
  readonly state: string;
  readonly signature?: TreatyAct;
  readonly ratification?: TreatyAct;
  /** The withdrawal of its ratification or from the treaty, where one has happened. */
  readonly withdrawn?: TreatyAct;
  readonly standing: 'party' | 'signatory' | 'none' | 'withdrawn';
}

/** A state's standing is computed from its acts, never stored: signature, consent to be bound, withdrawal. */
export function standingOf(ledger: Ledger, treaty: string, state: string, { asOf, knownBy }: AsOf): Standing {
  const acts = ledger.treatyActs.filter(
    (act) => act.treaty === treaty && act.state === state && isOnRecord(act, asOf, knownBy),
  );
  const signature = acts.find(({ act }) => act === 'signature');
  const ratification = acts.findLast(({ act }) => CONSENT.has(act));
  const withdrawn = acts.findLast(
    ({ act, date }) =>
      (act === 'ratification-withdrawn' || act === 'withdrawal') && date >= (ratification?.date ?? ''),
  );
  const left = withdrawn?.act === 'withdrawal';
  return {
    state,
    ...(signature === undefined ? {} : { signature }),
    ...(ratification === undefined ? {} : { ratification }),
    ...(withdrawn === undefined ? {} : { withdrawn }),
    standing: left
      ? 'withdrawn'
      : ratification !== undefined && withdrawn === undefined
        ? 'party'
        : signature !== undefined
          ? 'signatory'
          : 'none',
  };
}

export interface TreatyStatus {
  readonly treaty: string;
  readonly signatures: number;
  /** Ratifications, accessions and successions that have not been withdrawn. */
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

/**
 * Counts and force of a treaty on a day. A treaty with an entry rule is in force when every listed state has ratified
 * and the rule's days have passed; the others by the dates of the treaty's own row.
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
  const states = [
    ...new Set(ledger.treatyActs.filter((act) => act.treaty === treaty).map(({ state }) => state)),
  ];
  const standings = states.map((state) => standingOf(ledger, treaty, state, when));
  const ratified = new Set(
    standings.filter(({ standing }) => standing === 'party').map(({ state }) => state),
  );
  const rule = ledger.entryRules.get(treaty);
  const counts = {
    treaty,
    signatures: standings.filter(({ signature }) => signature !== undefined).length,
    ratifications: ratified.size,
  };
  if (rule === undefined) {
    const since = row.inForce;
    const ended = row.ended !== undefined && row.ended <= when.asOf ? firstDay(row.ended) : undefined;
    return {
      ...counts,
      inForce: since !== undefined && since <= when.asOf && ended === undefined,
      ...(since === undefined || since > when.asOf ? {} : { since: firstDay(since) }),
      ...(ended === undefined ? {} : { ended }),
    };
  }
  const missing = rule.states.filter((state) => !ratified.has(state));
  const last = standings
    .filter(({ state }) => rule.states.includes(state))
    .reduce(
      (day, { ratification }) =>
        ratification && ratification.date > day ? firstDay(ratification.date) : day,
      '',
    );
  const since = missing.length === 0 && last !== '' ? addDays(last, rule.daysAfter) : undefined;
  return {
    ...counts,
    required: {
      total: rule.states.length,
      ratified: rule.states.length - missing.length,
      missing: [...missing].sort(),
    },
    inForce: since !== undefined && since <= when.asOf,
    ...(since === undefined || since > when.asOf ? {} : { since }),
  };
}

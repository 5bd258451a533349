import { actsByState } from './act-index.ts';
import { isOnRecord } from './fact.ts';
import type { AsOf } from './judgement.ts';
import type { Ledger, TreatyAct } from './ledger.ts';

/** Acts by which a state consents to be bound. */
export const CONSENT: ReadonlySet<string> = new Set([
  'ratification',
  'accession',
  'succession',
  'succession-or-accession',
  'in-force',
]);

/** Where a state stands towards a treaty on a day, by its acts until then. */
export interface Standing {
  readonly state: string;
  readonly signature?: TreatyAct;
  readonly ratification?: TreatyAct;
  /** The withdrawal of its ratification or from the treaty, where one has happened. */
  readonly withdrawn?: TreatyAct;
  readonly suspended?: TreatyAct;
  /** A withdrawal that was announced and whose effect is disputed; the state is still counted. */
  readonly announced?: TreatyAct;
  readonly standing: 'party' | 'signatory' | 'none' | 'withdrawn' | 'suspended';
}

const NO_ACTS: readonly TreatyAct[] = [];

/** A state's standing is computed from its acts, never stored: signature, consent to be bound, withdrawal. */
export function standingOf(ledger: Ledger, treaty: string, state: string, { asOf, knownBy }: AsOf): Standing {
  let signature: TreatyAct | undefined;
  let ratification: TreatyAct | undefined;
  let withdrawn: TreatyAct | undefined;
  let suspended: TreatyAct | undefined;
  let announced: TreatyAct | undefined;
  for (const act of actsByState(ledger).get(treaty)?.get(state) ?? NO_ACTS) {
    if (act.date > asOf) break;
    if (!isOnRecord(act, asOf, knownBy)) continue;
    if (act.act === 'signature') signature ??= act;
    else if (CONSENT.has(act.act)) {
      ratification = act;
      withdrawn = undefined;
    } else if (act.act === 'ratification-withdrawn' || act.act === 'withdrawal') withdrawn = act;
    else if (act.act === 'suspension') suspended = act;
    else if (act.act === 'withdrawal-announced') announced = act;
  }
  const left = withdrawn?.act === 'withdrawal';
  const bound = ratification !== undefined && withdrawn === undefined;
  return {
    state,
    ...(signature === undefined ? {} : { signature }),
    ...(ratification === undefined ? {} : { ratification }),
    ...(withdrawn === undefined ? {} : { withdrawn }),
    ...(suspended === undefined ? {} : { suspended }),
    ...(announced === undefined ? {} : { announced }),
    standing: left
      ? 'withdrawn'
      : bound
        ? suspended === undefined
          ? 'party'
          : 'suspended'
        : signature !== undefined
          ? 'signatory'
          : 'none',
  };
}

/** Whether a state counts among those that have ratified. */
export const isBound = ({ standing }: Standing): boolean => standing === 'party' || standing === 'suspended';

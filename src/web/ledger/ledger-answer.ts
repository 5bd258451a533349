import type { Evidence } from '../because-list.tsx';

export type StandingName = 'party' | 'signatory' | 'none' | 'withdrawn' | 'suspended';

/** A state's acts under a treaty and where it stands. */
export interface StateStanding {
  readonly code: string;
  readonly standing: StandingName;
  readonly signature?: string;
  readonly ratification?: string;
  readonly suspended?: string;
  readonly withdrawalAnnounced?: string;
  readonly withdrawn?: string;
  readonly because: readonly string[];
}

export interface TreatyRow {
  readonly id: string;
  readonly name: string;
  readonly opened?: string;
  readonly signatures: number;
  readonly ratifications: number;
  readonly required?: {
    readonly list: string;
    readonly total: number;
    readonly ratified: number;
    readonly missing: readonly string[];
  };
  readonly inForce: boolean;
  readonly since?: string;
  readonly ended?: string;
  readonly states: readonly StateStanding[];
}

/** What `/ledger.json` tells. */
export interface LedgerAnswer {
  readonly asOf: string;
  readonly treaties: readonly TreatyRow[];
  readonly names: Readonly<Record<string, string>>;
  readonly collectedUntil: Readonly<Record<string, string>>;
}

/** What `/ledger/treaties/ID.json` tells. */
export interface TreatyAnswer extends Omit<TreatyRow, 'states' | 'name' | 'id'> {
  readonly treaty: string;
  readonly asOf: string;
  readonly state?: Omit<StateStanding, 'because'>;
  readonly because: readonly Evidence[];
  readonly disagreements?: readonly Disagreement[];
  readonly collectedUntil: string;
}

/** Sources that do not agree, all of them, and the rule that chose. */
export interface Disagreement {
  readonly about: string;
  readonly values: readonly { readonly value: string; readonly source: string }[];
  readonly shown: string;
  readonly rule: string;
}

export interface FactRow {
  readonly id: string;
  readonly kind: string;
  readonly date: string;
  readonly recorded: string;
  readonly text: string;
  readonly source: string;
}

/** How a standing is shown: sign and word. */
export const STANDINGS: Readonly<Record<StandingName, { readonly sign: string; readonly words: string }>> = {
  party: { sign: '●', words: 'party' },
  signatory: { sign: '◐', words: 'signed' },
  none: { sign: '·', words: 'none' },
  withdrawn: { sign: '✗', words: 'withdrawn' },
  suspended: { sign: '‖', words: 'suspended' },
};

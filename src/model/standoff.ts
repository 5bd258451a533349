import type { OptionKind } from './option-vocabulary.ts';
import type { Position } from './position.ts';
import type { PastPosition } from './standing-position.ts';

/** An option of one party: what it can do in the stand-off. */
export interface StandoffOption {
  /** `USA.engage` */
  readonly id: string;
  readonly actor: string;
  readonly kind: OptionKind;
  /** "United States: enters a dialogue" */
  readonly label: string;
  /** Whether it is taken at the status quo. */
  readonly taken: boolean;
}

/** A party to the stand-off: a state, a body, or somebody whom the words leave open. */
export interface Party {
  readonly id: string;
  readonly name: string;
}

/** A stand-off: who is in it, what each can do, and what each says it will do, wants or refuses. */
export interface Standoff {
  readonly parties: readonly Party[];
  readonly options: readonly StandoffOption[];
  /** The positions that stand. */
  readonly positions: readonly Position[];
  /** Earlier positions whose place a later one has taken. */
  readonly past: readonly PastPosition[];
  /** Pairs of positions, by id, that a holder took on one day and that contradict each other. */
  readonly contradictions: readonly (readonly [string, string])[];
}

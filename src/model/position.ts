import type { PartialDate } from '../time/partial-date.ts';
import type { Formula } from './formula.ts';

/** What a position is: a promise, a warning, something wanted of another, something available, a no, an analyst's guess. */
export type PositionKind = 'pledge' | 'threat' | 'demand' | 'offer' | 'refusal' | 'assumption';

export const POSITION_KINDS: readonly PositionKind[] = [
  'pledge',
  'threat',
  'demand',
  'offer',
  'refusal',
  'assumption',
];

/**
 * What a decision maker says it will do, wants, refuses or demands, as a formula over options, with what shows it.
 * docs/positions.md tells which wording gives which formula, and why.
 */
export interface Position {
  readonly id: string;
  /** Id of the decision maker. */
  readonly holder: string;
  readonly kind: PositionKind;
  readonly formula: Formula;
  readonly date?: PartialDate;
  /** From 0 to 1: a commitment said outright is near 1, something weighed about a half, an inference less. */
  readonly strength: number;
  /** Ids of the claims that show it. */
  readonly claims: readonly string[];
  /** Ids of the facts that show it. */
  readonly facts: readonly string[];
}

/** A weaker position ("would contemplate") does not carry a stand-off by itself. */
export const COMMITS_FROM = 0.6;

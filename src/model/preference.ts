/** What a decision maker prefers, state by state. */
export interface Preference {
  /** Rank of each state: 1 the best, equal where held equal, without gaps. */
  readonly rank: Uint32Array;
  /** Rank by what is strong alone: states that differ here differ strongly (>>). Absent where nothing is. */
  readonly strongRank?: Uint32Array;
  /** Whether nobody knows the order of two states. Absent where every order is known. */
  readonly isUnknown?: (a: number, b: number) => boolean;
}

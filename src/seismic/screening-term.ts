/** One piece of evidence between earthquake and explosion. */
export interface Term {
  readonly name: string;
  /** log10 of the likelihood ratio: above 0 it speaks for an earthquake, below for an explosion. */
  readonly value: number;
  readonly says: string;
}

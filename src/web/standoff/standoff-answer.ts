import type { Difference } from '../../analysis/what-if.ts';
import type { OptionPart, PositionPart, StandoffPart } from '../../brief/standoff-part.ts';

export type ShownOption = OptionPart;
export type ShownPosition = PositionPart;
export type ShownStandoff = StandoffPart;
/** What a supposition changes; the analyses themselves stay on the server. */
export type ShownDifference = Omit<Difference, 'before' | 'after'>;

/** A stand-off as the server tells it: today's, and as it would be under a supposition. */
export interface StandoffAnswer {
  readonly before: ShownStandoff;
  readonly after?: ShownStandoff;
  readonly difference?: ShownDifference;
  /** Where the words of each claim behind a position stand. */
  readonly claims: Readonly<Record<string, { readonly report: string; readonly quote: string }>>;
  /** What each fact behind a position says. */
  readonly facts: Readonly<Record<string, { readonly text: string; readonly source: string }>>;
}

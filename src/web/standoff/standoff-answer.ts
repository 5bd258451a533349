import type { Analysis } from '../../analysis/analyse.ts';
import type { Consequence } from '../../analysis/consequences.ts';
import type { Escalation } from '../../analysis/escalation.ts';
import type { Difference } from '../../analysis/what-if.ts';
import type { standoffJson } from '../../brief/to-json.ts';

/** A stand-off as the server tells it. */
export type ShownStandoff = ReturnType<typeof standoffJson> & {
  readonly summary: readonly string[];
  readonly escalation: readonly (Escalation & { readonly sentence: string })[];
  /** Outcomes for which too many sets of moves would have to be tried. */
  readonly undetermined?: readonly string[];
  /** What the positions bring about from the options taken. */
  readonly follows: readonly Consequence[];
  /** The options of the model behind it, a letter of its states each. */
  readonly letters: Analysis['options'];
};
export type ShownOption = ShownStandoff['options'][number];
export type ShownPosition = ShownStandoff['positions'][number];

/** What a supposition changes; the analyses themselves stay on the server. */
export type ShownDifference = Omit<Difference, 'before' | 'after'>;

/** A stand-off as the server tells it: today's, and as it would be under a supposition. */
export interface StandoffAnswer {
  readonly reports: readonly { readonly id: string; readonly title: string }[];
  readonly before: ShownStandoff;
  readonly after?: ShownStandoff;
  readonly difference?: ShownDifference | null;
  /** Where the words of each claim behind a position stand. */
  readonly claims: Readonly<Record<string, { readonly report: string; readonly quote: string }>>;
  /** What each fact behind a position says. */
  readonly facts: Readonly<Record<string, { readonly text: string; readonly source: string }>>;
}

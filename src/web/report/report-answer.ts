import type { CheckedClaim } from '../../brief/brief.ts';
import type { Claim } from '../../claims/claim.ts';
import type { ReportHeading } from '../home/brief-answer.ts';

/** What an analyst said of a claim. */
export interface ShownCorrection {
  readonly id: string;
  readonly claim: string;
  readonly verdict: 'accept' | 'reject' | 'edit';
  readonly edited?: Readonly<Record<string, unknown>>;
  readonly by: string;
  readonly at: string;
  readonly note?: string;
}

/** A claim of a report; without a verdict where an analyst rejected it. */
export type ShownClaim = Claim &
  Partial<Pick<CheckedClaim, 'check' | 'today'>> & { readonly correction?: ShownCorrection };

/** What `/reports/ID.json` tells. */
export interface ReportAnswer {
  readonly report: ReportHeading & { readonly text: string };
  readonly asOf: string;
  readonly knownBy?: string;
  readonly claims: readonly ShownClaim[];
  readonly rejected: readonly ShownClaim[];
  readonly corrections: readonly ShownCorrection[];
}

/** All claims, those rejected too, in the order of the text. */
export const claimsInOrder = ({ claims, rejected }: ReportAnswer): readonly ShownClaim[] =>
  [...claims, ...rejected].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);

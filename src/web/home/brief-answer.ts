import type { CheckedClaim, News } from '../../brief/brief.ts';
import type { standoffJson } from '../../brief/to-json.ts';

/** A report in a list. */
export interface ReportHeading {
  readonly id: string;
  readonly title: string;
  readonly publishedAt?: string;
  readonly source?: string;
  readonly receivedAt: string;
  readonly state: 'waiting' | 'read' | 'failed';
  readonly claims: number;
  readonly failure?: string;
}

export interface ReportsPage {
  readonly reports: readonly ReportHeading[];
  readonly total: number;
  readonly next?: string;
}

/** What `/brief.json` tells, as far as the page shows it. */
export interface BriefAnswer {
  readonly asOf: string;
  readonly summary: readonly string[];
  readonly reports: readonly { readonly id: string; readonly title: string; readonly publishedAt?: string }[];
  readonly claims: readonly CheckedClaim[];
  readonly standoff: ReturnType<typeof standoffJson>;
  readonly escalation: readonly { readonly sentence: string }[];
  readonly news: readonly News[];
}

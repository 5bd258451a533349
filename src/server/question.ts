import type { Concept, ModelFormat, SuppositionText } from '../analysis/index.ts';
import type { ReadReport } from '../brief/index.ts';
import type { Claim } from '../claims/index.ts';
import type { ReportOrigin } from '../report/index.ts';
import type { Correction, ReportHeading } from '../store/desk.ts';
import type { Day } from '../time/index.ts';
import type { ModelSource } from './model-source.ts';

/** Reports as an analyst's corrections leave them, and the days that they are asked about. */
export interface ReportView {
  readonly reports: readonly ReadReport[];
  readonly today: Day;
  readonly asOf?: Day;
  readonly knownBy?: Day;
  readonly record: boolean;
  /** Positions that analysts assume, to count beside those of the words. */
  readonly assumed?: readonly string[];
}

export const BRIEF_FORMATS = ['json', 'md', 'html', 'txt', 'jsonld'] as const;
export type BriefFormat = (typeof BRIEF_FORMATS)[number];

/** A question that takes a computation; answered in a thread that can be ended when it takes too long. */
export type Question =
  | { readonly kind: 'page'; readonly html: string; readonly origin: ReportOrigin }
  | { readonly kind: 'brief'; readonly view: ReportView; readonly format: BriefFormat }
  | {
      readonly kind: 'report';
      readonly view: ReportView;
      readonly heading: ReportHeading;
      readonly rejected: readonly Claim[];
      readonly corrections: readonly Correction[];
    }
  | { readonly kind: 'standoff'; readonly view: ReportView; readonly supposition: SuppositionText }
  | { readonly kind: 'outcomes'; readonly of: ModelSource | { readonly view: ReportView } }
  | {
      readonly kind: 'why';
      readonly model: ModelSource;
      readonly state: number;
      readonly decisionMaker: string;
      readonly concept: Concept;
    }
  | { readonly kind: 'convert'; readonly model: ModelSource; readonly to: ModelFormat }
  | {
      readonly kind: 'screen';
      readonly name: string;
      readonly text: string;
      readonly format: 'json' | 'csv' | 'count';
    };

/** An answer as it is sent. */
export interface Answer {
  readonly type: string;
  readonly text: string;
}

/** Answers questions. Rejects with Refusal where a question has none, takes too long, or too many are waiting. */
export interface Answers {
  answer(question: Question): Promise<Answer>;
  close(): Promise<void>;
}

import type { Analysis, Escalation } from '../analysis/index.ts';
import type { Claim } from '../claims/index.ts';
import type { AsOf, BulletinEvidence, Judgement } from '../ledger/index.ts';
import type { Model, Standoff } from '../model/index.ts';
import type { Report } from '../report/index.ts';
import type { Day } from '../time/day.ts';

export interface CheckedClaim extends Claim {
  readonly check: Judgement;
  /** The verdict by the ledger as of today, where it has changed since the report. */
  readonly today?: Judgement;
  /** What the bulletin says of it, where one was given that bears on it. */
  readonly evidence?: BulletinEvidence;
}

/** Something a reader of earlier reports would want to know: a claim that does not hold, or a new position. */
export interface News {
  readonly kind:
    | 'does-not-hold'
    | 'disputed'
    | 'changed-since'
    | 'trigger-met'
    | 'trigger-told'
    | 'trigger-possible'
    | 'new-position'
    | 'changed-position';
  readonly text: string;
  readonly claims: readonly string[];
  readonly facts: readonly string[];
  /** The position that the news is about, and what its holder held before where that is known. */
  readonly position?: { readonly id: string; readonly before?: string };
}

/** Bulletins that claims were set beside. */
export interface BulletinRead {
  readonly sources: readonly string[];
  readonly events: number;
  /** Entries that could not be read. */
  readonly unread: number;
  /** Days of the first and the last event; absent where there is none. */
  readonly from?: Day;
  readonly to?: Day;
}

/** How much of a report stands in an earlier one. */
export interface Repeat {
  readonly report: string;
  /** The earlier report that has most of it. */
  readonly of: string;
  readonly sentences: number;
  readonly total: number;
}

/** One page about one or more reports: what they claim, what holds, who waits for whom, which first move unlocks it. */
export interface Brief {
  /** By date, then by id. */
  readonly reports: readonly Report[];
  /** Reports that tell again what an earlier one tells; claims of those sentences count once. */
  readonly repeats: readonly Repeat[];
  readonly asOf: AsOf;
  /** Whether the day was asked for; else each report's claims are judged as of its own day. */
  readonly dayAsked: boolean;
  readonly claims: readonly CheckedClaim[];
  readonly standoff: Standoff;
  readonly model?: Model;
  /** Absent where the words imply no options. */
  readonly analysis?: Analysis;
  /** How near the worst outcomes of the model are, and what stops them. */
  readonly escalation: readonly Escalation[];
  /** The stand-off in a few sentences. */
  readonly summary: readonly string[];
  readonly news: readonly News[];
  readonly bulletin?: BulletinRead;
}

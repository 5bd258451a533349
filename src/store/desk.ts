import type { Claim } from '../claims/claim.ts';
import type { ClaimEdit } from '../claims/corrected.ts';
import type { Report } from '../report/report.ts';
import type { Span } from '../text/tree.ts';
import type { PartialDate } from '../time/partial-date.ts';

/** A moment as the desk records it: ISO 8601 in UTC with milliseconds, such as 2026-11-23T17:30:00.000Z. Compares as text. */
export type Instant = string;

/** How far the reading of a report has come. */
export type ReadingState = 'waiting' | 'read' | 'failed';

/** A report in a list: all but its words and claims. */
export interface ReportHeading {
  readonly id: string;
  readonly title: string;
  readonly publishedAt?: PartialDate;
  readonly source?: string;
  readonly language: string;
  readonly sha256: string;
  readonly receivedAt: Instant;
  readonly state: ReadingState;
  /** How many claims its standing reading found. */
  readonly claims: number;
  /** Why it could not be read; only where `state` is `failed`. */
  readonly failure?: string;
}

/** A report with its words and its standing reading (empty where it is not read). */
export interface StoredReport extends ReportHeading {
  readonly text: string;
  readonly extracted: boolean;
  readonly claimList: readonly Claim[];
  readonly sentences: readonly Span[];
}

/** What the reader found in a report. */
export interface Reading {
  readonly claims: readonly Claim[];
  readonly sentences: readonly Span[];
}

/** Which reports to list, the latest received first. */
export interface ReportQuery {
  /** At most this many. */
  readonly limit: number;
  /** `next` of the page before. */
  readonly before?: string;
  /** Words that its title or text must hold, all of them; each matches the beginning of a word, in either case. */
  readonly search?: string;
}

export interface ReportPage {
  readonly items: readonly ReportHeading[];
  /** How many there are in all, on every page. */
  readonly total: number;
  /** Where the next page begins; absent on the last. */
  readonly next?: string;
}

/** An analyst's word on a claim, before the desk has recorded it. */
export interface CorrectionInput {
  /** Id of the report. */
  readonly report: string;
  /** Id of the claim as it was read. */
  readonly claim: string;
  /** `accept`: as read. `reject`: the text does not say this. `edit`: it says this, with `edited` put right. */
  readonly verdict: 'accept' | 'reject' | 'edit';
  readonly edited?: ClaimEdit;
  readonly by: string;
  readonly note?: string;
}

export interface Correction extends CorrectionInput {
  readonly id: string;
  readonly at: Instant;
}

/** A conflict model under a name; saving under the same name again keeps the earlier one. */
export interface SavedModel {
  readonly id: string;
  readonly name: string;
  readonly yaml: string;
  readonly by: string;
  readonly at: Instant;
}

/** A brief as it stood when it was saved. */
export interface SavedBrief {
  readonly id: string;
  readonly title: string;
  /** Ids of the reports. */
  readonly reports: readonly string[];
  readonly asOf?: string;
  readonly knownBy?: string;
  /** The brief as `firstmove brief --json` prints it. */
  readonly brief: object;
  readonly by: string;
  readonly at: Instant;
}

/** A seismic bulletin as given. */
export interface StoredBulletin {
  /** `bulletin-` and the first twelve hexadecimal digits of the SHA-256 of its text. */
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly receivedAt: Instant;
}

/** A position that an analyst assumes, as a formula over options. */
export interface Assumption {
  readonly id: string;
  /** Such as `RUS.resume-test only if USA.test`. */
  readonly formula: string;
  readonly by: string;
  readonly at: Instant;
  /** The days that it is held for, both included; open where absent. */
  readonly from?: string;
  readonly until?: string;
  readonly note?: string;
}

/** A point of view in time, such as a page's "as of" and "known by"; without one, everything recorded so far. */
export interface KnownBy {
  /** Only what the desk had recorded by the end of this day (or by this instant). */
  readonly knownBy?: string;
}

/**
 * Everything that people gave the desk and did at it, on one database. Nothing is overwritten: each act is a new
 * statement, and the latest stands. The desk's own clock records when; no two of its acts share a moment. What an act
 * resolves to is on the disk and survives a crash.
 *
 * Acts reject with DeskRefusal, a sentence for the person, where what is asked for is not there or cannot be kept.
 */
export interface Desk {
  /** Takes a report; the same words again are `known` and change nothing. */
  submit(report: Report): Promise<{ readonly id: string; readonly known: boolean }>;
  /** Ids of the reports still to be read, the earliest first; after a crash too. */
  waiting(): Promise<readonly string[]>;
  /** Keeps what the reader found; a later reading of the same report takes the place of an earlier one. */
  keepReading(report: string, reading: Reading): Promise<void>;
  /** Says that the report cannot be read, and why. */
  failReading(report: string, why: string): Promise<void>;
  report(id: string): Promise<StoredReport | undefined>;
  reports(query: ReportQuery): Promise<ReportPage>;

  /** Records an analyst's word on a claim; refused where the report's standing reading has no such claim. */
  correct(correction: CorrectionInput): Promise<Correction>;
  /** Of the claims of a report's standing reading, the earliest first: the last one on a claim stands. */
  corrections(report: string, known?: KnownBy): Promise<readonly Correction[]>;

  saveModel(model: Pick<SavedModel, 'name' | 'yaml' | 'by'>): Promise<SavedModel>;
  /** The latest model of every name, by name. */
  models(): Promise<readonly SavedModel[]>;
  /** All models that were saved under the name, the latest first. */
  modelHistory(name: string): Promise<readonly SavedModel[]>;
  /** Any model, also one that a later one replaced. */
  model(id: string): Promise<SavedModel | undefined>;

  saveBrief(brief: Omit<SavedBrief, 'id' | 'at'>): Promise<SavedBrief>;
  /** The latest first, without their content. */
  briefs(): Promise<readonly Omit<SavedBrief, 'brief'>[]>;
  brief(id: string): Promise<SavedBrief | undefined>;

  /** Takes a bulletin; the same text again is `known` and keeps its first name. */
  keepBulletin(
    bulletin: Pick<StoredBulletin, 'name' | 'text'>,
  ): Promise<{ readonly id: string; readonly known: boolean }>;
  /** The latest first, without their text. */
  bulletins(): Promise<readonly Omit<StoredBulletin, 'text'>[]>;
  bulletin(id: string): Promise<StoredBulletin | undefined>;

  assume(assumption: Omit<Assumption, 'id' | 'at'>): Promise<Assumption>;
  /** Takes an assumption back; it stays in the record for a day before that. */
  retract(assumption: string, by: string): Promise<void>;
  /** The assumptions that stand, the earliest first; with `asOf`, those held for that day. */
  assumptions(view?: KnownBy & { readonly asOf?: string }): Promise<readonly Assumption[]>;

  /** Everything, as lines of JSON without line breaks, in an order that depends on nothing but the content. */
  export(): AsyncIterable<string>;
  /** Adds what the lines of an export hold, all or nothing; what is there already stays. Resolves to how many were new. */
  import(lines: AsyncIterable<string> | Iterable<string>): Promise<number>;

  /** Resolves where the database answers. */
  ready(): Promise<void>;
  /** Lets acts under way finish, closes the database and gives the lock back. */
  close(): Promise<void>;
}

/** Where the desk is kept: a folder with an embedded database, or the address of a Postgres server. */
export type DeskPlace =
  | { readonly data: string; readonly database?: undefined }
  | { readonly database: string; readonly data?: undefined };

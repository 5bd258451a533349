import { createHash } from 'node:crypto';
import {
  addDays,
  firstDay,
  instantOf,
  isPartialDate,
  lastDay,
  type PartialDate,
  secondsOf,
} from '../time/index.ts';
import { canonicalJson } from './canonical-json.ts';
import type { Instant } from './desk.ts';
import { DeskRefusal } from './refusal.ts';

/** The acts that the desk records. What each carries stands in contents.ts. */
export type StatementKind =
  | 'report'
  | 'reading'
  | 'claim'
  | 'failure'
  | 'correction'
  | 'model'
  | 'brief'
  | 'bulletin'
  | 'assumption'
  | 'retraction';

/**
 * One act at the desk, never changed once recorded. Two times stand apart: the valid time, when what it states holds
 * (half-open, open where absent), and the recorded time, when the desk learned of it.
 */
export interface Statement {
  /** The kind and the first twenty hexadecimal digits of the SHA-256 of all else in canonical JSON. */
  readonly id: string;
  readonly kind: StatementKind;
  /** What it is about: the id of a report, bulletin or assumption, the name of a model, the title of a brief. */
  readonly subject: string;
  readonly recorded: Instant;
  readonly validFrom?: Instant;
  readonly validTo?: Instant;
  /** Who stated it, where a person did. */
  readonly by?: string;
  readonly content: object;
  /** Words exactly as given: of a report, a bulletin, a model; the JSON of a brief. */
  readonly original?: string;
}

export function statementId(statement: Omit<Statement, 'id'>): string {
  const digits = createHash('sha256').update(canonicalJson(statement), 'utf8').digest('hex').slice(0, 20);
  return `${statement.kind}-${digits}`;
}

/** A statement before it has its id; fields that are undefined count as absent. */
type StatedFields = Pick<Statement, 'kind' | 'subject' | 'recorded' | 'content'> & {
  readonly [K in 'validFrom' | 'validTo' | 'by' | 'original']?: string | undefined;
};

/** A statement with its id. */
export function stated(fields: StatedFields): Statement {
  const present = JSON.parse(JSON.stringify(fields)) as Omit<Statement, 'id'>;
  return { id: statementId(present), ...present };
}

const midnight = (day: string): Instant => `${day}T00:00:00.000Z`;

/** Postgres knows no year 0, and the day after 9999-12-31 has no four-digit year: such dates stay in the content alone. */
const isKeepable = (date: PartialDate | undefined): date is PartialDate =>
  date !== undefined && isPartialDate(date) && date >= '0001' && date < '9999';

/** The half-open stretch of time from the earliest to the latest day that the dates can mean. */
export function validTimes(from?: PartialDate, to?: PartialDate): Pick<Statement, 'validFrom' | 'validTo'> {
  return {
    ...(isKeepable(from) ? { validFrom: midnight(firstDay(from)) } : {}),
    ...(isKeepable(to) ? { validTo: midnight(addDays(lastDay(to), 1)) } : {}),
  };
}

/** The instant, a millisecond later. */
const next = (instant: Instant): Instant => instantOf(secondsOf(instant) + 0.001);

/** The first moment that "known by" a day (to its end), a partial date or an instant leaves out. */
export function momentAfter(knownBy: PartialDate | Instant): Instant {
  const end = validTimes(undefined, knownBy).validTo;
  if (end !== undefined) return end;
  if (Number.isFinite(secondsOf(knownBy))) return next(knownBy);
  throw new DeskRefusal('unfit', `"${knownBy}" is no date; write it as 2026-11-02`);
}

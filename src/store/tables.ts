import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import type { Instant } from './desk.ts';
import type { Statement, StatementKind } from './statement.ts';

/** The Postgres schema that holds the desk's tables, so that they can share a database with others. */
export const SCHEMA = 'firstmove';

/** Acts at the desk; rows are added and never changed. */
interface StatementTable {
  readonly id: string;
  readonly kind: StatementKind;
  readonly subject: string;
  readonly recorded: Instant;
  readonly valid_from: Instant | null;
  readonly valid_to: Instant | null;
  readonly stated_by: string | null;
  /** JSON as text: every engine gives back the same bytes, and U+0000 may be in it. */
  readonly content: string;
  readonly original: string | null;
}

/** One row a report, to list and search by; made from the statements. */
interface ListingTable {
  readonly report: string;
  readonly received: Instant;
  /** The distinct words of title and text (report-words.ts), with a space before and after each. */
  readonly words: string;
}

export interface Tables {
  readonly statement: StatementTable;
  readonly listing: ListingTable;
}

/** A column of times as the desk writes them. */
export const asInstant = (column: 'recorded' | 'valid_from' | 'valid_to' | 'received') =>
  sql<Instant>`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The columns of a statement, times as instants. */
export const statementColumns = (_: ExpressionBuilder<Tables, 'statement'>) =>
  [
    'id',
    'kind',
    'subject',
    asInstant('recorded').as('recorded'),
    asInstant('valid_from').as('valid_from'),
    asInstant('valid_to').as('valid_to'),
    'stated_by',
    'content',
  ] as const;

/** A row of `statementColumns`, with the words as given where they were asked for. */
export type StatementRow = Omit<StatementTable, 'original'> & { readonly original?: string | null };

export function statementOf(row: StatementRow): Statement {
  return {
    id: row.id,
    kind: row.kind,
    subject: row.subject,
    recorded: row.recorded,
    ...(row.valid_from === null ? {} : { validFrom: row.valid_from }),
    ...(row.valid_to === null ? {} : { validTo: row.valid_to }),
    ...(row.stated_by === null ? {} : { by: row.stated_by }),
    content: JSON.parse(row.content) as object,
    ...(typeof row.original === 'string' ? { original: row.original } : {}),
  };
}

/** When the last statement was recorded, where there is one. */
export async function lastRecorded(db: Kysely<Tables>): Promise<Instant | undefined> {
  const row = await db
    .selectFrom('statement')
    .select(asInstant('recorded').as('recorded'))
    .orderBy('statement.recorded', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.recorded;
}

import { type SqlBool, sql } from 'kysely';
import type { Claim } from '../claims/claim.ts';
import type { Content } from './contents.ts';
import type { Desk, Instant, ReportHeading } from './desk.ts';
import type { Db, Records } from './records.ts';
import { DeskRefusal } from './refusal.ts';
import { wordsIn } from './report-words.ts';
import { asInstant, SCHEMA } from './tables.ts';

/** More words than this narrow a search no further. */
const TERMS_AT_MOST = 8;

type ReadingRow = {
  readonly subject: string;
  readonly kind: 'reading' | 'failure';
  readonly recorded: Instant;
  readonly content: string;
};

/** The latest reading or failure of each of the reports. */
async function standingReadings(
  db: Db,
  reports: readonly string[],
): Promise<ReadonlyMap<string, ReadingRow>> {
  if (reports.length === 0) return new Map();
  const { rows } = await sql<ReadingRow>`
    select distinct on (subject) subject, kind, ${asInstant('recorded')} as recorded, content
    from ${sql.table(`${SCHEMA}.statement`)}
    where subject = any(${reports}) and kind in ('reading', 'failure')
    order by subject, statement.recorded desc, id desc`.execute(db);
  return new Map(rows.map((row) => [row.subject, row]));
}

/** What a reading or its failure adds to a heading. */
function readingHeading(row: ReadingRow | undefined): Pick<ReportHeading, 'state' | 'claims' | 'failure'> {
  if (row === undefined) return { state: 'waiting', claims: 0 };
  if (row.kind === 'failure')
    return { state: 'failed', claims: 0, failure: (JSON.parse(row.content) as Content<'failure'>).why };
  return { state: 'read', claims: (JSON.parse(row.content) as Content<'reading'>).claims.length };
}

type Received = { readonly report: string; readonly received: Instant };

/** Headings of listed reports, in their order. */
async function headingsOf(db: Db, listed: readonly Received[]): Promise<readonly ReportHeading[]> {
  if (listed.length === 0) return [];
  const ids = listed.map(({ report }) => report);
  const { rows } = await sql<{ readonly subject: string; readonly content: string }>`
    select distinct on (subject) subject, content from ${sql.table(`${SCHEMA}.statement`)}
    where subject = any(${ids}) and kind = 'report' order by subject, recorded, id`.execute(db);
  const contents = new Map(rows.map(({ subject, content }) => [subject, content]));
  const readings = await standingReadings(db, ids);
  return listed.map(({ report, received }) => {
    const { extracted: _, ...own } = JSON.parse(contents.get(report)!) as Content<'report'>;
    return {
      id: report,
      ...own,
      receivedAt: received,
      ...readingHeading(readings.get(report)),
    } as ReportHeading;
  });
}

/** The claims of the standing reading, in the reader's order; it and they were recorded at one moment. */
export async function claimsOfReading(db: Db, report: string): Promise<readonly Claim[]> {
  const reading = (await standingReadings(db, [report])).get(report);
  if (reading?.kind !== 'reading') return [];
  const rows = await db
    .selectFrom('statement')
    .select('content')
    .where('subject', '=', report)
    .where('kind', '=', 'claim')
    .where('recorded', '=', reading.recorded)
    .execute();
  const claims = new Map(rows.map(({ content }) => JSON.parse(content) as Claim).map((c) => [c.id, c]));
  return (JSON.parse(reading.content) as Content<'reading'>).claims.map((id) => claims.get(id)!);
}

const CURSOR = /^(?<received>\d{4}-\d\d-\d\dT[\d:.]{12}Z)~(?<report>[\w-]+)$/;

/** The page after the cursor of an earlier one. */
function cursorOf(before: string): Received {
  const groups = CURSOR.exec(before)?.groups;
  if (groups === undefined)
    throw new DeskRefusal('unfit', `"${before}" is no place in the list; begin at its first page`);
  return { received: groups.received!, report: groups.report! };
}

/** What the desk answers about reports. */
export function reportAnswers({ db }: Records): Pick<Desk, 'report' | 'reports'> {
  return {
    async report(id) {
      const [listed] = await db
        .selectFrom('listing')
        .select(['report', asInstant('received').as('received')])
        .where('report', '=', id)
        .execute();
      if (listed === undefined) return undefined;
      const [heading] = await headingsOf(db, [listed]);
      const [statement] = await db
        .selectFrom('statement')
        .select(['content', 'original'])
        .where('subject', '=', id)
        .where('kind', '=', 'report')
        .orderBy('recorded')
        .orderBy('id')
        .limit(1)
        .execute();
      const reading = (await standingReadings(db, [id])).get(id);
      return {
        ...heading!,
        text: statement!.original!,
        extracted: (JSON.parse(statement!.content) as Content<'report'>).extracted,
        claimList: await claimsOfReading(db, id),
        sentences:
          reading?.kind === 'reading' ? (JSON.parse(reading.content) as Content<'reading'>).sentences : [],
      };
    },

    async reports({ limit, before, search = '' }) {
      // The longest first: it is the rarest by and large, and where it is missing the others are not looked for.
      const terms = [...new Set(wordsIn(search))].sort((a, b) => b.length - a.length).slice(0, TERMS_AT_MOST);
      // A search for signs alone finds nothing, rather than everything.
      if (terms.length === 0 && search.trim() !== '') return { items: [], total: 0 };
      const after = before === undefined ? undefined : cursorOf(before);
      const found = db
        .selectFrom('listing')
        // strpos skips through a text (Boyer-Moore-Horspool); LIKE takes four times as long.
        .where(({ and }) => and(terms.map((term) => sql<SqlBool>`strpos(words, ${` ${term}`}) > 0`)))
        .select(['report', 'received'])
        .select(sql<number>`(count(*) over ())::int`.as('total'));
      const rows = await db
        .selectFrom(found.as('found'))
        .select(['report', 'total', asInstant('received').as('received')])
        .$if(after !== undefined, (query) =>
          query.where(sql<SqlBool>`(received, report) < (${after!.received}::timestamptz, ${after!.report})`),
        )
        .orderBy('found.received', 'desc')
        .orderBy('report', 'desc')
        .limit(limit + 1)
        .execute();
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      return {
        items: await headingsOf(db, page),
        total: rows[0]?.total ?? 0,
        ...(rows.length > limit && last !== undefined ? { next: `${last.received}~${last.report}` } : {}),
      };
    },
  };
}

import { sql } from 'kysely';
import type { Claim } from '../claims/claim.ts';
import type { Content } from './contents.ts';
import type { Instant, Reading, ReportHeading } from './desk.ts';
import type { Db } from './records.ts';
import { asInstant, SCHEMA } from './tables.ts';

/** The latest reading of a report, or its failure; none where the report still waits. */
export type StandingReading =
  | { readonly kind: 'reading'; readonly recorded: Instant; readonly content: Content<'reading'> }
  | { readonly kind: 'failure'; readonly recorded: Instant; readonly content: Content<'failure'> }
  | undefined;

/** The latest reading or failure of each of the reports, by report. */
export async function standingReadings(
  db: Db,
  reports: readonly string[],
): Promise<ReadonlyMap<string, StandingReading>> {
  const { rows } = await sql<{ subject: string; kind: string; recorded: Instant; content: string }>`
    select distinct on (subject) subject, kind, ${asInstant('recorded')} as recorded, content
    from ${sql.table(`${SCHEMA}.statement`)}
    where subject = any(${reports}) and kind in ('reading', 'failure')
    order by subject, statement.recorded desc, id desc`.execute(db);
  return new Map(
    rows.map(({ subject, content, ...row }) => [
      subject,
      { ...row, content: JSON.parse(content) } as StandingReading,
    ]),
  );
}

/** What a reading adds to the heading of its report. */
export function readingHeading(
  reading: StandingReading,
): Pick<ReportHeading, 'state' | 'claims' | 'failure'> {
  if (reading === undefined) return { state: 'waiting', claims: 0 };
  return reading.kind === 'failure'
    ? { state: 'failed', claims: 0, failure: reading.content.why }
    : { state: 'read', claims: reading.content.claims.length };
}

/** The claims of a reading in the reader's order, and the sentences; it and its claims were recorded at one moment. */
async function contentOf(db: Db, report: string, reading: StandingReading): Promise<Reading> {
  if (reading?.kind !== 'reading') return { claims: [], sentences: [] };
  const rows = await db
    .selectFrom('statement')
    .select('content')
    .where('subject', '=', report)
    .where('kind', '=', 'claim')
    .where('recorded', '=', reading.recorded)
    .execute();
  const claims = new Map(rows.map(({ content }) => JSON.parse(content) as Claim).map((c) => [c.id, c]));
  return {
    claims: reading.content.claims.map((id) => claims.get(id)!),
    sentences: reading.content.sentences,
  };
}

/** The standing reading of a report with its claims: one and the same reading, though a later one may come in meanwhile. */
export async function readingOf(
  db: Db,
  report: string,
): Promise<Reading & { readonly standing: StandingReading }> {
  const standing = (await standingReadings(db, [report])).get(report);
  return { standing, ...(await contentOf(db, report, standing)) };
}

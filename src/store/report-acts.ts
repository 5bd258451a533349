import { sql } from 'kysely';
import type { Report } from '../report/report.ts';
import type { Content } from './contents.ts';
import type { Desk, Instant, Reading } from './desk.ts';
import { type Db, type Records, record } from './records.ts';
import { DeskRefusal } from './refusal.ts';
import { listedWords } from './report-words.ts';
import { type Statement, stated, validTimes } from './statement.ts';
import { SCHEMA } from './tables.ts';

/** Refuses a report that the desk does not have. */
export async function requireReport(db: Db, report: string): Promise<void> {
  const found = await db.selectFrom('listing').select('report').where('report', '=', report).execute();
  if (found.length === 0) throw new DeskRefusal('unknown', `${report}: the desk has no such report`);
}

/** A row of the listing for each report, with its first receipt: two desks brought together may both have taken it. */
export async function list(trx: Db, reports: readonly Statement[]): Promise<void> {
  const first = new Map([...reports].reverse().map((report) => [report.subject, report]));
  const listed = [...first.values()];
  if (listed.length === 0) return;
  const words = listed.map(({ content, original }) =>
    listedWords((content as Content<'report'>).title, original ?? ''),
  );
  await sql`
    insert into ${sql.table(`${SCHEMA}.listing`)} as listed (report, received, words)
    select * from unnest(${listed.map(({ subject }) => subject)}::text[],
      ${listed.map(({ recorded }) => recorded)}::timestamptz[], ${words}::text[])
    on conflict (report) do update set received = excluded.received
    where excluded.received < listed.received`.execute(trx);
}

function reportStated({ id, text, publishedAt, ...heading }: Report, at: Instant): Statement {
  return stated({
    kind: 'report',
    subject: id,
    recorded: at,
    ...validTimes(publishedAt, publishedAt),
    content: { ...heading, publishedAt } satisfies Content<'report'>,
    original: text,
  });
}

const claimStated = (report: string, claim: Reading['claims'][number], at: Instant): Statement =>
  stated({
    kind: 'claim',
    subject: report,
    recorded: at,
    ...validTimes(claim.time?.from, claim.time?.to),
    content: claim,
  });

/** The acts by which reports come in and are read. */
export function reportActs(
  records: Records,
): Pick<Desk, 'submit' | 'waiting' | 'keepReading' | 'failReading'> {
  return {
    submit: (report) =>
      records.act(async (trx, at) => {
        const statement = reportStated(report, at);
        // The row of the listing decides who came first where two servers take the same words at once.
        const listed = await trx
          .insertInto('listing')
          .values({ report: report.id, received: at, words: listedWords(report.title, report.text) })
          .onConflict((conflict) => conflict.column('report').doNothing())
          .returning('report')
          .execute();
        if (listed.length > 0) {
          await record(trx, [statement]);
          return { id: report.id, known: false };
        }
        const [known] = await trx
          .selectFrom('statement')
          .select('content')
          .where('kind', '=', 'report')
          .where('subject', '=', report.id)
          .limit(1)
          .execute();
        // Twelve digits of a hash can be made to coincide on purpose.
        if ((JSON.parse(known!.content) as Content<'report'>).sha256 !== report.sha256) {
          throw new DeskRefusal(
            'unfit',
            `${report.id}: another report has this id; change a character of the text and submit it again`,
          );
        }
        return { id: report.id, known: true };
      }),

    async waiting() {
      const rows = await records.db
        .selectFrom('listing')
        .select('report')
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('statement')
                .select('id')
                .where('kind', 'in', ['reading', 'failure'])
                .whereRef('subject', '=', 'listing.report'),
            ),
          ),
        )
        .orderBy('received')
        .orderBy('report')
        .execute();
      return rows.map(({ report }) => report);
    },

    keepReading: (report, { claims, sentences }) =>
      records.act(async (trx, at) => {
        await requireReport(trx, report);
        if (
          new Set(claims.map(({ id }) => id)).size < claims.length ||
          claims.some((c) => c.report !== report)
        )
          throw new DeskRefusal(
            'unfit',
            `${report}: a reading needs claims of this report, each with its own id`,
          );
        const reading = stated({
          kind: 'reading',
          subject: report,
          recorded: at,
          content: {
            claims: claims.map(({ id }) => id),
            sentences: sentences.map(({ start, end }) => ({ start, end })),
          } satisfies Content<'reading'>,
        });
        await record(trx, [reading, ...claims.map((claim) => claimStated(report, claim, at))]);
      }),

    failReading: (report, why) =>
      records.act(async (trx, at) => {
        await requireReport(trx, report);
        await record(trx, [
          stated({
            kind: 'failure',
            subject: report,
            recorded: at,
            content: { why } satisfies Content<'failure'>,
          }),
        ]);
      }),
  };
}

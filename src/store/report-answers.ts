import { type SqlBool, sql } from 'kysely';
import { secondsOf } from '../time/index.ts';
import type { Content } from './contents.ts';
import type { Desk, Instant, ReportHeading } from './desk.ts';
import type { Db, Records } from './records.ts';
import { DeskRefusal } from './refusal.ts';
import { wordsIn } from './report-words.ts';
import { readingHeading, readingOf, type StandingReading, standingReadings } from './standing-reading.ts';
import { asInstant, SCHEMA } from './tables.ts';

/** More words than this narrow a search no further. */
const TERMS_AT_MOST = 8;

type Received = { readonly report: string; readonly received: Instant };

function headingOf(
  { report, received }: Received,
  { extracted: _, ...own }: Content<'report'>,
  reading: StandingReading,
): ReportHeading {
  return { id: report, ...own, receivedAt: received, ...readingHeading(reading) } as ReportHeading;
}

/** Headings of listed reports, in their order. */
async function headingsOf(db: Db, listed: readonly Received[]): Promise<readonly ReportHeading[]> {
  if (listed.length === 0) return [];
  const ids = listed.map(({ report }) => report);
  const { rows } = await sql<{ readonly subject: string; readonly content: string }>`
    select distinct on (subject) subject, content from ${sql.table(`${SCHEMA}.statement`)}
    where subject = any(${ids}) and kind = 'report' order by subject, recorded, id`.execute(db);
  const contents = new Map(rows.map(({ subject, content }) => [subject, content]));
  const readings = await standingReadings(db, ids);
  return listed.map((row) =>
    headingOf(row, JSON.parse(contents.get(row.report)!) as Content<'report'>, readings.get(row.report)),
  );
}

const CURSOR = /^(?<received>\d{4}-\d\d-\d\dT[\d:.]{12}Z)~(?<report>[\w-]+)$/;

/** The page after the cursor of an earlier one. */
function cursorOf(before: string): Received {
  const groups = CURSOR.exec(before)?.groups;
  if (groups === undefined || Number.isNaN(secondsOf(groups.received!)))
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
      const [statement] = await db
        .selectFrom('statement')
        .select(['content', 'original'])
        .where('subject', '=', id)
        .where('kind', '=', 'report')
        .orderBy('recorded')
        .orderBy('id')
        .limit(1)
        .execute();
      const content = JSON.parse(statement!.content) as Content<'report'>;
      const { standing, claims, sentences } = await readingOf(db, id);
      return {
        ...headingOf(listed, content, standing),
        text: statement!.original!,
        extracted: content.extracted,
        claimList: claims,
        sentences,
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

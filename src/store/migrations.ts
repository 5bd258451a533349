import { type Kysely, sql, type Transaction } from 'kysely';
import type { Engine } from './engine.ts';
import { DeskRefusal } from './refusal.ts';
import { SCHEMA, type Tables } from './tables.ts';

interface Migration {
  readonly name: string;
  readonly statements: readonly string[];
}

/**
 * The changes of the schema, in order; the first has number 1. One that was ever released is never edited: a change is a
 * new one. Ids and words compare by bytes (collation "C"), so that every engine sorts them alike.
 */
const MIGRATIONS: readonly Migration[] = [
  {
    name: 'statements and the listing of reports',
    statements: [
      `create table ${SCHEMA}.statement (
         id text collate "C" primary key,
         kind text collate "C" not null,
         subject text collate "C" not null,
         recorded timestamptz not null,
         valid_from timestamptz,
         valid_to timestamptz,
         stated_by text,
         content text not null,
         original text
       )`,
      `create index statement_of_subject on ${SCHEMA}.statement (subject, kind, recorded, id)`,
      `create index statement_in_order on ${SCHEMA}.statement (recorded, id)`,
      `create index statement_of_kind on ${SCHEMA}.statement (kind, recorded, id)`,
      `create table ${SCHEMA}.listing (
         report text collate "C" primary key,
         received timestamptz not null,
         words text collate "C" not null
       ) with (toast_tuple_target = 8160)`,
      // A search goes through the words of all reports: uncompressed, and in the row itself where they fit.
      `alter table ${SCHEMA}.listing alter column words set storage external`,
      `create index listing_in_order on ${SCHEMA}.listing (received, report)`,
    ],
  },
];

/** Any number that no other program is likely to lock on. */
const ADVISORY_LOCK = 4_747_0001;

/** The number of the last migration that the store has had; 0 for a new one. */
async function standing(trx: Transaction<Tables>): Promise<number> {
  const { rows } = await sql<{ number: number }>`
    select coalesce(max(number), 0)::int as number from ${sql.raw(SCHEMA)}.migration`.execute(trx);
  return rows[0]!.number;
}

/** Whether the database holds a desk already. */
async function holdsDesk(db: Kysely<Tables>): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`
    select to_regclass(${`${SCHEMA}.migration`}) is not null as there`.execute(db);
  return rows[0]!.there;
}

/**
 * Brings the schema up to date in one transaction, so that it is never half changed.
 * @throws DeskRefusal where the desk was written by a newer program, or there is none and none may be made.
 */
export async function migrate({ db, place }: Engine, create: boolean): Promise<void> {
  const isThere = await holdsDesk(db);
  if (!isThere && !create)
    throw new DeskRefusal('unknown', `${place}: there is no desk; check the address of the database`);
  await db.transaction().execute(async (trx) => {
    // Two servers that start at once on one Postgres wait for each other here.
    await sql`select pg_advisory_xact_lock(${ADVISORY_LOCK})`.execute(trx);
    if (!isThere) {
      await sql.raw(`create schema if not exists ${SCHEMA}`).execute(trx);
      await sql
        .raw(
          `create table if not exists ${SCHEMA}.migration (
             number int primary key, name text not null, applied timestamptz not null default current_timestamp)`,
        )
        .execute(trx);
    }
    const last = await standing(trx);
    if (last > MIGRATIONS.length) {
      throw new DeskRefusal(
        'unfit',
        `${place}: a newer firstmove wrote this desk (its schema is ${last}, this program knows ${MIGRATIONS.length}); use that version, or name another desk`,
      );
    }
    for (const [index, { name, statements }] of MIGRATIONS.entries()) {
      if (index < last) continue;
      for (const statement of statements) await sql.raw(statement).execute(trx);
      await sql`insert into ${sql.raw(SCHEMA)}.migration (number, name) values (${index + 1}, ${name})`.execute(
        trx,
      );
    }
  });
}

import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Engine } from './engine.ts';
import { DeskRefusal } from './refusal.ts';
import { SCHEMA, type Tables } from './tables.ts';

/** The address without its password. */
function placeOf(address: string): string {
  try {
    const url = new URL(address);
    url.password = '';
    url.search = '';
    return url.href;
  } catch {
    throw new DeskRefusal(
      'unfit',
      'the address of the database is none; write it as postgres://user:password@host:5432/name',
    );
  }
}

/** What a refused connection most often means. */
const REMEDIES: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there; start the server, or check host and port',
  ENOENT: 'nothing listens there; start the server, or check the path of its socket',
  ENOTFOUND: 'there is no such host; check its name',
  ETIMEDOUT: 'it does not answer; check host, port and firewall',
  '28P01': 'user or password is wrong',
  '28000': 'the server does not let this user in',
  '3D000': 'there is no such database; create it with createdb',
  '42501': 'the user may not create tables there; grant it CREATE on the database',
};

/** A Postgres server, version 15 or newer. */
export async function serverEngine(address: string): Promise<Engine> {
  const place = placeOf(address);
  const pool = new pg.Pool({
    connectionString: address,
    max: 8,
    connectionTimeoutMillis: 10_000,
    application_name: 'firstmove',
  });
  // A connection that breaks while idle is replaced by the pool; the act that needs it next says what is wrong.
  pool.on('error', () => {});
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }).withSchema(SCHEMA);
  try {
    await pool.query('select 1');
  } catch (error) {
    await db.destroy();
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new DeskRefusal('unfit', `${place}: it cannot be opened: ${REMEDIES[code] ?? message}`);
  }
  return { db, place, settle: async () => {}, close: () => db.destroy() };
}

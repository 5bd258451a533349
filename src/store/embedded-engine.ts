import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { DurableFiles } from './durable-files.ts';
import type { Engine, EngineOptions } from './engine.ts';
import { lockFolder } from './folder-lock.ts';
import { folderRefusal } from './folder-refusal.ts';
import { DeskRefusal } from './refusal.ts';
import { SCHEMA, type Tables } from './tables.ts';
import { untar } from './untar.ts';

/** The initialised database that scripts/desk-template.mjs made; the same place from src/store and from dist/store. */
const TEMPLATE = fileURLToPath(new URL('../../dist/store/desk-template.tar.gz', import.meta.url));

/** The major version of Postgres in PGlite 0.5; a folder of another cannot be opened. */
const POSTGRES_MAJOR = '18';

/** Postgres's own settings for one user, but with fsync, and a log that stays small. */
const SETTINGS = [
  ...PGlite.defaultStartParams.filter((setting) => setting !== '-F'),
  ...['-c', 'wal_sync_method=fsync', '-c', 'min_wal_size=32MB', '-c', 'max_wal_size=64MB'],
];

/** A checkpoint after so much log: PGlite makes none of its own, and after a crash all since the last is gone through again. */
const LOG_BYTES_AT_MOST = 16 * 1024 * 1024;

const open = async (folder: string): Promise<PGlite> => {
  const database = new PGlite({ fs: new DurableFiles(folder), startParams: SETTINGS });
  await database.waitReady;
  return database;
};

/** Puts an initialised database into a new folder, whole or not at all. */
async function prepare(folder: string): Promise<void> {
  const draft = `${folder}.part`;
  rmSync(draft, { recursive: true, force: true });
  if (existsSync(TEMPLATE)) await untar(gunzipSync(readFileSync(TEMPLATE)), draft);
  else await (await open(draft)).close();
  renameSync(draft, folder);
}

/** Whether the folder is still to be prepared. @throws DeskRefusal where it is something else than a desk. */
function isNew(folder: string): boolean {
  if (!existsSync(folder)) return true;
  const names = readdirSync(folder);
  if (names.length === 0) return true;
  if (!names.includes('PG_VERSION'))
    throw new DeskRefusal('unfit', `${folder}: it holds other files than a desk; name a new or empty folder`);
  const version = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
  if (version === POSTGRES_MAJOR) return false;
  throw new DeskRefusal(
    'unfit',
    `${folder}: its database is of version ${version}, this firstmove works with ${POSTGRES_MAJOR}; export it with the firstmove that made it and import that here`,
  );
}

async function opened(folder: string): Promise<Engine> {
  const database = await open(folder);
  // One connection for good: it is the database itself, and acts wait for each other in the pool.
  const pool = new pg.Pool({ ...createPgConfig(database), max: 1, idleTimeoutMillis: 0 });
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }).withSchema(SCHEMA);
  const logged = async () => {
    const { rows } = await sql<{ bytes: string }>`
      select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0') as bytes`.execute(db);
    return Number(rows[0]!.bytes);
  };
  let checked = await logged();
  const checkpoint = async () => {
    const now = await logged();
    if (now - checked < LOG_BYTES_AT_MOST) return;
    await sql`checkpoint`.execute(db);
    checked = now;
  };
  // The act is in the log and thereby done, whether or not a checkpoint succeeds; the next act tries again.
  const settle = () => checkpoint().catch(() => {});
  const close = async () => {
    await db.destroy();
    await database.close();
  };
  return { db, place: folder, settle, close };
}

async function openedUnderLock(folder: string, { create, say }: EngineOptions): Promise<Engine> {
  if (isNew(folder)) {
    if (!create)
      throw new DeskRefusal('unknown', `${folder}: there is no desk; check the name of the folder`);
    mkdirSync(dirname(folder), { recursive: true });
  }
  const lock = await lockFolder(folder);
  try {
    if (lock.after !== undefined)
      say(`${folder}: process ${lock.after} ended without closing the desk; its lock is taken over`);
    // Under the lock once more: another process may have made it meanwhile.
    if (isNew(folder)) {
      if (!existsSync(TEMPLATE)) say('preparing the desk (once)…');
      await prepare(folder);
    }
    const engine = await opened(folder);
    return { ...engine, close: () => engine.close().finally(lock.release) };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/**
 * Postgres in this process (PGlite) on a folder.
 * @throws DeskLocked where another process works on the folder; DeskRefusal where it is no desk or cannot be one.
 */
export async function embeddedEngine(folder: string, options: EngineOptions): Promise<Engine> {
  try {
    return await openedUnderLock(folder, options);
  } catch (error) {
    throw folderRefusal(folder, error);
  }
}

import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** A Postgres server of its own for the tests, in a temporary folder and on a socket there. */
export interface PostgresServer {
  /** The address of a new, empty database. */
  newDatabase(): Promise<string>;
  stop(): Promise<void>;
}

const OLDEST = 15;

/** The folder of the programs of a Postgres that is new enough: Debian's newest, or what the PATH leads to. */
function programs(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian) : [];
  const folders = [
    ...versions.sort((a, b) => Number(b) - Number(a)).map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ];
  return folders.find((folder) => {
    if (!existsSync(join(folder, 'initdb')) || !existsSync(join(folder, 'postgres'))) return false;
    const { stdout } = spawnSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8' });
    return Number(/\) (\d+)/.exec(stdout)?.[1]) >= OLDEST;
  });
}

/** Postgres refuses to run as root; then it runs as the first of these users that there is. */
function unprivileged(): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {};
  for (const user of ['postgres', 'nobody']) {
    const ids = ['-u', '-g'].map((option) => spawnSync('id', [option, user], { encoding: 'utf8' }).stdout);
    if (/^\d+$/.test(ids[0]?.trim() ?? '')) return { uid: Number(ids[0]), gid: Number(ids[1]) };
  }
  return {};
}

const address = (folder: string, database: string) =>
  `postgres://firstmove@localhost/${database}?host=${encodeURIComponent(folder)}`;

async function answering(folder: string, log: () => string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const client = new pg.Client({ connectionString: address(folder, 'postgres') });
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await sleep(50);
    }
  }
  throw new Error(`the Postgres server of the tests does not answer:\n${log()}`);
}

/** Starts a server; undefined where no Postgres is installed (npm test installs one where it can). */
export async function startPostgres(): Promise<PostgresServer | undefined> {
  const bin = programs();
  if (bin === undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'firstmove-postgres-'));
  const user = unprivileged();
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid!);
  // A locale that does not sort by bytes, as most servers have one: the desk must not depend on it.
  const made = spawnSync(
    join(bin, 'initdb'),
    ['-D', join(folder, 'data'), '-U', 'firstmove', '-A', 'trust', '--no-sync', '--no-instructions']
      .concat(['--encoding=UTF8', '--locale=C.UTF-8'])
      .concat(['--locale-provider=icu', '--icu-locale=en-US']),
    { ...user, cwd: folder, encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  let log = '';
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', join(folder, 'data'), '-k', folder, '-c', 'listen_addresses=', '-c', 'fsync=off'],
    { ...user, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  server.stderr.on('data', (text: Buffer) => {
    log += text;
  });
  const ended = new Promise<void>((resolve) => {
    server.once('exit', () => resolve());
  });
  const kill = () => server.kill('SIGQUIT');
  process.once('exit', kill);
  await answering(folder, () => log);
  let databases = 0;
  return {
    async newDatabase() {
      databases += 1;
      const client = new pg.Client({ connectionString: address(folder, 'postgres') });
      await client.connect();
      await client.query(`create database desk_${databases}`);
      await client.end();
      return address(folder, `desk_${databases}`);
    },
    async stop() {
      server.kill('SIGINT');
      await ended;
      process.removeListener('exit', kill);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

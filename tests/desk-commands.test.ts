import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import fs, {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { hostname, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { bytesOfFile, linesIn } from '../src/cli/file-lines.ts';
import { reportFromText } from '../src/report/index.ts';
import { openDesk } from '../src/store/open-desk.ts';
import { processStart } from '../src/store/process-start.ts';
import { startPostgres } from './postgres-server.ts';

const root = resolve(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'firstmove-desk-'));
const postgres = await startPostgres();
afterAll(async () => {
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);
let folders = 0;
function newFolder(): string {
  folders += 1;
  return join(folder, `desk-${folders}`);
}

function firstmove(args: readonly string[], input?: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'dist/cli/main.js'), ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, HOME: folder, XDG_DATA_HOME: '' },
    ...(input === undefined ? {} : { input }),
  });
  return { status, stdout, stderr };
}

/** A process that has opened the desk and does nothing more. */
async function holder(data: string): Promise<ChildProcess> {
  const script = `
    const { openDesk } = await import(${JSON.stringify(pathToFileURL(join(root, 'dist/store/open-desk.js')).href)});
    await openDesk({ data: ${JSON.stringify(data)} });
    console.log('open');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((opened) => child.stdout!.once('data', opened));
  return child;
}

const killed = (child: ChildProcess) =>
  new Promise((ended) => {
    child.once('exit', ended);
    child.kill('SIGKILL');
  });

describe('the lock beside the folder of a desk', () => {
  it('keeps a second process out with one sentence and exit code 4, until the first is gone', async () => {
    const data = newFolder();
    const first = await holder(data);
    try {
      expect(firstmove(['export', '--data', data])).toEqual({
        status: 4,
        stdout: '',
        stderr: `firstmove: ${data}: the desk is locked by process ${first.pid}; stop it first, or name another folder with --data\n`,
      });
      expect(JSON.parse(readFileSync(`${data}.lock`, 'utf8'))).toMatchObject({ pid: first.pid });
    } finally {
      await killed(first);
    }
    expect(firstmove(['export', '--data', data])).toEqual({
      status: 0,
      stdout: '',
      stderr: `firstmove: ${data}: process ${first.pid} ended without closing the desk; its lock is taken over\n`,
    });
    expect(readdirSync(folder).filter((name) => name.startsWith('desk-1.'))).toEqual([]);
  });

  it('keeps out a second opening in the same process', async () => {
    const data = newFolder();
    const desk = await openDesk({ data });
    await expect(openDesk({ data: `${data}/` })).rejects.toThrow(/the desk is locked by process/);
    await desk.close();
    await desk.close();
    await (await openDesk({ data })).close();
  });

  it('lets in one of many that come at once, after a dead one', async () => {
    const data = newFolder();
    await killed(await holder(data));
    // A claim of a process that died while it took the lock.
    writeFileSync(
      `${data}.lock.claim-1`,
      JSON.stringify({ host: hostname(), pid: 2 ** 22 + 1, started: '' }),
    );
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => openDesk({ data })));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes)
      if (outcome.status === 'fulfilled') await outcome.value.close();
      else expect(String(outcome.reason)).toMatch(/the desk is locked/);
    expect(readdirSync(folder).filter((name) => name.includes('claim'))).toEqual([]);
  });

  it.each<[string, () => string | object, string | undefined]>([
    [
      'a later process with the same id',
      () => ({ host: hostname(), pid: process.pid, started: 'boot 1' }),
      undefined,
    ],
    [
      'a living process',
      () => ({ host: hostname(), pid: process.ppid, started: processStart(process.ppid) }),
      `the desk is locked by process ${process.ppid}; `,
    ],
    [
      'another computer',
      () => ({ host: 'elsewhere', pid: 1, started: '' }),
      'the desk is locked by process 1 on elsewhere; ',
    ],
    [
      'something else',
      () => 'not ours',
      'does not say by whom; if no firstmove works on it, delete that file',
    ],
  ])('that names %s', async (_, content, message) => {
    const data = newFolder();
    const text = content();
    writeFileSync(`${data}.lock`, typeof text === 'string' ? text : JSON.stringify(text));
    const opened = openDesk({ data }).then((desk) => desk.close());
    if (message === undefined) await opened;
    else await expect(opened).rejects.toThrow(message);
    expect(existsSync(`${data}.lock`)).toBe(message !== undefined);
    expect(readdirSync(folder).filter((name) => name.includes('claim'))).toEqual([]);
  });
});

describe('firstmove export and import', () => {
  it('move a desk between folders and servers without a changed byte', async () => {
    const data = newFolder();
    const desk = await openDesk({ data });
    for (const text of ['One', 'Zwei “ß” \u2028 𝒳', 'Three'.repeat(20_000)])
      await desk.submit(reportFromText(text));
    await desk.saveModel({ name: 'M', yaml: 'a: 1\n', by: 'Ann' });
    await desk.close();
    const file = join(folder, 'desk.jsonl');
    expect(firstmove(['export', '--data', data, '--out', file])).toEqual({
      status: 0,
      stdout: '',
      stderr: '',
    });
    const bytes = readFileSync(file, 'utf8');
    expect(bytes.match(/\n/g)).toHaveLength(4);
    const places = [['--data', newFolder()]];
    if (postgres !== undefined) places.unshift(['--database', await postgres.newDatabase()]);
    let last = bytes;
    for (const place of places) {
      expect(firstmove(['import', '-', ...place], last)).toEqual({
        status: 0,
        stdout: '',
        stderr: 'firstmove: standard input: 4 new statements\n',
      });
      last = firstmove(['export', ...place]).stdout;
      expect(last).toBe(bytes);
    }
  });

  it('refuse what cannot be read or written in one sentence, and change nothing', async () => {
    const data = newFolder();
    const file = (name: string, content: string | Buffer) => {
      writeFileSync(join(folder, name), content);
      return name;
    };
    const cases: readonly (readonly [readonly string[], RegExp])[] = [
      [
        ['import', file('broken.jsonl', '\n{"id":')],
        /^broken\.jsonl:2: it is not JSON \(.*\); write the export again/,
      ],
      [['import', 'missing.jsonl'], /^missing\.jsonl: there is no such file/],
      [['export', '--out', join('no', 'such', 'file')], /^no.such.file: it cannot be written \(ENOENT\)/],
    ];
    await (await openDesk({ data })).close();
    for (const [args, message] of cases) {
      const { status, stdout, stderr } = firstmove([...args, '--data', data]);
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr.replace(/^firstmove: /, '')).toMatch(message);
      expect(stderr).toMatch(/^[^\n]+\n$/);
    }
    const desk = await openDesk({ data });
    for await (const line of desk.export()) expect(line).toBeUndefined();
    const importing = async (path: string) => desk.import(linesIn(await bytesOfFile(path), path));
    const latin = join(folder, file('latin.jsonl', Buffer.from([0x0a, 0x22, 0xe9, 0x22])));
    await expect(importing(latin)).rejects.toThrow(`${latin}:1: it is not UTF-8`);
    await expect(importing(folder)).rejects.toThrow(`${folder}: it is a folder; name a file in it`);
    await desk.close();
  });

  it('refuse a place that holds no desk, or cannot', () => {
    const other = newFolder();
    mkdirSync(other);
    writeFileSync(join(other, 'thesis.doc'), 'x');
    const old = newFolder();
    mkdirSync(old);
    writeFileSync(join(old, 'PG_VERSION'), '12\n');
    const missing = newFolder();
    const cases: readonly (readonly [readonly string[], string])[] = [
      [['--data', missing], `${missing}: there is no desk; check the name of the folder`],
      [[], `${join(folder, '.local/share/firstmove/desk')}: there is no desk; check the name of the folder`],
      [['--data', other], `${other}: it holds other files than a desk; name a new or empty folder`],
      [
        ['--data', join(other, 'thesis.doc')],
        `${join(other, 'thesis.doc')}: a part of the path is a file; name a folder for the desk`,
      ],
      [
        ['--data', old],
        `${old}: its database is of version 12, this firstmove works with 18; export it with the firstmove that made it and import that here`,
      ],
      [
        ['--database', 'desk'],
        'the address of the database is none; write it as postgres://user:password@host:5432/name',
      ],
      [
        ['--database', 'postgres://ann:secret@127.0.0.1:1/desk'],
        'postgres://ann@127.0.0.1:1/desk: it cannot be opened: nothing listens there; start the server, or check host and port',
      ],
      [
        ['--data', other, '--database', 'x'],
        'the desk is either in a folder or on a server; give --data or --database, not both',
      ],
    ];
    for (const [place, message] of cases)
      expect(firstmove(['export', ...place])).toEqual({
        status: 2,
        stdout: '',
        stderr: `firstmove: ${message}\n`,
      });
    expect(existsSync(missing)).toBe(false);
    expect(readdirSync(other)).toEqual(['thesis.doc']);
  });
});

describe('the schema', () => {
  it.skipIf(postgres === undefined)(
    'of a newer program is refused, as is a database without a desk',
    async () => {
      const database = await postgres!.newDatabase();
      expect(firstmove(['export', '--database', database]).stderr).toMatch(
        /: there is no desk; check the address/,
      );
      await Promise.all([1, 2, 3].map(async () => (await openDesk({ database })).close()));
      const client = new pg.Client({ connectionString: database });
      await client.connect();
      const { rows } = await client.query('select number, name from firstmove.migration');
      expect(rows).toEqual([{ number: 1, name: 'statements and the listing of reports' }]);
      await client.query("insert into firstmove.migration (number, name) values (9, 'the future')");
      await client.end();
      await expect(openDesk({ database })).rejects.toThrow(
        /a newer firstmove wrote this desk \(its schema is 9, this program knows 1\); use that version, or name another desk/,
      );
    },
  );
});

describe('a server that goes away', () => {
  it.skipIf(postgres === undefined)('is named in one sentence, and the act is not done', async () => {
    const desk = await openDesk({ database: await postgres!.newDatabase() });
    await postgres!.stop();
    for (let attempt = 1; attempt <= 2; attempt += 1)
      await expect(desk.submit(reportFromText('One'))).rejects.toMatchObject({
        reason: 'unavailable',
        message: expect.stringMatching(
          /^postgres:\/\/firstmove@localhost\/desk_\d+: .*; (?:start it and )?try again$/,
        ),
      });
    await expect(desk.ready()).rejects.toMatchObject({ reason: 'unavailable' });
    await desk.close();
  });
});

describe('what the desk acknowledges', () => {
  it('is flushed to the disk before', async () => {
    const desk = await openDesk({ data: newFolder() });
    const { fsyncSync } = fs;
    let flushes = 0;
    fs.fsyncSync = (file) => {
      flushes += 1;
      fsyncSync(file);
    };
    syncBuiltinESMExports();
    try {
      for (let report = 1; report <= 3; report += 1) {
        await desk.submit(reportFromText(`Report ${report}`));
        expect(flushes).toBeGreaterThanOrEqual(report);
      }
    } finally {
      fs.fsyncSync = fsyncSync;
      syncBuiltinESMExports();
      await desk.close();
    }
  });

  it('is there after kill -9 at any moment', () => {
    const kills = spawnSync(
      process.execPath,
      [join(root, 'bench/kill-store.mjs'), '5', String(Date.now() % 1e6)],
      {
        encoding: 'utf8',
      },
    );
    expect(kills.stderr).toBe('');
    expect(kills.stdout).toMatch(/^5 kills \(seed \d+\): \d+ acts acknowledged, 0 lost;/);
    expect(kills.status).toBe(0);
  }, 180_000);
});

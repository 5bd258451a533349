import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { answersInThread } from '../src/server/answers-in-thread.ts';
import { LIMITS } from '../src/server/limits.ts';
import type { serveDesk } from '../src/server/serve.ts';
import type { Json } from './served-desk.ts';

const root = resolve(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'firstmove-listen-'));
const running = new Set<ChildProcess>();
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** `firstmove serve` with what it printed, once it listens or has ended. */
async function serve(...args: string[]) {
  const child = spawn(process.execPath, [join(root, 'dist/cli/main.js'), 'serve', '--port', '0', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  const ended = once(child, 'exit').then(([code]) => {
    running.delete(child);
    return code as number | null;
  });
  let out = '';
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const listening = new Promise<void>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      if (out.includes('closes it')) resolve();
    });
  });
  await Promise.race([listening, ended]);
  const address = /http:\/\/\S+/.exec(out)?.[0] ?? '';
  return { child, ended, address, log: () => err };
}

const json = async (address: string, path: string): Promise<Json> =>
  (await fetch(new URL(path, address))).json();

/** Resolves when a report is read. */
async function read(address: string, id: string): Promise<Json> {
  for (;;) {
    const report = await json(address, `/reports/${id}.json`);
    if (report.report.state === 'read') return report;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('firstmove serve', () => {
  it('listens, keeps, closes on Ctrl-C, and goes on where it was', async () => {
    const data = join(folder, 'kept');
    const first = await serve('--data', data);
    expect(first.address).toMatch(/^http:\/\/localhost:\d+\/$/);
    const { sample, reports } = await json(first.address, '/index.json');
    expect(reports).toMatchObject([{ id: sample, state: 'read' }]);
    const { reports: taken } = (await (
      await fetch(new URL('/reports', first.address), {
        method: 'POST',
        headers: { 'content-type': 'text/plain' },
        body: 'Kept.\nRussia said that it would test nuclear weapons if the United States tested.',
      })
    ).json()) as Json;
    expect((await read(first.address, taken[0].id)).claims.length).toBeGreaterThan(0);

    const second = await serve('--data', data);
    expect(await second.ended).toBe(4);
    expect(second.log().trim().split('\n')).toHaveLength(1);

    const stream = await fetch(new URL('/events', first.address));
    first.child.kill('SIGINT');
    first.child.kill('SIGINT');
    expect(await first.ended).toBe(0);
    await stream.body!.cancel().catch(() => {});
    for (const line of first.log().trim().split('\n')) expect(JSON.parse(line)).toHaveProperty('event');

    const again = await serve('--data', data);
    const index = await json(again.address, '/index.json');
    expect(index.total).toBe(2);
    const port = new URL(again.address).port;
    const other = await serve('--data', join(folder, 'other'), '--port', port);
    expect(await other.ended).toBe(2);
    expect(other.log()).toBe(
      `firstmove: port ${port} is taken by another program; name another one, for example --port ${Number(port) + 1}\n`,
    );
    again.child.kill('SIGTERM');
    expect(await again.ended).toBe(0);
  }, 180_000);

  it('reads after a kill -9 what it had taken before', async () => {
    const data = join(folder, 'killed');
    const first = await serve('--data', data);
    const form = new FormData();
    for (let i = 0; i < 8; i++)
      form.append(
        'f',
        new File(
          [
            `Report ${i}.\n${'Russia said that it would resume nuclear tests if the United States tested. '.repeat(25)}`,
          ],
          `${i}.txt`,
        ),
      );
    const { reports } = (await (
      await fetch(new URL('/reports', first.address), { method: 'POST', body: form })
    ).json()) as Json;
    first.child.kill('SIGKILL');
    await first.ended;
    const second = await serve('--data', data);
    for (const { id } of reports) expect((await read(second.address, id)).claims.length).toBeGreaterThan(0);
    second.child.kill('SIGINT');
    expect(await second.ended).toBe(0);
  }, 180_000);

  it.each([
    [['--host', '0.0.0.0'], '--host 0.0.0.0 lets other machines in; give --token as well'],
    [['--token', 'short'], '--token: 5 characters can be guessed'],
    [['--standoff', '/nowhere/at/all'], '/nowhere/at/all: there is no such folder'],
    [['--port', '70000'], 'Write a port from 0 to 65535'],
  ])('refuses %j in a sentence', async (args, sentence) => {
    const refused = await serve('--data', join(folder, 'refused'), ...args);
    expect(await refused.ended).toBe(2);
    expect(refused.log()).toContain(sentence);
    expect(existsSync(join(folder, 'refused'))).toBe(false);
  });

  it('serves other hosts with a token, by the link that it prints', async () => {
    const { child, ended, address } = await serve(
      '--data',
      join(folder, 'token'),
      '--host',
      '0.0.0.0',
      '--token',
    );
    const link = new URL(address);
    link.hostname = '127.0.0.1';
    expect(link.searchParams.get('token')!.length).toBeGreaterThan(30);
    expect((await fetch(new URL('/index.json', link))).status).toBe(401);
    const login = await fetch(link);
    const cookie = login.headers.get('set-cookie')!.split(';')[0]!;
    expect((await fetch(new URL('/index.json', link), { headers: { cookie } })).status).toBe(200);
    child.kill('SIGINT');
    expect(await ended).toBe(0);
  });
});

describe('a slow sender', () => {
  it('does not keep a connection, and keeps nobody else from being answered', async () => {
    const served = (await import(pathToFileURL(join(root, 'dist/server/index.js')).href)) as {
      serveDesk: typeof serveDesk;
    };
    const desk = await served.serveDesk({
      place: { data: join(folder, 'slow') },
      port: 0,
      host: '127.0.0.1',
      log: () => {},
      limits: { ...LIMITS, headWithin: 500, requestWithin: 1_000 },
    });
    try {
      const { port } = new URL(desk.address);
      const socket = connect(Number(port), '127.0.0.1');
      socket.write(
        `POST /reports HTTP/1.1\r\nHost: localhost:${port}\r\nContent-Type: text/plain\r\nContent-Length: 100000\r\n\r\n`,
      );
      const drip = setInterval(() => socket.write('x'), 100);
      let said = '';
      socket
        .on('error', () => {})
        .setEncoding('utf8')
        .on('data', (text) => {
          said += text;
        });
      const closed = once(socket, 'close');
      expect((await fetch(new URL('/index.json', desk.address))).status).toBe(200);
      await closed;
      clearInterval(drip);
      expect(said).toMatch(/^HTTP\/1\.1 (408|400)/);
      expect((await json(desk.address, '/index.json')).total).toBe(1);
    } finally {
      await desk.close();
    }
  });
});

describe('a question that takes too long', () => {
  const script = pathToFileURL(join(root, 'dist/server/answer-thread.js'));
  const small = { yaml: 'decisionMakers: [{ id: A, options: [{ id: a }], preferences: [a] }]' };
  const options = Array.from({ length: 20 }, (_, i) => `{ id: a${i} }`).join(', ');
  const heavy = {
    kind: 'convert',
    to: 'graphml',
    model: {
      yaml: `decisionMakers: [{ id: A, options: [${options}] }, { id: B, options: [{ id: b }] }]`.replace(
        ', { id: a19 }',
        '',
      ),
    },
  } as const;

  it('is ended, and the next one is answered', async () => {
    const answers = answersInThread(script, undefined, { time: 1_500, waiting: 3, memory: 1024 });
    try {
      const asked = answers.answer(heavy).catch((error) => error);
      const next = answers.answer({ kind: 'outcomes', of: small });
      expect(await asked).toMatchObject({ status: 422 });
      expect(JSON.parse((await next).text).analysis.states).toEqual(['N', 'Y']);
    } finally {
      await answers.close();
    }
  });

  it('lets only so many others wait', async () => {
    const answers = answersInThread(script, undefined, { time: 10_000, waiting: 2, memory: 1024 });
    const asked = Array.from({ length: 6 }, () =>
      answers.answer({ kind: 'outcomes', of: small }).then(
        () => 'answered',
        (error) => error.status,
      ),
    );
    expect((await Promise.all(asked)).filter((one) => one === 503).length).toBeGreaterThan(0);
    await answers.close();
    await expect(answers.answer(heavy)).rejects.toMatchObject({ status: 503 });
  });

  it('is refused in words where it is nested too deep', async () => {
    const answers = answersInThread(script, undefined);
    const yaml = `a: ${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    const asked = await answers.answer({ kind: 'outcomes', of: { yaml } }).then(
      ({ text }) => JSON.parse(text).errors[0].message,
      (error) => `${error.status} ${error.message}`,
    );
    expect(asked).toMatch(/nested too deep/);
    await answers.close();
  });
});

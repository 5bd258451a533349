import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Hono } from 'hono';
import { expect } from 'vitest';
import { claimsFromReport, knownNames } from '../src/claims/index.ts';
import { reportFromText } from '../src/report/index.ts';
import { answerTo } from '../src/server/answers/index.ts';
import { type AppOptions, deskApp, deskRoutes } from '../src/server/desk-app.ts';
import type { DeskSetting } from '../src/server/desk-setting.ts';
import { LIMITS } from '../src/server/limits.ts';
import { type ReadingQueue, readingQueue } from '../src/server/reading-queue.ts';
import type { Route } from '../src/server/route.ts';
import { catalogFiles } from '../src/store/catalog-files.ts';
import type { Desk } from '../src/store/desk.ts';
import { openDesk } from '../src/store/open-desk.ts';
import { openBox } from '../src/store/standoff-box.ts';
import type { Day } from '../src/time/index.ts';

export const TODAY: Day = '2026-11-23';

/** The sample report that ships with the stand-off in the box. */
export const samplePath = resolve(import.meta.dirname, '../standoffs/nuclear-testing/reports/sample.txt');

// biome-ignore lint/suspicious/noExplicitAny: what the desk answers is held against its routes' own shapes
export type Json = any;

/** A desk on a fresh embedded database, answering in this thread, without a port. */
export interface TestDesk {
  readonly app: Hono;
  readonly desk: Desk;
  readonly readings: ReadingQueue;
  readonly routes: readonly Route[];
  readonly sample: string;
  readonly log: object[];
  /** The same desk with other options. */
  another(options: Partial<AppOptions>): Hono;
  /** Asks an address, and holds the answer against what the route says of itself. */
  json(path: string, init?: RequestInit): Promise<{ status: number; body: Json; headers: Headers }>;
  close(): Promise<void>;
}

const onlyOne = (path: string, template: string): boolean =>
  new RegExp(
    `^${template
      .split(/\{\w+\}/)
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('[^/]+')}$`,
  ).test(path);

export async function testDesk(): Promise<TestDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'firstmove-desk-'));
  const box = openBox();
  const names = knownNames(box.lexicon);
  const desk = await openDesk({ data: join(folder, 'desk') });
  const readings = readingQueue(
    desk,
    {
      read: async (report) => {
        const tree = box.analyser.read(report.text, names);
        return { claims: claimsFromReport(report, tree, box.lexicon), sentences: tree.sentences };
      },
      close: async () => {},
    },
    (error) => {
      throw error;
    },
  );
  const sample = reportFromText(await readFile(samplePath, 'utf8'), { source: 'sample.txt' });
  await desk.submit(sample);
  readings.wake();
  await readings.idle();
  const setting: DeskSetting = {
    desk,
    box,
    readings,
    answers: { answer: (question) => answerTo(box, question), close: async () => {} },
    catalog: catalogFiles(),
    sample: sample.id,
    today: () => TODAY,
  };
  const log: object[] = [];
  const another = (options: Partial<AppOptions>) =>
    deskApp(setting, { page: new Map(), version: '0.0.0', log: (entry) => log.push(entry), ...options });
  const app = another({});
  const routes = deskRoutes(setting, '0.0.0', LIMITS);
  return {
    app,
    desk,
    readings,
    routes,
    sample: sample.id,
    log,
    another,
    async json(path, init) {
      const response = await app.request(path, init);
      const body = await response.json();
      const asked = new URL(path, 'http://localhost').pathname;
      const method = (init?.method ?? 'GET').toLowerCase();
      const found = routes.find((one) => one.method === method && onlyOne(asked, one.path));
      expect(found, `${method} ${asked} is no route`).toBeDefined();
      const shape = found!.answers[response.status]?.json;
      if (response.ok) expect(shape?.parse(body), path).toEqual(body);
      else expect(body).toMatchObject({ error: { message: expect.any(String) } });
      return { status: response.status, body, headers: response.headers };
    },
    async close() {
      await readings.close();
      await desk.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A request that sends JSON. */
export const sending = (value: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(value),
});

/** A request that sends bytes of a type. */
export const sendingText = (
  body: string | Uint8Array<ArrayBuffer>,
  type = 'text/plain',
  headers: Record<string, string> = {},
) => ({
  method: 'POST',
  headers: { 'content-type': type, ...headers },
  body,
});

import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import { reportFromText } from '../report/index.ts';
import { catalogFiles } from '../store/catalog-files.ts';
import { computerClock } from '../store/clock.ts';
import type { Desk, DeskPlace } from '../store/desk.ts';
import { openLedger } from '../store/ledger-box.ts';
import { openDesk } from '../store/open-desk.ts';
import { boxFolder } from '../store/standoff-files.ts';
import { dayAt, instantOf } from '../time/index.ts';
import { answersInThread } from './answers-in-thread.ts';
import { deskApp } from './desk-app.ts';
import { LIMITS, type Limits } from './limits.ts';
import { type Log, logTo } from './log.ts';
import { pageFiles } from './page-files.ts';
import { readerInThread } from './reader-in-thread.ts';
import { type ReadingQueue, readingQueue } from './reading-queue.ts';

export interface ServeOptions {
  readonly place: DeskPlace;
  readonly port: number;
  readonly host: string;
  /** Asked of every request; needed to serve other hosts than this machine. */
  readonly token?: string;
  /** Folder of another stand-off's rows. */
  readonly standoff?: string;
  readonly log?: Log;
  readonly limits?: Limits;
}

/** A desk that serves. */
export interface ServedDesk {
  /** Where it is opened; with the token where it asks for one. */
  readonly address: string;
  /** Answers what is under way, keeps what was read, and closes the store. */
  close(): Promise<void>;
}

/** The address is taken or cannot be had: one sentence for the person. */
export class AddressRefused extends Error {}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1']);

export const isLoopback = (host: string): boolean => LOOPBACK.has(host);

/** A token that nobody guesses. */
export const freshToken = (): string => randomBytes(24).toString('base64url');

/** Milliseconds that answers under way are waited for when the desk closes. */
const LAST_ANSWERS = 2_000;

const script = (name: string): URL => new URL(`./${name}.js`, import.meta.url);

/**
 * Opens the store, takes up the reports that wait to be read, and serves the desk.
 * @throws DeskLocked or DeskRefusal where the store cannot be opened; AddressRefused where the address cannot be had;
 *   StandoffUnreadable for a folder without a stand-off.
 */
export async function serveDesk({
  place,
  port,
  host,
  token,
  standoff,
  limits = LIMITS,
  log = logTo(process.stderr, () => instantOf(computerClock() / 1000)),
}: ServeOptions): Promise<ServedDesk> {
  const box = openLedger(standoff);
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    readonly version: string;
  };
  const desk = await openDesk(place, { say: (sentence) => log({ event: 'store', message: sentence }) });
  const answers = answersInThread(script('answer-thread'), standoff);
  const readings = readingQueue(desk, readerInThread(script('reading-thread'), standoff), (error) =>
    log({ event: 'fault', message: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
  const closeStages = async () => {
    await readings.close();
    await answers.close();
    await desk.close();
  };
  try {
    const sample = await submitSample(desk, readings, standoff ?? boxFolder);
    const app = deskApp(
      {
        desk,
        box,
        answers,
        readings,
        catalog: catalogFiles(),
        ...(sample === undefined ? {} : { sample }),
        today: () => dayAt(computerClock()),
      },
      {
        page: pageFiles(fileURLToPath(new URL('../web', import.meta.url))),
        log,
        version,
        limits,
        anyName: !isLoopback(host),
        ...(token === undefined ? {} : { token }),
      },
    );
    const server = createServer(
      {
        // A slow sender does not keep a connection.
        headersTimeout: limits.headWithin,
        requestTimeout: limits.requestWithin,
        connectionsCheckingInterval: Math.min(5_000, limits.headWithin),
      },
      getRequestListener(app.fetch),
    );
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, resolve);
    }).catch((error: NodeJS.ErrnoException) => {
      throw addressRefused(error, host, port);
    });
    const { port: given } = server.address() as { port: number };
    const shown = host === '127.0.0.1' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
    return {
      address: `http://${shown}:${given}/${token === undefined ? '' : `login?token=${encodeURIComponent(token)}`}`,
      async close() {
        const closed = new Promise((resolve) => server.close(resolve));
        server.closeIdleConnections();
        const late = setTimeout(() => server.closeAllConnections(), LAST_ANSWERS);
        await readings.close();
        server.closeIdleConnections();
        await closed;
        clearTimeout(late);
        await closeStages();
      },
    };
  } catch (error) {
    await closeStages();
    throw error;
  }
}

function addressRefused(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const says: Readonly<Record<string, string>> = {
    EADDRINUSE: `port ${port} is taken by another program; name another one, for example --port ${port + 1}`,
    EACCES: `port ${port} needs more rights than this user has; name one above 1023, for example --port 4747`,
    EADDRNOTAVAIL: `this machine has no address ${host}; leave out --host, or name one it has`,
    ENOTFOUND: `no machine is called ${host}; leave out --host, or name an address of this machine`,
  };
  const sentence = says[error.code ?? ''];
  return sentence === undefined ? error : new AddressRefused(sentence);
}

/** Submits the stand-off's sample report and waits until it is read, so that the first page has something to show. */
async function submitSample(desk: Desk, readings: ReadingQueue, folder: string): Promise<string | undefined> {
  const source = 'sample.txt';
  const text = await readFile(join(folder, 'reports', source), 'utf8').catch(() => undefined);
  if (text === undefined) {
    readings.wake();
    return undefined;
  }
  const report = reportFromText(text, { source });
  const { id } = await desk.submit(report);
  readings.hasten(id);
  const isRead = new Promise<void>((resolve) => {
    const stop = readings.follow((news) => {
      if (news.id !== id || (news.state !== 'read' && news.state !== 'failed')) return;
      stop();
      resolve();
    });
  });
  const { state } = (await desk.report(id))!;
  readings.wake();
  if (state === 'waiting') await isRead;
  return id;
}

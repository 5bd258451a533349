import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { catalogFiles } from '../store/catalog-files.ts';
import { computerClock } from '../store/clock.ts';
import type { Desk, DeskPlace } from '../store/desk.ts';
import { openDesk } from '../store/open-desk.ts';
import { openPositions } from '../store/standoff-box.ts';
import { boxFolder } from '../store/standoff-files.ts';
import { dayAt, instantOf } from '../time/index.ts';
import { answersInThread } from './answers-in-thread.ts';
import { deskApp } from './desk-app.ts';
import { LIMITS, type Limits } from './limits.ts';
import { listenAt } from './listen.ts';
import { type Log, logTo } from './log.ts';
import { pageFiles } from './page-files.ts';
import { readerInThread } from './reader-in-thread.ts';
import { type ReadingQueue, readingQueue } from './reading-queue.ts';
import { submitSample } from './sample-report.ts';

export interface ServeOptions {
  readonly place: DeskPlace;
  /** 0 takes any that is free. */
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

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1']);

export const isLoopback = (host: string): boolean => LOOPBACK.has(host);

/** A token that nobody guesses. */
export const freshToken = (): string => randomBytes(24).toString('base64url');

const script = (name: string): URL => new URL(`../server/${name}.js`, import.meta.url);

const programVersion = (): string =>
  (
    JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
      readonly version: string;
    }
  ).version;

const faultText = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);

function addressOf(host: string, port: number, token: string | undefined): string {
  const name = host === '127.0.0.1' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  const path = token === undefined ? '' : `login?token=${encodeURIComponent(token)}`;
  return `http://${name}:${port}/${path}`;
}

/**
 * Takes the port, opens the store, takes up the reports that wait to be read, and serves the desk.
 * @throws AddressRefused where the address cannot be had; DeskLocked or DeskRefusal where the store cannot be opened;
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
  const box = openPositions(standoff);
  const listener = await listenAt(host, port, limits);
  const reader = readerInThread(script('reading-thread'), standoff);
  const answers = answersInThread(script('answer-thread'), standoff);
  let [desk, readings]: [Desk | undefined, ReadingQueue | undefined] = [undefined, undefined];
  // The reader first, which ends the streams of its progress; the store last, which what is under way still needs.
  const close = async () => {
    await (readings ?? reader).close();
    await listener.close();
    await answers.close();
    await desk?.close();
  };
  try {
    desk = await openDesk(place, { say: (sentence) => log({ event: 'store', message: sentence }) });
    readings = readingQueue(desk, reader, (error) => log({ event: 'fault', message: faultText(error) }));
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
        version: programVersion(),
        limits,
        anyName: !isLoopback(host),
        ...(token === undefined ? {} : { token }),
      },
    );
    listener.answerWith((request) => app.fetch(request));
    return { address: addressOf(host, listener.port, token), close };
  } catch (error) {
    await close();
    throw error;
  }
}

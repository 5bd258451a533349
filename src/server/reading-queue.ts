import type { ReadReport } from '../brief/index.ts';
import type { Report } from '../report/index.ts';
import type { Desk } from '../store/desk.ts';

/** Reads one report; rejects with a sentence for the person where it cannot. */
export interface Reader {
  read(report: Report): Promise<Pick<ReadReport, 'claims' | 'sentences'>>;
  close(): Promise<void>;
}

/** What happened to a report that waited to be read. */
export interface ReadingNews {
  readonly id: string;
  readonly state: 'waiting' | 'reading' | 'read' | 'failed';
  readonly claims?: number;
  readonly failure?: string;
  /** Reports read since the queue was last empty. */
  readonly done: number;
  /** Reports that still wait, this one included while it is being read. */
  readonly waiting: number;
}

/** Reads the reports that wait in the store, one after the other. */
export interface ReadingQueue {
  /** Takes up what waits in the store. */
  wake(): void;
  /** Has a waiting report read next. */
  hasten(report: string): void;
  /** Tells of every report from now on, and when it ends for good; returns how to stop it. */
  follow(listener: (news: ReadingNews) => void, onEnd?: () => void): () => void;
  /** Resolves when nothing waits. */
  idle(): Promise<void>;
  /** Ends after the store has what was read; what still waits is read after the next start. */
  close(): Promise<void>;
}

/**
 * The queue is the store's list of waiting reports, so that a restart goes on where it was: a report leaves it only by
 * its reading, or by a failure that the store keeps.
 */
export function readingQueue(
  desk: Pick<Desk, 'waiting' | 'report' | 'keepReading' | 'failReading'>,
  reader: Reader,
  onFault: (error: unknown) => void,
): ReadingQueue {
  const listeners = new Set<(news: ReadingNews) => void>();
  const leaving = new Set<() => void>();
  const resting: (() => void)[] = [];
  let hastened: string[] = [];
  let running: Promise<void> | undefined;
  let woken = false;
  let closed = false;
  let done = 0;

  const tell = (news: Omit<ReadingNews, 'done'>) => {
    for (const listener of listeners) listener({ ...news, done });
  };

  async function readOne(id: string, waiting: number): Promise<void> {
    const stored = await desk.report(id);
    if (stored === undefined) return;
    tell({ id, state: 'reading', waiting });
    let found: Awaited<ReturnType<Reader['read']>>;
    try {
      found = await reader.read(stored);
    } catch (error) {
      // A reader that was ended with the desk has not failed; the report waits for the next start.
      if (closed) return;
      const failure = error instanceof Error ? error.message : String(error);
      await desk.failReading(id, failure);
      done += 1;
      tell({ id, state: 'failed', failure, waiting: waiting - 1 });
      return;
    }
    await desk.keepReading(id, found);
    done += 1;
    tell({ id, state: 'read', claims: found.claims.length, waiting: waiting - 1 });
  }

  async function work(): Promise<void> {
    let waiting: readonly string[] = [];
    while (!closed) {
      if (woken || waiting.length === 0) {
        woken = false;
        waiting = await desk.waiting();
        if (waiting.length === 0 && !woken) return;
        continue;
      }
      const next = hastened.find((id) => waiting.includes(id)) ?? waiting[0]!;
      hastened = hastened.filter((id) => id !== next);
      await readOne(next, waiting.length);
      waiting = waiting.filter((id) => id !== next);
    }
  }

  function rest(): void {
    running = undefined;
    done = 0;
    for (const resolve of resting.splice(0)) resolve();
  }

  return {
    wake() {
      woken = true;
      if (running !== undefined || closed) return;
      running = work().then(rest, (error) => {
        rest();
        onFault(error);
      });
    },
    hasten(report) {
      if (!hastened.includes(report)) hastened = [report, ...hastened].slice(0, 100);
    },
    follow(listener, onEnd) {
      listeners.add(listener);
      if (onEnd !== undefined) leaving.add(onEnd);
      return () => {
        listeners.delete(listener);
        if (onEnd !== undefined) leaving.delete(onEnd);
      };
    },
    idle: () => (running === undefined ? Promise.resolve() : new Promise((resolve) => resting.push(resolve))),
    async close() {
      closed = true;
      for (const onEnd of leaving) onEnd();
      await reader.close();
      await running;
    },
  };
}

import { Worker } from 'node:worker_threads';
import type { ReadReport } from '../brief/index.ts';
import type { Report } from '../report/index.ts';
import type { Reader } from './reading-queue.ts';

type Said = { readonly id: string } & (Pick<ReadReport, 'claims' | 'sentences'> | { readonly fault: string });

/** Milliseconds for a report of any length, and for each thousand characters of it. */
const LEAST = 60_000;
const A_THOUSAND = 1_000;

/** Reads reports in a thread of its own, one at a time, so that the desk answers meanwhile. */
export function readerInThread(script: URL, standoff: string | undefined): Reader {
  let worker: Worker | undefined;
  /** Tells the reading under way what became of the thread. */
  let onEnd: ((message: string) => void) | undefined;

  function start(): Worker {
    const fresh = new Worker(script, { workerData: standoff === undefined ? {} : { standoff } });
    const ended = (message: string) => {
      if (worker !== fresh) return;
      worker = undefined;
      onEnd?.(message);
    };
    fresh.on('error', (error) => ended(`the reader failed on it: ${error.message}`));
    fresh.on('exit', () => ended('the reader was ended'));
    return fresh;
  }

  const end = async () => {
    const thread = worker;
    worker = undefined;
    onEnd?.('the reader was ended');
    await thread?.terminate();
  };

  // Started before the first report comes: the weights take a second to load.
  worker = start();

  return {
    read(report: Report) {
      worker ??= start();
      const thread = worker;
      return new Promise((resolve, reject) => {
        const limit = LEAST + (report.text.length / 1000) * A_THOUSAND;
        const settled = () => {
          clearTimeout(timer);
          thread.off('message', listen);
          onEnd = undefined;
        };
        const listen = (said: Said) => {
          if (said.id !== report.id) return;
          settled();
          if ('fault' in said) reject(new Error(`the reader failed on it: ${said.fault}`));
          else resolve({ claims: said.claims, sentences: said.sentences });
        };
        onEnd = (message) => {
          settled();
          reject(new Error(message));
        };
        const timer = setTimeout(() => {
          onEnd?.(`reading it took longer than ${Math.round(limit / 1000)} seconds; split it`);
          void end();
        }, limit);
        thread.on('message', listen);
        thread.postMessage(report);
      });
    },
    close: end,
  };
}

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

  const end = async () => {
    const ended = worker;
    worker = undefined;
    await ended?.terminate();
  };

  return {
    read(report: Report) {
      worker ??= new Worker(script, { workerData: standoff === undefined ? {} : { standoff } });
      const thread = worker;
      return new Promise((resolve, reject) => {
        const done = () => {
          clearTimeout(timer);
          thread.removeAllListeners('message').removeAllListeners('error').removeAllListeners('exit');
        };
        const refuse = (message: string) => {
          done();
          void end();
          reject(new Error(message));
        };
        const limit = LEAST + (report.text.length / 1000) * A_THOUSAND;
        const timer = setTimeout(
          () => refuse(`reading it took longer than ${Math.round(limit / 1000)} seconds; split it`),
          limit,
        );
        thread.on('message', (said: Said) => {
          if (said.id !== report.id) return;
          done();
          if ('fault' in said) reject(new Error(`the reader failed on it: ${said.fault}`));
          else resolve({ claims: said.claims, sentences: said.sentences });
        });
        thread.on('error', (error) => refuse(`the reader failed on it: ${error.message}`));
        thread.on('exit', () => refuse('the reader was ended'));
        thread.postMessage(report);
      });
    },
    close: end,
  };
}

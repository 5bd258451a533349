import { Worker } from 'node:worker_threads';
import type { ThreadAnswer } from './answer-thread.ts';
import type { Answer, Answers, Question } from './question.ts';
import { Refusal } from './refusal.ts';

export interface ThreadLimits {
  /** Milliseconds that one question may take. */
  readonly time: number;
  /** Questions that may wait for their turn. */
  readonly waiting: number;
  /** Megabytes of the thread's heap. */
  readonly memory: number;
}

export const THREAD_LIMITS: ThreadLimits = { time: 20_000, waiting: 32, memory: 1024 };

interface Waiting {
  readonly question: Question;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Answers questions in a thread of their own, one after the other. A question that takes too long ends the thread, and
 * the next one finds a fresh one: nothing that somebody sends can keep the desk from answering.
 */
export function answersInThread(
  script: URL,
  standoff: string | undefined,
  limits: ThreadLimits = THREAD_LIMITS,
): Answers {
  const queue: Waiting[] = [];
  let number = 0;
  let current: (Waiting & { readonly timer: NodeJS.Timeout }) | undefined;
  let closed = false;
  /** Its time runs only from when the thread has loaded. */
  let ready = false;
  let worker = start();

  function start(): Worker {
    const fresh = new Worker(script, {
      workerData: standoff === undefined ? {} : { standoff },
      resourceLimits: { maxOldGenerationSizeMb: limits.memory },
    });
    fresh.on('message', (said: ThreadAnswer | 'ready') => {
      if (fresh !== worker) return;
      if (said === 'ready') {
        ready = true;
        next();
      } else if (said.number === number) settle(said);
    });
    fresh.on('error', (error: Error & { code?: string }) => {
      if (fresh !== worker) return;
      const isTooLarge = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      fail(
        isTooLarge
          ? new Refusal(422, 'it needs more memory than the desk gives', {
              remedy: 'ask about a smaller model, or use the command line',
            })
          : error,
      );
      // A thread that does not even load will not do so the next time.
      if (ready) restart();
      else closed = true;
    });
    fresh.unref();
    return fresh;
  }

  function restart(): void {
    if (closed) return;
    void worker.terminate();
    ready = false;
    worker = start();
  }

  function take(): typeof current {
    const one = current;
    current = undefined;
    if (one !== undefined) clearTimeout(one.timer);
    return one;
  }

  function fail(error: Error): void {
    take()?.reject(error);
  }

  function settle(said: ThreadAnswer): void {
    const one = take();
    if ('answer' in said) one?.resolve(said.answer);
    else if ('refused' in said)
      one?.reject(new Refusal(said.refused.status, said.refused.message, said.refused));
    else one?.reject(new Error(said.fault));
    next();
  }

  function next(): void {
    if (!ready || current !== undefined || closed) return;
    const one = queue.shift();
    if (one === undefined) return;
    number += 1;
    const timer = setTimeout(() => {
      fail(
        new Refusal(422, `it takes longer than ${limits.time / 1000} seconds`, {
          remedy: 'ask about a smaller model or fewer reports, or use the command line',
        }),
      );
      restart();
    }, limits.time);
    current = { ...one, timer };
    worker.postMessage({ number, question: one.question });
  }

  return {
    answer: (question) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new Refusal(503, 'the desk computes nothing more; start it again'));
        if (queue.length >= limits.waiting)
          return reject(new Refusal(503, 'the desk has too much to compute', { retryAfter: 2 }));
        queue.push({ question, resolve, reject });
        next();
      }),
    async close() {
      closed = true;
      fail(new Refusal(503, 'the desk is closing'));
      for (const { reject } of queue.splice(0)) reject(new Refusal(503, 'the desk is closing'));
      await worker.terminate();
    },
  };
}

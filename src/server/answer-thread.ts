import { parentPort, workerData } from 'node:worker_threads';
import { openPositions } from '../store/standoff-box.ts';
import { answerTo } from './answers/index.ts';
import type { Answer, Question } from './question.ts';
import { Refusal } from './refusal.ts';

/** What the thread of answers is asked. */
export interface ThreadQuestion {
  readonly number: number;
  readonly question: Question;
}

/** What it says. A refusal comes as its parts, since errors lose their own fields between threads. */
export type ThreadAnswer = { readonly number: number } & (
  | { readonly answer: Answer }
  | {
      readonly refused: Pick<Refusal, 'status' | 'message'> & Partial<Pick<Refusal, 'remedy' | 'places'>>;
    }
  | { readonly fault: string }
);

const isTooDeep = ({ message }: RangeError): boolean => message.includes('call stack');
const TOO_DEEP = new Refusal(422, 'it is nested too deep to be read', { remedy: 'write it flatter' });

const box = openPositions((workerData as { readonly standoff?: string }).standoff);

parentPort!.on('message', async ({ number, question }: ThreadQuestion) => {
  const say = (said: ThreadAnswer) => parentPort!.postMessage(said);
  try {
    say({ number, answer: await answerTo(box, question) });
  } catch (error) {
    const refusal = error instanceof RangeError && isTooDeep(error) ? TOO_DEEP : error;
    if (refusal instanceof Refusal) {
      const { status, message, remedy, places } = refusal;
      say({
        number,
        refused: {
          status,
          message,
          ...(remedy === undefined ? {} : { remedy }),
          ...(places === undefined ? {} : { places }),
        },
      });
    } else say({ number, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});

parentPort!.postMessage('ready');

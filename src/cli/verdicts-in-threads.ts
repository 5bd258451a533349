import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type Concept, type Conflict, isDefined, type Verdicts, verdictsOf } from '../analysis/index.ts';
import type { ThreadShare } from './verdicts-thread.ts';

/** Below this many states a thread takes longer to start than it saves. */
const STATES_WORTH_THREADS = 1 << 17;
/** Above this many, a second copy of the ranks might not fit into memory. */
const STATES_IN_ONE_THREAD = 1 << 22;

/** Tells on standard error what is being done, for work that takes more than a second. */
export function progress(total: number): (what: string) => void {
  const start = performance.now();
  let done = 0;
  return (what) => {
    done += 1;
    if (performance.now() - start > 1000) console.error(`firstmove: ${done} of ${total}: ${what}`);
  };
}

/** All verdicts on a conflict; a large one is shared out among threads, a decision maker to each in turn. */
export async function verdictsInThreads(conflict: Conflict, asked: readonly Concept[]): Promise<Verdicts> {
  const concepts = asked.filter((concept) => isDefined(conflict, concept));
  const makers = [...conflict.model.decisionMakers.keys()];
  const tell = progress(makers.length * concepts.length);
  const nameOf = (maker: number) => conflict.model.decisionMakers[maker]!.id;
  const threads = Math.min(availableParallelism(), makers.length);
  const { count } = conflict.space;
  if (threads < 2 || count < STATES_WORTH_THREADS || count > STATES_IN_ONE_THREAD)
    return verdictsOf(conflict, concepts, (maker, concept) => tell(`${nameOf(maker)}, ${concept}`));
  const stable = new Map(concepts.map((concept) => [concept, new Array<Uint8Array>(makers.length)]));
  await Promise.all(
    Array.from({ length: threads }, (_, thread) => {
      const share: ThreadShare = {
        model: conflict.model,
        concepts,
        makers: makers.filter((maker) => maker % threads === thread),
      };
      return new Promise<void>((resolve, reject) => {
        const worker = new Worker(new URL('../cli/verdicts-thread.js', import.meta.url), {
          workerData: share,
        });
        worker.on('message', (one: { maker: number; concept: Concept; stable: Uint8Array }) => {
          stable.get(one.concept)![one.maker] = one.stable;
          tell(`${nameOf(one.maker)}, ${one.concept}`);
        });
        worker.on('error', reject);
        worker.on('exit', () => resolve());
      });
    }),
  );
  return stable;
}

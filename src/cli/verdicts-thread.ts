import { parentPort, workerData } from 'node:worker_threads';
import { type Concept, conflictOf, isDefined, verdictsFor } from '../analysis/index.ts';
import type { Model } from '../model/index.ts';

/** The share of one thread: some decision makers of a model, by index, and the concepts to judge by. */
export interface ThreadShare {
  readonly model: Model;
  readonly makers: readonly number[];
  readonly concepts: readonly Concept[];
}

const { model, makers, concepts } = workerData as ThreadShare;
const conflict = conflictOf(model);
for (const maker of makers) {
  for (const concept of concepts.filter((one) => isDefined(conflict, one))) {
    const stable = verdictsFor(conflict, maker, concept);
    parentPort!.postMessage({ maker, concept, stable }, [stable.buffer as ArrayBuffer]);
  }
}

import type { Conflict } from './conflict.ts';
import { perceivedConflict } from './hypergame.ts';
import { extensionReading, stableUnder } from './reading.ts';
import { type Concept, isDefined, stableFor } from './stability.ts';

/** Which states are stable (1 or 0 by index) for each decision maker by each concept asked for. */
export type Verdicts = ReadonlyMap<Concept, readonly Uint8Array[]>;

/** Whether the order of some states is unknown to the analyst, for some decision maker. */
export const isUncertain = ({ preferences }: Conflict): boolean =>
  preferences.some(({ isUnknown }) => isUnknown !== undefined);

/**
 * Whether each state is stable for a decision maker, in the conflict as it sees it. What is unknown is read by extension
 * b: nobody leaves for, and nobody is deterred by, what it is not known to prefer or not. A state that the decision maker
 * does not see it has no reason to leave.
 */
export function verdictsFor(conflict: Conflict, maker: number, concept: Concept): Uint8Array {
  if (conflict.model.decisionMakers[maker]!.view !== undefined) {
    const { seen, indexInWhole } = perceivedConflict(conflict, maker);
    const inView = plainVerdicts(seen, maker, concept);
    const stable = new Uint8Array(conflict.space.count).fill(1);
    for (const [state, whole] of indexInWhole.entries()) stable[whole] = inView[state]!;
    return stable;
  }
  return plainVerdicts(conflict, maker, concept);
}

function plainVerdicts(conflict: Conflict, maker: number, concept: Concept): Uint8Array {
  return isUncertain(conflict)
    ? stableUnder(conflict, maker, concept, extensionReading(conflict, 'b'))
    : stableFor(conflict, maker, concept);
}

/** All verdicts for the concepts that are defined for the model. `onStep` is told before each. */
export function verdictsOf(
  conflict: Conflict,
  concepts: readonly Concept[],
  onStep: (maker: number, concept: Concept) => void = () => {},
): Verdicts {
  return new Map(
    concepts
      .filter((concept) => isDefined(conflict, concept))
      .map((concept) => [
        concept,
        conflict.model.decisionMakers.map((_, maker) => {
          onStep(maker, concept);
          return verdictsFor(conflict, maker, concept);
        }),
      ]),
  );
}

import type { Model } from './model.ts';
import { preferenceOf } from './ranking.ts';
import { feasibleStates, indexAt, type StateSpace } from './states.ts';

/**
 * The feasible states of a model one by one, with each decision maker's ranks; states that the model holds to be one
 * have one rank. For formats that know no such states.
 * @throws StateSpaceError where the states cannot be listed.
 */
export function unmergedRanks(model: Model): {
  readonly space: StateSpace;
  readonly ranks: readonly Uint32Array[];
} {
  const merged = feasibleStates(model);
  const space = feasibleStates({ ...model, coalesce: [] });
  const ranks = model.decisionMakers.map((maker) => {
    const { rank } = preferenceOf(maker, merged);
    return Uint32Array.from(space.masks, (mask) => rank[indexAt(merged, mask)]!);
  });
  return { space, ranks };
}

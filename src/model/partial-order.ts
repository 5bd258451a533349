import { strictCycle } from './comparison.ts';
import type { DecisionMaker } from './model.ts';
import type { Preference } from './preference.ts';
import { stateNamed } from './state-pattern.ts';
import { type StateSpace, StateSpaceError } from './states.ts';

/** Comparisons are kept as a table of all pairs of states, so there are this many states at most. */
const STATES_AT_MOST = 4096;

/**
 * A preference given by comparisons of states: what follows from them is known, every other order is unknown (a partial
 * order as unknown preference, Li, Hipel, Kilgour and Fang 2004).
 * @throws StateSpaceError where a state is unknown, the comparisons run in a circle, or there are too many states.
 */
export function preferenceFromComparisons(
  { id, comparisons = [] }: DecisionMaker,
  space: StateSpace,
): Preference {
  if (space.count > STATES_AT_MOST)
    throw new StateSpaceError(
      `comparisons of "${id}" serve ${STATES_AT_MOST} states at most; this model has ${space.count}: write statements`,
    );
  if (strictCycle(comparisons) !== undefined)
    throw new StateSpaceError(`the comparisons of "${id}" run in a circle; drop one of them`);
  const count = space.count;
  const known = (word: string) => {
    const state = stateNamed(space, word);
    if (state < 0)
      throw new StateSpaceError(`the comparisons of "${id}" speak of "${word}", which is no feasible state`);
    return state;
  };
  const equal = Array.from({ length: count }, (_, state) => state);
  const headOf = (state: number): number => (equal[state] === state ? state : headOf(equal[state]!));
  for (const { above, below, strict } of comparisons)
    if (!strict) equal[headOf(known(above))] = headOf(known(below));
  const worse = Array.from({ length: count }, () => new Set<number>());
  for (const { above, below, strict } of comparisons)
    if (strict) worse[headOf(known(above))]!.add(headOf(known(below)));
  // Depth first, each state after all that are worse: its reach is theirs and they.
  const reach = new Map<number, Uint8Array>();
  const height = new Uint32Array(count);
  const visit = (head: number): Uint8Array => {
    const done = reach.get(head);
    if (done !== undefined) return done;
    const own = new Uint8Array(count);
    for (const below of worse[head]!) {
      const theirs = visit(below);
      for (let state = 0; state < count; state++) own[state] = own[state]! | theirs[state]!;
      own[below] = 1;
      height[head] = Math.max(height[head]!, height[below]! + 1);
    }
    reach.set(head, own);
    return own;
  };
  for (let state = 0; state < count; state++) visit(headOf(state));
  const heights = [...new Set(height)].sort((a, b) => b - a);
  const rank = Uint32Array.from({ length: count }, (_, state) => heights.indexOf(height[headOf(state)]!) + 1);
  return {
    rank,
    isUnknown: (a, b) => {
      const [x, y] = [headOf(a), headOf(b)];
      return x !== y && !reach.get(x)![y] && !reach.get(y)![x];
    },
  };
}

import { type Model, or, type StateSpace, stateName, stateNamed, truthAt } from '../model/index.ts';
import { type Conflict, conflictOf } from './conflict.ts';

/**
 * The conflict as one decision maker sees it, with each state's index in the whole conflict: a first-level hypergame
 * (Wang, Hipel and Fraser 1988). States that it does not see are left out for everybody, so that nobody's move into one
 * deters it (GMCR+ lets such moves deter), and the others' preferences are what it takes them to be.
 */
export function perceivedConflict(
  conflict: Conflict,
  maker: number,
): { readonly seen: Conflict; readonly indexInWhole: readonly number[] } {
  const { model, space } = conflict;
  const { id, view } = model.decisionMakers[maker]!;
  const unseen = view!.unseen.length === 0 ? undefined : truthAt(view!.unseen.reduce(or), space);
  const visible = (word: string) => {
    const state = stateNamed(space, word);
    return state < 0 || !unseen?.[state];
  };
  const perceived: Model = {
    ...model,
    infeasible: [...model.infeasible, ...view!.unseen],
    decisionMakers: model.decisionMakers.map((other) => {
      const believed = view!.preferences[other.id];
      const { weights, ranking, unknown, comparisons, ...plain } = other;
      if (other.id !== id && believed !== undefined) return { ...plain, preferences: believed };
      return {
        ...other,
        ...(ranking === undefined
          ? {}
          : {
              ranking: ranking
                .map((line) => ({ ...line, states: line.states.filter(visible) }))
                .filter(({ states }) => states.length > 0),
            }),
        ...(comparisons === undefined
          ? {}
          : { comparisons: comparisons.filter(({ above, below }) => visible(above) && visible(below)) }),
        ...(unknown === undefined ? {} : { unknown: unknown.filter((pair) => pair.every(visible)) }),
      };
    }),
  };
  const seen = conflictOf(perceived);
  return { seen, indexInWhole: indicesIn(space, seen.space) };
}

function indicesIn(whole: StateSpace, part: StateSpace): readonly number[] {
  return Array.from(part.masks.keys(), (state) => stateNamed(whole, stateName(part, state)));
}

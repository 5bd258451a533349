import { maskOf } from '../model/index.ts';
import type { Conflict } from './conflict.ts';
import { completionReading, type Reading, STATES_AT_MOST, stableUnder } from './reading.ts';
import type { Concept } from './stability.ts';

/** Whether an equilibrium holds whatever those want whose words are silent on some options. */
export interface SilenceVerdict {
  readonly state: number;
  readonly concept: Concept;
  readonly holds: boolean;
  /** Who would leave it if it wished for what its words do not tell, and the smallest changes of options that it would make. */
  readonly turnsOn: readonly { readonly dm: string; readonly options: readonly string[] }[];
}

/**
 * The conflict with every pair of states unknown that a decision maker's words leave equal and that differ on an option
 * it is silent on: unknown preference in the sense of Li, Hipel, Kilgour and Fang (2004).
 */
function withSilences(conflict: Conflict): Conflict {
  const { model, space, preferences } = conflict;
  return {
    ...conflict,
    preferences: preferences.map((preference, maker) => {
      const { silentOn = [] } = model.decisionMakers[maker]!;
      if (silentOn.length === 0) return preference;
      const silent = maskOf(space.options, silentOn);
      const { rank, isUnknown } = preference;
      return {
        ...preference,
        isUnknown: (a, b) =>
          (isUnknown?.(a, b) ?? false) ||
          (rank[a] === rank[b] && ((space.masks[a]! ^ space.masks[b]!) & silent) !== 0),
      };
    }),
  };
}

/**
 * For some states that are stable while silence counts as indifference: whether they stay so in every completion of what
 * the silent sides want, and on whose wish they turn where not. A wish that is unknown for other reasons counts alike. Empty
 * for a model in which every wish is known, and for one too large to be judged pair by pair.
 */
export function silenceVerdicts(
  conflict: Conflict,
  concept: Concept,
  states: readonly number[],
): readonly SilenceVerdict[] {
  const { model, space, graph, preferences } = conflict;
  if (space.names !== undefined || space.merged.size > 0 || space.count > STATES_AT_MOST) return [];
  const isOpen = preferences.some(({ isUnknown }) => isUnknown !== undefined);
  if (!isOpen && model.decisionMakers.every(({ silentOn = [] }) => silentOn.length === 0)) return [];
  const open = withSilences(conflict);
  const worst = completionReading(open, 'worst');
  const stable = model.decisionMakers.map((_, maker) => stableUnder(open, maker, concept, worst, states));
  return states.map((state, place) => {
    const leaving = [...model.decisionMakers.keys()].filter((maker) => !stable[maker]![place]);
    return {
      state,
      concept,
      holds: leaving.length === 0,
      turnsOn: leaving.flatMap((maker) => {
        const changes = graph
          .movesFrom(maker, state)
          .filter((to) => {
            const only: Reading = {
              ...worst,
              leaves: (m, from, next) => next === to && worst.leaves(m, from, next),
            };
            return !stableUnder(open, maker, concept, only, [state])[0];
          })
          .map((to) => changed(space.options, space.masks[state]! ^ space.masks[to]!));
        return smallest(changes).map((options) => ({ dm: model.decisionMakers[maker]!.id, options }));
      }),
    };
  });
}

const changed = (options: readonly string[], mask: number): readonly string[] =>
  options.filter((_, bit) => (mask >>> bit) & 1);

/** The sets that hold no other of them. */
const smallest = (sets: readonly (readonly string[])[]): readonly (readonly string[])[] =>
  sets.filter(
    (set) => !sets.some((other) => other.length < set.length && other.every((id) => set.includes(id))),
  );

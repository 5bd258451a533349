import { type Model, stateName, statusQuoOf } from '../model/index.ts';
import type { Move } from './analyse.ts';
import { conflictOf } from './conflict.ts';
import { evolutionFrom, leastUnwillingPaths, type Step } from './evolution.ts';

/** How near the worst is: the state nearest to the status quo in which all of some options are taken. */
export interface Escalation {
  readonly options: readonly string[];
  /** The state, by name. */
  readonly state: string;
  /** The fewest moves there, by anybody's moves. */
  readonly moves: readonly Move[];
  /** Who can begin on some way there. */
  readonly canStart: readonly string[];
  /** Whether a chain of improvements leads there: nothing but a change of mind stops it. */
  readonly byImprovements: boolean;
  /** What stops it: the steps that their movers would not take, on the way with the fewest such steps. */
  readonly against: readonly Move[];
}

/**
 * How a model can come from its status quo to each set of options being taken; sets that are taken already, or that no
 * moves reach, are left out.
 * @throws StateSpaceError where the states cannot be listed.
 */
export function escalationsOf(model: Model, worst: readonly (readonly string[])[]): readonly Escalation[] {
  const conflict = conflictOf(model);
  const { space } = conflict;
  const start = statusQuoOf(model, space);
  if (start < 0 || space.names !== undefined) return [];
  const ids = model.decisionMakers.map(({ id }) => id);
  const named = ({ maker, from, to }: Step): Move => ({ dm: ids[maker]!, from, to });
  const byMoves = evolutionFrom(conflict, start, false);
  const byImprovements = evolutionFrom(conflict, start, true);
  let search: ReturnType<typeof leastUnwillingPaths> | undefined;
  const reluctantly = () => {
    search ??= leastUnwillingPaths(conflict, start);
    return search;
  };
  return worst.flatMap((options): Escalation[] => {
    const mask = options.reduce((bits, id) => bits | (1 << space.options.indexOf(id)), 0);
    const holds = (state: number) => (space.masks[state]! & mask) === mask;
    if (holds(start)) return [];
    const paths = byMoves.reached.filter(holds).map((state) => ({ state, steps: byMoves.pathTo(state)! }));
    const nearest = paths.reduce<(typeof paths)[number] | undefined>(
      (best, path) => (best === undefined || path.steps.length < best.steps.length ? path : best),
      undefined,
    );
    if (nearest === undefined) return [];
    const willing = byImprovements.reached.find(holds);
    const reluctant = willing === undefined ? reluctantly()(nearest.state) : undefined;
    return [
      {
        options,
        state: stateName(space, willing ?? nearest.state),
        moves: (willing === undefined ? nearest.steps : byImprovements.pathTo(willing)!).map(named),
        canStart: (willing === undefined
          ? byMoves.canStart(nearest.state)
          : byImprovements.canStart(willing)
        ).map((maker) => ids[maker]!),
        byImprovements: willing !== undefined,
        against: (reluctant ?? []).filter((step) => !step.willing).map(named),
      },
    ];
  });
}

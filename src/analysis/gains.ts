import { indexAt, maskOf } from '../model/index.ts';
import type { Conflict } from './conflict.ts';
import type { FirstMove } from './first-moves.ts';

/** Whether a mover is better off at the end of what its move sets off, by its own ranking. */
export interface Gain {
  readonly dm: string;
  readonly moves: readonly string[];
  readonly gains: 'yes' | 'no' | 'indifferent' | 'unknown';
}

/** Who takes a first move, and whether each gains by it; `unknown` where the model leaves
 * out an option, a state is infeasible, the order of the two is unknown, or words that rank them equal are silent on what changes. */
export function gainsOf(
  { model, space, preferences }: Conflict,
  taken: ReadonlySet<string>,
  { moves, unlocks }: FirstMove,
): readonly Gain[] {
  if (space.names !== undefined) return [];
  const at = (options: Iterable<string>) => indexAt(space, maskOf(space.options, options));
  const all = [...taken, ...moves, ...unlocks];
  const isWhole = all.every((option) => space.options.includes(option));
  const before = isWhole ? at(taken) : -1;
  const after = isWhole ? at(all) : -1;
  const changed = new Set([...moves, ...unlocks]);
  const isSilent = (maker: number) =>
    (model.decisionMakers[maker]!.silentOn ?? []).some((option) => changed.has(option));
  return model.decisionMakers.flatMap(({ id }, maker): Gain[] => {
    const own = moves.filter((move) =>
      model.options.some((option) => option.id === move && option.owners.includes(id)),
    );
    if (own.length === 0) return [];
    const { rank, isUnknown } = preferences[maker]!;
    const gains =
      before < 0 ||
      after < 0 ||
      isUnknown?.(before, after) ||
      (rank[after] === rank[before] && isSilent(maker))
        ? 'unknown'
        : rank[after]! < rank[before]!
          ? 'yes'
          : rank[after]! > rank[before]!
            ? 'no'
            : 'indifferent';
    return [{ dm: id, moves: own, gains }];
  });
}

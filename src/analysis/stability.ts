import { type Conflict, improvementsFrom, type MakerMoves } from './moves.ts';

/** States at which a decision maker has no unilateral improvement (Nash 1950; Fang, Hipel and Kilgour 1993, def. 3.1). */
export function nashStable(conflict: Conflict, maker: MakerMoves): readonly number[] {
  return everyState(conflict, (state) => improvementsFrom(conflict, maker, state).length === 0);
}

/**
 * States at which every improvement of a decision maker can be sanctioned by a legal sequence of the others' own
 * improvements that leaves it no better off (Fraser and Hipel 1979; Fang, Hipel and Kilgour 1993, def. 3.7).
 */
export function sequentiallyStable(conflict: Conflict, maker: MakerMoves): readonly number[] {
  const worst = new Map<number, number>();
  const others = conflict.makers.filter((other) => other !== maker);
  const worstAfter = (state: number): number => {
    const known = worst.get(state);
    if (known !== undefined) return known;
    const reached = improvementSequences(conflict, others, state);
    const rank = Math.max(0, ...[...reached].map((to) => maker.rank[to]!));
    worst.set(state, rank);
    return rank;
  };
  return everyState(conflict, (state) =>
    improvementsFrom(conflict, maker, state).every((to) => worstAfter(to) >= maker.rank[state]!),
  );
}

/**
 * States that a coalition reaches by legal sequences of improvements: each step improves for its mover, and no decision
 * maker moves twice running. A search over pairs of a state and the last mover.
 */
export function improvementSequences(
  conflict: Conflict,
  movers: readonly MakerMoves[],
  from: number,
): ReadonlySet<number> {
  const reached = new Set<number>();
  const seen = new Set<number>();
  const open: [state: number, last: number][] = [[from, -1]];
  for (let pair = open.pop(); pair !== undefined; pair = open.pop()) {
    const [state, last] = pair;
    for (const [index, mover] of movers.entries()) {
      if (index === last) continue;
      for (const to of improvementsFrom(conflict, mover, state)) {
        const key = to * movers.length + index;
        if (seen.has(key)) continue;
        seen.add(key);
        reached.add(to);
        open.push([to, index]);
      }
    }
  }
  return reached;
}

const everyState = ({ space }: Conflict, keeps: (state: number) => boolean): readonly number[] =>
  Array.from(space.masks.keys()).filter(keeps);

import { feasibleStates, type Model, rankingOf, type StateSpace } from '../model/index.ts';

/** A model made ready for analysis: its states, each decision maker's moves and ranks. */
export interface Conflict {
  readonly model: Model;
  readonly space: StateSpace;
  readonly makers: readonly MakerMoves[];
}

export interface MakerMoves {
  readonly id: string;
  /** Bits of the options it controls. */
  readonly mask: number;
  /** Bits that only go from N to Y, and only from Y to N. */
  readonly forward: number;
  readonly back: number;
  /** Rank of each state, 1 the best. */
  readonly rank: Uint32Array;
}

/** @throws RangeError when the model has too many options or no feasible state. */
export function conflictOf(model: Model): Conflict {
  const space = feasibleStates(model);
  const makers = model.decisionMakers.map((maker): MakerMoves => {
    const bits = (keep: (direction: string) => boolean) =>
      model.options.reduce(
        (mask, { owner, direction }, bit) =>
          owner === maker.id && keep(direction) ? mask | (1 << bit) : mask,
        0,
      );
    return {
      id: maker.id,
      mask: bits(() => true),
      forward: bits((direction) => direction === 'forward'),
      back: bits((direction) => direction === 'back'),
      rank: rankingOf(maker, space),
    };
  });
  return { model, space, makers };
}

/**
 * States that a decision maker can move to in one step (unilateral moves, Fang, Hipel and Kilgour 1993, ch. 3): feasible,
 * different only in its own options, and none of them changed against its direction.
 */
export function movesFrom({ space }: Conflict, maker: MakerMoves, state: number): readonly number[] {
  const from = space.masks[state]!;
  const found: number[] = [];
  // All subsets of the maker's options, by the subset trick (sub - mask) & mask.
  let change = 0;
  do {
    const to = (from & ~maker.mask) | change;
    const risen = to & ~from;
    const fallen = from & ~to;
    if (to !== from && (risen & maker.back) === 0 && (fallen & maker.forward) === 0) {
      const index = space.indexOf[to >>> 0]!;
      if (index >= 0) found.push(index);
    }
    change = (change - maker.mask) & maker.mask;
  } while (change !== 0);
  return found;
}

/** Moves to a state that the mover ranks higher (unilateral improvements). */
export function improvementsFrom(conflict: Conflict, maker: MakerMoves, state: number): readonly number[] {
  return movesFrom(conflict, maker, state).filter((to) => maker.rank[to]! < maker.rank[state]!);
}

import type { DecisionMaker } from './model.ts';
import { holdsAt, type StateSpace } from './states.ts';

/**
 * Rank of each state for a decision maker, 1 the best, equal ranks for states that its statements do not tell apart:
 * the lexicographic order of the statements' truth values (option prioritisation: Fang, Hipel, Kilgour and Peng 2003,
 * where statement j of k weighs 2^(k-j)). Compared as strings of bits, so that any number of statements is exact.
 */
export function rankingOf(maker: DecisionMaker, space: StateSpace): Uint32Array {
  const ranks = new Uint32Array(space.masks.length).fill(1);
  // Refine the classes of equal states by one statement after the other, the most important first.
  let classes = 1;
  for (const statement of maker.preferences) {
    const truth = Uint8Array.from(space.masks, (mask) => (holdsAt(statement, space.options, mask) ? 1 : 0));
    const seen = new Uint8Array(2 * classes + 2);
    ranks.forEach((rank, index) => {
      seen[2 * (rank - 1) + (1 - truth[index]!)] = 1;
    });
    const renumbered = new Uint32Array(2 * classes);
    let next = 0;
    for (let key = 0; key < renumbered.length; key++) if (seen[key]) renumbered[key] = ++next;
    ranks.forEach((rank, index) => {
      ranks[index] = renumbered[2 * (rank - 1) + (1 - truth[index]!)]!;
    });
    classes = next;
  }
  return ranks;
}

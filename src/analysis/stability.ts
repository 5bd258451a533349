import type { Conflict } from './conflict.ts';
import { simultaneouslyStable } from './simultaneous.ts';

/**
 * Concepts of stability, by the ids that the JSON carries:
 * nash: no improvement (R; Nash 1950) · gmr: general metarational (Howard 1971) · smr: symmetric metarational (Howard
 * 1971) · seq: sequential (Fraser and Hipel 1979) · sim: simultaneous (Fraser and Hipel 1984) · sseq: symmetric
 * sequential (Rego and Vieira 2017; not the *strong* sequential of Hamouda, Kilgour and Hipel 2004).
 */
export const CONCEPTS = ['nash', 'gmr', 'smr', 'seq', 'sim', 'sseq'] as const;
export type Concept = (typeof CONCEPTS)[number];

/** Concepts whose verdict is a comparison of ranks, so that it has a margin. */
export type RankedConcept = Exclude<Concept, 'sim'>;

/** Whether a concept is defined for a model: simultaneous moves need options, and states that stand for themselves. */
export const isDefined = ({ model, space }: Conflict, concept: Concept): boolean =>
  concept !== 'sim' || (model.states === undefined && space.merged.size === 0);

/**
 * The rank that each state is compared with: the best that the decision maker can be sure of after moving, by the
 * concept's idea of how the others answer, where staying counts. A state is stable where it ranks no worse.
 *
 * For gmr and seq an improvement counts for the worst state that the others then reach (by any moves, by their own
 * improvements); for smr and sseq that state counts for the best to which the decision maker could move on (Fang, Hipel
 * and Kilgour 1993, definitions 3.3-3.8).
 */
export function bestAssured(
  { graph, preferences }: Conflict,
  maker: number,
  concept: RankedConcept,
): Uint32Array {
  const { rank } = preferences[maker]!;
  if (concept === 'nash') return graph.leastAfterOwnMove(maker, rank);
  const symmetric = concept === 'smr' || concept === 'sseq';
  const sanction = symmetric ? graph.leastAfterOwnMove(maker, rank) : rank;
  const answered = graph.greatestAfterOthers(maker, sanction, concept === 'seq' || concept === 'sseq');
  // A move that is no improvement needs no sanction: let it count for itself.
  for (let state = 0; state < answered.length; state++)
    if (rank[state]! > answered[state]!) answered[state] = rank[state]!;
  return graph.leastAfterOwnMove(maker, answered);
}

/**
 * Whether each state is stable for a decision maker by a concept (1 or 0 by index), where all preferences are known.
 */
export function stableFor(conflict: Conflict, maker: number, concept: Concept): Uint8Array {
  if (concept === 'sim') return simultaneouslyStable(conflict, maker);
  const { rank } = conflict.preferences[maker]!;
  const assured = bestAssured(conflict, maker, concept);
  const stable = new Uint8Array(rank.length);
  for (let state = 0; state < stable.length; state++) stable[state] = assured[state]! >= rank[state]! ? 1 : 0;
  return stable;
}

/** States that are stable for every decision maker. */
export function equilibriumOf(stable: readonly Uint8Array[]): Uint8Array {
  const all = stable[0]!.slice();
  for (const one of stable.slice(1))
    for (let state = 0; state < all.length; state++) all[state] = all[state]! & one[state]!;
  return all;
}

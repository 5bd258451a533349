import { StateSpaceError } from '../model/index.ts';
import { type Conflict, improves } from './conflict.ts';
import { sequencesFrom } from './reading.ts';
import { equilibriumOf } from './stability.ts';

/** Concepts that are defined for coalitions (Kilgour, Hipel, Fang and Peng 2001; Inohara and Hipel 2008). */
export const COALITION_CONCEPTS = ['nash', 'gmr', 'smr', 'seq'] as const;
export type CoalitionConcept = (typeof COALITION_CONCEPTS)[number];

/** A set of decision makers, by their indices. */
export type Coalition = readonly number[];

const STATES_AT_MOST = 4096;

/** All non-empty coalitions of so many decision makers. */
export const allCoalitions = (makers: number): readonly Coalition[] =>
  Array.from({ length: 2 ** makers - 1 }, (_, index) =>
    Array.from({ length: makers }, (_, maker) => maker).filter((maker) => ((index + 1) >>> maker) & 1),
  );

/** Joint moves and joint improvements of coalitions in a conflict, each computed once. */
function jointMoves(conflict: Conflict) {
  const { space } = conflict;
  if (space.count > STATES_AT_MOST)
    throw new StateSpaceError(
      `coalitions are analysed for ${STATES_AT_MOST} states at most; this model has ${space.count}: rule states out or drop options`,
    );
  const known = new Map<string, readonly number[]>();
  const remember = (key: string, compute: () => readonly number[]): readonly number[] => {
    const found = known.get(key) ?? compute();
    known.set(key, found);
    return found;
  };
  /** R_H(s): legal sequences of the members' moves. */
  const moves = (coalition: Coalition, from: number) =>
    remember(`${coalition}:${from}`, () => sequencesFrom(conflict, coalition, from));
  /** R_H++(s): joint moves to states that every member prefers to the one left. */
  const improvements = (coalition: Coalition, from: number) =>
    remember(`${coalition}+${from}`, () =>
      moves(coalition, from).filter((to) =>
        coalition.every((member) => improves(conflict, member, from, to)),
      ),
    );
  /** States reached by sequences of joint improvements of some coalitions, none twice running. */
  const improvementSequences = (coalitions: readonly Coalition[], from: number) =>
    remember(`${coalitions.join('|')}~${from}`, () => {
      const reached = new Set<number>();
      const seen = new Set<number>();
      const open: [number, number][] = [[from, -1]];
      for (let pair = open.pop(); pair !== undefined; pair = open.pop()) {
        const [state, last] = pair;
        for (const [place, coalition] of coalitions.entries()) {
          if (place === last) continue;
          for (const to of improvements(coalition, state)) {
            if (seen.has(to * coalitions.length + place)) continue;
            seen.add(to * coalitions.length + place);
            reached.add(to);
            open.push([to, place]);
          }
        }
      }
      return [...reached];
    });
  return { moves, improvements, improvementSequences };
}

/**
 * States (1 or 0 by index) from which a coalition has no joint improvement that goes unsanctioned.
 * @param answering the coalitions of the others whose joint improvements count as credible answers: all of their subsets
 * in universal analysis, the blocks of a partition otherwise.
 */
function coalitionStable(
  conflict: Conflict,
  joint: ReturnType<typeof jointMoves>,
  coalition: Coalition,
  answering: readonly Coalition[],
  concept: CoalitionConcept,
): Uint8Array {
  const outsiders = conflict.model.decisionMakers.flatMap((_, maker) =>
    coalition.includes(maker) ? [] : [maker],
  );
  const allPrefer = (at: number, to: number) =>
    coalition.every((member) => improves(conflict, member, at, to));
  const sanctioned = (at: number, to: number): boolean => {
    if (concept === 'nash') return false;
    const ends = concept === 'seq' ? joint.improvementSequences(answering, to) : joint.moves(outsiders, to);
    return ends.some(
      (end) =>
        !allPrefer(at, end) &&
        (concept !== 'smr' || joint.moves(coalition, end).every((next) => !allPrefer(at, next))),
    );
  };
  return Uint8Array.from(conflict.space.masks.keys(), (at) =>
    joint.improvements(coalition, at).every((to) => sanctioned(at, to)) ? 1 : 0,
  );
}

/** Verdicts for each block of a partition, and the states stable for all blocks. Blocks of one are the individuals. */
export function partitionStability(
  conflict: Conflict,
  partition: readonly Coalition[],
  concept: CoalitionConcept,
): { readonly stable: readonly Uint8Array[]; readonly equilibria: Uint8Array } {
  const joint = jointMoves(conflict);
  const stable = partition.map((block) =>
    coalitionStable(
      conflict,
      joint,
      block,
      partition.filter((other) => other !== block),
      concept,
    ),
  );
  return { stable, equilibria: equilibriumOf(stable) };
}

/** Verdicts for every non-empty coalition, and the universally coalitionally stable states. */
export function universalStability(
  conflict: Conflict,
  concept: CoalitionConcept,
): {
  readonly coalitions: readonly Coalition[];
  readonly stable: readonly Uint8Array[];
  readonly equilibria: Uint8Array;
} {
  const joint = jointMoves(conflict);
  const coalitions = allCoalitions(conflict.model.decisionMakers.length);
  const stable = coalitions.map((coalition) =>
    coalitionStable(
      conflict,
      joint,
      coalition,
      coalitions.filter((other) => other.every((member) => !coalition.includes(member))),
      concept,
    ),
  );
  return { coalitions, stable, equilibria: equilibriumOf(stable) };
}

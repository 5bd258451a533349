import type { Conflict } from './conflict.ts';
import { requirementsFor } from './inverse.ts';
import type { Concept } from './stability.ts';

/** A state that shall be stable, or not, for the decision maker whose ranking is sought. */
export interface RankingGoal {
  readonly state: number;
  readonly concept: Concept;
  readonly stable: boolean;
}

/** One of two states at least as good as, or strictly better than, the other. */
interface Comparison {
  readonly above: number;
  readonly below: number;
  readonly strict: boolean;
}

/** Beyond so many choices tried the search gives up and says so. */
const CHOICES_AT_MOST = 200_000;

/**
 * A ranking, ties allowed, of one decision maker under which all goals hold, the others' preferences as they are; near
 * the present ranking, which is departed from only where a goal needs it. Undefined where no ranking does it. The search
 * is over comparisons of pairs, not over rankings.
 * @returns the rank of each state, 1 the best.
 * @throws RangeError where the search would take too long to settle the question.
 */
export function rankingForGoals(
  conflict: Conflict,
  maker: number,
  goals: readonly RankingGoal[],
): Uint32Array | undefined {
  const { rank } = conflict.preferences[maker]!;
  // Each clause offers alternatives; each alternative is a set of comparisons that must hold together.
  const clauses = goals
    .flatMap(({ state, concept, stable }): Comparison[][][] => {
      const requirements = requirementsFor(conflict, maker, state, concept);
      const noBetter = (other: number): Comparison => ({ above: state, below: other, strict: false });
      const better = (other: number): Comparison => ({ above: other, below: state, strict: true });
      if (stable) return requirements.map(({ noneBetter }) => noneBetter.map((set) => set.map(noBetter)));
      // Not stable: some move upsets it, in each of whose sets some state is better.
      return [requirements.flatMap(({ noneBetter }) => products(noneBetter).map((one) => one.map(better)))];
    })
    .map((alternatives) => [...alternatives].sort((a, b) => broken(a, rank) - broken(b, rank)))
    .sort((a, b) => a.length - b.length);
  let tried = 0;
  const settle = (place: number, held: readonly Comparison[]): readonly Comparison[] | undefined => {
    if (place === clauses.length) return held;
    for (const alternative of clauses[place]!) {
      tried += 1;
      if (tried > CHOICES_AT_MOST)
        throw new RangeError(
          `after ${CHOICES_AT_MOST} attempts no ranking was found and none ruled out; ask for fewer goals`,
        );
      const both = [...held, ...alternative];
      if (!consistent(both)) continue;
      const found = settle(place + 1, both);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const comparisons = settle(0, []);
  return comparisons === undefined ? undefined : ranked(rank, comparisons);
}

const broken = (comparisons: readonly Comparison[], rank: Uint32Array): number =>
  comparisons.filter(({ above, below, strict }) =>
    strict ? rank[above]! >= rank[below]! : rank[above]! > rank[below]!,
  ).length;

const PRODUCTS_AT_MOST = 4096;

/** Every way of taking one element of each set. */
function products(sets: readonly (readonly number[])[]): readonly (readonly number[])[] {
  let all: readonly (readonly number[])[] = [[]];
  for (const set of sets) {
    const next = new Map<string, readonly number[]>();
    for (const chosen of all) {
      if (set.some((one) => chosen.includes(one))) next.set(chosen.join(), chosen);
      else for (const one of set) next.set([...chosen, one].sort((a, b) => a - b).join(), [...chosen, one]);
    }
    all = [...next.values()];
    if (all.length > PRODUCTS_AT_MOST)
      throw new RangeError(
        'there are too many ways for this state to be unstable; ask for a stricter concept',
      );
  }
  return all;
}

/** Which states are reached along comparisons from a state, and whether some way there is strict. */
function under(comparisons: readonly Comparison[], from: number): ReadonlyMap<number, boolean> {
  const found = new Map<number, boolean>();
  const open: [number, boolean][] = [[from, false]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [state, strict] = next;
    for (const comparison of comparisons) {
      if (comparison.above !== state) continue;
      const now = strict || comparison.strict;
      if (found.get(comparison.below) === true || found.get(comparison.below) === now) continue;
      found.set(comparison.below, now);
      open.push([comparison.below, now]);
    }
  }
  return found;
}

/** Whether no state is strictly better than itself along the comparisons. */
const consistent = (comparisons: readonly Comparison[]): boolean =>
  comparisons.every(({ above }) => under(comparisons, above).get(above) !== true);

/** The present ranking with as few states moved as the comparisons ask: the best first of those with nothing above. */
function ranked(rank: Uint32Array, comparisons: readonly Comparison[]): Uint32Array {
  const states = [...rank.keys()].sort((a, b) => rank[a]! - rank[b]!);
  const below = new Map(states.map((state) => [state, under(comparisons, state)]));
  const isEqual = (a: number, b: number) => below.get(a)!.has(b) && below.get(b)!.has(a);
  const out = new Uint32Array(rank.length);
  let place = 0;
  let lastRank = -1;
  let last: readonly number[] = [];
  let left: readonly number[] = states;
  while (left.length > 0) {
    const next = left.find((state) =>
      left.every((other) => other === state || !below.get(other)!.has(state) || isEqual(other, state)),
    )!;
    const group = left.filter((state) => state === next || isEqual(state, next));
    // What the present ranking holds equal stays so where no comparison parts it.
    const tied = rank[next]! === lastRank && last.every((a) => group.every((b) => !below.get(a)!.get(b)));
    if (!tied) place += 1;
    for (const state of group) out[state] = place;
    last = tied ? [...last, ...group] : group;
    lastRank = rank[next]!;
    left = left.filter((state) => !group.includes(state));
  }
  return out;
}

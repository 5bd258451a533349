import type { DecisionMaker } from './model.ts';
import { preferenceFromComparisons } from './partial-order.ts';
import type { Preference } from './preference.ts';
import { stateNamed } from './state-pattern.ts';
import { type StateSpace, StateSpaceError, stateName, truthAt } from './states.ts';

/**
 * A decision maker's preference over the states of a space. Statements decide in lexicographic order of their truth
 * (option prioritisation, Fang, Hipel, Kilgour and Peng 2003, where statement j of k weighs 2^(k-j)); the classes are
 * refined one statement after the other, so that any number of statements is exact. What statements leave equal, the
 * weights decide, and what these leave equal, the direct ranking.
 *
 * A statement of unknown direction leaves unknown the order of all states that agree on the statements above it and
 * differ on it.
 * @throws StateSpaceError where a ranking names no state, names one twice, or leaves one out that nothing else ranks.
 */
export function preferenceOf(maker: DecisionMaker, space: StateSpace): Preference {
  if (maker.comparisons !== undefined) return preferenceFromComparisons(maker, space);
  let rank: Uint32Array = new Uint32Array(space.count).fill(1);
  let strongRank: Uint32Array | undefined;
  const doubts: ((a: number, b: number) => boolean)[] = [];
  let classes = 1;
  // Several statements at once refine as one key of as many bits, which reads the states once for all of them.
  const key = new Uint32Array(space.count);
  let keys = 1;
  const refine = () => {
    [rank, classes] = refined(rank, classes, key, keys);
    key.fill(0);
    keys = 1;
  };
  for (const line of maker.preferences) {
    if (classes === space.count) break;
    const truth = truthAt(line.formula, space);
    if (!line.certain) {
      refine();
      const above = rank;
      doubts.push((a, b) => above[a] === above[b] && truth[a] !== truth[b]);
    }
    for (let state = 0; state < key.length; state++) key[state] = 2 * key[state]! + 1 - truth[state]!;
    keys *= 2;
    if (classes * keys > KEYS_AT_ONCE || line.strong) refine();
    if (line.strong) strongRank = rank;
  }
  refine();
  if (maker.weights !== undefined && maker.weights.length > 0) {
    const worth = new Float64Array(space.count);
    for (const { formula, weight } of maker.weights) {
      const truth = truthAt(formula, space);
      for (let state = 0; state < worth.length; state++)
        if (truth[state]) worth[state] = worth[state]! + weight;
    }
    const levels = [...new Set(worth)].sort((a, b) => b - a);
    const levelOf = new Map(levels.map((value, level) => [value, level]));
    const level = Uint32Array.from(worth, (value) => levelOf.get(value)!);
    [rank, classes] = refined(rank, classes, level, levels.length);
  }
  if (maker.ranking !== undefined) {
    const { place, cuts } = placesIn(maker, space);
    [rank, classes] = refined(rank, classes, place, maker.ranking.length + 1);
    if (maker.ranking.some(({ strong }) => strong))
      [strongRank] = refined(new Uint32Array(space.count).fill(1), 1, cuts, maker.ranking.length + 1);
  }
  if (maker.unknown !== undefined && maker.unknown.length > 0) {
    const pairs = new Set<number>();
    for (const pair of maker.unknown) {
      const [a, b] = pair.map((word) => known(maker, space, word)) as [number, number];
      pairs.add(a * space.count + b).add(b * space.count + a);
    }
    doubts.push((a, b) => pairs.has(a * space.count + b));
  }
  return {
    rank,
    ...(strongRank === undefined ? {} : { strongRank }),
    ...(doubts.length === 0
      ? {}
      : { isUnknown: (a: number, b: number) => doubts.some((doubt) => doubt(a, b)) }),
  };
}

/** Beyond this many possible classes a table of them would cost more than reading the states again. */
const KEYS_AT_ONCE = 1 << 16;

/** Splits each class by a key below `keys`, the lower key the better, and numbers the classes anew without gaps. */
function refined(
  rank: Uint32Array,
  classes: number,
  key: Uint32Array,
  keys: number,
): [rank: Uint32Array<ArrayBuffer>, classes: number] {
  const number = new Uint32Array(classes * keys);
  const slot = new Uint32Array(rank.length);
  for (let state = 0; state < rank.length; state++) {
    slot[state] = (rank[state]! - 1) * keys + key[state]!;
    number[slot[state]!] = 1;
  }
  let next = 0;
  for (let key = 0; key < number.length; key++) if (number[key]) number[key] = ++next;
  for (let state = 0; state < slot.length; state++) slot[state] = number[slot[state]!]!;
  return [slot, next];
}

function known({ id }: DecisionMaker, space: StateSpace, word: string): number {
  const state = stateNamed(space, word);
  if (state < 0)
    throw new StateSpaceError(
      `the preferences of "${id}" speak of the state "${word}", which is no feasible state; the first is ${stateName(space, 0)}`,
    );
  return state;
}

/** Each state's place in a direct ranking, unlisted ones last, and the number of strong cuts above it. */
function placesIn(maker: DecisionMaker, space: StateSpace) {
  const ranking = maker.ranking ?? [];
  const place = new Uint32Array(space.count).fill(ranking.length);
  const cuts = new Uint32Array(space.count);
  const listed = new Uint8Array(space.count);
  let cut = 0;
  ranking.forEach(({ states, strong }, index) => {
    if (strong) cut += 1;
    for (const word of states) {
      const state = known(maker, space, word);
      if (listed[state])
        throw new StateSpaceError(`the ranking of "${maker.id}" has the state "${word}" twice; keep one`);
      listed[state] = 1;
      place[state] = index;
      cuts[state] = cut;
    }
  });
  const missing = listed.indexOf(0);
  if (missing >= 0 && maker.preferences.length === 0 && (maker.weights ?? []).length === 0)
    throw new StateSpaceError(
      `the ranking of "${maker.id}" leaves out the state ${stateName(space, missing)}; rank every feasible state, or rank by statements first`,
    );
  for (let state = 0; state < listed.length; state++) if (!listed[state]) cuts[state] = cut;
  return { place, cuts };
}

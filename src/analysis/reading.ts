import { StateSpaceError } from '../model/index.ts';
import type { Conflict } from './conflict.ts';
import type { Graph } from './graph.ts';
import type { Concept } from './stability.ts';

/**
 * What counts as an improvement and as a deterrent, where preferences are unknown or differ in strength. `to` and `from`
 * are states, judged by one decision maker.
 */
export interface Reading {
  /** Whether the decision maker would leave for a state. */
  readonly leaves: (maker: number, from: number, to: number) => boolean;
  /** Whether another would answer with a move, in concepts that ask whether answers are credible. */
  readonly answers: (maker: number, from: number, to: number) => boolean;
  /** Whether ending in a state keeps the decision maker where it is. */
  readonly deters: (maker: number, at: number, end: number) => boolean;
}

export const EXTENSIONS = ['a', 'b', 'c', 'd'] as const;
export type Extension = (typeof EXTENSIONS)[number];

/** Preference between two states, with what nobody knows told apart. */
function comparing({ preferences }: Conflict) {
  const prefers = (maker: number, to: number, from: number) =>
    preferences[maker]!.rank[to]! < preferences[maker]!.rank[from]!;
  const unknown = (maker: number, a: number, b: number) => preferences[maker]!.isUnknown?.(a, b) ?? false;
  return { prefers, unknown };
}

/**
 * The four extensions under unknown preference (Li, Hipel, Kilgour and Fang 2004): in a and c the decision maker leaves
 * for states of unknown preference too; in c and d such states deter. The others answer by what may be an improvement.
 */
export function extensionReading(conflict: Conflict, extension: Extension): Reading {
  const { prefers, unknown } = comparing(conflict);
  const bold = extension === 'a' || extension === 'c';
  const wary = extension === 'c' || extension === 'd';
  return {
    leaves: (maker, from, to) => (unknown(maker, from, to) ? bold : prefers(maker, to, from)),
    answers: (maker, from, to) => unknown(maker, from, to) || prefers(maker, to, from),
    deters: (maker, at, end) => (unknown(maker, at, end) ? wary : !prefers(maker, end, at)),
  };
}

/** Strong stability (Hamouda, Kilgour and Hipel 2004): only a state that is known to be strongly worse deters. */
export function strongReading(conflict: Conflict): Reading {
  const plain = extensionReading(conflict, 'b');
  return {
    ...plain,
    deters: (maker, at, end) => {
      const { strongRank, isUnknown } = conflict.preferences[maker]!;
      return strongRank !== undefined && !isUnknown?.(at, end) && strongRank[end]! > strongRank[at]!;
    },
  };
}

/**
 * The completions of unknown preference that serve stability least (`worst`) and most (`best`): all verdicts lie between,
 * because each unknown pair counts one way for the decision maker's leaving and against its being deterred. In the best
 * case the others may answer along an unknown pair in either direction.
 */
export function completionReading(conflict: Conflict, extreme: 'worst' | 'best'): Reading {
  const { prefers, unknown } = comparing(conflict);
  const best = extreme === 'best';
  return {
    leaves: (maker, from, to) => (unknown(maker, from, to) ? !best : prefers(maker, to, from)),
    answers: (maker, from, to) => (unknown(maker, from, to) ? best : prefers(maker, to, from)),
    deters: (maker, at, end) => (unknown(maker, at, end) ? best : !prefers(maker, end, at)),
  };
}

/** Readings look at pairs of states, so they take this many at most. */
export const STATES_AT_MOST = 8192;

/**
 * Whether states (all of them, unless given) are stable, 1 or 0 in their order, for a decision maker by a concept, under a
 * reading; straight from the definitions.
 */
export function stableUnder(
  conflict: Conflict,
  maker: number,
  concept: Concept,
  reading: Reading,
  states: Iterable<number> = conflict.space.masks.keys(),
): Uint8Array {
  const { space, graph, model } = conflict;
  if (space.count > STATES_AT_MOST)
    throw new StateSpaceError(
      `unknown preferences and strengths are judged pair by pair, for ${STATES_AT_MOST} states at most; this model has ${space.count}: rule states out or drop options`,
    );
  const others = model.decisionMakers.flatMap((_, other) => (other === maker ? [] : [other]));
  const credible = concept === 'seq' || concept === 'sseq';
  const symmetric = concept === 'smr' || concept === 'sseq';
  const moves = remembering(graph);
  const known = new Map<number, Reached>();
  const reachedFrom = (state: number): Reached => {
    const reached =
      known.get(state) ??
      reachedBy(moves, space.count, others, state, credible ? reading.answers : undefined);
    known.set(state, reached);
    return reached;
  };
  const deterred = (at: number, to: number): boolean => {
    if (concept === 'nash') return false;
    if (concept === 'sim') return simultaneouslyDeterred(conflict, maker, others, at, to, reading);
    const isSanction = (end: number) =>
      reading.deters(maker, at, end) &&
      (!symmetric || moves(maker, end).every((next) => reading.deters(maker, at, next)));
    const { found, goOn } = reachedFrom(to);
    for (let next = 0; next < found.length || goOn(); next++) if (isSanction(found[next]!)) return true;
    return false;
  };
  return Uint8Array.from(states, (at) =>
    moves(maker, at).every((to) => !reading.leaves(maker, at, to) || deterred(at, to)) ? 1 : 0,
  );
}

type Moves = Graph['movesFrom'];

/** The moves of a graph, each list made once. */
function remembering({ movesFrom }: Graph): Moves {
  const known: (readonly number[])[][] = [];
  return (maker, state) => {
    known[maker] ??= [];
    known[maker][state] ??= movesFrom(maker, state);
    return known[maker][state];
  };
}

/** States that are reached, in the order in which they are found: a question that is answered early needs but a few. */
interface Reached {
  readonly found: readonly number[];
  /** Looks for another; false when there is none. */
  readonly goOn: () => boolean;
}

function reachedBy(
  moves: Moves,
  states: number,
  movers: readonly number[],
  from: number,
  allowed?: (maker: number, from: number, to: number) => boolean,
): Reached {
  const found: number[] = [];
  const reached = bitsFor(states);
  const seen = bitsFor(states * movers.length);
  const open: [state: number, last: number][] = [[from, -1]];
  const goOn = (): boolean => {
    const before = found.length;
    for (let pair = open.pop(); pair !== undefined; pair = open.pop()) {
      const [state, last] = pair;
      for (const [place, mover] of movers.entries()) {
        if (place === last) continue;
        for (const to of moves(mover, state)) {
          const step = to * movers.length + place;
          if (seen.has(step) || allowed?.(mover, state, to) === false) continue;
          seen.add(step);
          if (!reached.has(to)) found.push(to);
          reached.add(to);
          open.push([to, place]);
        }
      }
      if (found.length > before) return true;
    }
    return false;
  };
  return { found, goOn };
}

/** A set of whole numbers below a limit, a bit for each. */
function bitsFor(limit: number) {
  const words = new Uint32Array((limit + 31) >>> 5);
  return {
    has: (number: number) => ((words[number >>> 5]! >>> (number & 31)) & 1) === 1,
    add: (number: number) => {
      words[number >>> 5] = words[number >>> 5]! | (1 << (number & 31));
    },
  };
}

/** States that some movers reach by legal sequences: any number of steps, nobody twice running. */
export function sequencesFrom(
  { graph, space }: Conflict,
  movers: readonly number[],
  from: number,
  allowed?: (maker: number, from: number, to: number) => boolean,
): readonly number[] {
  const { found, goOn } = reachedBy(graph.movesFrom, space.count, movers, from, allowed);
  while (goOn());
  return found;
}

function simultaneouslyDeterred(
  { space, graph }: Conflict,
  maker: number,
  others: readonly number[],
  at: number,
  to: number,
  reading: Reading,
): boolean {
  const from = space.masks[at]!;
  const indexOfMask = new Map(Array.from(space.masks, (mask, index) => [mask, index]));
  let changes = [from ^ space.masks[to]!];
  for (const other of others) {
    const answers = graph.movesFrom(other, at).filter((end) => reading.answers(other, at, end));
    changes = [
      ...new Set(
        changes.flatMap((change) => [change, ...answers.map((end) => change | (from ^ space.masks[end]!))]),
      ),
    ];
  }
  return changes.some((change) => {
    const end = indexOfMask.get((from ^ change) >>> 0);
    return end !== undefined && end !== to && reading.deters(maker, at, end);
  });
}

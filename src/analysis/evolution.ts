import { type Conflict, improves } from './conflict.ts';

/** One move of a path. */
export interface Step {
  readonly maker: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Where a conflict can go from a state by legal sequences of moves, nobody twice running (status quo analysis: Li,
 * Kilgour and Hipel 2005). All questions are answered from one search over pairs of a state and the last mover.
 */
export interface Evolution {
  readonly start: number;
  /** States that can be reached, the start left out, in ascending order. */
  readonly reached: readonly number[];
  /** A shortest path, absent where there is none. */
  pathTo(state: number): readonly Step[] | undefined;
  /** Decision makers with whom some path to a state begins. */
  canStart(state: number): readonly number[];
  /** Decision makers without whose moves a state cannot be reached. */
  needed(state: number): readonly number[];
}

/** @param improving whether each step must improve for its mover. */
export function evolutionFrom(conflict: Conflict, start: number, improving: boolean): Evolution {
  const makers = conflict.model.decisionMakers.length;
  const all = Array.from({ length: makers }, (_, maker) => maker);
  const search = spread(conflict, start, improving, all);
  const without = new Map<number, ReturnType<typeof spread>>();
  const searchWithout = (maker: number) => {
    const known =
      without.get(maker) ??
      spread(
        conflict,
        start,
        improving,
        all.filter((other) => other !== maker),
      );
    without.set(maker, known);
    return known;
  };
  return {
    start,
    reached: search.reachedInOrder.filter((state) => state !== start).sort((a, b) => a - b),
    pathTo(state) {
      if (state === start) return [];
      let node = search.arrival[state]!;
      if (node === UNREACHED) return undefined;
      const steps: Step[] = [];
      while (node >= 0) {
        const maker = node % makers;
        const before: number = search.parent[node]!;
        const from: number = before < 0 ? start : Math.floor(before / makers);
        steps.unshift({ maker, from, to: Math.floor(node / makers) });
        node = before;
      }
      return steps;
    },
    canStart: (state) => all.filter((maker) => (search.firstMovers(state) >>> maker) & 1),
    needed: (state) =>
      search.arrival[state] !== UNREACHED && state !== start
        ? all.filter((maker) => searchWithout(maker).arrival[state] === UNREACHED)
        : [],
  };
}

/** Not reached, and reached from the start itself; other numbers name the node before. */
const UNREACHED = -2;
const FROM_START = -1;

/** Nodes are pairs of a state and the maker who moved last, numbered `state * makers + maker`. */
function spread(conflict: Conflict, start: number, improving: boolean, movers: readonly number[]) {
  const makers = conflict.model.decisionMakers.length;
  const { count } = conflict.space;
  const parent = new Int32Array(count * makers).fill(UNREACHED);
  /** The node by which a state was reached first, which lies on a shortest path. */
  const arrival = new Int32Array(count).fill(UNREACHED);
  const first = new Uint32Array(count * makers);
  const isNext = new Uint8Array(count * makers);
  const reachedInOrder: number[] = [];
  let next: number[] = [];
  const step = (state: number, maker: number, before: number, firsts: number) => {
    for (const to of conflict.graph.movesFrom(maker, state)) {
      if (improving && !improves(conflict, maker, state, to)) continue;
      const node = to * makers + maker;
      const known = first[node]!;
      if (parent[node] === UNREACHED) {
        parent[node] = before;
        if (arrival[to] === UNREACHED) {
          arrival[to] = node;
          reachedInOrder.push(to);
        }
      }
      // A node is followed again only where more first movers reach it, so at most once for each decision maker.
      if ((known | firsts) === known) continue;
      first[node] = known | firsts;
      if (isNext[node]) continue;
      isNext[node] = 1;
      next.push(node);
    }
  };
  for (const maker of movers) step(start, maker, FROM_START, 1 << maker);
  while (next.length > 0) {
    const layer = next;
    next = [];
    for (const node of layer) isNext[node] = 0;
    for (const node of layer) {
      const last = node % makers;
      for (const maker of movers)
        if (maker !== last) step(Math.floor(node / makers), maker, node, first[node]!);
    }
  }
  return {
    parent,
    arrival,
    reachedInOrder,
    firstMovers: (state: number) => {
      let movers = 0;
      for (let maker = 0; maker < makers; maker++) movers |= first[state * makers + maker]!;
      return movers;
    },
  };
}

/** A step and whether its mover would take it by itself. */
export type WillingStep = Step & { readonly willing: boolean };

/** An unwilling step counts more than any number of willing ones. */
const UNWILLING = 1_000_000;

/**
 * For each state the path from a start with the fewest steps that their movers would not take by themselves, and of those
 * the shortest; undefined where no moves lead there. What stops the conflict from going there by itself are its unwilling
 * steps. One search answers for all states (Dijkstra 1959, with costs in buckets).
 */
export function leastUnwillingPaths(
  conflict: Conflict,
  start: number,
): (target: number) => readonly WillingStep[] | undefined {
  const makers = conflict.model.decisionMakers.length;
  const { count } = conflict.space;
  const cost = new Float64Array(count * makers).fill(Number.POSITIVE_INFINITY);
  const before = new Int32Array(count * makers).fill(UNREACHED);
  const arrival = new Int32Array(count).fill(UNREACHED);
  /** Nodes to follow, by cost. */
  const waiting = new Map<number, number[]>();
  const follow = (state: number, last: number, from: number, node: number) => {
    for (let maker = 0; maker < makers; maker++) {
      if (maker === last) continue;
      for (const to of conflict.graph.movesFrom(maker, state)) {
        const next = to * makers + maker;
        const sum = from + (improves(conflict, maker, state, to) ? 1 : UNWILLING);
        if (cost[next]! <= sum) continue;
        cost[next] = sum;
        before[next] = node;
        const same = waiting.get(sum);
        if (same === undefined) waiting.set(sum, [next]);
        else same.push(next);
      }
    }
  };
  follow(start, -1, 0, FROM_START);
  while (waiting.size > 0) {
    const least = Math.min(...waiting.keys());
    const nodes = waiting.get(least)!;
    waiting.delete(least);
    for (const node of nodes) {
      if (cost[node] !== least) continue;
      const state = Math.floor(node / makers);
      if (arrival[state] === UNREACHED) arrival[state] = node;
      follow(state, node % makers, least, node);
    }
  }
  return (target) => {
    if (arrival[target] === UNREACHED) return undefined;
    const steps: WillingStep[] = [];
    for (let at = arrival[target]!; at >= 0; at = before[at]!) {
      const step = {
        maker: at % makers,
        from: before[at] === FROM_START ? start : Math.floor(before[at]! / makers),
        to: Math.floor(at / makers),
      };
      steps.unshift({ ...step, willing: improves(conflict, step.maker, step.from, step.to) });
    }
    return steps;
  };
}

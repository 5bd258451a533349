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
  const firstNode = (state: number) => search.arrival.get(state);
  return {
    start,
    reached: [...search.arrival.keys()].filter((state) => state !== start).sort((a, b) => a - b),
    pathTo(state) {
      if (state === start) return [];
      let node = firstNode(state);
      if (node === undefined) return undefined;
      const steps: Step[] = [];
      while (node >= 0) {
        const maker = node % makers;
        const before: number = search.parent.get(node)!;
        const from: number = before < 0 ? start : Math.floor(before / makers);
        steps.unshift({ maker, from, to: Math.floor(node / makers) });
        node = before;
      }
      return steps;
    },
    canStart: (state) => all.filter((maker) => ((search.firstMovers.get(state) ?? 0) >>> maker) & 1),
    needed: (state) =>
      search.arrival.has(state) && state !== start
        ? all.filter((maker) => !searchWithout(maker).arrival.has(state))
        : [],
  };
}

function spread(conflict: Conflict, start: number, improving: boolean, movers: readonly number[]) {
  const makers = conflict.model.decisionMakers.length;
  const parent = new Map<number, number>();
  /** The node by which a state was reached first, which lies on a shortest path. */
  const arrival = new Map<number, number>();
  const nodeFirst = new Map<number, number>();
  const stepsFrom = (state: number, maker: number) =>
    conflict.graph.movesFrom(maker, state).filter((to) => !improving || improves(conflict, maker, state, to));
  let layer: number[] = [];
  const visit = (node: number, before: number, first: number): boolean => {
    const known = nodeFirst.get(node);
    if (known === undefined) {
      parent.set(node, before);
      const state = Math.floor(node / makers);
      if (!arrival.has(state)) arrival.set(state, node);
    }
    nodeFirst.set(node, (known ?? 0) | first);
    return known === undefined || (known | first) !== known;
  };
  for (const maker of movers) {
    for (const to of stepsFrom(start, maker)) {
      if (visit(to * makers + maker, -1, 1 << maker)) layer.push(to * makers + maker);
    }
  }
  // A node is followed again only where more first movers reach it, so at most once for each decision maker.
  while (layer.length > 0) {
    const next = new Set<number>();
    for (const node of layer) {
      const last = node % makers;
      const state = Math.floor(node / makers);
      for (const maker of movers) {
        if (maker === last) continue;
        for (const to of stepsFrom(state, maker)) {
          if (visit(to * makers + maker, node, nodeFirst.get(node)!)) next.add(to * makers + maker);
        }
      }
    }
    layer = [...next];
  }
  const firstMovers = new Map<number, number>();
  for (const [node, first] of nodeFirst) {
    const state = Math.floor(node / makers);
    firstMovers.set(state, (firstMovers.get(state) ?? 0) | first);
  }
  return { parent, arrival, firstMovers };
}

/** A step of a path, and whether its mover would take it by itself. */
type WilledStep = Step & { readonly willing: boolean };

/**
 * Paths from a state with the fewest steps that their movers would not take by themselves, and of those the shortest:
 * what stops the conflict from going somewhere by itself are the unwilling steps. One search serves all targets; it goes
 * on only as far as the furthest of them.
 * @returns the path to a state, absent where no moves lead there.
 */
export function leastUnwillingPaths(
  conflict: Conflict,
  start: number,
): (target: number) => readonly WilledStep[] | undefined {
  const makers = conflict.model.decisionMakers.length;
  const best = new Map<number, { readonly cost: number; readonly before: number }>();
  /** Nodes to follow, by cost: an unwilling step counts more than any number of willing ones. */
  const waiting = new Map<number, number[]>();
  /** The node by which a state was come to first, and so at the least cost. */
  const arrival = new Map<number, number>();
  const reach = (node: number, cost: number, before: number) => {
    if ((best.get(node)?.cost ?? Number.POSITIVE_INFINITY) <= cost) return;
    best.set(node, { cost, before });
    const same = waiting.get(cost) ?? [];
    same.push(node);
    waiting.set(cost, same);
  };
  const follow = (state: number, last: number, cost: number, node: number) => {
    for (let maker = 0; maker < makers; maker++) {
      if (maker === last) continue;
      for (const to of conflict.graph.movesFrom(maker, state)) {
        const step = improves(conflict, maker, state, to) ? 1 : UNWILLING;
        reach(to * makers + maker, cost + step, node);
      }
    }
  };
  follow(start, -1, 0, -1);
  /** Follows all nodes of the least cost. */
  const advance = () => {
    const cost = Math.min(...waiting.keys());
    const nodes = waiting.get(cost)!;
    waiting.delete(cost);
    for (const node of nodes) {
      if (best.get(node)!.cost !== cost) continue;
      const state = Math.floor(node / makers);
      if (!arrival.has(state)) arrival.set(state, node);
      follow(state, node % makers, cost, node);
    }
  };
  return (target) => {
    while (!arrival.has(target) && waiting.size > 0) advance();
    const node = arrival.get(target);
    return node === undefined ? undefined : stepsTo(node);
  };

  function stepsTo(node: number): readonly WilledStep[] {
    const steps: WilledStep[] = [];
    for (let at = node; at >= 0; at = best.get(at)!.before) {
      const { before } = best.get(at)!;
      const step = {
        maker: at % makers,
        from: before < 0 ? start : Math.floor(before / makers),
        to: Math.floor(at / makers),
      };
      steps.unshift({ ...step, willing: improves(conflict, step.maker, step.from, step.to) });
    }
    return steps;
  }
}

const UNWILLING = 1_000_000;

import { type Model, type StateSpace, StateSpaceError, stateNamed } from '../model/index.ts';
import { byDescendingValue, type Graph } from './graph.ts';
import { movesInOptionForm } from './option-moves.ts';

/** Each state's successors (or predecessors): those of s are `ends[start[s]] … ends[start[s + 1] - 1]`. */
interface Arcs {
  readonly start: Uint32Array;
  readonly ends: Uint32Array;
}

/** More single moves than this would not fit into memory. */
const ARCS_AT_MOST = 60_000_000;

function reversed({ start, ends }: Arcs): Arcs {
  const first = new Uint32Array(start.length);
  for (const to of ends) first[to + 1] = first[to + 1]! + 1;
  for (let state = 1; state < first.length; state++) first[state] = first[state]! + first[state - 1]!;
  const next = first.slice();
  const froms = new Uint32Array(ends.length);
  for (let state = 0; state + 1 < start.length; state++) {
    for (let place = start[state]!; place < start[state + 1]!; place++) {
      const to = ends[place]!;
      froms[next[to]!] = state;
      next[to] = next[to]! + 1;
    }
  }
  return { start: first, ends: froms };
}

function arcsFrom(count: number, movesFrom: (state: number) => readonly number[]): Arcs {
  const start = new Uint32Array(count + 1);
  const ends: number[] = [];
  for (let state = 0; state < count; state++) {
    for (const to of movesFrom(state)) ends.push(to);
    if (ends.length > ARCS_AT_MOST)
      throw new StateSpaceError(
        `the model has more than ${ARCS_AT_MOST} single moves; drop "forbidden" and "coalesce", or leave out options`,
      );
    start[state + 1] = ends.length;
  }
  return { start, ends: Uint32Array.from(ends) };
}

function namedMoves(model: Model, space: StateSpace, maker: number): (state: number) => readonly number[] {
  const { moves = [], forbidden = [] } = model.decisionMakers[maker]!;
  const barred = new Set(forbidden.map(({ from, to }) => `${from} ${to}`));
  const found = Array.from({ length: space.count }, () => new Set<number>());
  for (const { from, to } of moves) {
    const [a, b] = [stateNamed(space, from), stateNamed(space, to)];
    if (a >= 0 && b >= 0 && a !== b && !barred.has(`${from} ${to}`)) found[a]!.add(b);
  }
  return (state) => [...found[state]!].sort((a, b) => a - b);
}

/**
 * The graph of any model, arc by arc: named states, forbidden moves, states that stand for several. Nothing is assumed of
 * it (a decision maker's moves need not be transitive), so legal sequences are followed as pairs of a state and the last
 * mover (Li, Kilgour and Hipel 2005; Xu, Hipel and Kilgour 2018, ch. 4).
 */
export function arcGraph(model: Model, space: StateSpace, ranks: readonly Uint32Array[]): Graph {
  const ahead = model.decisionMakers.map((_, maker) =>
    arcsFrom(
      space.count,
      model.states === undefined ? movesInOptionForm(model, space, maker) : namedMoves(model, space, maker),
    ),
  );
  const behind = ahead.map(reversed);
  return {
    movesFrom: (maker, state) => {
      const { start, ends } = ahead[maker]!;
      return Array.from(ends.subarray(start[state]!, start[state + 1]!));
    },
    newRuns(maker) {
      const { start } = ahead[maker]!;
      let most = 0;
      for (let state = 0; state + 1 < start.length; state++)
        most = Math.max(most, start[state + 1]! - start[state]!);
      return { members: new Uint32Array(most), from: new Uint32Array(1), to: new Uint32Array(1), count: 1 };
    },
    improvementRuns(maker, state, runs) {
      const { start, ends } = ahead[maker]!;
      const rank = ranks[maker]!;
      let found = 0;
      for (let place = start[state]!; place < start[state + 1]!; place++) {
        if (rank[ends[place]!]! < rank[state]!) runs.members[found++] = ends[place]!;
      }
      runs.to[0] = found;
    },
    leastAfterOwnMove(maker, value) {
      const { start, ends } = ahead[maker]!;
      const least = value.slice();
      for (let state = 0; state < least.length; state++) {
        for (let place = start[state]!; place < start[state + 1]!; place++) {
          const at = value[ends[place]!]!;
          if (at < least[state]!) least[state] = at;
        }
      }
      return least;
    },
    greatestAfterOthers(focal, value, improving) {
      const others = ranks.flatMap((rank, maker) => (maker === focal ? [] : [{ rank, ...behind[maker]! }]));
      const width = others.length;
      const out = value.slice();
      const visited = new Uint8Array(value.length * width);
      const stack: number[] = [];
      for (const origin of byDescendingValue(value)) {
        const greatest = value[origin]!;
        for (let last = 0; last < width; last++) {
          const node = origin * width + last;
          if (visited[node]) continue;
          visited[node] = 1;
          stack.push(node);
        }
        for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
          const last = node % width;
          const state = (node - last) / width;
          const { start, ends, rank } = others[last]!;
          for (let place = start[state]!; place < start[state + 1]!; place++) {
            const before = ends[place]!;
            if (improving && rank[before]! <= rank[state]!) continue;
            if (greatest > out[before]!) out[before] = greatest;
            for (let previous = 0; previous < width; previous++) {
              if (previous === last || visited[before * width + previous]) continue;
              visited[before * width + previous] = 1;
              stack.push(before * width + previous);
            }
          }
        }
      }
      return out;
    },
  };
}

import type { Model, StateSpace } from '../model/index.ts';
import { byDescendingValue, type Graph } from './graph.ts';
import { compressor } from './last-answer.ts';

/**
 * One decision maker's moves. States that differ only in its reversible options lie in one slot, where it can go from
 * each to each; between slots lead its one-way options, whose bits stand in the slot's number.
 */
interface Slots {
  readonly slotOf: Uint32Array;
  /** Members of slot t are `members[start[t]] … members[start[t + 1] - 1]`, the best ranked first. */
  readonly start: Uint32Array;
  readonly members: Uint32Array;
  readonly rank: Uint32Array;
  /** Bits of a slot's number that only rise, and that only fall. */
  readonly forward: number;
  readonly back: number;
}

function bitCount(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

function slotsOf(model: Model, space: StateSpace, maker: number, rank: Uint32Array): Slots {
  const { id } = model.decisionMakers[maker]!;
  const free = model.options.map(({ owners, direction }) => owners.includes(id) && direction === 'both');
  const keep = [...free.keys()].filter((bit) => !free[bit]);
  const bits = (wanted: string) =>
    keep.reduce((mask, bit, place) => {
      const { owners, direction } = model.options[bit]!;
      return owners.includes(id) && direction === wanted ? mask | (1 << place) : mask;
    }, 0);
  const slotIn = compressor(keep);
  const slotOf = new Uint32Array(space.count);
  const start = new Uint32Array(2 ** keep.length + 1);
  for (let state = 0; state < slotOf.length; state++) {
    const mask = space.masks[state]!;
    const slot = slotIn(mask);
    slotOf[state] = slot;
    start[slot + 1] = start[slot + 1]! + 1;
  }
  for (let slot = 1; slot < start.length; slot++) start[slot] = start[slot]! + start[slot - 1]!;
  const next = start.slice();
  const members = new Uint32Array(space.count);
  const worstFirst = byDescendingValue(rank);
  for (let place = worstFirst.length - 1; place >= 0; place--) {
    const slot = slotOf[worstFirst[place]!]!;
    members[next[slot]!] = worstFirst[place]!;
    next[slot] = next[slot]! + 1;
  }
  return { slotOf, start, members, rank, forward: bits('forward'), back: bits('back') };
}

/** Bits of a slot's number that may differ in a slot from which this one is reached, or (`ahead`) that it reaches. */
const openBits = ({ forward, back }: Slots, slot: number, ahead: boolean): number =>
  ahead ? (~slot & forward) | (slot & back) : (slot & forward) | (~slot & back);

/**
 * The graph of a model in option form whose preferences are all known. Since a decision maker's moves in option form are
 * transitive (two steps of its own make one, or none), "no mover twice running" rules out no state, and reachability
 * spreads from slot to slot: each state and slot is visited once, so that a question about all states costs little more
 * than reading them.
 */
export function optionGraph(model: Model, space: StateSpace, ranks: readonly Uint32Array[]): Graph {
  const slots = ranks.map((rank, maker) => slotsOf(model, space, maker, rank));
  return {
    movesFrom(maker, state) {
      const own = slots[maker]!;
      const found: number[] = [];
      const slot = own.slotOf[state]!;
      const open = openBits(own, slot, true);
      let change = 0;
      do {
        const to = slot ^ change;
        for (let place = own.start[to]!; place < own.start[to + 1]!; place++) {
          if (own.members[place] !== state) found.push(own.members[place]!);
        }
        change = (change - open) & open;
      } while (change !== 0);
      return found.sort((a, b) => a - b);
    },
    newRuns(maker) {
      const { members, forward, back } = slots[maker]!;
      const slotsAhead = 2 ** bitCount(forward | back);
      return { members, from: new Uint32Array(slotsAhead), to: new Uint32Array(slotsAhead), count: 0 };
    },
    improvementRuns(maker, state, runs) {
      const own = slots[maker]!;
      const { slotOf, start, members, rank } = own;
      const slot = slotOf[state]!;
      const at = rank[state]!;
      const open = openBits(own, slot, true);
      runs.count = 0;
      let change = 0;
      do {
        const to = slot ^ change;
        const first = start[to]!;
        let low = first;
        // The best stand first: the better ones end where the rank reaches that of the state.
        for (let high = start[to + 1]!; low < high; ) {
          const middle = (low + high) >>> 1;
          if (rank[members[middle]!]! < at) low = middle + 1;
          else high = middle;
        }
        if (low > first) {
          runs.from[runs.count] = first;
          runs.to[runs.count++] = low;
        }
        change = (change - open) & open;
      } while (change !== 0);
    },
    leastAfterOwnMove: (maker, value) => leastAfterOwnMove(slots[maker]!, value),
    greatestAfterOthers: (focal, value, improving) =>
      improving ? afterImprovements(slots, focal, value) : afterMoves(slots, focal, value),
  };
}

function leastAfterOwnMove(own: Slots, value: Uint32Array): Uint32Array {
  const { slotOf, start, members } = own;
  const least = new Uint32Array(start.length - 1).fill(0xffffffff);
  for (let slot = 0; slot < least.length; slot++) {
    for (let place = start[slot]!; place < start[slot + 1]!; place++) {
      const at = value[members[place]!]!;
      if (at < least[slot]!) least[slot] = at;
    }
  }
  // One-way options: the least over all slots ahead, one bit after the other.
  const oneWay = own.forward | own.back;
  for (let rest = oneWay; rest !== 0; rest &= rest - 1) {
    const bit = rest & -rest;
    for (let slot = 0; slot < least.length; slot++) {
      if (slot & bit) continue;
      const [from, to] = own.forward & bit ? [slot, slot | bit] : [slot | bit, slot];
      if (least[to]! < least[from]!) least[from] = least[to]!;
    }
  }
  const out = new Uint32Array(value.length);
  for (let state = 0; state < out.length; state++) out[state] = least[slotOf[state]!]!;
  return out;
}

/** Spreads each value, the greatest first, backwards along the others' moves. */
function afterMoves(all: readonly Slots[], focal: number, value: Uint32Array): Uint32Array {
  const others = all.filter((_, maker) => maker !== focal);
  const out = new Uint32Array(value.length);
  const visited = new Uint8Array(value.length);
  const spread = others.map(({ start }) => new Uint8Array(start.length - 1));
  const entered = others.map(({ start }) => new Uint8Array(start.length - 1));
  const stack = new Uint32Array(value.length);
  for (const origin of byDescendingValue(value)) {
    if (visited[origin]) continue;
    const greatest = value[origin]!;
    let depth = 0;
    stack[depth++] = origin;
    visited[origin] = 1;
    while (depth > 0) {
      const state = stack[--depth]!;
      out[state] = greatest;
      for (let maker = 0; maker < others.length; maker++) {
        const other = others[maker]!;
        const slot = other.slotOf[state]!;
        if (spread[maker]![slot]) continue;
        spread[maker]![slot] = 1;
        const open = openBits(other, slot, false);
        let change = 0;
        do {
          const from = slot ^ change;
          if (!entered[maker]![from]) {
            entered[maker]![from] = 1;
            for (let place = other.start[from]!; place < other.start[from + 1]!; place++) {
              const before = other.members[place]!;
              if (visited[before]) continue;
              visited[before] = 1;
              stack[depth++] = before;
            }
          }
          change = (change - open) & open;
        } while (change !== 0);
      }
    }
  }
  return out;
}

/**
 * The same along improvements. In a slot ordered by rank, the states from which its mover improves to a given one are
 * those behind it: one pointer a slot tells from where on all are visited.
 */
function afterImprovements(all: readonly Slots[], focal: number, value: Uint32Array): Uint32Array {
  const others = all.filter((_, maker) => maker !== focal);
  const out = new Uint32Array(value.length);
  const visited = new Uint8Array(value.length);
  const end = others.map(({ start }) => start.slice(1));
  const stack = new Uint32Array(value.length);
  for (const origin of byDescendingValue(value)) {
    if (visited[origin]) continue;
    const greatest = value[origin]!;
    let depth = 0;
    stack[depth++] = origin;
    visited[origin] = 1;
    while (depth > 0) {
      const state = stack[--depth]!;
      out[state] = greatest;
      for (let maker = 0; maker < others.length; maker++) {
        const other = others[maker]!;
        const { start, members, rank } = other;
        const ends = end[maker]!;
        const slot = other.slotOf[state]!;
        const at = rank[state]!;
        const open = openBits(other, slot, false);
        let change = 0;
        do {
          const from = slot ^ change;
          let place = ends[from]!;
          const first = start[from]!;
          while (place > first && rank[members[place - 1]!]! > at) {
            place -= 1;
            const before = members[place]!;
            if (visited[before]) continue;
            visited[before] = 1;
            stack[depth++] = before;
          }
          ends[from] = place;
          change = (change - open) & open;
        } while (change !== 0);
      }
    }
  }
  return out;
}

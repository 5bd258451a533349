import { type Conflict, improvementsFrom } from './conflict.ts';
import type { Step } from './evolution.ts';
import { extensionReading, type Reading } from './reading.ts';
import type { Concept } from './stability.ts';

/** Why an improvement does not tempt: the others' answer, after which the mover is no better off. */
export interface Deterrent {
  readonly end: number;
  /** The others' moves from the improvement, in order; for simultaneous moves, from the state left. */
  readonly moves: readonly Step[];
  /** The best that the mover could then reach by moving once more, where the concept asks. */
  readonly bestEscape?: number;
}

/** Why a state is stable or not for a decision maker by a concept: each improvement with what deters it. */
export interface Reason {
  readonly maker: number;
  readonly state: number;
  readonly concept: Concept;
  readonly stable: boolean;
  readonly improvements: readonly { readonly to: number; readonly deterrent?: Deterrent }[];
}

/** The reason of one verdict, found by search straight from the definitions. Unknown preference is read by extension b. */
export function reasonFor(conflict: Conflict, maker: number, state: number, concept: Concept): Reason {
  const reading = extensionReading(conflict, 'b');
  const improvements = improvementsFrom(conflict, maker, state).map((to) => {
    const deterrent = deterrentTo(conflict, reading, maker, state, to, concept);
    return { to, ...(deterrent === undefined ? {} : { deterrent }) };
  });
  return {
    maker,
    state,
    concept,
    stable: improvements.every(({ deterrent }) => deterrent !== undefined),
    improvements,
  };
}

function deterrentTo(
  conflict: Conflict,
  reading: Reading,
  maker: number,
  state: number,
  to: number,
  concept: Concept,
): Deterrent | undefined {
  if (concept === 'nash') return undefined;
  if (concept === 'sim') return simultaneousDeterrent(conflict, reading, maker, state, to);
  const { graph, preferences } = conflict;
  const { rank } = preferences[maker]!;
  const others = conflict.model.decisionMakers.flatMap((_, other) => (other === maker ? [] : [other]));
  const credible = concept === 'seq' || concept === 'sseq';
  const symmetric = concept === 'smr' || concept === 'sseq';
  const before = new Map<number, number>();
  const queue: number[] = [];
  const width = conflict.model.decisionMakers.length;
  const spread = (from: number, last: number, node: number) => {
    for (const mover of others) {
      if (mover === last) continue;
      for (const end of graph.movesFrom(mover, from)) {
        const reached = end * width + mover;
        if (before.has(reached) || (credible && !reading.answers(mover, from, end))) continue;
        before.set(reached, node);
        queue.push(reached);
      }
    }
  };
  spread(to, -1, -1);
  for (let place = 0; place < queue.length; place++) {
    const node = queue[place]!;
    const end = Math.floor(node / width);
    const next = symmetric ? graph.movesFrom(maker, end) : [];
    if (reading.deters(maker, state, end) && next.every((s) => reading.deters(maker, state, s))) {
      const moves: Step[] = [];
      for (let at = node; at >= 0; at = before.get(at)!) {
        const previous = before.get(at)!;
        moves.unshift({
          maker: at % width,
          from: previous < 0 ? to : Math.floor(previous / width),
          to: Math.floor(at / width),
        });
      }
      const best = next.reduce<number | undefined>(
        (least, s) => (least === undefined || rank[s]! < rank[least]! ? s : least),
        undefined,
      );
      return { end, moves, ...(best === undefined ? {} : { bestEscape: best }) };
    }
    spread(end, node % width, node);
  }
  return undefined;
}

function simultaneousDeterrent(
  conflict: Conflict,
  reading: Reading,
  maker: number,
  state: number,
  to: number,
): Deterrent | undefined {
  const { space, graph, model } = conflict;
  const from = space.masks[state]!;
  let joint: { readonly change: number; readonly moves: readonly Step[] }[] = [
    { change: from ^ space.masks[to]!, moves: [] },
  ];
  for (let other = 0; other < model.decisionMakers.length; other++) {
    if (other === maker) continue;
    const answers = graph.movesFrom(other, state).filter((end) => reading.answers(other, state, end));
    const byChange = new Map(joint.map((one) => [one.change, one]));
    for (const { change, moves } of joint) {
      for (const end of answers) {
        const sum = change | (from ^ space.masks[end]!);
        if (!byChange.has(sum))
          byChange.set(sum, { change: sum, moves: [...moves, { maker: other, from: state, to: end }] });
      }
    }
    joint = [...byChange.values()];
  }
  for (const { change, moves } of joint) {
    const mask = (from ^ change) >>> 0;
    const end = space.indexOf === undefined ? mask : space.indexOf[mask]!;
    if (end >= 0 && end !== to && reading.deters(maker, state, end)) return { end, moves };
  }
  return undefined;
}

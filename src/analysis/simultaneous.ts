import type { Conflict } from './conflict.ts';
import { optionBits } from './option-moves.ts';

/**
 * States at which every improvement of a decision maker is sanctioned by the others improving from the same state at the
 * same time, some of them perhaps staying (stability by simultaneity, Fraser and Hipel 1984): the state in which all
 * their changes are made is feasible and not preferred. An option that several share is changed where any of them
 * changes it. Defined in option form only.
 *
 * The others' joint improvements are searched one decision maker at a time; a branch is left where even the worst of all
 * states that the rest could bring about, improving or not, would be no sanction.
 */
export function simultaneouslyStable(
  { model, space, graph, preferences }: Conflict,
  focal: number,
): Uint8Array {
  const { rank } = preferences[focal]!;
  const others = model.decisionMakers.flatMap((_, maker) => (maker === focal ? [] : [maker]));
  const worst = worstStillPossible(
    rankByMask(rank, 2 ** space.options.length, space.masks),
    others.map((maker) => optionBits(model, model.decisionMakers[maker]!.id).own),
  );
  const improvements = new Uint32Array(graph.mostMoves(focal));
  const answers = others.map((maker) => new Uint32Array(graph.mostMoves(maker)));
  const counts = new Uint32Array(others.length);
  const stable = new Uint8Array(space.count);
  let from = 0;
  let threshold = 0;

  const sanctioned = (level: number, changed: number): boolean => {
    if (worst[level]![(from ^ changed) >>> 0]! < threshold) return false;
    if (level === others.length) return true;
    const own = answers[level]!;
    for (let choice = 0; choice < counts[level]!; choice++) {
      if (sanctioned(level + 1, changed | own[choice]!)) return true;
    }
    return sanctioned(level + 1, changed);
  };

  for (let state = 0; state < stable.length; state++) {
    from = space.masks[state]!;
    threshold = rank[state]!;
    const count = graph.lowerRankedInto(focal, state, improvements);
    let deterred = 1;
    let prepared = false;
    for (let choice = 0; choice < count && deterred; choice++) {
      const changed = from ^ space.masks[improvements[choice]!]!;
      if (worst[0]![(from ^ changed) >>> 0]! < threshold) {
        deterred = 0;
        break;
      }
      if (!prepared) {
        prepared = true;
        for (let level = 0; level < others.length; level++) {
          const own = answers[level]!;
          counts[level] = graph.lowerRankedInto(others[level]!, state, own);
          for (let answer = 0; answer < counts[level]!; answer++)
            own[answer] = from ^ space.masks[own[answer]!]!;
        }
      }
      if (!sanctioned(0, changed)) deterred = 0;
    }
    stable[state] = deterred;
  }
  return stable;
}

function rankByMask(rank: Uint32Array, size: number, masks: Uint32Array): Uint32Array {
  if (rank.length === size) return rank;
  const byMask = new Uint32Array(size);
  for (let state = 0; state < rank.length; state++) byMask[masks[state]!] = rank[state]!;
  return byMask;
}

/** For each level, the greatest rank (0: infeasible) that the movers from that level on can bring about from each mask. */
function worstStillPossible(atEnd: Uint32Array, ownBits: readonly number[]): readonly Uint32Array[] {
  const levels = [atEnd];
  for (const own of [...ownBits].reverse()) {
    const greatest = levels[0]!.slice();
    for (let rest = own; rest !== 0; rest &= rest - 1) {
      const bit = rest & -rest;
      for (let mask = 0; mask < greatest.length; mask++) {
        if (mask & bit) continue;
        const [a, b] = [greatest[mask]!, greatest[mask | bit]!];
        if (a < b) greatest[mask] = b;
        else greatest[mask | bit] = a;
      }
    }
    levels.unshift(greatest);
  }
  return levels;
}

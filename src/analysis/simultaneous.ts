import type { Conflict } from './conflict.ts';
import type { Runs } from './graph.ts';
import { lastAnswer } from './last-answer.ts';
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
  const bitsOf = model.decisionMakers.map(({ id }) => optionBits(model, id).own);
  const isApart = (maker: number) =>
    bitsOf.every((bits, other) => other === maker || (bits & bitsOf[maker]!) === 0);
  // The one with the most options goes last, where all its answers can be asked about at once.
  const others = model.decisionMakers
    .flatMap((_, maker) => (maker === focal ? [] : [maker]))
    .sort((a, b) => Number(isApart(a)) - Number(isApart(b)) || bitsOf[a]! - bitsOf[b]!);
  const lastMaker = others.at(-1);
  const last =
    lastMaker !== undefined && isApart(lastMaker) ? lastAnswer(space, bitsOf[lastMaker]!, rank) : undefined;
  const worst = worstStillPossible(
    rankByMask(rank, 2 ** space.options.length, space.masks),
    others.map((maker) => bitsOf[maker]!),
  );
  const { masks, count } = space;
  // What a move can at worst meet; a state from which some move meets nothing bad enough is not stable.
  const atWorst = Uint32Array.from(masks, (mask, state) => Math.max(rank[state]!, worst[0]![mask]!));
  const assured = graph.leastAfterOwnMove(focal, atWorst);
  const stable = new Uint8Array(count);
  let from = 0;
  let threshold = 0;
  let lastAnswers = 0;
  const own = graph.newRuns(focal);
  const answers = others.map((maker) => graph.newRuns(maker));
  // Each level tries one of the others: its improvements from the state one by one, then staying.
  const sanctioned = (level: number, changed: number): boolean => {
    if (worst[level]![(from ^ changed) >>> 0]! < threshold) return false;
    if (level === others.length) return true;
    if (last !== undefined && level === others.length - 1)
      return (last.settingsRanked(from ^ changed, threshold) & lastAnswers) !== 0;
    const { members, from: first, to: end, count: pieces } = answers[level]!;
    for (let piece = 0; piece < pieces; piece++) {
      for (let place = first[piece]!; place < end[piece]!; place++) {
        if (sanctioned(level + 1, changed | (from ^ masks[members[place]!]!))) return true;
      }
    }
    return sanctioned(level + 1, changed);
  };
  const settingsIn = ({ members, from: first, to: end, count: pieces }: Runs): number => {
    let word = 0;
    for (let piece = 0; piece < pieces; piece++)
      for (let place = first[piece]!; place < end[piece]!; place++)
        word |= 1 << last!.settingOf(masks[members[place]!]!);
    return word;
  };
  for (let state = 0; state < count; state++) {
    if (assured[state]! < rank[state]!) continue;
    from = masks[state]!;
    threshold = rank[state]!;
    graph.improvementRuns(focal, state, own);
    stable[state] = 1;
    if (own.count === 0 || (own.count === 1 && own.from[0] === own.to[0])) continue;
    for (let level = 0; level < others.length; level++)
      graph.improvementRuns(others[level]!, state, answers[level]!);
    if (last !== undefined) lastAnswers = settingsIn(answers.at(-1)!) | (1 << last.settingOf(from));
    for (let piece = 0; piece < own.count && stable[state]; piece++) {
      for (let place = own.from[piece]!; place < own.to[piece]!; place++) {
        if (sanctioned(0, from ^ masks[own.members[place]!]!)) continue;
        stable[state] = 0;
        break;
      }
    }
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

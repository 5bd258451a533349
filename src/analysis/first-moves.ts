import { holds, type Position } from '../model/index.ts';
import { commits, type ResponseRule, rulesOf } from './response-rules.ts';

/** A smallest set of unconditional moves after which the positions carry the stand-off to an outcome. */
export interface FirstMove {
  /** The option that is wanted. */
  readonly outcome: string;
  /** Options to be taken without waiting. */
  readonly moves: readonly string[];
  /** What the positions then bring about, in the order in which it follows. */
  readonly unlocks: readonly string[];
}

/**
 * What follows once some options are taken: the least fixed point of the commitments. A commitment fires when its
 * condition holds for the options taken so far; conditions that speak of an option not being taken look at the options
 * at the start, since nothing in the words says that it will be dropped.
 */
export function consequences(rules: readonly ResponseRule[], taken: ReadonlySet<string>): readonly string[] {
  const now = new Set(taken);
  const followed: string[] = [];
  for (let changed = true; changed; ) {
    changed = false;
    for (const { option, when } of rules) {
      if (now.has(option) || (when !== undefined && !holds(when, (id) => now.has(id)))) continue;
      now.add(option);
      followed.push(option);
      changed = true;
    }
  }
  return followed;
}

/** Sets of `size` of the list's items, in order. */
function* choices<T>(list: readonly T[], size: number, from = 0): Generator<readonly T[]> {
  if (size === 0) yield [];
  else {
    for (let index = from; index <= list.length - size; index++) {
      for (const rest of choices(list, size - 1, index + 1)) yield [list[index]!, ...rest];
    }
  }
}

const MOVES_AT_MOST = 3;

/**
 * The smallest sets of first moves for each outcome that some position makes wait: an option whose holder says that it
 * takes it when another moves. An option that waits is never a first move itself, for its holder has said that it will
 * not go first.
 *
 * @param outcomes options that somebody asks for or offers on a condition.
 * @param taken options taken at the status quo.
 */
export function firstMovesOf(
  positions: readonly Position[],
  options: readonly string[],
  outcomes: readonly string[],
  taken: ReadonlySet<string>,
): readonly FirstMove[] {
  const rules = positions.flatMap(rulesOf).filter(commits);
  const waiting = new Set(
    positions
      .flatMap(rulesOf)
      .filter(({ when, waits }) => when !== undefined && waits)
      .map(({ option }) => option),
  );
  const found: FirstMove[] = [];
  for (const outcome of outcomes) {
    if (taken.has(outcome)) continue;
    const movable = options.filter(
      (option) => !taken.has(option) && !waiting.has(option) && option !== outcome,
    );
    for (let size = 1; size <= Math.min(MOVES_AT_MOST, movable.length); size++) {
      const sufficient = [...choices(movable, size)].flatMap((moves): FirstMove[] => {
        const unlocks = consequences(rules, new Set([...taken, ...moves]));
        return unlocks.includes(outcome) ? [{ outcome, moves, unlocks }] : [];
      });
      found.push(...sufficient);
      if (sufficient.length > 0) break;
    }
  }
  return found;
}

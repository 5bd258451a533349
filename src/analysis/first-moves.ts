import type { Position } from '../model/index.ts';
import { consequences, isFirm, refusedBy, rulesOf } from './response-rules.ts';

/** A smallest set of unconditional moves after which the positions carry the stand-off to an outcome. */
export interface FirstMove {
  /** The option that is wanted. */
  readonly outcome: string;
  /** Options to be taken without waiting. */
  readonly moves: readonly string[];
  /** What the positions then bring about and would not without the moves, in the order in which it follows. */
  readonly unlocks: readonly string[];
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
 * The smallest sets of first moves for each outcome. A move that its holder has put a condition on, or refuses, is no
 * first move: by its own words it does not go first.
 *
 * @param options every option of the stand-off.
 * @param outcomes options that somebody asks for or offers on a condition.
 * @param taken options taken at the status quo.
 */
export function firstMovesOf(
  positions: readonly Position[],
  options: readonly string[],
  outcomes: readonly string[],
  taken: ReadonlySet<string>,
): readonly FirstMove[] {
  const rules = positions.flatMap(rulesOf);
  const already = new Set([...taken, ...consequences(rules, taken)]);
  const bound = new Set(rules.filter((rule) => rule.necessary && isFirm(rule)).map(({ option }) => option));
  const refused = refusedBy(positions);
  const movable = options.filter(
    (option) => !already.has(option) && !bound.has(option) && !refused.has(option),
  );
  const found: FirstMove[] = [];
  for (const outcome of outcomes) {
    if (already.has(outcome)) continue;
    for (let size = 1; size <= Math.min(MOVES_AT_MOST, movable.length); size++) {
      const sufficient = [...choices(movable, size)].flatMap((moves): FirstMove[] => {
        if (moves.includes(outcome)) return [];
        const unlocks = consequences(rules, new Set([...already, ...moves]));
        return unlocks.includes(outcome) ? [{ outcome, moves, unlocks }] : [];
      });
      found.push(...sufficient);
      if (sufficient.length > 0) break;
    }
  }
  return found;
}

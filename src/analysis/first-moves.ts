import { type Formula, formulaText, optionsAskedFor, type Position } from '../model/index.ts';
import { type Consequence, consequencesOf, holdsAmong } from './consequences.ts';
import { isFirm, type ResponseRule, refusedBy, rulesOf } from './response-rules.ts';

/** A smallest set of unconditional moves after which the positions carry the stand-off to an outcome. */
export interface FirstMove {
  /** The option that is wanted, or the formula. */
  readonly outcome: string;
  /** Options to be taken without waiting. */
  readonly moves: readonly string[];
  /** What the positions then bring about and would not without the moves, in the order in which it follows. */
  readonly unlocks: readonly string[];
  /** The same, each with the positions that fire and what they fire after. */
  readonly chain: readonly Consequence[];
  /** Ids of the demands that hold afterwards and did not before. */
  readonly meets: readonly string[];
}

/** Beyond so many sets of moves tried the question is left open. */
const SETS_AT_MOST = 300_000;

/** Sets of `size` of the list's items, in order. */
function* choices<T>(list: readonly T[], size: number, from = 0): Generator<readonly T[]> {
  if (size === 0) yield [];
  else {
    for (let index = from; index <= list.length - size; index++) {
      for (const rest of choices(list, size - 1, index + 1)) yield [list[index]!, ...rest];
    }
  }
}

/** Options that can help an outcome: those it asks for, those that commitments to them ask for, and so on. */
function relevantTo(outcome: Formula, rules: readonly ResponseRule[]): ReadonlySet<string> {
  const found = new Set(optionsAskedFor(outcome));
  for (const option of found) {
    for (const rule of rules) {
      if (rule.option !== option || rule.when === undefined || !isFirm(rule)) continue;
      for (const other of optionsAskedFor(rule.when)) found.add(other);
    }
  }
  return found;
}

/** What is asked about: the positions, what there is to take, and what is taken already. */
export interface FirstMoveQuestion {
  readonly positions: readonly Position[];
  readonly options: readonly string[];
  readonly taken: ReadonlySet<string>;
}

/** The first moves for an outcome; `settled` is false where so many sets had to be tried that the rest was left. */
export interface FirstMoveAnswer {
  readonly firstMoves: readonly FirstMove[];
  readonly settled: boolean;
}

/**
 * All smallest sets of first moves for an outcome, exact by trying sets in order of size. A move that its holder has put
 * a condition on, or refuses, is no first move: by its own words it does not go first. Neither is the outcome itself,
 * where the outcome is a single option.
 */
export function firstMovesFor(
  { positions, options, taken }: FirstMoveQuestion,
  outcome: Formula,
): FirstMoveAnswer {
  const rules = positions.flatMap(rulesOf);
  const before = new Set([...taken, ...consequencesOf(rules, taken).map(({ option }) => option)]);
  if (holdsAmong(outcome, before)) return { firstMoves: [], settled: true };
  const bound = new Set(rules.filter((rule) => rule.necessary && isFirm(rule)).map(({ option }) => option));
  const refused = refusedBy(positions);
  const relevant = relevantTo(outcome, rules);
  const itself = outcome.kind === 'option' ? outcome.option : undefined;
  const movable = options.filter(
    (option) =>
      relevant.has(option) &&
      option !== itself &&
      !before.has(option) &&
      !bound.has(option) &&
      !refused.has(option),
  );
  const text = formulaText(outcome);
  const demands = positions.filter(({ kind }) => kind === 'demand');
  let tried = 0;
  for (let size = 1; size <= movable.length; size++) {
    const found: FirstMove[] = [];
    for (const moves of choices(movable, size)) {
      tried += 1;
      if (tried > SETS_AT_MOST) return { firstMoves: found, settled: false };
      const start = new Set([...before, ...moves]);
      const chain = consequencesOf(rules, start);
      const after = new Set([...start, ...chain.map(({ option }) => option)]);
      if (!holdsAmong(outcome, after)) continue;
      found.push({
        outcome: text,
        moves,
        unlocks: chain.map(({ option }) => option),
        chain,
        meets: demands
          .filter(({ formula }) => !holdsAmong(formula, before) && holdsAmong(formula, after))
          .map(({ id }) => id),
      });
    }
    if (found.length > 0) return { firstMoves: found, settled: true };
  }
  return { firstMoves: [], settled: true };
}

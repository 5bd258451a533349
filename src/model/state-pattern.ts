import { and, type Formula, not, option } from './formula.ts';
import { indexAt, type StateSpace } from './states.ts';

/** Whether a text is a pattern of states: Y, N or - (either) for each of so many options. */
export const isPattern = (text: string, optionCount: number): boolean =>
  text.length === optionCount && optionCount > 0 && /^[YN-]+$/.test(text);

/** The formula that holds at the states that match a pattern. */
export function patternFormula(pattern: string, options: readonly string[]): Formula {
  const literals = options.flatMap((id, bit): Formula[] =>
    pattern[bit] === '-' ? [] : [pattern[bit] === 'Y' ? option(id) : not(option(id))],
  );
  return literals.length === 0 ? { kind: 'constant', value: true } : literals.reduce(and);
}

/**
 * The index of the state that a word names (`YNN`, or a state's own name), or -1 where there is none. A dash stands for
 * either letter: such a word names a state where all that it matches are that one state.
 */
export function stateNamed(space: StateSpace, word: string): number {
  if (space.names !== undefined) return space.names.indexOf(word);
  if (word.length !== space.options.length || !/^[YN-]*$/.test(word)) return -1;
  if (word.includes('-')) return onlyStateLike(space, word);
  let mask = 0;
  for (let bit = 0; bit < word.length; bit++) if (word[bit] === 'Y') mask |= 1 << bit;
  return indexAt(space, mask >>> 0);
}

/** A test whether a mask matches a pattern of Y, N and -. */
export function patternTest(pattern: string): (mask: number) => boolean {
  let care = 0;
  let want = 0;
  for (let bit = 0; bit < pattern.length; bit++) {
    if (pattern[bit] === '-') continue;
    care |= 1 << bit;
    if (pattern[bit] === 'Y') want |= 1 << bit;
  }
  return (mask) => (mask & care) === want;
}

function onlyStateLike(space: StateSpace, pattern: string): number {
  const matches = patternTest(pattern);
  let found = -1;
  for (let mask = 0; mask < 2 ** space.options.length; mask++) {
    const state = matches(mask) ? indexAt(space, mask) : -1;
    if (state < 0 || state === found) continue;
    if (found >= 0) return -1;
    found = state;
  }
  return found;
}

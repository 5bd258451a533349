import { and, type Formula, not, option } from './formula.ts';
import { indexAt, type StateSpace, stateName } from './states.ts';

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

/** The index of the state that a word names (`YNN`, or a state's own name), or -1 where there is none. */
export function stateNamed(space: StateSpace, word: string): number {
  if (space.names !== undefined) return space.names.indexOf(word);
  if (word.length !== space.options.length || !/^[YN-]*$/.test(word)) return -1;
  if (word.includes('-'))
    return [...space.merged.keys()].find((state) => stateName(space, state) === word) ?? -1;
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

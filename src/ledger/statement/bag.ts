import { type Line, type Thing, thing } from './line.ts';

/** The words of one clause, taken one by one until none is left: a clause is read only when every word is accounted for. */
export interface Bag {
  readonly line: Line;
  words: string[];
}

export const bagOf = (line: Line, clause: string): Bag => ({
  line,
  words: clause.split(' ').filter((word) => word !== '' && word !== ','),
});

/** Whether one of the words is there. */
export const has = (bag: Bag, ...words: readonly string[]): boolean =>
  words.some((word) => bag.words.includes(word));

/** Takes every occurrence of the words; says whether there was any. */
export function take(bag: Bag, ...words: readonly string[]): boolean {
  const rest = bag.words.filter((word) => !words.includes(word));
  const taken = rest.length < bag.words.length;
  bag.words = rest;
  return taken;
}

/** Takes the words once each where they stand; says how often. */
export function takeCount(bag: Bag, ...words: readonly string[]): number {
  const before = bag.words.length;
  bag.words = bag.words.filter((word) => !words.includes(word));
  return before - bag.words.length;
}

/** Takes all things of a type. */
export function takeThings<T extends Thing['type']>(
  bag: Bag,
  type: T,
): readonly Extract<Thing, { type: T }>[] {
  const own = bag.words.filter((word) => word[0] === type && /^[A-Z]\d+$/.test(word));
  bag.words = bag.words.filter((word) => !own.includes(word));
  return own.map((word) => thing(bag.line, word, type));
}

/** Whether nothing is left but words that only hold the others together. */
export const isEmptyBut = (bag: Bag, allowed: ReadonlySet<string>): boolean =>
  bag.words.every((word) => allowed.has(word));

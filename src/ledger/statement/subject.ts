import { type Bag, takeThings } from './bag.ts';
import type { Subject } from './proposition.ts';

/** The subject's states as one list of codes, taken from the clause. */
export function takeSubject(bag: Bag): Subject | undefined {
  const groups = takeThings(bag, 'J').map(({ subject }) => subject);
  const states = [...takeThings(bag, 'S'), ...takeThings(bag, 'A')].map(({ code }) => code);
  const codes = [...new Set(states)];
  if (groups.length > 1 || (groups.length === 1 && codes.length > 0) || codes.length > 1) return undefined;
  return groups[0] ?? (codes.length === 1 ? { mode: 'each', codes } : { mode: 'each', codes: [] });
}

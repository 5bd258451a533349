import type { NuclearTest } from './ledger.ts';

/** Tests of one year, by state. */
export interface TestsOfYear {
  readonly year: number;
  readonly total: number;
  readonly states: Readonly<Record<string, number>>;
}

/** Counts of tests by year and state, from the first year to the last, years without a test included. */
export function testsPerYear(tests: readonly NuclearTest[]): readonly TestsOfYear[] {
  const years = tests.map(({ date }) => Number(date.slice(0, 4)));
  if (years.length === 0) return [];
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const counts = Array.from({ length: last - first + 1 }, () => new Map<string, number>());
  tests.forEach(({ state }, index) => {
    const states = counts[years[index]! - first]!;
    states.set(state, (states.get(state) ?? 0) + 1);
  });
  return counts.map((states, index) => ({
    year: first + index,
    total: [...states.values()].reduce((sum, count) => sum + count, 0),
    states: Object.fromEntries([...states].sort(([a], [b]) => (a < b ? -1 : 1))),
  }));
}

import type { Day } from '../time/day.ts';
import { firstDay, lastDay, type PartialDate } from '../time/partial-date.ts';
import { type Disagreement, testCountDisagreements, yieldDisagreement } from './disagreement.ts';
import { type Ledger, type NuclearTest, ownCodes, type TestSite } from './ledger.ts';

/** Which tests of the list are asked for; a state that continues another one has the other's tests too. */
export interface TestQuery {
  readonly state?: string;
  /** Name, alias, region or id of a site. */
  readonly site?: string;
  readonly from?: PartialDate;
  readonly to?: PartialDate;
  /** Only tests that were on record by this day. */
  readonly knownBy?: Day;
}

/** A part of the list of tests, counted with care: tests and devices apart, kinds apart. */
export interface TestRecord {
  readonly count: number;
  /** Simultaneous explosions, as far as the list tells; never fewer than the tests. */
  readonly devices: number;
  readonly kinds: Readonly<Record<string, number>>;
  readonly environments: Readonly<Record<string, number>>;
  readonly first?: NuclearTest;
  readonly last?: NuclearTest;
  readonly tests: readonly NuclearTest[];
  readonly putative: readonly NuclearTest[];
  readonly disagreements: readonly Disagreement[];
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** The sites that a name means: by id, name, alias or the region that holds them. */
export function sitesNamed({ sites }: Ledger, name: string): readonly TestSite[] {
  return [...sites.values()].filter(({ id, name: full, aliases, regions }) =>
    [id, full, ...aliases, ...regions].some((known) => same(known, name)),
  );
}

function countBy(
  tests: readonly NuclearTest[],
  key: (test: NuclearTest) => string,
): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const test of tests) counts[key(test)] = (counts[key(test)] ?? 0) + 1;
  return counts;
}

/** The tests that a query asks for, with first, last, counts and the sources that disagree. */
export function testRecord(ledger: Ledger, query: TestQuery): TestRecord {
  const { state, site, from, to, knownBy } = query;
  const codes = state === undefined ? undefined : ownCodes(ledger, state);
  const sites = site === undefined ? undefined : sitesNamed(ledger, site).map(({ id }) => id);
  const within = (test: NuclearTest): boolean =>
    (codes === undefined || codes.includes(test.state)) &&
    (sites === undefined || sites.includes(test.site)) &&
    (from === undefined || lastDay(test.date) >= firstDay(from)) &&
    (to === undefined || firstDay(test.date) <= lastDay(to)) &&
    (knownBy === undefined || test.recorded <= knownBy);
  const tests = ledger.tests.filter(within);
  const [first, last] = [tests[0], tests.at(-1)];
  return {
    count: tests.length,
    devices: tests.reduce((sum, { devices }) => sum + devices, 0),
    kinds: countBy(tests, ({ kind }) => kind),
    environments: countBy(tests, ({ environment }) => environment),
    ...(first === undefined ? {} : { first }),
    ...(last === undefined ? {} : { last }),
    tests,
    putative: sites === undefined ? ledger.putative.filter(within) : [],
    disagreements: [
      ...(sites === undefined ? testCountDisagreements(ledger, query) : []),
      ...tests.flatMap(({ id }) => yieldDisagreement(ledger, id) ?? []),
    ],
  };
}

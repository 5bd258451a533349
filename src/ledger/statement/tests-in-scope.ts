import { inWords, lastDay } from '../../time/partial-date.ts';
import type { AsOf, Evidence } from '../judgement.ts';
import { type Ledger, type NuclearTest, nameOf, ownCodes } from '../ledger.ts';
import { sitesNamed } from '../test-record.ts';
import type { Place, TestScope } from './proposition.ts';
import { BEGINNING, type Window } from './window.ts';

const byCode = new WeakMap<readonly NuclearTest[], Map<string, readonly NuclearTest[]>>();

/** The tests that count as a state's own, in the order of dates. */
export function testsBy(ledger: Ledger, code: string): readonly NuclearTest[] {
  const index = byCode.get(ledger.tests) ?? new Map<string, readonly NuclearTest[]>();
  byCode.set(ledger.tests, index);
  const known = index.get(code);
  if (known !== undefined) return known;
  const own = ownCodes(ledger, code);
  const found = ledger.tests.filter(({ state }) => own.includes(state));
  index.set(code, found);
  return found;
}

/** Whether a test was made at a place. */
export function placeTest(ledger: Ledger, { name, host }: Place): (test: NuclearTest) => boolean {
  if (host !== undefined) return (test) => test.host === host;
  const sites = new Set(sitesNamed(ledger, name!).map(({ id }) => id));
  return ({ site }) => sites.has(site);
}

/** The first place in a list sorted by date at which a date is not before the day. */
function placeOf(tests: readonly NuclearTest[], day: string): number {
  let [low, high] = [0, tests.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tests[middle]!.date < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The tests of a scope within a window, on record on the day asked for. */
export function testsIn(
  ledger: Ledger,
  scope: TestScope,
  window: Window,
  when: AsOf,
): readonly NuclearTest[] {
  const { environment, place } = scope;
  const limited = environment !== undefined || place !== undefined || when.knownBy !== undefined;
  const isThere = place === undefined ? () => true : placeTest(ledger, place);
  let end = when.asOf;
  if (window.to < end) end = window.to;
  const within = (tests: readonly NuclearTest[]) => {
    // A date known by its year alone sorts first in its year, and may lie anywhere in it.
    const near = tests.slice(placeOf(tests, window.from.slice(0, 4)), placeOf(tests, `${end}~`));
    if (window.from === BEGINNING && !limited) return near;
    return near.filter(
      (test) =>
        (test.date >= window.from || lastDay(test.date) >= window.from) &&
        (when.knownBy === undefined || test.recorded <= when.knownBy) &&
        (environment === undefined || test.environment === environment) &&
        isThere(test),
    );
  };
  if (scope.codes === undefined) return within(ledger.tests);
  return scope.codes.length === 1
    ? within(testsBy(ledger, scope.codes[0]!))
    : scope.codes
        .flatMap((code) => within(testsBy(ledger, code)))
        .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

export const ALWAYS: Window = { from: BEGINNING, to: '9999-12-31' };

export const shown = ({ date, siteName }: NuclearTest): string =>
  `${inWords(date)}${siteName ? `, ${siteName}` : ''}`;

export function who(ledger: Ledger, codes: readonly string[] | undefined): string {
  return codes === undefined ? 'any state' : codes.map((code) => nameOf(ledger, code)).join(' and ');
}

/** The list itself as what decides, where no single row can. */
export const theList = (ledger: Ledger, words: string): Evidence => ({
  fact: 'list:tests',
  text: `The list of nuclear tests, collected until ${inWords(ledger.collectedUntil.tests)}, ${words}.`,
  source: [...new Set(ledger.tests.map(({ source }) => source))].slice(0, 2).join('; ') || 'tests.csv',
});

export const KINDS = 'Subcritical experiments and missile flights are no tests of this list.';

export function silence(ledger: Ledger, window: Window): string | undefined {
  return window.from > ledger.collectedUntil.tests
    ? `The list of tests was collected until ${inWords(ledger.collectedUntil.tests)}; it cannot tell of later days.`
    : undefined;
}

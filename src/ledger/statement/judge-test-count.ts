import type { AsOf } from '../judgement.ts';
import { type Ledger, type NuclearTest, ownCodes } from '../ledger.ts';
import { agrees, isNear, type Outcome, outcome } from './outcome.ts';
import type { PropositionOf, TestScope } from './proposition.ts';
import { ALWAYS, silence, testsBy, testsIn, theList, who } from './tests-in-scope.ts';
import { isEmpty, type Window, windowOf } from './window.ts';

/** Published totals that differ from the list, for the whole record of the states. */
function alternatives(ledger: Ledger, scope: TestScope, unit: 'tests' | 'devices', listed: number) {
  if (
    scope.place !== undefined ||
    scope.environment !== undefined ||
    scope.whens.some(({ rel }) => rel === 'in' || rel === 'before')
  ) {
    const whole = scope.place === undefined && scope.environment === undefined && scope.whens.length === 1;
    if (!whole) return [];
  }
  const codes = scope.codes?.flatMap((code) => ownCodes(ledger, code));
  return ledger.publishedCounts
    .filter((row) => row.measure === unit && row.year === undefined)
    .filter((row) => (codes === undefined ? !row.note.startsWith('joint') : codes.includes(row.state)))
    .map((row) => {
      if (codes !== undefined) return { row, value: row.value };
      const own = ledger.tests.filter(({ state }) => state === row.state);
      const count = unit === 'tests' ? own.length : own.reduce((sum, { devices }) => sum + devices, 0);
      return { row, value: listed + row.value - count };
    });
}

/** Published totals of the states of these tests that are disputed or differ from the list. */
const unsureRows = (ledger: Ledger, found: readonly NuclearTest[]) => {
  const states = new Set(found.map(({ state }) => state));
  return ledger.publishedCounts.filter(
    (row) => row.year === undefined && states.has(row.state) && !row.note.startsWith('joint'),
  );
};

/**
 * Whether a number that the list does not have is one that other lists may have: a total that is off by as much for the
 * whole record, devices counted as tests, shots under water counted with those in the atmosphere.
 */
function isUnsure(
  ledger: Ledger,
  { scope, count, unit, polarity }: PropositionOf<'test-count'>,
  found: readonly NuclearTest[],
  listed: number,
  window: Window,
): boolean {
  if ((count.relation !== '=' && count.relation !== '~') || !polarity) return false;
  const rows = unsureRows(ledger, found);
  const own = (state: string) => ledger.tests.filter((test) => test.state === state).length;
  const slack = rows
    .filter(({ measure, note }) => measure === 'tests' && !/Japan/.test(note))
    .reduce((sum, row) => sum + Math.abs(row.value - own(row.state)), 0);
  // The missing tests lie in the years for which published counts differ too.
  const years = ledger.publishedCounts.filter(
    (row) => row.year !== undefined && rows.some(({ state }) => state === row.state),
  );
  const touched =
    years.length === 0 ||
    years.some(({ year }) => year! >= window.from.slice(0, 4) && year! <= window.to.slice(0, 4));
  if (unit === 'tests' && touched && slack > 0 && Math.abs(count.value - listed) <= slack) return true;
  const devices = found.reduce((sum, test) => sum + test.devices, 0);
  if (rows.some(({ note }) => /disputed/.test(note)) && count.value >= found.length && count.value <= devices)
    return true;
  if (scope.environment !== 'atmospheric' || scope.codes === undefined) return false;
  const wet = scope.codes
    .flatMap((code) => testsBy(ledger, code))
    .filter(({ environment }) => environment === 'underwater');
  return count.value > listed && count.value <= listed + wet.length;
}

export function judgeTestCount(
  ledger: Ledger,
  proposition: PropositionOf<'test-count'>,
  when: AsOf,
): Outcome {
  const { scope, count, unit, polarity } = proposition;
  const window = windowOf(scope.whens, when.asOf, false);
  if (isEmpty(window) || silence(ledger, window)) {
    return outcome('unknown', [], silence(ledger, window) ?? 'The time lies after the day asked for.');
  }
  const found = testsIn(ledger, { ...scope, whens: [] }, window, when);
  const listed = unit === 'tests' ? found.length : found.reduce((sum, { devices }) => sum + devices, 0);
  // "India and Pakistan conducted …" may be said of both together or of each.
  const each = (scope.codes ?? []).map(
    (code) => found.filter((test) => ownCodes(ledger, code).includes(test.state)).length,
  );
  const holds =
    agrees(listed, count.relation, count.value) ||
    (each.length > 1 && unit === 'tests' && each.every((own) => agrees(own, count.relation, count.value)));
  // A published total speaks of the whole record only.
  const whole = testsIn(
    ledger,
    scope.codes === undefined ? { whens: [] } : { codes: scope.codes, whens: [] },
    ALWAYS,
    when,
  );
  const others =
    found.length < whole.length
      ? []
      : alternatives(ledger, scope, unit, listed).filter(({ value }) => value !== listed);
  const published = others.filter(({ value }) => agrees(value, count.relation, count.value));
  const note =
    `The list has ${listed} ${unit} by ${who(ledger, scope.codes)}${scope.whens.length > 0 ? ' in that time' : ''}${others.length > 0 ? `; a published total gives ${others.map(({ value }) => value).join(', ')}` : ''}. ${ledger.choices.get('test-count') ?? ''}`.trim();
  const rows = [
    found.at(-1) ?? theList(ledger, `holds ${listed} such tests`),
    ...others.map(({ row }) => row),
  ];
  if (!holds && isUnsure(ledger, proposition, found, listed, window)) {
    return outcome(
      'disputed',
      [...rows, ...unsureRows(ledger, found)],
      `${note} Lists count differently here.`,
    );
  }
  if (!holds && published.length > 0) return outcome('disputed', rows, note);
  if (!holds && count.relation === '=' && polarity && isNear(listed, count.value))
    return outcome('partly', rows, note);
  return outcome(holds === polarity, rows, note);
}

import { daysBetween } from '../../time/day.ts';
import { firstDay, inWords, lastDay } from '../../time/partial-date.ts';
import { writtenDates } from '../../time/written-date.ts';
import { type Fact, isOnRecord } from '../fact.ts';
import type { AsOf, Evidence } from '../judgement.ts';
import { type Ledger, type NuclearTest, nameOf, ownCodes, type Statement } from '../ledger.ts';
import { atStart } from '../state-name.ts';
import { sitesNamed } from '../test-record.ts';
import { agrees, allOf, isNear, type Outcome, outcome } from './outcome.ts';
import type { Place, Proposition, TestScope, When } from './proposition.ts';
import { BEGINNING, isEmpty, type Window, windowOf } from './window.ts';

type Of<K extends Proposition['kind']> = Extract<Proposition, { kind: K }>;

const byCode = new WeakMap<readonly NuclearTest[], Map<string, readonly NuclearTest[]>>();

/** The tests that count as a state's own, in the order of dates. */
function testsBy(ledger: Ledger, code: string): readonly NuclearTest[] {
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
function placeTest(ledger: Ledger, { name, host }: Place): (test: NuclearTest) => boolean {
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
function testsIn(ledger: Ledger, scope: TestScope, window: Window, when: AsOf): readonly NuclearTest[] {
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
    : scope.codes.flatMap((code) => within(testsBy(ledger, code)));
}

const inOrder = (tests: readonly NuclearTest[]): readonly NuclearTest[] =>
  [...tests].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));

const ALWAYS: Window = { from: BEGINNING, to: '9999-12-31' };
const shown = ({ date, siteName }: NuclearTest): string =>
  `${inWords(date)}${siteName ? `, ${siteName}` : ''}`;

function who(ledger: Ledger, codes: readonly string[] | undefined): string {
  return codes === undefined ? 'any state' : codes.map((code) => nameOf(ledger, code)).join(' and ');
}

/** The list itself as what decides, where no single row can. */
const theList = (ledger: Ledger, words: string): Evidence => ({
  fact: 'list:tests',
  text: `The list of nuclear tests, collected until ${inWords(ledger.collectedUntil.tests)}, ${words}.`,
  source: [...new Set(ledger.tests.map(({ source }) => source))].slice(0, 2).join('; ') || 'tests.csv',
});

const KINDS = 'Subcritical experiments and missile flights are no tests of this list.';

/** Allegations of a test by a state within a window: rows of the timeline and putative explosions of other lists. */
function allegationsOf(
  ledger: Ledger,
  code: string,
  window: Window,
  when: AsOf,
  datedOnly: boolean,
): readonly Fact[] {
  const name = ledger.names.get(code) ?? code;
  const rule = ledger.statementRules.get('test');
  const named = (row: Statement) => row.text.includes(name);
  const overlaps = (row: Statement): boolean => {
    const dates = writtenDates(row.text.slice(row.text.indexOf(':')));
    if (dates.length === 0)
      return !datedOnly && window.from <= row.date && window.to >= `${Number(row.date.slice(0, 4)) - 1}`;
    return dates.some(({ from, to }) => firstDay(from) <= window.to && lastDay(to) >= window.from);
  };
  const alleged = ledger.statements.filter(
    (row) =>
      row.act === 'allegation' &&
      rule?.topics.includes(row.topic) &&
      !row.actors.includes(code) &&
      isOnRecord(row, when.asOf, when.knownBy) &&
      named(row) &&
      overlaps(row),
  );
  const denied = ledger.statements.filter(
    (row) =>
      row.act === 'denial' &&
      rule?.topics.includes(row.topic) &&
      row.actors.includes(code) &&
      isOnRecord(row, when.asOf, when.knownBy),
  );
  // A putative explosion whose author is unsure bears on every state that has no test of its own.
  const narrow = daysBetween(window.from, window.to) < 800;
  const putative = ledger.putative.filter(
    (row) =>
      (row.state === code || (narrow && testsBy(ledger, row.state).length === 0)) &&
      row.date >= window.from &&
      row.date <= window.to,
  );
  return alleged.length > 0 ? [...alleged, ...denied] : testsBy(ledger, code).length === 0 ? putative : [];
}

function silence(ledger: Ledger, window: Window): string | undefined {
  return window.from > ledger.collectedUntil.tests
    ? `The list of tests was collected until ${inWords(ledger.collectedUntil.tests)}; it cannot tell of later days.`
    : undefined;
}

/** "Russia has not tested since 1990", "China tested at Lop Nur in 1996". */
export function judgeTests(ledger: Ledger, { scope, polarity, never }: Of<'tests'>, when: AsOf): Outcome {
  const window = windowOf(scope.whens, when.asOf, true);
  if (isEmpty(window)) return outcome('unknown', [], 'The time lies after the day asked for.');
  // That none of several tested is said of all together; that several tested, of each.
  const states =
    scope.codes === undefined ? [undefined] : polarity ? scope.codes.map((code) => [code]) : [scope.codes];
  return allOf(
    states.map((codes) => {
      const own: TestScope = { ...scope, whens: [] };
      const of: TestScope = codes === undefined ? own : { ...own, codes };
      const found = inOrder(testsIn(ledger, of, window, when));
      const all = inOrder(testsIn(ledger, of, ALWAYS, when));
      if (polarity && found.length === 0 && scope.whens.some(({ rel, era }) => rel === 'since' && !era)) {
        // "has tested since 1990" of a state whose last test was in 1990.
        const with1 = testsIn(ledger, of, windowOf(scope.whens, when.asOf, false), when);
        if (with1.length > 0)
          return outcome(
            'partly',
            [with1.at(-1)],
            `The last such test listed was on ${shown(with1.at(-1)!)}, none after that time.`,
          );
      }
      return polarity
        ? presence(ledger, codes, found, all, window, scope.whens.length > 0, when)
        : absence(ledger, codes, found, all, scope.whens, window, never, when);
    }),
  );
}

function presence(
  ledger: Ledger,
  codes: readonly string[] | undefined,
  found: readonly NuclearTest[],
  all: readonly NuclearTest[],
  window: Window,
  timed: boolean,
  when: AsOf,
): Outcome {
  const last = found.at(-1);
  if (last !== undefined) {
    return outcome(
      true,
      [last],
      `${last.text}${found.length > 1 ? ` It is one of ${found.length} in that time.` : ''} ${KINDS}`,
    );
  }
  const alleged = (codes ?? []).flatMap((code) => allegationsOf(ledger, code, window, when, false));
  if (alleged.length > 0) {
    return outcome(
      'disputed',
      alleged,
      'The list of tests holds no such test; it is alleged or putative elsewhere, and both are shown.',
    );
  }
  const silent = silence(ledger, window);
  // "Has tested" without a time is told of the whole list; a time that runs past its end is not settled by it.
  if (silent !== undefined || (timed && window.to > ledger.collectedUntil.tests)) {
    return outcome(
      'unknown',
      [all.at(-1)],
      silent ??
        `The list of tests, collected until ${inWords(ledger.collectedUntil.tests)}, holds no such test.`,
    );
  }
  const latest = all.at(-1);
  return outcome(
    false,
    [latest ?? theList(ledger, `holds no such test by ${who(ledger, codes)}`)],
    `The list of tests holds none in that time${latest ? `; the last such test listed was on ${shown(latest)}` : ''}. ${KINDS}`,
  );
}

function absence(
  ledger: Ledger,
  codes: readonly string[] | undefined,
  found: readonly NuclearTest[],
  all: readonly NuclearTest[],
  whens: readonly When[],
  window: Window,
  never: boolean,
  when: AsOf,
): Outcome {
  const last = found.at(-1);
  const latest = all.at(-1);
  const cut = `The list was collected until ${inWords(ledger.collectedUntil.tests)}.`;
  if (whens.length === 0 && !never && latest !== undefined) {
    return outcome(
      'unclear',
      [latest],
      `The words do not say since when. The last listed test by ${who(ledger, codes)} was on ${shown(latest)}.`,
    );
  }
  // "Since the Cold War": the end of an era is no sharp day.
  const sinceEra = whens.find(({ rel, era, to }) => rel === 'since' && era && to !== undefined);
  if (last !== undefined && sinceEra !== undefined && daysBetween(lastDay(sinceEra.to!), last.date) < 400) {
    return outcome(
      'partly',
      [last],
      `The last such test listed was on ${shown(last)}, soon after ${inWords(sinceEra.to!)}. ${cut}`,
    );
  }
  if (last !== undefined) {
    return outcome(false, [last], `The list has ${found.length} in that time, the last on ${shown(last)}.`);
  }
  const silent = silence(ledger, window);
  if (silent !== undefined) return outcome('unknown', [latest], silent);
  // Words about many states name none of them.
  const alleged = (codes !== undefined && codes.length <= 2 ? codes : []).flatMap((code) =>
    allegationsOf(ledger, code, window, when, true),
  );
  if (alleged.length > 0) {
    return outcome(
      'disputed',
      [latest, ...alleged],
      `The list holds none in that time${latest ? ` (the last on ${shown(latest)})` : ''}; one is alleged or putative elsewhere, and both are shown. ${cut}`,
    );
  }
  const since = whens.find(({ rel, era }) => rel === 'since' && !era);
  if (
    since !== undefined &&
    latest !== undefined &&
    lastDay(latest.date) < firstDay((since.from ?? since.to)!)
  ) {
    return outcome(
      'partly',
      [latest],
      `None is listed since then, but the last one was on ${shown(latest)}, before ${since.text.replace(/^since /i, '')}. ${cut}`,
    );
  }
  return outcome(
    true,
    [latest ?? theList(ledger, `holds no such test by ${who(ledger, codes)}`)],
    `${latest ? `The last such test listed was on ${shown(latest)}.` : 'The list holds none.'} ${cut} ${KINDS}`,
  );
}

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
  { scope, count, unit, polarity }: Of<'test-count'>,
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

export function judgeTestCount(ledger: Ledger, proposition: Of<'test-count'>, when: AsOf): Outcome {
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

export function judgeTestEdge(ledger: Ledger, proposition: Of<'test-edge'>, when: AsOf): Outcome {
  const { edge, scope, place, environment, whens, polarity, loosely } = proposition;
  const states = scope.codes === undefined ? [undefined] : scope.codes.map((code) => [code]);
  return allOf(
    states.map((codes) => {
      const all = testsIn(ledger, codes === undefined ? scope : { ...scope, codes }, ALWAYS, when);
      const test = edge === 'last' ? all.at(-1) : all[edge === 'first' ? 0 : edge - 1];
      const window = windowOf(whens, when.asOf, false);
      if (test === undefined) {
        return whens.length > 0 && (isEmpty(window) || silence(ledger, window))
          ? outcome('unknown', [], 'The list of tests cannot tell of these days.')
          : outcome(
              !polarity,
              [all.at(-1) ?? theList(ledger, `holds ${all.length} such tests by ${who(ledger, codes)}`)],
              `The list holds ${all.length} such tests by ${who(ledger, codes)}.`,
            );
      }
      if (whens.length > 0 && edge === 'last' && (isEmpty(window) || silence(ledger, window))) {
        return outcome(
          'unknown',
          [test],
          `The list of tests was collected until ${inWords(ledger.collectedUntil.tests)}; it cannot tell of later days.`,
        );
      }
      const checks = [
        ...(whens.length > 0 ? [firstDay(test.date) <= window.to && lastDay(test.date) >= window.from] : []),
        ...(place === undefined ? [] : [placeTest(ledger, place)(test)]),
        ...(environment === undefined ? [] : [test.environment === environment]),
      ];
      const good = checks.filter(Boolean).length;
      const which = edge === 'last' || edge === 'first' ? `${edge} such test` : `test number ${edge}`;
      const note = `The ${which} by ${who(ledger, codes)} in the list was on ${shown(test)} (${test.environment}).`;
      if (good === checks.length) return outcome(polarity, [test], note);
      if (loosely && window.from > lastDay(test.date)) return outcome('partly', [test], note);
      // A safety experiment is a test to some lists and none to others.
      const other =
        edge === 'last' && test.kind === 'safety' ? all.findLast(({ kind }) => kind !== 'safety') : undefined;
      if (other !== undefined && whens.length > 0 && other.date >= window.from && other.date <= window.to) {
        return outcome(
          'disputed',
          [test, other],
          `${note} It was a safety experiment; the last other test was on ${shown(other)}.`,
        );
      }
      return good === 0 || !polarity ? outcome(!polarity, [test], note) : outcome('partly', [test], note);
    }),
  );
}

export function judgeTestAgain(
  ledger: Ledger,
  { scope, since, whens }: Of<'test-again'>,
  when: AsOf,
): Outcome {
  const window = windowOf(whens, when.asOf, false);
  const all = testsIn(ledger, scope, ALWAYS, when);
  const at = all.find(({ date }) => firstDay(date) <= window.to && lastDay(date) >= window.from);
  const before = at === undefined ? undefined : all.filter(({ date }) => date < at.date).at(-1);
  if (at === undefined)
    return outcome(
      silence(ledger, window) ? 'unknown' : false,
      [all.at(-1)],
      'The list holds no such test in that time.',
    );
  if (since === undefined) {
    // "Resumed": at least a year without one.
    const gap = before === undefined ? 0 : daysBetween(lastDay(before.date), firstDay(at.date));
    return outcome(
      gap > 365 ? true : 'partly',
      [at, before],
      `${at.text} The one before it was ${before ? `on ${shown(before)}` : 'none'}.`,
    );
  }
  const named = windowOf([{ ...since, rel: 'in' }], when.asOf, false);
  const note = `${at.text} The one before it was ${before ? `on ${shown(before)}` : 'none'}.`;
  const right = before !== undefined && before.date >= named.from && before.date <= named.to;
  return outcome(right, [at, before], note);
}

const heirs = new WeakMap<ReadonlyMap<string, string>, ReadonlyMap<string, string>>();

/** The state that now continues the state of a test. */
function stateOf({ continues }: Ledger, { state }: NuclearTest): string {
  const known = heirs.get(continues) ?? new Map([...continues].map(([later, earlier]) => [earlier, later]));
  heirs.set(continues, known);
  return known.get(state) ?? state;
}

/** The states of tests with the first test of each, in the order of first tests. */
function firstsOf(ledger: Ledger, tests: readonly NuclearTest[]): ReadonlyMap<string, NuclearTest> {
  const firsts = new Map<string, NuclearTest>();
  for (const test of tests) {
    const state = stateOf(ledger, test);
    if (!firsts.has(state)) firsts.set(state, test);
  }
  return firsts;
}

const statesOf = (ledger: Ledger, tests: readonly NuclearTest[]): readonly string[] => [
  ...firstsOf(ledger, tests).keys(),
];

export function judgeTestStates(
  ledger: Ledger,
  { scope, count, polarity }: Of<'test-states'>,
  when: AsOf,
): Outcome {
  const window = windowOf(scope.whens, when.asOf, false);
  if (isEmpty(window) || silence(ledger, window))
    return outcome('unknown', [], 'The list of tests cannot tell of these days.');
  const found = testsIn(ledger, { ...scope, whens: [] }, window, when);
  const states = statesOf(ledger, found);
  const firsts = [...firstsOf(ledger, found).values()];
  const note = `The list has tests by ${states.length} states${scope.whens.length > 0 ? ' in that time' : ''}: ${states.map((code) => nameOf(ledger, code)).join(', ')}.`;
  return outcome(
    agrees(states.length, count.relation, count.value) === polarity,
    firsts.length > 0 ? firsts : [theList(ledger, 'holds no such test')],
    note,
  );
}

export function judgeTestOnly(
  ledger: Ledger,
  { codes, scope, needed }: Of<'test-only'>,
  when: AsOf,
): Outcome {
  const window = windowOf(scope.whens, when.asOf, true);
  const silent = silence(ledger, window);
  if (isEmpty(window) || silent)
    return outcome('unknown', [], silent ?? 'The time lies after the day asked for.');
  const found = testsIn(ledger, { ...scope, whens: [] }, window, when);
  const own = codes.flatMap((code) => ownCodes(ledger, code));
  const other = found.findLast(({ state }) => !own.includes(state));
  const mine = codes.map((code) => found.findLast(({ state }) => ownCodes(ledger, code).includes(state)));
  const cut = `The list was collected until ${inWords(ledger.collectedUntil.tests)}.`;
  if (other !== undefined)
    return outcome(
      false,
      [other],
      `${atStart(ledger.names.get(other.state) ?? other.state)} tested too in that time, last on ${shown(other)}. ${cut}`,
    );
  if (needed && mine.some((test) => test === undefined)) {
    return outcome(
      false,
      [theList(ledger, `holds no such test by ${who(ledger, codes)} in that time`)],
      `The list holds none by ${who(ledger, codes)} in that time. ${cut}`,
    );
  }
  const since = scope.whens.find(({ rel, era }) => rel === 'since' && !era);
  return outcome(
    true,
    [...mine, mine.every((test) => test === undefined) ? theList(ledger, 'holds no such test') : undefined],
    `No test by another state is listed in that time${since ? ` since ${since.text.replace(/^since /i, '')}` : ''}. ${cut}`,
  );
}

export function judgeTestRank(
  ledger: Ledger,
  { code, rank, polarity }: Of<'test-rank'>,
  when: AsOf,
): Outcome {
  const all = testsIn(ledger, { whens: [] }, ALWAYS, when);
  const state =
    statesOf(
      ledger,
      all.filter(({ state: of }) => ownCodes(ledger, code).includes(of)),
    )[0] ?? code;
  if (rank === 'last') {
    const last = all.at(-1);
    const right = last !== undefined && stateOf(ledger, last) === state;
    return outcome(
      right === polarity,
      [last],
      `The last test in the list is that of ${last ? shown(last) : 'none'}.`,
    );
  }
  const order = statesOf(ledger, all);
  const first = firstsOf(ledger, all).get(state);
  const place = order.indexOf(state) + 1;
  return outcome(
    (place === rank) === polarity,
    [first ?? theList(ledger, `holds no test by ${nameOf(ledger, code)}`)],
    place === 0
      ? `The list holds no test by ${nameOf(ledger, code)}.`
      : `By first tests ${nameOf(ledger, code)} is number ${place} of ${order.length}: ${order.map((other) => nameOf(ledger, other)).join(', ')}.`,
  );
}

export function judgeTestOrder(
  ledger: Ledger,
  { edge, before, after }: Of<'test-order'>,
  when: AsOf,
): Outcome {
  const pick = (code: string) => {
    const own = testsIn(ledger, { codes: [code], whens: [] }, ALWAYS, when);
    return edge === 'last' ? own.at(-1) : own[0];
  };
  const [a, b] = [pick(before), pick(after)];
  if (a === undefined || b === undefined) {
    const none = a === undefined ? before : after;
    return outcome(
      'no',
      [a, b, theList(ledger, `holds no test by ${nameOf(ledger, none)}`)],
      `The list holds no test by ${nameOf(ledger, none)}.`,
    );
  }
  return outcome(
    a.date < b.date,
    [a, b],
    `The ${edge} listed test by ${nameOf(ledger, before)} was on ${inWords(a.date)}, by ${nameOf(ledger, after)} on ${inWords(b.date)}.`,
  );
}

export function judgeTestMore(ledger: Ledger, { a, b, relation }: Of<'test-more'>, when: AsOf): Outcome {
  const count = (code: string) => testsIn(ledger, { codes: [code], whens: [] }, ALWAYS, when);
  const own = count(a);
  if (b === undefined) {
    const all = testsIn(ledger, { whens: [] }, ALWAYS, when);
    const best = statesOf(ledger, all)
      .map((code) => ({ code, tests: count(code) }))
      .sort((x, y) => y.tests.length - x.tests.length)[0];
    if (best === undefined) return outcome('unknown', [], 'The list is empty.');
    return outcome(
      own.length === best.tests.length && own.length > 0,
      [best.tests.at(-1)],
      `Most tests in the list are by ${nameOf(ledger, best.code)} (${best.tests.length}); ${nameOf(ledger, a)} has ${own.length}.`,
    );
  }
  const other = count(b);
  const truth =
    relation === '>'
      ? own.length > other.length
      : relation === '<'
        ? own.length < other.length
        : own.length === other.length;
  return outcome(
    truth,
    [own.at(-1), other.at(-1)],
    `The list has ${own.length} tests by ${nameOf(ledger, a)} and ${other.length} by ${nameOf(ledger, b)}.`,
  );
}

export function judgeTestElapsed(
  ledger: Ledger,
  { codes, years, relation }: Of<'test-elapsed'>,
  when: AsOf,
): Outcome {
  const states = codes === undefined || codes.length === 0 ? [undefined] : codes.map((code) => [code]);
  return allOf(
    states.map((own) => {
      const last = testsIn(
        ledger,
        own === undefined ? { whens: [] } : { codes: own, whens: [] },
        ALWAYS,
        when,
      ).at(-1);
      if (last === undefined)
        return outcome(
          false,
          [theList(ledger, `holds no test by ${who(ledger, own)}`)],
          'The list holds no such test.',
        );
      const passed = daysBetween(firstDay(last.date), when.asOf) / 365.2425;
      const holds =
        relation === '='
          ? Math.floor(passed) === years || Math.abs(passed - years) < 0.25
          : relation === '~'
            ? Math.abs(passed - years) <= 1.5
            : agrees(passed, relation, years);
      return outcome(
        holds,
        [last],
        `The last listed test by ${who(ledger, own)} was on ${shown(last)}, ${passed.toFixed(1)} years before ${inWords(when.asOf)}.`,
      );
    }),
  );
}

export function judgeTestYield(
  ledger: Ledger,
  { codes, whens, kilotons }: Of<'test-yield'>,
  when: AsOf,
): Outcome {
  const found = testsIn(ledger, { codes, whens: [] }, windowOf(whens, when.asOf, false), when);
  if (found.length !== 1) {
    return outcome(
      found.length === 0 ? 'unknown' : 'unclear',
      found.slice(0, 3),
      `The list holds ${found.length} tests of that time.`,
    );
  }
  const [test] = found as [NuclearTest];
  const estimates = ledger.estimates.filter((row) => row.test === test.id && row.quantity === 'yield_kt');
  const figures = estimates
    .flatMap(({ value, low, high }) => [value, low, high])
    .filter((kt) => kt !== undefined);
  const all =
    figures.length > 0 ? figures : [test.yieldLowerKt, test.yieldUpperKt].filter((kt) => kt !== undefined);
  if (all.length === 0) return outcome('unknown', [test], 'The ledger holds no yield of this test.');
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const note = `Estimates run from ${low} to ${high} kt. ${ledger.choices.get('yield') ?? ''}`.trim();
  const rows = [test, ...estimates];
  const { relation, value } = kilotons;
  const fits = [low, high].map((kt) => agrees(kt, relation, value));
  if (relation !== '=' && relation !== '~') {
    return outcome(fits[0] === fits[1] ? fits[0]! : 'disputed', rows, note);
  }
  if (low === high) return outcome(fits[0]!, rows, note);
  return outcome(value >= low * 0.94 && value <= high * 1.06 ? 'disputed' : false, rows, note);
}

import { inWords } from '../../time/partial-date.ts';
import type { AsOf } from '../judgement.ts';
import { type Ledger, type NuclearTest, nameOf, ownCodes } from '../ledger.ts';
import { atStart } from '../state-name.ts';
import { agrees, type Outcome, outcome } from './outcome.ts';
import type { PropositionOf } from './proposition.ts';
import { ALWAYS, shown, silence, testsIn, theList, who } from './tests-in-scope.ts';
import { isEmpty, windowOf } from './window.ts';

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

export const statesOf = (ledger: Ledger, tests: readonly NuclearTest[]): readonly string[] => [
  ...firstsOf(ledger, tests).keys(),
];

export function judgeTestStates(
  ledger: Ledger,
  { scope, count, polarity }: PropositionOf<'test-states'>,
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
  { codes, scope, needed }: PropositionOf<'test-only'>,
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
  { code, rank, polarity }: PropositionOf<'test-rank'>,
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

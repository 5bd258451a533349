import { daysBetween } from '../../time/day.ts';
import { firstDay, inWords, lastDay } from '../../time/partial-date.ts';
import type { AsOf } from '../judgement.ts';
import type { Ledger, NuclearTest } from '../ledger.ts';
import { allOf, type Outcome, outcome } from './outcome.ts';
import type { PropositionOf, TestScope, When } from './proposition.ts';
import { allegationsOf } from './test-allegations.ts';
import { ALWAYS, KINDS, shown, silence, testsIn, theList, who } from './tests-in-scope.ts';
import { isEmpty, type Window, windowOf } from './window.ts';

/** "Russia has not tested since 1990", "China tested at Lop Nur in 1996". */
export function judgeTests(
  ledger: Ledger,
  { scope, polarity, never }: PropositionOf<'tests'>,
  when: AsOf,
): Outcome {
  const window = windowOf(scope.whens, when.asOf, true);
  if (isEmpty(window)) return outcome('unknown', [], 'The time lies after the day asked for.');
  // That none of several tested is said of all together; that several tested, of each.
  const states =
    scope.codes === undefined ? [undefined] : polarity ? scope.codes.map((code) => [code]) : [scope.codes];
  return allOf(
    states.map((codes) => {
      const own: TestScope = { ...scope, whens: [] };
      const of: TestScope = codes === undefined ? own : { ...own, codes };
      const found = testsIn(ledger, of, window, when);
      const all = testsIn(ledger, of, ALWAYS, when);
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

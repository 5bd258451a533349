import { daysBetween } from '../../time/day.ts';
import { firstDay, inWords, lastDay } from '../../time/partial-date.ts';
import type { AsOf } from '../judgement.ts';
import type { Ledger } from '../ledger.ts';
import { agrees, allOf, type Outcome, outcome } from './outcome.ts';
import type { PropositionOf } from './proposition.ts';
import { ALWAYS, placeTest, shown, silence, testsIn, theList, who } from './tests-in-scope.ts';
import { isEmpty, windowOf } from './window.ts';

export function judgeTestEdge(ledger: Ledger, proposition: PropositionOf<'test-edge'>, when: AsOf): Outcome {
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
  { scope, since, whens }: PropositionOf<'test-again'>,
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

export function judgeTestElapsed(
  ledger: Ledger,
  { codes, years, relation }: PropositionOf<'test-elapsed'>,
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

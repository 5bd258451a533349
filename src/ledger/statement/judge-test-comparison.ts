import { inWords } from '../../time/partial-date.ts';
import type { AsOf } from '../judgement.ts';
import { type Ledger, nameOf } from '../ledger.ts';
import { statesOf } from './judge-test-states.ts';
import { type Outcome, outcome } from './outcome.ts';
import type { PropositionOf } from './proposition.ts';
import { ALWAYS, testsIn, theList } from './tests-in-scope.ts';

export function judgeTestOrder(
  ledger: Ledger,
  { edge, before, after }: PropositionOf<'test-order'>,
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

export function judgeTestMore(
  ledger: Ledger,
  { a, b, relation }: PropositionOf<'test-more'>,
  when: AsOf,
): Outcome {
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

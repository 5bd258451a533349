import type { AsOf } from '../judgement.ts';
import type { Ledger, NuclearTest } from '../ledger.ts';
import { agrees, type Outcome, outcome } from './outcome.ts';
import type { PropositionOf } from './proposition.ts';
import { testsIn } from './tests-in-scope.ts';
import { windowOf } from './window.ts';

export function judgeTestYield(
  ledger: Ledger,
  { codes, whens, kilotons }: PropositionOf<'test-yield'>,
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

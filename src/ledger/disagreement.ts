import { inWords } from '../time/partial-date.ts';
import { isOnRecord } from './fact.ts';
import type { AsOf } from './judgement.ts';
import { type Ledger, nameOf, ownCodes, type Statement, type TreatyAct } from './ledger.ts';

/** Values that sources give for one thing, all shown, with the rule that chose the one that is used. */
export interface Disagreement {
  readonly about: string;
  readonly values: readonly { readonly value: string; readonly source: string }[];
  readonly shown: string;
  readonly rule: string;
}

const rule = (ledger: Ledger, choice: string): string =>
  ledger.choices.get(choice) ?? 'No rule chooses; all are shown.';

/**
 * Statements of the timeline that tell of the same act of the same state: other days that sources give for it. The
 * first act of a rule is the act itself; the others (a vote on it) only bear on it.
 */
export function alsoTold(ledger: Ledger, act: TreatyAct, when: AsOf): readonly Statement[] {
  const kinds = [...ledger.treatyActRules]
    .filter(([, { acts }]) => acts.includes(act.act))
    .map(([kind]) => kind);
  const rules = kinds.flatMap((kind) => ledger.statementRules.get(kind) ?? []);
  return ledger.statements.filter(
    (row) =>
      row.topic.startsWith(act.treaty) &&
      row.actors.includes(act.state) &&
      row.date.slice(0, 4) === act.date.slice(0, 4) &&
      rules.some(({ acts: [itself], topics }) => itself === row.act && topics.includes(row.topic)) &&
      isOnRecord(row, when.asOf, when.knownBy),
  );
}

/** The days that sources give for an act under a treaty, where they are more than one. */
export function actDisagreement(ledger: Ledger, act: TreatyAct, when: AsOf): Disagreement | undefined {
  const values = new Map([[act.date, act.source]]);
  for (const { date, source } of alsoTold(ledger, act, when)) {
    // "2023" and "2023-11" do not disagree with a day that they contain.
    if (!act.date.startsWith(date)) values.set(date, values.get(date) ?? source);
  }
  for (const other of act.otherDates) values.set(other.slice(0, 10), other.slice(11) || act.source);
  const seen = act.recorded !== act.date && isOnRecord(act, when.asOf, when.knownBy);
  if (values.size < 2) return undefined;
  return {
    about: act.text,
    values: [
      ...[...values].sort(([a], [b]) => (a < b ? -1 : 1)).map(([value, source]) => ({ value, source })),
      ...(seen ? [{ value: act.recorded, source: `first seen in the source: ${act.source}` }] : []),
    ],
    shown: act.date,
    rule: rule(ledger, 'treaty-act-date'),
  };
}

/** The counts of a treaty with and without acts that rest on one source only. */
export function countDisagreement(
  ledger: Ledger,
  treaty: string,
  counts: { readonly signatures: number; readonly ratifications: number },
  when: AsOf,
): Disagreement | undefined {
  const single = ledger.treatyActs.filter(
    (act) => act.treaty === treaty && act.singleSource && isOnRecord(act, when.asOf, when.knownBy),
  );
  if (single.length === 0) return undefined;
  const signed = single.filter(({ act }) => act === 'signature').length;
  const bound = single.length - signed;
  const states = [...new Set(single.map(({ state }) => nameOf(ledger, state)))].join(', ');
  const { signatures, ratifications } = counts;
  return {
    about: `counts of signatures and ratifications: ${states}, ${inWords(single.at(-1)!.date)}`,
    values: [
      { value: `${signatures} and ${ratifications}`, source: single[0]!.source },
      {
        value: `${signatures - signed} and ${ratifications - bound}`,
        source: `counts published before, and any that do not know of ${states}`,
      },
    ],
    shown: `${signatures} and ${ratifications}`,
    rule: rule(ledger, 'treaty-single-source'),
  };
}

/** Other days that sources give for the entry into force of a treaty. */
export function entryDisagreement(
  ledger: Ledger,
  treaty: string,
  since: string | undefined,
): Disagreement | undefined {
  const row = ledger.treaties.get(treaty);
  if (row?.otherInForce === undefined || since === undefined) return undefined;
  return {
    about: `entry into force of the ${row.title}`,
    values: [
      { value: since, source: row.source },
      { value: row.otherInForce, source: 'other published lists' },
    ],
    shown: since,
    rule: rule(ledger, 'treaty-act-date'),
  };
}

/** Published totals that differ from the count of the list, for one state or all, over all years or within some. */
export function testCountDisagreements(
  ledger: Ledger,
  {
    state,
    from = '0000',
    to = '9999',
  }: { readonly state?: string; readonly from?: string; readonly to?: string },
): readonly Disagreement[] {
  const codes = state === undefined ? undefined : ownCodes(ledger, state);
  return ledger.publishedCounts
    .filter((row) => codes === undefined || codes.includes(row.state))
    .filter((row) => row.year === undefined || (row.year >= from.slice(0, 4) && row.year <= to.slice(0, 4)))
    .map((row) => {
      const own = ledger.tests.filter(
        (test) => test.state === row.state && (row.year === undefined || test.date.startsWith(row.year)),
      );
      const count = row.measure === 'tests' ? own.length : own.reduce((sum, { devices }) => sum + devices, 0);
      return {
        about: `${row.measure} of ${nameOf(ledger, row.state)}${row.year === undefined ? ' in all' : ` in ${row.year}`}`,
        values: [
          { value: String(count), source: own[0]?.source ?? 'the list of tests' },
          { value: String(row.value), source: `${row.source}: ${row.note}` },
        ],
        shown: String(count),
        rule: rule(ledger, 'test-count'),
      };
    })
    .filter(({ values: [listed, published] }) => listed!.value !== published!.value);
}

/** Estimates of the yield of one test, where there are several. */
export function yieldDisagreement(ledger: Ledger, test: string): Disagreement | undefined {
  const own = ledger.estimates.filter((row) => row.test === test && row.quantity === 'yield_kt');
  if (own.length < 2) return undefined;
  const figure = ({ value, low, high }: (typeof own)[number]) =>
    value === undefined ? `${low ?? ''} to ${high ?? ''}` : String(value);
  const all = own
    .flatMap(({ value, low, high }) => (value === undefined ? [low, high] : [value]))
    .filter((kt) => kt !== undefined);
  return {
    about: `yield in kilotons of the test of ${inWords(own[0]!.date)}`,
    values: own.map((row) => ({ value: figure(row), source: `${row.estimator}: ${row.source}` })),
    shown: `${Math.min(...all)} to ${Math.max(...all)}`,
    rule: rule(ledger, 'yield'),
  };
}

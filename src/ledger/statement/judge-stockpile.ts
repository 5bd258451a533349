import { isOnRecord } from '../fact.ts';
import type { AsOf } from '../judgement.ts';
import { type Ledger, nameOf, type StockpileFigure } from '../ledger.ts';
import { agrees, isNear, type Outcome, outcome } from './outcome.ts';
import type { PropositionOf, When } from './proposition.ts';

/** What "has N warheads" may mean where the words do not say: those for use, or all there are. */
const WHOLE = new Set(['military-stockpile', 'total-inventory']);

const byState = new WeakMap<readonly StockpileFigure[], ReadonlyMap<string, readonly StockpileFigure[]>>();

/** The figures of a state, or of the one that continues it, on record on a day. */
function figuresOf(ledger: Ledger, code: string, when: AsOf): readonly StockpileFigure[] {
  const heir = [...ledger.continues].find(([, earlier]) => earlier === code)?.[0];
  let index = byState.get(ledger.stockpiles);
  if (index === undefined) {
    const groups = new Map<string, StockpileFigure[]>();
    for (const row of ledger.stockpiles) groups.set(row.state, [...(groups.get(row.state) ?? []), row]);
    index = groups;
    byState.set(ledger.stockpiles, index);
  }
  return (index.get(heir ?? code) ?? []).filter((row) => isOnRecord(row, when.asOf, when.knownBy));
}

const inYear = (whens: readonly When[]): number | undefined => {
  const [when] = whens;
  return when?.from === undefined ? undefined : Number(when.from.slice(0, 4));
};

/** The latest total of a state whose total differs from its stockpile, where the year asked for has none. */
function olderTotal(all: readonly StockpileFigure[], year: number | undefined): readonly StockpileFigure[] {
  const total = all.findLast(({ measure, year: of }) => measure === 'total-inventory' && of <= (year ?? 0));
  if (total === undefined || total.year === year || total.year < (year ?? 0) - 2) return [];
  const beside = all.find(({ measure, year: of }) => measure === 'military-stockpile' && of === total.year);
  return beside?.value === total.value ? [] : [total];
}

export function judgeStockpile(
  ledger: Ledger,
  { code, count, measure, whens, polarity }: PropositionOf<'stockpile'>,
  when: AsOf,
): Outcome {
  const all = figuresOf(ledger, code, when).filter((row) =>
    measure === undefined ? WHOLE.has(row.measure) : row.measure === measure,
  );
  const year = inYear(whens) ?? all.at(-1)?.year;
  const figures = [...all.filter((row) => row.year === year), ...olderTotal(all, year)];
  if (figures.length === 0)
    return outcome(
      'unknown',
      [all.at(-1)],
      `The ledger holds no such figure for ${nameOf(ledger, code)}${year ? ` in ${year}` : ''}.`,
    );
  const note =
    `Estimates: ${figures.map(({ value, measure: kind, estimator, year: of }) => `${value} (${kind.replaceAll('-', ' ')} of ${of}, ${estimator})`).join(', ')}. ${ledger.choices.get('stockpile') ?? ''}`.trim();
  const fitting = figures.filter(({ value }) => agrees(value, count.relation, count.value));
  if (fitting.length === figures.length) return outcome(polarity, fitting, note);
  if (fitting.length > 0) {
    // A figure that agrees with one measure is right by it; a bound that only one meets is not settled.
    return outcome(
      count.relation === '=' || count.relation === '~' ? polarity : 'disputed',
      [...fitting, ...figures.filter((row) => !fitting.includes(row))],
      note,
    );
  }
  const older = figures.find((row) => row.year !== year);
  if (older !== undefined && Math.abs(older.value - count.value) <= older.value * 0.1) {
    return outcome('unknown', figures, `${note} The ledger holds no total inventory for ${year}.`);
  }
  if (count.relation === '=' && figures.some(({ value }) => isNear(value, count.value)))
    return outcome('partly', figures, note);
  return outcome(!polarity, figures, note);
}

export function judgeStockpileMore(
  ledger: Ledger,
  { a, b, relation, whens }: PropositionOf<'stockpile-more'>,
  when: AsOf,
): Outcome {
  const year = inYear(whens);
  const latest = (code: string, measure: string) =>
    figuresOf(ledger, code, when)
      .filter((row) => row.measure === measure && (year === undefined || row.year === year))
      .at(-1);
  const rivals =
    b === undefined
      ? [...new Set(ledger.stockpiles.map(({ state }) => state))].filter((state) => state !== a)
      : [b];
  const own = latest(a, 'military-stockpile');
  const others = rivals.map((code) => latest(code, 'military-stockpile')).filter((row) => row !== undefined);
  if (own === undefined || others.length === 0)
    return outcome('unknown', [own], 'The ledger holds no figures to compare.');
  const compare = (x: number, y: number) => (relation === '>' ? x > y : relation === '<' ? x < y : x === y);
  const holds = others.every(({ value }) => compare(own.value, value));
  const biggest = others.reduce((best, row) => (row.value > best.value ? row : best));
  const totals = b === undefined ? [] : [latest(a, 'total-inventory'), latest(b, 'total-inventory')];
  const byTotal =
    totals[0] && totals[1] && totals[0].year === totals[1].year
      ? compare(totals[0].value, totals[1].value)
      : holds;
  const rows = [own, b === undefined ? biggest : others[0], ...(byTotal === holds ? [] : totals)];
  const note = `Military stockpiles for ${own.year}: ${nameOf(ledger, a)} ${own.value}, ${nameOf(ledger, (b === undefined ? biggest : others[0]!).state)} ${(b === undefined ? biggest : others[0]!).value}.`;
  return outcome(byTotal === holds ? holds : 'disputed', rows, note);
}

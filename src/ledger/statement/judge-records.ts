import { addDays, daysBetween } from '../../time/day.ts';
import { firstDay, inWords, lastDay, mayCoincide, type PartialDate } from '../../time/partial-date.ts';
import { isOnRecord } from '../fact.ts';
import type { AsOf } from '../judgement.ts';
import { type Ledger, nameOf, ownCodes, type StockpileFigure, type Tenure } from '../ledger.ts';
import { agrees, isNear, type Outcome, outcome } from './outcome.ts';
import type { Proposition, When } from './proposition.ts';
import { isEmpty, type Window, windowOf } from './window.ts';

type Of<K extends Proposition['kind']> = Extract<Proposition, { kind: K }>;

/** What "has N warheads" may mean where the words do not say: those for use, or all there are. */
const WHOLE = new Set(['military-stockpile', 'total-inventory']);

function figuresOf(ledger: Ledger, code: string, when: AsOf): readonly StockpileFigure[] {
  const heir = [...ledger.continues].find(([, earlier]) => earlier === code)?.[0];
  return ledger.stockpiles.filter(
    (row) => row.state === (heir ?? code) && isOnRecord(row, when.asOf, when.knownBy),
  );
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
  { code, count, measure, whens, polarity }: Of<'stockpile'>,
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
  { a, b, relation, whens }: Of<'stockpile-more'>,
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

/** How long before the end of the collection a person may last have been seen in an office and still count as in it. */
const STILL_DAYS = 400;

/** From when to when a source shows a person in an office; `open` where no end is known. */
interface Term {
  readonly tenure: Tenure;
  readonly from: PartialDate;
  readonly shownUntil: PartialDate;
  readonly open: boolean;
}

function termsOf(ledger: Ledger, role: string, state: string, when: AsOf): readonly Term[] {
  const tenures = ledger.tenures.filter(
    (row) => row.role === role && row.state === state && isOnRecord(row, when.asOf, when.knownBy),
  );
  return tenures.map((tenure): Term => {
    const { from, to, seenOn, knownUntil, person } = tenure;
    const named = ledger.statements
      .filter((row) => row.person === person && row.role === role && isOnRecord(row, when.asOf, when.knownBy))
      .map(({ date }) => date);
    const seen = [from, seenOn, knownUntil, ...(to === undefined ? named : [])].filter(
      (day) => day !== undefined,
    );
    const start = from ?? [seenOn, ...named].filter((day) => day !== undefined).sort()[0] ?? '9999';
    // Rows of the same person that show days only lengthen a term that has no end.
    const same = tenures
      .filter((row) => row.person === person && row.seenOn !== undefined && row.seenOn >= start)
      .map((row) => row.seenOn!);
    const last = [...seen, ...(to === undefined ? same : [])].sort().at(-1) ?? start;
    return { tenure, from: start, shownUntil: to ?? last, open: to === undefined };
  });
}

const overlaps = ({ from, shownUntil }: Term, window: Window): boolean =>
  firstDay(from) <= window.to && lastDay(shownUntil) >= window.from;

/** "Became in 2017", "since 2012", "from 2017 to 2021": said of the ends of a term and not of one day. */
function judgeTerm(
  ledger: Ledger,
  { person, office, polarity, starting }: Of<'office'>,
  said: When,
  own: readonly Term[],
  others: readonly Term[],
  when: AsOf,
): Outcome {
  const cut = `Statements were collected until ${inWords(ledger.collectedUntil.statements)}.`;
  const known = own.filter(({ tenure }) => tenure.from !== undefined);
  if (known.length === 0 || said.from === undefined || said.to === undefined) {
    return outcome(
      'unknown',
      [own.at(-1)?.tenure],
      `The ledger does not show the days of this term of ${person}. ${cut}`,
    );
  }
  const begins = ({ from }: Term) => mayCoincide(from, said.from!);
  const now: Window = { from: when.asOf, to: when.asOf };
  const lasts = (term: Term) =>
    overlaps(term, now) || (term.open && isStill(ledger, term, others, now, office.one));
  const ends = (term: Term) =>
    said.rel === 'since' ? lasts(term) : lastDay(term.shownUntil) >= firstDay(said.to!);
  const fits = known.find((term) =>
    starting
      ? begins(term)
      : (begins(term) || (said.rel === 'in' && firstDay(term.from) <= lastDay(said.from!))) && ends(term),
  );
  if (fits !== undefined) return outcome(polarity, [fits.tenure], `${fits.tenure.text} ${cut}`);
  const near = known.find((term) => overlaps(term, windowOf([said], when.asOf, false)));
  if (near !== undefined && near.open && !lasts(near) && !starting) {
    return outcome('unknown', [near.tenure], `${near.tenure.text} ${cut}`);
  }
  return outcome(
    near === undefined ? !polarity : 'partly',
    [(near ?? known.at(-1)!).tenure],
    `${(near ?? known.at(-1)!).tenure.text} ${cut}`,
  );
}

export function judgeOffice(ledger: Ledger, proposition: Of<'office'>, when: AsOf): Outcome {
  const { person, office, whens, polarity, past } = proposition;
  const terms = termsOf(ledger, office.role, office.state, when);
  const own = terms.filter(({ tenure }) => tenure.person === person);
  const cut = `Statements were collected until ${inWords(ledger.collectedUntil.statements)}.`;
  const others = terms.filter(({ tenure }) => tenure.person !== person);
  const whole = windowOf(whens, when.asOf, false);
  if (isEmpty(whole)) return outcome('unknown', [], 'The time lies after the day asked for.');
  const [said] = whens;
  if (said !== undefined && (proposition.starting || said.rel === 'since' || said.from !== said.to)) {
    return judgeTerm(ledger, proposition, said, own, others, when);
  }
  // "was president" without a day is true of any term.
  const window: Window =
    whens.length > 0
      ? whole
      : past
        ? { from: '0001-01-01', to: when.asOf }
        : { from: when.asOf, to: when.asOf };
  const held = own.find(
    (term) => overlaps(term, window) || (term.open && isStill(ledger, term, others, window, office.one)),
  );
  if (held !== undefined) return outcome(polarity, [held.tenure], `${held.tenure.text} ${cut}`);
  const taken = office.one
    ? others.find(
        (term) =>
          firstDay(term.from) <= window.from &&
          (lastDay(term.shownUntil) >= window.to ||
            (term.open &&
              isStill(
                ledger,
                term,
                terms.filter((other) => other !== term),
                window,
                true,
              ))),
      )
    : undefined;
  if (taken !== undefined)
    return outcome(!polarity, [taken.tenure, own.at(-1)?.tenure], `${taken.tenure.text} ${cut}`);
  const ended =
    own.every(({ open, shownUntil }) => !open && lastDay(shownUntil) < window.from) && own.length > 0;
  if (ended) return outcome(!polarity, [own.at(-1)!.tenure], `${own.at(-1)!.tenure.text} ${cut}`);
  const successor = office.one
    ? others.find(
        (term) => own.some((term2) => term.from > term2.shownUntil) && firstDay(term.from) <= window.from,
      )
    : undefined;
  if (successor !== undefined && own.length > 0) {
    return outcome(!polarity, [successor.tenure, own.at(-1)!.tenure], `${successor.tenure.text} ${cut}`);
  }
  return outcome(
    'unknown',
    [own.at(-1)?.tenure],
    `The ledger does not show who held this office then. ${cut}`,
  );
}

/** A person last seen in office shortly before the collection ended, with no later holder, counts as in office still. */
function isStill(ledger: Ledger, term: Term, others: readonly Term[], window: Window, one: boolean): boolean {
  const until = ledger.collectedUntil.statements;
  if (firstDay(term.from) > window.to) return false;
  const recent = daysBetween(lastDay(term.shownUntil), lastDay(until)) <= STILL_DAYS;
  return (
    recent && !(one && others.some(({ from }) => from > term.shownUntil && firstDay(from) <= window.from))
  );
}

export function judgeDeed(ledger: Ledger, { deed, state, person, whens }: Of<'deed'>, when: AsOf): Outcome {
  const cut = `Statements were collected until ${inWords(ledger.collectedUntil.statements)}.`;
  if (deed.state !== undefined && state !== undefined && !ownCodes(ledger, state).includes(deed.state)) {
    return outcome('unknown', [], `The ledger tells of no such deed of ${nameOf(ledger, state)}. ${cut}`);
  }
  const own = state === undefined ? [] : ownCodes(ledger, state);
  const surname = person?.split(' ').at(-1);
  const place = deed.words.split('|')[0]!;
  const rows = ledger.statements.filter(
    (row) =>
      deed.acts.split(' ').includes(row.act) &&
      deed.topics.split(' ').includes(row.topic) &&
      row.actors.some((actor) => own.includes(actor)) &&
      isOnRecord(row, when.asOf, when.knownBy) &&
      (surname === undefined || row.person.includes(surname)),
  );
  const window = windowOf(whens, when.asOf, false);
  const found = rows.filter(({ date }) => firstDay(date) <= window.to && lastDay(date) >= window.from);
  if (found.length > 0) return outcome(true, found.slice(0, 3), `${found[0]!.text} ${cut}`);
  if (rows.length === 0)
    return outcome('unknown', [], `The ledger tells of no such deed ("${place}"). ${cut}`);
  return outcome(
    'unknown',
    rows.slice(0, 3),
    `The ledger tells of it on ${rows
      .slice(0, 3)
      .map(({ date }) => inWords(date))
      .join(', ')}, not then. ${cut}`,
  );
}

/** Days on which a stockpile figure or an office may have changed, for the search backwards. */
export function changesOfRecords(ledger: Ledger, proposition: Proposition): readonly string[] {
  if (proposition.kind === 'stockpile' || proposition.kind === 'stockpile-more') {
    return [...new Set(ledger.stockpiles.map(({ date }) => date))].sort();
  }
  if (proposition.kind === 'office') {
    const { role, state } = proposition.office;
    return ledger.tenures
      .filter((row) => row.role === role && row.state === state)
      .flatMap(({ from, to, seenOn, knownUntil, person }) => [
        ...(to === undefined ? [] : [lastDay(to)]),
        ...(from === undefined ? (seenOn === undefined ? [] : [firstDay(seenOn)]) : [firstDay(from)]),
        ...(knownUntil === undefined || person !== proposition.person
          ? []
          : [addDays(lastDay(knownUntil), 1)]),
      ])
      .sort();
  }
  return [];
}

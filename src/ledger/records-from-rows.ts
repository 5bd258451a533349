import { rowsOf } from '../tables/index.ts';
import { inWords } from '../time/partial-date.ts';
import { checkedTable, optional, parts } from './checked-row.ts';
import type { Programme, Statement, StockpileFigure, Tenure } from './ledger.ts';

type Files = ReadonlyMap<string, string>;
type NameOf = (code: string) => string;

export function statementsFromRows(files: Files): readonly Statement[] {
  const table = checkedTable('timeline.csv');
  return rowsOf(files, 'timeline.csv').map((row): Statement => {
    const date = table.date(row, 'date');
    return {
      id: `statement:${row.id}`,
      date,
      recorded: date,
      text: `${inWords(date)}: ${row.paraphrase}`,
      source: table.text(row, 'source'),
      actors: parts(row.actor),
      person: row.person ?? '',
      role: row.role ?? '',
      act: row.act ?? '',
      topic: row.topic ?? '',
      condition: row.condition ?? '',
    };
  });
}

export function programmesFromRows(files: Files, nameOf: NameOf): readonly Programme[] {
  const table = checkedTable('programmes.csv');
  return rowsOf(files, 'programmes.csv').map((row): Programme => {
    const date = table.date(row, 'asOf');
    const told = row.told ? ` (${row.told})` : '';
    return {
      id: `programme:${row.state}/${row.programme}/${date}`,
      date,
      recorded: date,
      text: `${nameOf(row.state!)}: ${row.programme} (${row.kind}), ${row.status}${told}, as of ${inWords(date)}.`,
      source: table.text(row, 'source'),
      state: row.state!,
      name: row.programme!,
    };
  });
}

export function stockpilesFromRows(files: Files, nameOf: NameOf): readonly StockpileFigure[] {
  const table = checkedTable('stockpiles.csv');
  return rowsOf(files, 'stockpiles.csv').map((row): StockpileFigure => {
    const value = table.number(row, 'value') ?? 0;
    const measure = table.text(row, 'measure');
    return {
      id: `stockpile:${row.state}/${row.year}/${measure}/${row.estimator}`,
      // A figure of a year is one of its beginning.
      date: `${row.year}-01-01`,
      recorded: `${row.year}-01-01`,
      text: `${row.estimator} gives ${nameOf(row.state!)} ${value} nuclear warheads (${measure.replaceAll('-', ' ')}) for ${row.year}.`,
      source: table.text(row, 'source'),
      state: row.state!,
      year: Number(row.year),
      measure,
      value,
      estimator: row.estimator!,
    };
  });
}

export function tenuresFromRows(files: Files): readonly Tenure[] {
  const table = checkedTable('persons.csv');
  return rowsOf(files, 'persons.csv').map((row): Tenure => {
    const [from, to, seenOn, knownUntil] = ['from', 'to', 'seenInRoleOn', 'knownUntil'].map((column) =>
      table.dateOrNone(row, column),
    );
    const span = [
      from && `from ${inWords(from)}`,
      to && `to ${inWords(to)}`,
      seenOn && `seen in office on ${inWords(seenOn)}`,
      knownUntil && `no end known by ${inWords(knownUntil)}`,
    ].filter(Boolean);
    const start = from ?? seenOn ?? to ?? '0000';
    return {
      id: `office:${row.name}/${row.role}/${from ?? seenOn ?? ''}`,
      date: start,
      recorded: start,
      text: `${row.name}: ${row.role}, ${span.join(', ')}.`,
      source: table.text(row, 'source'),
      person: row.name!,
      aliases: parts(row.aliases),
      role: row.role!,
      state: row.actor!,
      ...optional('from', from),
      ...optional('to', to),
      ...optional('seenOn', seenOn),
      ...optional('knownUntil', knownUntil),
    };
  });
}

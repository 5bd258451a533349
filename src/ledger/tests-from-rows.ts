import { type Row, rowsOf } from '../tables/index.ts';
import { inWords } from '../time/partial-date.ts';
import { checkedTable, optional, parts } from './checked-row.ts';
import type { Estimate, NuclearTest, PublishedCount, TestSite } from './ledger.ts';

type Files = ReadonlyMap<string, string>;
type NameOf = (code: string) => string;

export function sitesFromRows(files: Files): ReadonlyMap<string, TestSite> {
  const table = checkedTable('sites.csv');
  return new Map(
    rowsOf(files, 'sites.csv').map((row): [string, TestSite] => [
      row.site!,
      {
        id: row.site!,
        name: row.name!,
        aliases: parts(row.aliases),
        regions: parts(row.regions),
        host: row.host ?? '',
        ...optional('lat', table.number(row, 'lat')),
        ...optional('lon', table.number(row, 'lon')),
      },
    ]),
  );
}

const KIND_WORDS: Readonly<Record<string, string>> = {
  peaceful: 'peaceful explosion, ',
  safety: 'safety test, ',
};

/** The list of tests; kinds that are no tests (bombs of war) are left out. */
export function testsFromRows(
  files: Files,
  sites: ReadonlyMap<string, TestSite>,
  states: ReadonlyMap<string, string>,
  nameOf: NameOf,
  notTests: readonly string[],
): readonly NuclearTest[] {
  const table = checkedTable('tests.csv');
  return rowsOf(files, 'tests.csv')
    .filter((row) => !notTests.includes(row.kind!))
    .map((row): NuclearTest => {
      const date = table.date(row, 'date');
      const state = table.one(row, 'state', states, 'actors.csv');
      const siteName = sites.get(row.site!)?.name ?? row.site!;
      const named = row.name ? ` ("${row.name}")` : '';
      return {
        id: `test:${row.id}`,
        date,
        recorded: date,
        text: `${nameOf(state)} tested at ${siteName} on ${inWords(date)}${named}, ${KIND_WORDS[row.kind!] ?? ''}${row.environment}.`,
        source: table.text(row, 'source'),
        state,
        site: row.site!,
        siteName,
        host: row.host ?? '',
        name: row.name ?? '',
        kind: (row.kind || 'weapon') as NuclearTest['kind'],
        environment: row.environment ?? '',
        devices: table.number(row, 'devices') ?? 1,
        flags: parts(row.flags),
        ...optional('yieldLowerKt', table.number(row, 'yieldLowerKt')),
        ...optional('yieldUpperKt', table.number(row, 'yieldUpperKt')),
        ...optional('lat', table.number(row, 'lat')),
        ...optional('lon', table.number(row, 'lon')),
      };
    });
}

/** What a second catalogue holds as putative, for states that the list of tests does not have on that day. */
export function putativeFromRows(
  files: Files,
  catalogues: Readonly<Record<string, string>>,
  nameOf: NameOf,
): readonly NuclearTest[] {
  return Object.entries(catalogues).flatMap(([name, source]) => {
    const table = checkedTable(name);
    return rowsOf(files, name, 'putative')
      .filter((row) => parts(row.flags).includes('putative'))
      .map((row: Row): NuclearTest => {
        const date = table.date(row, 'date');
        return {
          id: `putative:${row.state}/${date}`,
          date,
          recorded: date,
          text: `A second catalogue holds a putative explosion by ${nameOf(row.state!)} on ${inWords(date)}; the list of tests does not.`,
          source,
          state: row.state!,
          site: '',
          siteName: '',
          host: '',
          name: row.name ?? '',
          kind: 'weapon',
          environment: '',
          devices: 1,
          flags: ['putative'],
        };
      });
  });
}

const QUANTITY_WORDS: Readonly<Record<string, string>> = {
  yield_kt: 'a yield in kilotons of',
  mb: 'a magnitude mb of',
  magnitude: 'a magnitude of',
};

export function estimatesFromRows(files: Files): readonly Estimate[] {
  const table = checkedTable('estimates.csv');
  return rowsOf(files, 'estimates.csv').map((row): Estimate => {
    const date = table.date(row, 'date');
    const [value, low, high] = ['value', 'low', 'high'].map((column) => table.number(row, column));
    const range = low === undefined && high === undefined ? '' : `${low ?? 'less'} to ${high ?? 'more'}`;
    const figure = value === undefined ? range : `${value}${range ? ` (${range})` : ''}`;
    return {
      id: `estimate:${row.test}/${row.quantity}/${row.estimator}`,
      date,
      recorded: date,
      text: `${row.estimator} gives the test of ${inWords(date)} ${QUANTITY_WORDS[row.quantity!] ?? row.quantity} ${figure}.`,
      source: table.text(row, 'source'),
      test: `test:${row.test}`,
      state: row.state!,
      estimator: row.estimator!,
      quantity: row.quantity!,
      ...optional('value', value),
      ...optional('low', low),
      ...optional('high', high),
    };
  });
}

export function publishedCountsFromRows(files: Files, nameOf: NameOf): readonly PublishedCount[] {
  const table = checkedTable('published-counts.csv');
  return rowsOf(files, 'published-counts.csv').map((row): PublishedCount => {
    const value = table.number(row, 'value') ?? 0;
    return {
      id: `count:${row.state}/${row.year || 'all'}/${row.measure}`,
      date: row.year || '1945',
      recorded: row.year || '1945',
      text: `A published total gives ${nameOf(row.state!)} ${value} ${row.measure}${row.year ? ` in ${row.year}` : ''}; ${row.note}.`,
      source: table.text(row, 'source'),
      state: row.state!,
      measure: row.measure!,
      value,
      note: row.note ?? '',
      ...optional('year', row.year),
    };
  });
}

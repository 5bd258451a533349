import type { Ledger, NuclearTest } from './ledger.ts';
import type { TestRecord } from './test-record.ts';

/** One test as data. */
const testJson = (test: NuclearTest) => ({
  id: test.id,
  date: test.date,
  state: test.state,
  site: test.siteName,
  name: test.name,
  kind: test.kind,
  environment: test.environment,
  devices: test.devices,
  ...(test.yieldLowerKt !== undefined && test.yieldLowerKt === test.yieldUpperKt
    ? { yieldKt: test.yieldLowerKt }
    : {}),
  ...(test.yieldLowerKt === undefined ? {} : { yieldLowerKt: test.yieldLowerKt }),
  ...(test.yieldUpperKt === undefined ? {} : { yieldUpperKt: test.yieldUpperKt }),
  ...(test.lat === undefined ? {} : { lat: test.lat }),
  ...(test.lon === undefined ? {} : { lon: test.lon }),
  ...(test.flags.length === 0 ? {} : { flags: test.flags }),
  source: test.source,
});

/** A part of the list of tests as data; docs/schema/tests.json. */
export function testsJson({ collectedUntil }: Ledger, record: TestRecord) {
  return {
    schema: 'firstmove/tests/1',
    count: record.count,
    devices: record.devices,
    kinds: record.kinds,
    environments: record.environments,
    first: record.first ? testJson(record.first) : null,
    last: record.last ? testJson(record.last) : null,
    tests: record.tests.map(testJson),
    putative: record.putative.map(({ date, state: by, text, source }) => ({
      date,
      state: by,
      text,
      source,
    })),
    disagreements: record.disagreements,
    collectedUntil: collectedUntil.tests,
  };
}

const CSV_COLUMNS = [
  'id',
  'date',
  'state',
  'site',
  'name',
  'kind',
  'environment',
  'devices',
  'yieldKt',
  'yieldLowerKt',
  'yieldUpperKt',
  'source',
] as const;

const cell = (value: unknown): string => {
  const text = String(value ?? '');
  // A spreadsheet would take it for a formula.
  const safe = /^[=+@\t\r]|^-(?!\d*\.?\d+(?:e[+-]?\d+)?$)/i.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** A list of tests as CSV, one test a line. */
export const testsCsv = ({ tests }: TestRecord): string =>
  [
    CSV_COLUMNS.join(','),
    ...tests.map((test) => {
      const row: Readonly<Record<string, unknown>> = testJson(test);
      return CSV_COLUMNS.map((column) => cell(row[column])).join(',');
    }),
  ].join('\n');

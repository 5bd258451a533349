import { Command } from 'commander';
import {
  type NuclearTest,
  sitesNamed,
  type TestRecord,
  testRecord,
  testsCsv,
  testsJson,
} from '../ledger/index.ts';
import { openLedger } from '../store/ledger-box.ts';
import { firstDay, inWords, lastDay } from '../time/index.ts';
import { dateOption } from './dates.ts';
import { stateOf } from './ledger-state.ts';
import { nearest } from './nearest.ts';
import { json, writeOutput } from './output.ts';
import { UsageError } from './usage-error.ts';

interface TestsArguments {
  readonly state?: string;
  readonly site?: string;
  readonly from?: string;
  readonly to?: string;
  readonly standoff?: string;
  readonly json?: boolean;
  readonly csv?: boolean;
}

const counted = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([kind, count]) => `${count} ${kind}`)
    .join(', ');

function asText(record: TestRecord, collectedUntil: string): string {
  const { count, devices, kinds, environments, first, last, tests, putative, disagreements } = record;
  const end = `The list was collected until ${inWords(collectedUntil)}; a later test would not be in it. Subcritical experiments and missile flights are no rows of this list.`;
  if (count === 0) return `No test in the list answers to this.\n${end}`;
  const named = ({ date, siteName, name }: NuclearTest) =>
    `${inWords(date)}, ${siteName}${name ? ` ("${name}")` : ''}`;
  return [
    `${count} test${count === 1 ? '' : 's'} (${counted(kinds)}; ${counted(environments)}) with ${devices} device${devices === 1 ? '' : 's'}`,
    `first: ${named(first!)}`,
    `last:  ${named(last!)}`,
    ...disagreements.flatMap(({ about, values, rule }) => [
      `Sources disagree: ${about}`,
      ...values.map(({ value, source }) => `  ${value} [${source}]`),
      `  Shown by the rule: ${rule}`,
    ]),
    ...(putative.length === 0
      ? []
      : [
          `A second catalogue holds ${putative.length} putative explosion${putative.length === 1 ? '' : 's'} beside these; none is counted.`,
        ]),
    ...(tests.length > 40
      ? ['Name --site, --from or --to for single tests, or --csv for all of them.']
      : tests.map(
          (test) =>
            `  ${test.date}  ${test.state}  ${test.siteName}${test.name ? `  ${test.name}` : ''}  ${test.environment}`,
        )),
    end,
  ].join('\n');
}

function printTests({ state, site, from, to, standoff, json: wantsJson, csv }: TestsArguments): void {
  const { ledger } = openLedger(standoff);
  if (site !== undefined && sitesNamed(ledger, site).length === 0) {
    const names = [...ledger.sites.values()].flatMap(({ aliases, id }) => [id, ...aliases]);
    const near = nearest(site, names);
    throw new UsageError(
      `"${site}" is no site of the ledger; ${near === undefined ? `it has ${[...ledger.sites.keys()].join(', ')}` : `did you mean ${near}?`}`,
    );
  }
  if (from !== undefined && to !== undefined && firstDay(from) > lastDay(to))
    throw new UsageError(`--from ${from} lies after --to ${to}; turn them round`);
  const record = testRecord(ledger, {
    ...(state === undefined ? {} : { state: stateOf(ledger, state) }),
    ...(site === undefined ? {} : { site }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  });
  if (csv) writeOutput(testsCsv(record));
  else if (wantsJson) writeOutput(json(testsJson(ledger, record)));
  else writeOutput(asText(record, ledger.collectedUntil.tests));
}

export function testsCommand(): Command {
  return new Command('tests')
    .summary('count and list the nuclear tests on record')
    .description(
      'First, last and count of the tests on record, by state, site and time; tests and devices apart, sources that disagree shown. A state that continues another has the other’s tests too.',
    )
    .option('--state <code>', 'a state, by its ISO 3166-1 alpha-3 code')
    .option('--site <name>', 'a site or region, such as "Novaya Zemlya"')
    .option('--from <date>', 'from this day, month or year on', dateOption)
    .option('--to <date>', 'until this day, month or year', dateOption)
    .option('--standoff <folder>', 'rows of another stand-off')
    .option('--json', 'print JSON')
    .option('--csv', 'print comma-separated values, one test a line')
    .addHelpText(
      'after',
      '\nExamples:\n  firstmove tests --state RUS\n  firstmove tests --site "Lop Nur" --from 1990 --csv',
    )
    .action(printTests);
}

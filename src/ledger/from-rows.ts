import { parsedYaml, rowsOf } from '../tables/index.ts';
import type { CollectedUntil, EntryRule, Ledger, StatementRule, TreatyActRule } from './ledger.ts';
import {
  programmesFromRows,
  statementsFromRows,
  stockpilesFromRows,
  tenuresFromRows,
} from './records-from-rows.ts';
import { atStart } from './state-name.ts';
import {
  estimatesFromRows,
  publishedCountsFromRows,
  putativeFromRows,
  sitesFromRows,
  testsFromRows,
} from './tests-from-rows.ts';
import {
  type EntryRuleRow,
  entryRuleOf,
  treatiesFromRows,
  treatyActsFromRows,
} from './treaties-from-rows.ts';

interface Config {
  readonly collectedUntil: CollectedUntil;
  readonly notTests?: readonly string[];
  readonly catalogues?: Readonly<Record<string, string>>;
  readonly entryIntoForce?: Readonly<Record<string, EntryRuleRow>>;
  readonly choices?: Readonly<Record<string, string>>;
  readonly treatyActs?: Readonly<Record<string, TreatyActRule>>;
  readonly statements?: Readonly<Record<string, StatementRule>>;
  readonly triggers?: readonly { readonly when: string; readonly event: 'test'; readonly by: string }[];
}

const before = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** In the order of dates, then of ids, so that the order of the rows in their file never matters. */
const byDate = <T extends { readonly date: string; readonly id: string }>(list: readonly T[]): readonly T[] =>
  [...list].sort((a, b) => before(a.date, b.date) || before(a.id, b.id));

function configOf(files: ReadonlyMap<string, string>): Config {
  for (const name of ['ledger.yaml', 'actors.csv']) {
    if (!files.has(name)) throw new RangeError(`the stand-off has no file ${name}; restore it or add it`);
  }
  const config = (parsedYaml(files, 'ledger.yaml') ?? {}) as unknown as Config;
  for (const kind of ['tests', 'treaties', 'statements'] as const) {
    if (config.collectedUntil?.[kind] === undefined) {
      throw new RangeError(
        `ledger.yaml: collectedUntil.${kind} is missing; say until when these rows were collected`,
      );
    }
  }
  return config;
}

/**
 * The ledger of a stand-off from its files. Only ledger.yaml and actors.csv must be there; docs/how-to-add-a-treaty.md
 * tells what each table holds.
 *
 * @throws RangeError that names file and line of a row that cannot be right.
 */
export function ledgerFromFiles(files: ReadonlyMap<string, string>): Ledger {
  const config = configOf(files);
  const actors = rowsOf(files, 'actors.csv');
  const names = new Map(actors.map((row) => [row.code!, row.name!]));
  const nameOf = (code: string) => atStart(names.get(code) ?? code);
  const sites = sitesFromRows(files);
  const treaties = treatiesFromRows(files);

  return {
    tests: byDate(testsFromRows(files, sites, names, nameOf, config.notTests ?? [])),
    putative: byDate(putativeFromRows(files, config.catalogues ?? {}, nameOf)),
    sites,
    treatyActs: byDate(treatyActsFromRows(files, treaties, names, nameOf)),
    treaties,
    statements: byDate(statementsFromRows(files)),
    programmes: byDate(programmesFromRows(files, nameOf)),
    stockpiles: byDate(stockpilesFromRows(files, nameOf)),
    estimates: byDate(estimatesFromRows(files)),
    publishedCounts: byDate(publishedCountsFromRows(files, nameOf)),
    tenures: byDate(tenuresFromRows(files)),
    entryRules: new Map(
      Object.entries(config.entryIntoForce ?? {}).map(([treaty, row]): [string, EntryRule] => [
        treaty,
        entryRuleOf(files, treaty, row),
      ]),
    ),
    statementRules: new Map(Object.entries(config.statements ?? {})),
    treatyActRules: new Map(Object.entries(config.treatyActs ?? {})),
    triggerRules: (config.triggers ?? []).map(({ when, event, by }) => ({
      when: new RegExp(when, 'i'),
      event,
      by,
    })),
    choices: new Map(Object.entries(config.choices ?? {})),
    collectedUntil: config.collectedUntil,
    names,
    continues: new Map(actors.filter((row) => row.continues).map((row) => [row.code!, row.continues!])),
  };
}

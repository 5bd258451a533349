import { parse as parseCsv } from 'csv-parse/sync';
import { parse as parseYaml } from 'yaml';
import { inWords } from '../time/partial-date.ts';
import type {
  CollectedUntil,
  EntryRule,
  Ledger,
  NuclearTest,
  Programme,
  Statement,
  StatementRule,
  Treaty,
  TreatyAct,
  TreatyActRule,
} from './ledger.ts';
import { atStart } from './state-name.ts';

type Row = Readonly<Record<string, string>>;

function rows(files: ReadonlyMap<string, string>, name: string): readonly Row[] {
  const text = files.get(name);
  if (text === undefined) throw new Error(`the stand-off has no file ${name}; restore it or add it`);
  return parseCsv(text, { columns: true, skip_empty_lines: true });
}

const byDate = <T extends { readonly date: string }>(list: readonly T[]): readonly T[] =>
  [...list].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));

const optional = <K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } =>
  (value === undefined || value === '' ? {} : { [key]: value }) as { readonly [P in K]?: V };

const number = (cell: string): number | undefined => (cell === '' ? undefined : Number(cell));

const ACT_WORDS: Readonly<Record<string, string>> = {
  signature: 'signed',
  ratification: 'ratified',
  accession: 'acceded to',
  succession: 'succeeded to',
  succession_or_accession: 'succeeded or acceded to',
  'ratification-withdrawn': 'withdrew its ratification of',
  withdrawal: 'withdrew from',
  suspension: 'suspended its participation in',
  extension: 'agreed to extend',
  expiry: 'saw the expiry of',
  'in-force': 'was bound from its entry into force by',
};

/** The ledger of a stand-off from its files; see docs/data.md for where the rows come from. */
export function ledgerFromFiles(files: ReadonlyMap<string, string>): Ledger {
  const config = parseYaml(files.get('ledger.yaml') ?? '') as {
    collectedUntil: CollectedUntil;
    notTests: readonly string[];
    entryIntoForce: Record<string, { list: string; daysAfter: number }>;
    treatyActs: Record<string, TreatyActRule>;
    statements: Record<string, StatementRule>;
  };
  const actors = rows(files, 'actors.csv');
  const names = new Map(actors.map((row) => [row.code!, row.name!]));
  const nameOf = (code: string) => atStart(names.get(code) ?? code);
  const sites = new Map(rows(files, 'sites.csv').map((row) => [row.site!, row.name!]));
  const titles = new Map(rows(files, 'treaties.csv').map((row) => [row.treaty!, row.title!]));

  const tests = rows(files, 'tests.csv')
    .filter((row) => !config.notTests.includes(row.purpose!))
    .map((row): NuclearTest => {
      const siteName = sites.get(row.site!) ?? row.site!;
      const named = row.name ? ` ("${row.name}")` : '';
      return {
        id: `test:${row.id}`,
        date: row.date!,
        recorded: row.date!,
        text: `${nameOf(row.state!)} tested at ${siteName} on ${inWords(row.date!)}${named}, ${row.environment}.`,
        source: row.source!,
        state: row.state!,
        site: row.site!,
        siteName,
        name: row.name!,
        environment: row.environment!,
        devices: Number(row.devices || 1),
        ...optional('yieldLowerKt', number(row.yieldLowerKt!)),
        ...optional('yieldUpperKt', number(row.yieldUpperKt!)),
      };
    });

  const treatyActs = rows(files, 'treaty-acts.csv').map((row): TreatyAct => {
    const words = ACT_WORDS[row.act!] ?? row.act!.replaceAll('-', ' ');
    const note = [row.note, row.recorded ? `first seen in the source on ${inWords(row.recorded)}` : '']
      .filter(Boolean)
      .join('; ');
    return {
      id: `treaty:${row.treaty}/${row.state}/${row.act}/${row.date}`,
      date: row.date!,
      recorded: row.recorded || row.date!,
      text: `${nameOf(row.state!)} ${words} the ${titles.get(row.treaty!) ?? row.treaty} on ${inWords(row.date!)}${note ? ` (${note})` : ''}.`,
      source: `${row.source} (${row.basis})`,
      treaty: row.treaty!,
      state: row.state!,
      act: row.act!,
    };
  });

  const statements = rows(files, 'timeline.csv').map(
    (row): Statement => ({
      id: `statement:${row.id}`,
      date: row.date!,
      recorded: row.date!,
      text: `${inWords(row.date!)}: ${row.paraphrase}`,
      source: row.source!,
      actors: row.actor!.split(';'),
      person: row.person!,
      act: row.act!,
      topic: row.topic!,
      condition: row.condition!,
    }),
  );

  const programmes = rows(files, 'programmes.csv').map(
    (row): Programme => ({
      id: `programme:${row.state}/${row.programme}/${row.asOf}`,
      date: row.asOf!,
      recorded: row.asOf!,
      text: `${nameOf(row.state!)}: ${row.programme} (${row.kind}), ${row.status}, as of ${inWords(row.asOf!)}.`,
      source: row.source!,
      state: row.state!,
      name: row.programme!,
    }),
  );

  return {
    tests: byDate(tests),
    treatyActs: byDate(treatyActs),
    treaties: new Map(
      rows(files, 'treaties.csv').map((row): [string, Treaty] => [
        row.treaty!,
        {
          id: row.treaty!,
          title: row.title!,
          rule: row.rule!,
          source: row.source!,
          ...optional('opened', row.opened),
          ...optional('inForce', row.inForce),
          ...optional('ended', row.ended),
        },
      ]),
    ),
    statements: byDate(statements),
    programmes,
    entryRules: new Map(
      Object.entries(config.entryIntoForce).map(([treaty, { list, daysAfter }]): [string, EntryRule] => [
        treaty,
        {
          daysAfter,
          states: rows(files, list)
            .filter((row) => row.treaty === treaty)
            .map((row) => row.state!),
        },
      ]),
    ),
    statementRules: new Map(Object.entries(config.statements)),
    treatyActRules: new Map(Object.entries(config.treatyActs)),
    collectedUntil: config.collectedUntil,
    names,
    continues: new Map(actors.filter((row) => row.continues).map((row) => [row.code!, row.continues!])),
  };
}

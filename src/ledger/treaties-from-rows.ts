import { rowsOf } from '../tables/index.ts';
import { inWords } from '../time/partial-date.ts';
import { checkedTable, optional, parts } from './checked-row.ts';
import type { EntryRule, Treaty, TreatyAct } from './ledger.ts';

type Files = ReadonlyMap<string, string>;

const ACT_WORDS: Readonly<Record<string, string>> = {
  signature: 'signed',
  ratification: 'ratified',
  accession: 'acceded to',
  succession: 'succeeded to',
  'succession-or-accession': 'succeeded or acceded to',
  'ratification-withdrawn': 'withdrew its ratification of',
  withdrawal: 'withdrew from',
  'withdrawal-announced': 'announced its withdrawal from',
  suspension: 'suspended its participation in',
  extension: 'agreed to extend',
  expiry: 'saw the expiry of',
  'in-force': 'was bound from its entry into force by',
};

export function treatiesFromRows(files: Files): ReadonlyMap<string, Treaty> {
  const table = checkedTable('treaties.csv');
  return new Map(
    rowsOf(files, 'treaties.csv').map((row): [string, Treaty] => [
      table.text(row, 'treaty'),
      {
        id: row.treaty!,
        title: table.text(row, 'title'),
        rule: row.rule ?? '',
        source: table.text(row, 'source'),
        ...optional('opened', table.dateOrNone(row, 'opened')),
        ...optional('inForce', table.dateOrNone(row, 'inForce')),
        ...optional('otherInForce', table.dateOrNone(row, 'otherInForce')),
        ...optional('ended', table.dateOrNone(row, 'ended')),
      },
    ]),
  );
}

export function treatyActsFromRows(
  files: Files,
  treaties: ReadonlyMap<string, Treaty>,
  states: ReadonlyMap<string, string>,
  nameOf: (code: string) => string,
): readonly TreatyAct[] {
  const table = checkedTable('treaty-acts.csv');
  return rowsOf(files, 'treaty-acts.csv').map((row): TreatyAct => {
    const treaty = table.one(row, 'treaty', treaties, 'treaties.csv');
    const state = table.one(row, 'state', states, 'actors.csv');
    const date = table.date(row, 'date');
    const recorded = table.dateOrNone(row, 'recorded');
    const words = ACT_WORDS[row.act!] ?? row.act!.replaceAll('-', ' ');
    const otherDates = parts(row.otherDates);
    const note = [
      row.note,
      recorded ? `first seen in the source on ${inWords(recorded)}` : '',
      otherDates.length > 0 ? `other sources: ${otherDates.join(', ')}` : '',
    ]
      .filter(Boolean)
      .join('; ');
    return {
      id: `treaty:${treaty}/${state}/${row.act}/${date}`,
      date,
      recorded: recorded ?? date,
      text: `${nameOf(state)} ${words} ${titleWithin(treaties.get(treaty)!.title)} ${date.length === 10 ? 'on' : 'in'} ${inWords(date)}${note ? ` (${note})` : ''}.`,
      source: `${table.text(row, 'source')}${row.basis ? ` (${row.basis})` : ''}`,
      treaty,
      state,
      act: row.act!,
      otherDates,
      singleSource: /one source only/.test(row.note ?? ''),
    };
  });
}

/** A title within a sentence: "the INF Treaty", but "New START". */
export const titleWithin = (title: string): string =>
  /Treaty|Agreement|Convention/.test(title) ? `the ${title}` : title;

/** A rule as ledger.yaml has it: a list (codes, or a table with the column `state`) or a number of states. */
export interface EntryRuleRow {
  readonly list?: string;
  readonly states?: readonly string[];
  readonly ratifications?: number;
  readonly daysAfter: number;
  readonly text?: string;
  readonly source?: string;
}

export function entryRuleOf(files: Files, treaty: string, row: EntryRuleRow): EntryRule {
  const states =
    row.states ??
    (row.list === undefined
      ? []
      : rowsOf(files, row.list)
          .filter((found) => found.treaty === treaty)
          .map((found) => found.state!));
  if (states.length === 0 && row.ratifications === undefined) {
    throw new RangeError(
      `ledger.yaml: the rule of "${treaty}" names neither states nor a number of ratifications; add list, states or ratifications`,
    );
  }
  return {
    states,
    daysAfter: row.daysAfter,
    text: row.text ?? '',
    source: row.source ?? '',
    ...optional('ratifications', row.ratifications),
  };
}

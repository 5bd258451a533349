import { Command } from 'commander';
import {
  type AsOf,
  type Disagreement,
  type Ledger,
  type TreatyStatus,
  treatyAnswer,
  treatyIdOf,
  treatyJson,
} from '../ledger/index.ts';
import { openLedger } from '../store/ledger-box.ts';
import { inWords } from '../time/index.ts';
import { dayOption, today } from './dates.ts';
import { stateOf } from './ledger-state.ts';
import { nearest } from './nearest.ts';
import { json, writeOutput } from './output.ts';
import { UsageError } from './usage-error.ts';

interface StatusArguments {
  readonly state?: string;
  readonly asOf?: string;
  readonly knownBy?: string;
  readonly standoff?: string;
  readonly json?: boolean;
}

function treatyOf(ledger: Ledger, files: ReadonlyMap<string, string>, text: string): string {
  const id = treatyIdOf(ledger, files, text);
  if (id !== undefined) return id;
  const ids = [...ledger.treaties.keys()];
  const near = nearest(text, ids);
  throw new UsageError(
    `"${text}" is no treaty of the ledger; ${near === undefined ? `it has ${ids.join(', ')}` : `did you mean ${near}?`}`,
  );
}

function inForceWords(ledger: Ledger, status: TreatyStatus): string {
  const { rule } = ledger.treaties.get(status.treaty)!;
  const entry = ledger.entryRules.get(status.treaty)?.text || rule;
  const since = status.since === undefined ? '' : ` since ${inWords(status.since)}`;
  const how = status.inForce
    ? `in force${since}`
    : status.ended !== undefined
      ? `${status.since === undefined ? 'never in force; given up' : 'ended'} on ${inWords(status.ended)}`
      : 'not in force';
  return `${how}${entry ? ` (rule: ${entry})` : ''}`;
}

const disagreementLines = (list: readonly Disagreement[]): readonly string[] =>
  list.flatMap(({ about, values, rule }) => [
    `Sources disagree: ${about}`,
    ...values.map(({ value, source }) => `  ${value} [${source}]`),
    `  Shown by the rule: ${rule}`,
  ]);

function printStatus(text: string, options: StatusArguments): void {
  const { asOf = today(), knownBy } = options;
  const { ledger, files } = openLedger(options.standoff);
  const when: AsOf = { asOf, ...(knownBy === undefined ? {} : { knownBy }) };
  const treaty = treatyOf(ledger, files, text);
  const asked = options.state === undefined ? undefined : stateOf(ledger, options.state);
  const answer = treatyAnswer(ledger, treaty, when, asked);
  if (options.json) {
    writeOutput(json(treatyJson(ledger, answer)));
    return;
  }
  const { status, standing, because, disagreements } = answer;
  const bilateral = ledger.treatyActs.some((act) => act.treaty === treaty && act.act === 'in-force');
  const name = (code: string) => ledger.names.get(code) ?? code;
  writeOutput(
    [
      `${ledger.treaties.get(treaty)!.title}, as of ${inWords(asOf)}${knownBy ? `, by what was on record on ${inWords(knownBy)}` : ''}`,
      `${status.signatures} signatures, ${status.ratifications} ${bilateral ? 'states bound from its entry into force' : 'ratifications (accessions and successions included)'}`,
      ...(status.required === undefined
        ? []
        : [
            `${status.required.ratified} of the ${status.required.total} states it needs; missing: ${status.required.missing.map(name).join(', ') || 'none'}`,
          ]),
      inForceWords(ledger, status),
      ...(standing === undefined ? [] : [`${name(standing.state)}: ${standing.standing}`]),
      ...because.map(({ text: words, source }) => `  ${words} [${source}]`),
      ...disagreementLines(disagreements),
      `Treaty acts were collected until ${inWords(ledger.collectedUntil.treaties)}; later ones are not in the ledger.`,
    ].join('\n'),
  );
}

export function statusCommand(): Command {
  return new Command('status')
    .summary('tell where a treaty and a state stand on a day')
    .description(
      'Computes signatures, ratifications and entry into force of a treaty on any day, from dated acts under the treaty’s rule.',
    )
    .argument('<treaty>', 'id or name of a treaty, such as ctbt')
    .option('--state <code>', 'a state, by its ISO 3166-1 alpha-3 code')
    .option('--as-of <day>', 'the day asked for; today by default', dayOption)
    .option('--known-by <day>', 'count only acts that were on record by this day', dayOption)
    .option('--standoff <folder>', 'rows of another stand-off')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  firstmove status ctbt --as-of 2023-11-02\n  firstmove status ctbt --state RUS --json',
    )
    .action(printStatus);
}

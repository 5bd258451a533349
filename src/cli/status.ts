import { Command } from 'commander';
import {
  type AsOf,
  actDisagreement,
  countDisagreement,
  type Disagreement,
  type Evidence,
  entryDisagreement,
  evidenceOf,
  type Ledger,
  type Standing,
  standingOf,
  type TreatyStatus,
  treatyIdOf,
  treatyStatus,
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

/** The rows that decide: a state's own acts, or the rule and the withdrawals that count. */
function evidenceFor(
  ledger: Ledger,
  treaty: string,
  standing: Standing | undefined,
  when: AsOf,
): readonly Evidence[] {
  if (standing !== undefined) {
    const { signature, ratification, suspended, announced, withdrawn } = standing;
    return [signature, ratification, suspended, announced, withdrawn]
      .filter((act) => act !== undefined)
      .map(evidenceOf);
  }
  const rule = ledger.entryRules.get(treaty);
  const row = ledger.treaties.get(treaty)!;
  const states = new Set(ledger.treatyActs.filter((act) => act.treaty === treaty).map(({ state }) => state));
  const changed = [...states]
    .map((state) => standingOf(ledger, treaty, state, when))
    .flatMap(({ suspended, announced, withdrawn }) => [suspended, announced, withdrawn])
    .filter((act) => act !== undefined);
  return [
    rule === undefined
      ? {
          fact: `treaty:${treaty}`,
          text: `${row.title}${row.rule ? `: ${row.rule}` : ''}.`,
          source: row.source,
        }
      : {
          fact: `rule:${treaty}`,
          text: `Enters into force: ${rule.text || 'by its rule'}.`,
          source: rule.source || row.source,
        },
    ...changed.map(evidenceOf),
  ];
}

const stateJson = (standing: Standing) => ({
  code: standing.state,
  ...(standing.signature === undefined ? {} : { signature: standing.signature.date }),
  ...(standing.ratification === undefined ? {} : { ratification: standing.ratification.date }),
  ...(standing.suspended === undefined ? {} : { suspended: standing.suspended.date }),
  ...(standing.announced === undefined ? {} : { withdrawalAnnounced: standing.announced.date }),
  ...(standing.withdrawn === undefined ? {} : { withdrawn: standing.withdrawn.date }),
  standing: standing.standing,
});

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
  // The acts of a state that another continues are kept under that other.
  const state = [...ledger.continues].find(([, earlier]) => earlier === asked)?.[0] ?? asked;
  const status = treatyStatus(ledger, treaty, when);
  const standing = state === undefined ? undefined : standingOf(ledger, treaty, state, when);
  const because = evidenceFor(ledger, treaty, standing, when);
  const acts =
    standing === undefined
      ? []
      : [standing.signature, standing.ratification, standing.withdrawn].filter((act) => act !== undefined);
  const disagreements = [
    ...acts.map((act) => actDisagreement(ledger, act, when)),
    standing === undefined ? countDisagreement(ledger, treaty, status, when) : undefined,
    standing === undefined ? entryDisagreement(ledger, treaty, status.since) : undefined,
  ].filter((found) => found !== undefined);
  const collectedUntil = ledger.collectedUntil.treaties;
  if (options.json) {
    const { required, ...counts } = status;
    writeOutput(
      json({
        schema: 'firstmove/status/1',
        ...counts,
        asOf,
        knownBy: knownBy ?? null,
        ...(required ? { required: { list: `${treaty} entry into force`, ...required } } : {}),
        ...(standing ? { state: stateJson(standing) } : {}),
        because,
        disagreements,
        collectedUntil,
      }),
    );
    return;
  }
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
      `Treaty acts were collected until ${inWords(collectedUntil)}; later ones are not in the ledger.`,
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

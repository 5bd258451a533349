import { Command } from 'commander';
import { type AsOf, evidenceOf, ledgerFromFiles, standingOf, treatyStatus } from '../ledger/index.ts';
import { boxFolder, readStandoffFiles } from '../store/standoff-files.ts';
import { inWords } from '../time/index.ts';
import { dayOption, today } from './dates.ts';
import { json, writeOutput } from './output.ts';
import { UsageError } from './usage-error.ts';

interface StatusArguments {
  readonly state?: string;
  readonly asOf?: string;
  readonly knownBy?: string;
  readonly json?: boolean;
}

function printStatus(
  treaty: string,
  { state, asOf = today(), knownBy, json: asJson }: StatusArguments,
): void {
  const ledger = ledgerFromFiles(readStandoffFiles(boxFolder));
  const when: AsOf = { asOf, ...(knownBy === undefined ? {} : { knownBy }) };
  if (!ledger.treaties.has(treaty)) {
    throw new UsageError(
      `"${treaty}" is no treaty of the ledger; it has ${[...ledger.treaties.keys()].join(', ')}`,
    );
  }
  if (state !== undefined && !ledger.names.has(state)) {
    throw new UsageError(
      `"${state}" is no state of the ledger; write its ISO 3166-1 alpha-3 code, such as USA`,
    );
  }
  const status = treatyStatus(ledger, treaty, when);
  const standing = state === undefined ? undefined : standingOf(ledger, treaty, state, when);
  const acts =
    standing === undefined
      ? []
      : [standing.signature, standing.ratification, standing.withdrawn].filter((act) => act !== undefined);
  const because = acts.map(evidenceOf);
  if (asJson) {
    const shown = standing && {
      code: standing.state,
      ...(standing.signature === undefined ? {} : { signature: standing.signature.date }),
      ...(standing.ratification === undefined ? {} : { ratification: standing.ratification.date }),
      ...(standing.withdrawn === undefined ? {} : { withdrawn: standing.withdrawn.date }),
      standing: standing.standing,
    };
    const { required, ...counts } = status;
    const list = required && { list: `${treaty} entry into force`, ...required };
    writeOutput(
      json({
        schema: 'firstmove/status/1',
        ...counts,
        ...when,
        ...(list ? { required: list } : {}),
        ...(shown ? { state: shown } : {}),
        because,
      }),
    );
    return;
  }
  const name = (code: string) => ledger.names.get(code) ?? code;
  const { title, rule } = ledger.treaties.get(treaty)!;
  writeOutput(
    [
      `${title}, as of ${inWords(asOf)}`,
      `${status.signatures} signatures, ${status.ratifications} ratifications (accessions and successions included)`,
      ...(status.required === undefined
        ? []
        : [
            `${status.required.ratified} of the ${status.required.total} states it needs; missing: ${status.required.missing.map(name).join(', ') || 'none'}`,
          ]),
      `${status.inForce ? `in force${status.since ? ` since ${inWords(status.since)}` : ''}` : status.ended ? `ended on ${inWords(status.ended)}` : 'not in force'}${rule ? ` (rule: ${rule})` : ''}`,
      ...(standing === undefined ? [] : [`${name(standing.state)}: ${standing.standing}`]),
      ...because.map(({ text, source }) => `  ${text} [${source}]`),
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
    .argument('<treaty>', 'id of a treaty, such as ctbt')
    .option('--state <code>', 'a state, by its ISO 3166-1 alpha-3 code')
    .option('--as-of <day>', 'the day asked for; today by default', dayOption)
    .option('--known-by <day>', 'count only acts that were on record by this day', dayOption)
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  firstmove status ctbt --as-of 2023-11-02\n  firstmove status ctbt --state RUS --json',
    )
    .action(printStatus);
}

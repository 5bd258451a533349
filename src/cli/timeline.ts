import { Command } from 'commander';
import { type AsOf, type TimelineEntry, timelineJson, timelineOf } from '../ledger/index.ts';
import { openLedger } from '../store/ledger-box.ts';
import { firstDay, inWords, lastDay } from '../time/index.ts';
import { dateOption, dayOption, today } from './dates.ts';
import { stateOf } from './ledger-state.ts';
import { nearest } from './nearest.ts';
import { json, writeOutput } from './output.ts';
import { UsageError } from './usage-error.ts';

interface TimelineArguments {
  readonly actor?: string;
  readonly topic?: string;
  readonly from?: string;
  readonly to?: string;
  readonly asOf?: string;
  readonly knownBy?: string;
  readonly standoff?: string;
  readonly json?: boolean;
}

function line({ statement, trigger }: TimelineEntry): string {
  const { text, condition, source } = statement;
  const met = { yes: 'met', no: 'not met so far', unknown: 'not checkable' }[trigger?.met ?? 'unknown'];
  return [
    `${text}`,
    ...(condition === '' ? [] : [`  condition: ${condition} (${met})`]),
    `  [${source}]`,
  ].join('\n');
}

function printTimeline(options: TimelineArguments): void {
  const { ledger } = openLedger(options.standoff);
  const { topic, from, to, asOf = today(), knownBy } = options;
  const when: AsOf = { asOf, ...(knownBy === undefined ? {} : { knownBy }) };
  const topics = [...new Set(ledger.statements.map((row) => row.topic))].sort();
  if (topic !== undefined && !topics.includes(topic)) {
    const near = nearest(topic, topics);
    throw new UsageError(
      `"${topic}" is no topic of the timeline; ${near === undefined ? `it has ${topics.join(', ')}` : `did you mean ${near}?`}`,
    );
  }
  if (from !== undefined && to !== undefined && firstDay(from) > lastDay(to))
    throw new UsageError(`--from ${from} lies after --to ${to}; turn them round`);
  const entries = timelineOf(
    ledger,
    {
      ...(options.actor === undefined ? {} : { actor: stateOf(ledger, options.actor) }),
      ...(topic === undefined ? {} : { topic }),
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    },
    when,
  );
  if (options.json) {
    writeOutput(json(timelineJson(ledger, entries, when)));
    return;
  }
  writeOutput(
    [
      ...(entries.length === 0 ? ['No row of the timeline answers to this.'] : entries.map(line)),
      `Statements were collected until ${inWords(ledger.collectedUntil.statements)}; later ones are not in the ledger.`,
    ].join('\n'),
  );
}

export function timelineCommand(): Command {
  return new Command('timeline')
    .summary('list who said or did what, on which condition')
    .description(
      'The dated acts and statements on record, with their conditions and whether the trigger has been met as far as the lists tell.',
    )
    .option('--actor <code>', 'a state or body, by its code')
    .option('--topic <name>', 'a topic, such as testing-policy')
    .option('--from <date>', 'from this day, month or year on', dateOption)
    .option('--to <date>', 'until this day, month or year', dateOption)
    .option('--as-of <day>', 'judge triggers as of this day; today by default', dayOption)
    .option('--known-by <day>', 'only what was on record by this day', dayOption)
    .option('--standoff <folder>', 'rows of another stand-off')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  firstmove timeline --actor RUS --topic testing-policy --from 2025\n  firstmove timeline --topic new-start --json',
    )
    .action(printTimeline);
}

import { Command } from 'commander';
import { type ReplayDay, replay } from '../brief/index.ts';
import { openPositions } from '../store/standoff-box.ts';
import { inWords } from '../time/partial-date.ts';
import { dayOption, today } from './dates.ts';
import { json, writeOutput } from './output.ts';
import { UsageError } from './usage-error.ts';

function dayText({
  date,
  said,
  waits,
  deadlocks,
  firstMoves,
  setsOff,
  follows,
  statusQuo,
}: ReplayDay): string {
  const turns = [
    ...waits.fresh.map((line) => `from now: ${line}`),
    ...waits.gone.map((line) => `no longer: ${line}`),
    ...deadlocks.fresh.map((line) => `from now: ${line}`),
    ...deadlocks.gone.map((line) => `no longer: ${line}`),
    ...firstMoves.fresh.map((line) => `a first move from now: ${line}`),
    ...firstMoves.gone.map((line) => `no longer a first move: ${line}`),
    ...setsOff.fresh.map((line) => `would set off from now: ${line}`),
    ...setsOff.gone.map((line) => `would no longer set off: ${line}`),
    ...follows.fresh.map((line) => `by these words alone: ${line}`),
    ...follows.gone.map((line) => `no longer by these words: ${line}`),
    `status quo: ${statusQuo.nash ? 'nobody gains by leaving it' : statusQuo.seq ? 'held by what the others would answer' : 'somebody gains by leaving it'}`,
  ];
  return [
    inWords(date),
    ...said.map(({ text, facts }) => `  “${text}” (${facts.join(', ')})`),
    ...turns.map((line) => `  → ${line}`),
  ].join('\n');
}

export function replayCommand(): Command {
  return new Command('replay')
    .summary('play the record of positions day by day')
    .description(
      'Builds the stand-off anew for each day on which the record holds a new position, and tells the days on which a deadlock, the first moves or the stability of the status quo changed, with the words that did it.',
    )
    .option('--from <day>', 'the first day', dayOption)
    .option('--to <day>', 'the last day; today where absent', dayOption)
    .option('--standoff <folder>', 'rows of another stand-off')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  firstmove replay --from 2023-01-01\n  firstmove replay --from 2025-10-01 --to 2026-03-01 --json',
    )
    .action((options: { from?: string; to?: string; standoff?: string; json?: boolean }) => {
      const [from, to] = [options.from ?? '1945-01-01', options.to ?? today()];
      if (from > to) throw new UsageError(`--from ${from} is later than --to ${to}; give them in order`);
      const { ledger, kinds, positionRows } = openPositions(options.standoff);
      const days = replay(ledger, positionRows, kinds, { from, to });
      writeOutput(
        options.json
          ? json({ schema: 'firstmove/replay/1', from, to, days })
          : days.length === 0
            ? 'No position on record in these days changed the stand-off.'
            : days.map(dayText).join('\n\n'),
      );
    });
}

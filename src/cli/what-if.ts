import { Command } from 'commander';
import {
  type Difference,
  type Supposition,
  SuppositionError,
  type SuppositionText,
  suppositionFrom,
  whatIf,
} from '../analysis/index.ts';
import type { Model } from '../model/index.ts';
import { dayOption } from './dates.ts';
import { differenceLines, supposedText } from './difference-text.ts';
import { json, writeOutput } from './output.ts';
import { readModel, refusing } from './read-model.ts';
import { UsageError } from './usage-error.ts';
import { type OfWords, printWhatIfOfWords } from './what-if-of-words.ts';

const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

export function whatIfCommand(): Command {
  return new Command('what-if')
    .summary('suppose something of a stand-off and see the difference')
    .description(
      'Sets options as taken or not, drops or adds positions, supposes facts, and shows what would change: verdicts of claims, where treaties stand, conditions that are met, what follows by the positions, equilibria, deadlocks, who waits for whom, first moves.',
    )
    .argument(
      '[input...]',
      'a model (.yaml, .gmcr, or - for YAML from standard input), or reports; none with --record',
    )
    .option('--set <option=Y|N>', 'an option is taken, or not, at the status quo; may be repeated', collect)
    .option('--drop <position>', 'a position, by its id, is no longer held; may be repeated', collect)
    .option(
      '--add <holder: formula>',
      'a new position, as "RUS: RUS.test if USA.test" or "RUS demand: USA.talk"; may be repeated',
      collect,
    )
    .option(
      '--fact <sentence>',
      'a test or an act under a treaty is supposed; with reports or --record',
      collect,
    )
    .option('--record', 'take the positions on record in the ledger, beside those of the reports')
    .option('--published <date>', 'the day of the reports, where they do not give it')
    .option('--as-of <day>', 'the day that is asked about; today where absent', dayOption)
    .option('--standoff <folder>', 'rows of another stand-off')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  firstmove model story.txt --out standoff.yaml\n  firstmove what-if standoff.yaml --set USA.engage=Y\n  firstmove what-if standoff.yaml --drop p3 --add "RUS: RUS.engage"\n  firstmove what-if story.txt --fact "Russia ratified the CTBT on 1 December 2026"\n  firstmove what-if --record --fact "The United States tested on 1 December 2026"',
    )
    .action(async (inputs: string[], options: SuppositionText & OfWords & { json?: boolean }) => {
      const [path] = inputs;
      if (path === undefined && !options.record)
        throw new UsageError('name a model or reports, or give --record for the positions on record');
      if (options.record || options.fact !== undefined || (path !== '-' && !/\.(ya?ml|gmcr)$/i.test(path!))) {
        await printWhatIfOfWords(inputs, options);
        return;
      }
      if (inputs.length > 1) throw new UsageError('one model at a time; several inputs are read as reports');
      const model = readModel(path!);
      const supposition = suppositionOf(model, options);
      const difference = refusing(path!, () => whatIf(model, supposition));
      writeOutput(
        options.json
          ? json({ schema: 'firstmove/what-if/1', ...difference })
          : modelDifferenceText(model, supposition, difference),
      );
    });
}

/** A supposition about a model. @throws UsageError where it names what there is not, or nothing. */
function suppositionOf(model: Model, text: SuppositionText): Supposition {
  if ([text.set, text.drop, text.add].every((part = []) => part.length === 0))
    throw new UsageError(
      'nothing is supposed; give --set OPTION=Y, --drop POSITION, --add "HOLDER: FORMULA", or of reports --fact "SENTENCE"',
    );
  try {
    return suppositionFrom(text, {
      options: model.options.map(({ id }) => id),
      positions: model.positions.map(({ id }) => id),
      holders: model.decisionMakers.map(({ id }) => id),
    });
  } catch (error) {
    if (error instanceof SuppositionError) throw new UsageError(`--${error.part}: ${error.message}`);
    throw error;
  }
}

/** The difference for a person at a terminal. */
function modelDifferenceText(model: Model, supposition: Supposition, difference: Difference): string {
  const lines = differenceLines(difference);
  return [
    `Letters stand for: ${model.options.map(({ id }) => id).join(', ')}`,
    `Suppose ${supposedText(supposition).join('; ')}:`,
    ...(lines.length > 0 ? lines : ['  nothing changes']),
  ].join('\n');
}

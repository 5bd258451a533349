import { Command } from 'commander';
import { briefOf } from '../brief/index.ts';
import { modelToYaml } from '../model/index.ts';
import { openBox } from '../store/standoff-box.ts';
import { dateOption, today } from './dates.ts';
import { type ReaderChoice, readByChoice, withReaderChoice } from './model-reader.ts';
import { writeOutput } from './output.ts';
import { readReports } from './read-reports.ts';
import { UsageError } from './usage-error.ts';

export function modelCommand(): Command {
  return withReaderChoice(new Command('model'))
    .summary('draft the conflict model that reports imply')
    .description(
      'Reads reports and prints the conflict model that their words imply, as YAML to edit and analyse.',
    )
    .argument('<report...>', 'text or HTML files, or - for standard input')
    .option('--published <date>', 'the day of the reports, where they do not give it', dateOption)
    .option('--standoff <folder>', 'rows of another stand-off')
    .option('--out <file>', 'write to a file instead of standard output')
    .addHelpText(
      'after',
      '\nExamples:\n  firstmove model story.txt --out standoff.yaml\n  firstmove analyse standoff.yaml',
    )
    .action(
      async (
        paths: string[],
        options: ReaderChoice & { published?: string; standoff?: string; out?: string },
      ) => {
        const { analyser, lexicon, ledger, kinds } = openBox(options.standoff);
        const reports = await readByChoice(
          await readReports(paths, options.published, analyser, lexicon),
          options,
          lexicon,
        );
        const { model } = briefOf(reports, ledger, kinds, { today: today() });
        if (model === undefined) {
          throw new UsageError(
            'the words commit nobody to anything and demand nothing, so they imply no model; try another report',
          );
        }
        writeOutput(modelToYaml(model), options.out);
      },
    );
}

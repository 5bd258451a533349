import { Command } from 'commander';
import { reportJson } from '../brief/index.ts';
import type { Claim } from '../claims/index.ts';
import { openBox } from './box.ts';
import { dateOption } from './dates.ts';
import { json, writeOutput } from './output.ts';
import { readReports } from './read-reports.ts';

function line({ act, actor, object, modality, polarity, speaker, condition, span, quote }: Claim): string {
  const what = `${polarity === 'negative' ? 'not ' : ''}${act}${object ? `(${object})` : ''}`;
  const on =
    condition === undefined
      ? ''
      : ` ${condition.relation} ${condition.polarity === 'negative' ? 'not ' : ''}${condition.act} by ${condition.actor}`;
  return `${span.start}-${span.end}\t${speaker.person ?? speaker.actor}\t${actor} ${what}\t${modality}${on}\t${JSON.stringify(quote)}`;
}

export function claimsCommand(): Command {
  return new Command('claims')
    .summary('list what reports claim, with the words that show it')
    .description(
      'Reads reports and prints their claims only: who says that who does what, how it is meant, on which condition, in which words.',
    )
    .argument('<report...>', 'text or HTML files, or - for standard input')
    .option('--published <date>', 'the day of the reports, where they do not give it', dateOption)
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  firstmove claims story.txt\n  firstmove claims - --json < story.txt',
    )
    .action(async (paths: string[], options: { published?: string; json?: boolean }) => {
      const { analyser, lexicon } = openBox();
      const reports = await readReports(paths, options.published, analyser, lexicon);
      const claims = reports.flatMap((read) => read.claims);
      if (options.json) {
        writeOutput(
          json({
            schema: 'firstmove/claims/1',
            reports: reports.map(({ report }) => reportJson(report)),
            claims,
          }),
        );
      } else
        writeOutput(
          claims.length === 0
            ? 'The words make no claim that the reader knows.'
            : claims.map(line).join('\n'),
        );
    });
}

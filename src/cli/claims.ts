import { Command, Option } from 'commander';
import { type ReadReport, reportJson } from '../brief/index.ts';
import { type Claim, ploverCsv, SURE_ENOUGH, toPlover } from '../claims/index.ts';
import { openBox } from '../store/standoff-box.ts';
import { dateOption } from './dates.ts';
import { confidenceOption, sureEnough } from './min-confidence.ts';
import { type ReaderChoice, readByChoice, withReaderChoice } from './model-reader.ts';
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

const FORMATS = ['text', 'json', 'plover', 'plover-csv'] as const;
type Format = (typeof FORMATS)[number];

interface ClaimsArguments extends ReaderChoice {
  readonly standoff?: string;
  readonly published?: string;
  readonly json?: boolean;
  readonly format: Format;
  readonly minConfidence?: number;
}

function render(reports: readonly ReadReport[], format: Format): string {
  const claims = reports.flatMap((read) => read.claims);
  if (format === 'json')
    return json({
      schema: 'firstmove/claims/1',
      reports: reports.map(({ report }) => reportJson(report)),
      claims,
    });
  if (format === 'text')
    return claims.length === 0
      ? 'The words make no claim that the reader knows.'
      : claims.map(line).join('\n');
  const published = new Map(
    reports.flatMap(({ report: { id, publishedAt } }) =>
      publishedAt === undefined ? [] : [[id, publishedAt]],
    ),
  );
  const { events, left } = toPlover(claims, published);
  return format === 'plover' ? json({ schema: 'firstmove/plover/1', events, left }) : ploverCsv(events);
}

export function claimsCommand(): Command {
  return withReaderChoice(new Command('claims'))
    .summary('list what reports claim, with the words that show it')
    .description(
      'Reads reports and prints their claims only: who says that who does what, how it is meant, on which condition, in which words.',
    )
    .argument('<report...>', 'text or HTML files, or - for standard input')
    .option('--published <date>', 'the day of the reports, where they do not give it', dateOption)
    .addOption(new Option('--format <format>', 'how to print the claims').choices(FORMATS).default('text'))
    .option('--json', 'the same as --format json')
    .option(
      '--min-confidence <number>',
      `leave out claims that the reader is less sure of, from 0 to 1 (default: ${SURE_ENOUGH})`,
      confidenceOption,
    )
    .option('--standoff <folder>', 'rows of another stand-off')
    .addHelpText(
      'after',
      '\nExamples:\n  firstmove claims story.txt\n  firstmove claims - --json < story.txt\n  firstmove claims story.txt --min-confidence 0.8\n  firstmove claims story.txt --format plover-csv > events.csv',
    )
    .action(async (paths: string[], options: ClaimsArguments) => {
      const { analyser, lexicon } = openBox(options.standoff);
      const reports = sureEnough(
        await readByChoice(
          await readReports(paths, options.published, analyser, lexicon, options.minConfidence),
          options,
          lexicon,
        ),
        options.minConfidence,
      );
      const format = options.json ? 'json' : options.format;
      const text = render(reports, format);
      writeOutput(text);
    });
}

import { Command, Option } from 'commander';
import { type Brief, briefOf, pageOf, toHtml, toJson, toJsonLd, toMarkdown, toText } from '../brief/index.ts';
import { SURE_ENOUGH } from '../claims/index.ts';
import { openBox } from '../store/standoff-box.ts';
import { dateOption, dayOption, today } from './dates.ts';
import { confidenceOption, sureEnough } from './min-confidence.ts';
import { type ReaderChoice, readByChoice, withReaderChoice } from './model-reader.ts';
import { inColour, json, writeOutput } from './output.ts';
import { readBulletins } from './read-bulletin.ts';
import { readReports } from './read-reports.ts';
import { UsageError } from './usage-error.ts';

const FORMATS = ['text', 'md', 'html', 'json', 'jsonld'] as const;
type Format = (typeof FORMATS)[number];

export interface BriefArguments extends ReaderChoice {
  readonly published?: string;
  readonly asOf?: string;
  readonly knownBy?: string;
  readonly format: Format;
  readonly json?: boolean;
  readonly out?: string;
  readonly minConfidence?: number;
  readonly record?: boolean;
  readonly annex?: boolean;
  readonly standoff?: string;
  readonly bulletin?: readonly string[];
}

function render(
  brief: Brief,
  { format, annex = false }: { readonly format: Format; readonly annex?: boolean },
  names: ReadonlyMap<string, string>,
  toFile: boolean,
): string {
  if (format === 'json') return json(toJson(brief));
  if (format === 'jsonld') return json(toJsonLd(brief));
  const page = pageOf(brief, names, { annex });
  if (format === 'md') return toMarkdown(page);
  if (format === 'html') return toHtml(page);
  const width = Math.min(process.stdout.columns ?? 100, 100);
  return toText(page, { width, colour: inColour() && !toFile });
}

/** Reads reports, briefs them and writes the brief. */
export async function printBrief(paths: readonly string[], options: BriefArguments): Promise<void> {
  const { analyser, lexicon, ledger, kinds, positionRows } = openBox(options.standoff);
  const { bulletin: bulletins = [] } = options;
  if (paths.includes('-') && bulletins.includes('-'))
    throw new UsageError('standard input ("-") can be the report or the bulletin, not both');
  const reports = sureEnough(
    await readByChoice(
      await readReports(paths, options.published, analyser, lexicon, options.minConfidence),
      options,
      lexicon,
    ),
    options.minConfidence,
  );
  const brief = briefOf(reports, ledger, kinds, {
    today: today(),
    positionRows,
    ...(options.record ? { withRecord: true } : {}),
    ...(options.asOf === undefined ? {} : { asOf: options.asOf }),
    ...(options.knownBy === undefined ? {} : { knownBy: options.knownBy }),
    ...(bulletins.length === 0 ? {} : { bulletin: await readBulletins(bulletins) }),
  });
  const format = options.json ? 'json' : options.format;
  const how = { format, ...(options.annex ? { annex: true } : {}) };
  writeOutput(render(brief, how, ledger.names, options.out !== undefined), options.out);
}

export function briefCommand(): Command {
  return withReaderChoice(new Command('brief'))
    .summary('turn reports into a cited brief')
    .description(
      'Reads one or more reports and says what they claim, what of it holds by the cited ledger, who waits for whom, and which first move would unlock it.',
    )
    .argument('<report...>', 'text or HTML files, or - for standard input')
    .option('--published <date>', 'the day of the reports, where they do not give it', dateOption)
    .option('--as-of <day>', 'judge every claim as of this day', dayOption)
    .option('--known-by <day>', 'count only facts that were on record by this day', dayOption)
    .addOption(new Option('--format <format>', 'how to print the brief').choices(FORMATS).default('text'))
    .option('--json', 'the same as --format json')
    .option(
      '--bulletin <file>',
      'set claims of tests beside a bulletin of seismic events (QuakeML, ISF and others; may be given again)',
      (file: string, before: readonly string[] = []) => [...before, file],
    )
    .option(
      '--min-confidence <number>',
      `leave out claims that the reader is less sure of, from 0 to 1 (default: ${SURE_ENOUGH})`,
      confidenceOption,
    )
    .option('--record', 'let the positions on record in the ledger count beside those of the reports')
    .option('--standoff <folder>', 'rows of another stand-off')
    .option('--annex', 'after the page, every position as a formula and every claim with its words and rows')
    .option('--out <file>', 'write to a file instead of standard output')
    .addHelpText(
      'after',
      '\nExamples:\n  firstmove brief story.txt\n  firstmove brief story.txt --bulletin events.xml\n  firstmove brief monday.txt tuesday.html --format html --out brief.html\n  pbpaste | firstmove brief - --published 2025-11-05 --json',
    )
    .action((paths: string[], options: BriefArguments) => printBrief(paths, options));
}

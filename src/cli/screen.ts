import { Command, Option } from 'commander';
import { magnitudeFigure, mapFigure } from '../figures/index.ts';
import {
  type BulletinFormat,
  type ScreenedEvent,
  type SeismicTables,
  screener,
  screenSequence,
  type Trouble,
} from '../seismic/index.ts';
import { seismicTables } from '../store/seismic-tables.ts';
import { printableLine } from '../text/printable.ts';
import { eventsOf } from './bulletin-source.ts';
import { namedSites } from './named-sites.ts';
import { writeOutput } from './output.ts';
import { print } from './print.ts';
import { ANSWER_FORMATS, type AnswerFormat, BEGIN, endOf, eventIn } from './screen-formats.ts';
import { type Length, VERDICT_IN_WORDS } from './screen-text.ts';
import { UsageError } from './usage-error.ts';

interface ScreenOptions {
  readonly site?: string;
  readonly json?: boolean;
  readonly format: AnswerFormat;
  readonly inputFormat?: BulletinFormat;
  readonly only?: readonly string[];
  readonly full?: boolean;
  readonly short?: boolean;
  readonly map?: string;
  readonly mbMs?: string;
}

/** An event may lie at a site whose edge is no further away than this, in deviations of its location. */
const WITHIN_REACH = 2.5;

/** So many broken events are listed in JSON; all are on standard error. */
const MOST_TROUBLES = 1000;

/** So many events are drawn; further ones are counted in the figure's caption. */
const MOST_DRAWN = 20_000;

const EXAMPLES = `
Examples:
  $ firstmove screen events.xml                       what each event looks like, in words
  $ firstmove screen bulletin.isf --site "Lop Nor"    only what may have happened at one site
  $ cat events.geojson | firstmove screen - --json    as JSON (docs/schema/screen.json)
  $ firstmove screen a.xml b.isf --format csv --map map.svg --mb-ms mbms.svg

Formats read: QuakeML 1.0-1.2, GeoJSON (USGS, EMSC), FDSN event text, ISF and IMS1.0, GSE2.0, NDK, CSV.
A verdict never says that a nuclear explosion was detected: bulletin data cannot tell one from a chemical explosion.`;

/** `firstmove screen`: reads bulletins and says of each event whether it can be told from a nuclear test. */
export function screenCommand(): Command {
  return new Command('screen')
    .summary('screen the events of a bulletin: earthquake, or not to be told from a test?')
    .description(
      'Reads bulletins of earthquakes, associates each event with test sites, asks whether the explosion\n' +
        'hypothesis can be rejected, and estimates the yield that an explosion would have had.',
    )
    .argument('<bulletin...>', 'files, or - for standard input')
    .option('--site <name>', 'only events that may lie at this site')
    .option('--json', 'the same as --format json')
    .addOption(
      new Option('--format <format>', 'format of the answer').choices(ANSWER_FORMATS).default('text'),
    )
    .addOption(
      new Option('--input-format <format>', 'format of the bulletins, where it is not to be guessed').choices(
        ['quakeml', 'geojson', 'fdsn-text', 'isf', 'gse', 'ndk', 'csv'],
      ),
    )
    .option('--only <verdicts>', 'only events of these verdicts, between commas', (list: string) =>
      list.split(',').map((verdict) => verdict.trim().replaceAll('-', '_')),
    )
    .option('--full', 'tell every event in full; else only what may matter')
    .option('--short', 'tell every event on one line')
    .option('--map <file.svg>', 'draw a map of the events')
    .option('--mb-ms <file.svg>', 'draw mb against Ms')
    .addHelpText('after', EXAMPLES)
    .action((bulletins: string[], options: ScreenOptions) => screen(bulletins, options));
}

async function screen(bulletins: readonly string[], options: ScreenOptions): Promise<void> {
  const unknown = options.only?.find((verdict) => !(verdict in VERDICT_IN_WORDS));
  if (unknown !== undefined)
    throw new UsageError(
      `--only ${unknown}: there is no such verdict; there are ${Object.keys(VERDICT_IN_WORDS).join(', ')}`,
    );
  if (options.short && options.full)
    throw new UsageError('--short and --full cannot both be asked for; choose one');
  const all = seismicTables();
  const tables: SeismicTables =
    options.site === undefined ? all : { ...all, sites: namedSites(options.site, all.sites) };
  const format = options.json ? 'json' : options.format;
  const length: Length = options.short
    ? 'short'
    : options.full || options.site !== undefined
      ? 'full'
      : 'by-weight';
  const troubles: Trouble[] = [];
  const counts: Record<string, number> = {};
  const drawn: ScreenedEvent[] = [];
  let unread = 0;
  let read = 0;
  let told = 0;
  let unscreenable = 0;

  const reached = new Set<string>();
  const mayLieThere = ({ association }: ScreenedEvent): boolean => {
    if (association === undefined || association.edgeDeviations > WITHIN_REACH) return false;
    reached.add(association.site.id);
    return true;
  };
  const wanted = (event: ScreenedEvent): boolean =>
    (options.site === undefined || mayLieThere(event)) &&
    (options.only === undefined || options.only.includes(event.verdict));
  const tell = (events: readonly ScreenedEvent[]): string => {
    let out = '';
    for (const event of events) {
      read += 1;
      if (!wanted(event)) continue;
      counts[event.verdict] = (counts[event.verdict] ?? 0) + 1;
      out += eventIn(format, event, told === 0, length);
      told += 1;
      if (event.mb === undefined || event.Ms === undefined) unscreenable += 1;
      if ((options.map !== undefined || options.mbMs !== undefined) && drawn.length < MOST_DRAWN)
        drawn.push(event);
    }
    return out;
  };

  const sequence = screenSequence(screener(tables), tables.screening.follower);
  let begun = false;
  const begin = () => {
    const beginning = begun ? '' : BEGIN[format];
    begun = true;
    return beginning;
  };
  let failed: UsageError | undefined;
  try {
    for await (const events of eventsOf(bulletins, options.inputFormat, (trouble) => {
      if (troubles.length < MOST_TROUBLES) troubles.push(trouble);
      unread += 1;
      console.error(printableLine(`${trouble.where}: ${trouble.what}`));
    }))
      await print(begin() + tell(events.flatMap((event) => sequence.push(event))));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    failed = error;
  }
  const last = tell(sequence.end());
  if (read === 0) {
    if (failed !== undefined) throw failed;
    if (unread > 0)
      throw new UsageError(
        `none of ${unread} events could be read; the first: ${troubles[0]!.where}: ${troubles[0]!.what}`,
      );
  }
  await print(begin() + last);
  const silentSites = options.site === undefined ? [] : tables.sites.filter(({ id }) => !reached.has(id));
  await print(endOf(format, { troubles, unread, counts, read, told, unscreenable, silentSites }));
  if (options.map !== undefined) writeOutput(mapFigure(drawn, tables, told), options.map);
  if (options.mbMs !== undefined) writeOutput(magnitudeFigure(drawn, tables, told), options.mbMs);
  // What could be read was told, so that one bad file does not cost the others; the exit code still says it.
  if (failed !== undefined) throw failed;
}

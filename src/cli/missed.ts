import { Command } from 'commander';
import { type MissedAnswer, missed, missedAsJson, yieldInWords } from '../seismic/index.ts';
import { seismicTables } from '../store/seismic-tables.ts';
import { namedSites } from './named-sites.ts';
import { json, writeOutput } from './output.ts';
import { UsageError } from './usage-error.ts';

interface MissedOptions {
  readonly site?: string;
  readonly magnitudeThreshold?: number;
  readonly json?: boolean;
}

const EXAMPLES = `
Examples:
  $ firstmove missed --site "Lop Nor"                     by the published thresholds
  $ firstmove missed --site novaya-zemlya-north --magnitude-threshold 2.8
  $ firstmove missed --magnitude-threshold 3.5 --json     anywhere (docs/schema/missed.json)`;

/** `firstmove missed`: the smallest test at a site that would have been seen. */
export function missedCommand(): Command {
  return new Command('missed')
    .summary('what could have been fired at a site without being seen')
    .description(
      'Says for a test site which yields stay below what seismic networks detect: fully coupled, decoupled in a\n' +
        'cavity, in other ground; and what seismic silence says nothing about.',
    )
    .option('--site <name>', 'a test site; without it, anywhere')
    .option(
      '--magnitude-threshold <mb>',
      'your own threshold instead of the published ones',
      (text: string) => {
        const value = Number(text);
        if (!(value >= -2 && value <= 9))
          throw new UsageError(`--magnitude-threshold ${text} is no magnitude; give a number such as 3.5`);
        return value;
      },
    )
    .option('--json', 'as JSON')
    .addHelpText('after', EXAMPLES)
    .action((options: MissedOptions) => {
      const tables = seismicTables();
      const sites = options.site === undefined ? [] : namedSites(options.site, tables.sites);
      if (sites.length > 1)
        throw new UsageError(
          `"${options.site}" means ${sites.length} sites: ${sites.map((s) => s.id).join(', ')}; name one`,
        );
      const answer = missed(sites[0], tables, options.magnitudeThreshold);
      writeOutput(options.json ? json(missedAsJson(answer)) : asText(answer));
    });
}

function asText({ site, bounds, statements, silentOn, because }: MissedAnswer): string {
  const range = (v: { readonly kt: number; readonly low: number; readonly high: number }) =>
    `${yieldInWords(v.kt)} (${yieldInWords(v.low)} to ${yieldInWords(v.high)})`;
  const lines = [site === undefined ? 'Anywhere' : `${site.name}`];
  for (const bound of bounds) {
    lines.push(
      '',
      `mb ${bound.mb.toFixed(1)}: ${bound.network} (${bound.criterion})`,
      `  fully coupled              ${range(bound.coupled)}, 90 %`,
      ...bound.relations.map(
        (r) => `    ${yieldInWords(r.kt).padStart(7)}  ${r.name}: ${r.says} (${r.standing})`,
      ),
      ...bound.otherwise.map(
        (v) =>
          `  ${v.name.padEnd(44)} ${range(v)} (${v.standing})${v.beyondKt === undefined ? '' : `; none larger than ${yieldInWords(v.beyondKt)} is known`}`,
      ),
      `  chance to stay unseen      ${bound.chanceUnseen.map((c) => `${yieldInWords(c.kt)}: ${Math.round(c.chance * 100)} %`).join(', ')}`,
      `  source: ${bound.source}`,
    );
  }
  lines.push(
    '',
    'Seismic silence says nothing about:',
    ...silentOn.map((s) => `  - ${s.what}: ${s.why}`),
    '',
    ...(statements.length > 0
      ? ['Said by others:', ...statements.map((s) => `  - ${s.text} (${s.source})`), '']
      : []),
    ...because.map((reason, i) => `${i === 0 ? 'because  ' : '         '}${reason}`),
    '',
  );
  return lines.join('\n');
}

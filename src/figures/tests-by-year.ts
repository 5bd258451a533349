import type { TestsOfYear } from '../ledger/tests-per-year.ts';
import { figureFrame, fixed, inked, lined } from './graph-parts.ts';
import { svgText } from './verdict-marks.ts';

const LANE = 46;
const BARS = 30;
const FOOT = 22;
/** Width of the names' column; on a narrow figure the names stand above their bars instead. */
const NAMES = 150;
const NARROW = 560;
/** One test still shows beside years of a hundred. */
const LEAST_BAR = 1.5;

/** One state's counts by year, for the figure and its table. */
interface Lane {
  readonly name: string;
  readonly total: number;
  readonly counts: readonly number[];
}

function lanesOf(years: readonly TestsOfYear[], nameOf: (state: string) => string): readonly Lane[] {
  const states = [...new Set(years.flatMap((year) => Object.keys(year.states)))];
  const lanes = states.map((state): Lane => {
    const counts = years.map((year) => year.states[state] ?? 0);
    return { name: nameOf(state), counts, total: counts.reduce((sum, count) => sum + count, 0) };
  });
  return lanes.sort((a, b) => b.total - a.total || (a.name < b.name ? -1 : 1));
}

/** Counts of tests by year, a lane of bars for each state on one scale: no colour tells the states apart. */
export function testsByYearFigure(
  years: readonly TestsOfYear[],
  {
    width,
    id,
    nameOf,
  }: { readonly width: number; readonly id: string; readonly nameOf: (state: string) => string },
): string {
  const lanes = lanesOf(years, nameOf);
  const narrow = width < NARROW;
  const left = narrow ? 0 : NAMES;
  const lane = narrow ? LANE + 18 : LANE;
  const most = Math.max(1, ...lanes.flatMap(({ counts }) => counts));
  const step = (width - left) / Math.max(1, years.length);
  const height = lanes.length * lane + FOOT;
  const first = years[0]?.year ?? 0;
  const last = years.at(-1)?.year ?? 0;
  const ticks = years.map(({ year }) => year).filter((year) => year % (narrow ? 20 : 10) === 0);
  const x = (year: number) => left + (year - first) * step;
  const parts = [
    ...ticks.flatMap((year) => [
      `<line x1="${fixed(x(year))}" x2="${fixed(x(year))}" y1="0" y2="${height - FOOT}" class="figure-grid" stroke="#dcd9d1"/>`,
      `<text x="${fixed(x(year) + 2)}" y="${height - 6}" font-size="12" ${inked('muted')}>${year}</text>`,
    ]),
    ...lanes.flatMap(({ name, total, counts }, index) => {
      const base = (index + 1) * lane - 4;
      const busiest = counts.indexOf(Math.max(...counts));
      return [
        narrow
          ? `<text x="0" y="${fixed(base - BARS - 8)}" font-size="13" ${inked('ink')}>${svgText(name)}: ${total}</text>`
          : `<text x="${left - 10}" y="${base - 6}" font-size="13" text-anchor="end" ${inked('ink')}>${svgText(name)}: ${total}</text>`,
        `<line x1="${left}" x2="${width}" y1="${base}" y2="${base}" stroke-width="0.75" ${lined('muted')}/>`,
        ...counts.flatMap((count, place) => {
          if (count === 0) return [];
          const high = Math.max(LEAST_BAR, (count / most) * BARS);
          return `<rect x="${fixed(left + place * step)}" y="${fixed(base - high)}" width="${fixed(Math.max(1, step - 0.8))}" height="${fixed(high)}" ${inked('gain')}><title>${svgText(name)} ${first + place}: ${count}</title></rect>`;
        }),
        `<text x="${fixed(left + (busiest + 0.5) * step)}" y="${fixed(base - Math.max(LEAST_BAR, (counts[busiest]! / most) * BARS) - 3)}" font-size="11" text-anchor="middle" ${inked('muted')}>${counts[busiest]}</text>`,
      ];
    }),
  ];
  return figureFrame(
    {
      id,
      width,
      height,
      title: `Nuclear tests by year, ${first} to ${last}`,
      description: `${lanes.map(({ name, total }) => `${name} ${total}`).join(', ')}. The highest year of each has its number.`,
    },
    parts,
  );
}

/** The same as rows: year, all, and each state. */
export function testsByYearRows(
  years: readonly TestsOfYear[],
  nameOf: (state: string) => string,
): { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] } {
  const lanes = lanesOf(years, nameOf);
  return {
    columns: ['year', 'all', ...lanes.map(({ name }) => name)],
    rows: years.map(({ year, total }, index) => [
      String(year),
      String(total),
      ...lanes.map(({ counts }) => String(counts[index])),
    ]),
  };
}

import { figureFrame, fixed, inked, lined } from './graph-parts.ts';
import { svgText } from './verdict-marks.ts';

const LANE = 26;
const FOOT = 24;
const NAMES = 150;
const NARROW = 560;
const RADIUS = 4;
/** Actors with fewer rows than the first so many are drawn together. */
const LANES_AT_MOST = 9;

/** A row of the timeline as the figure needs it. */
export interface TimelineMark {
  readonly date: string;
  readonly actors: readonly string[];
  readonly text: string;
}

/** Who said or did something when: a lane for each actor, a ring for each row; the fuller, the more rows. */
export function timelineFigure(
  marks: readonly TimelineMark[],
  {
    width,
    id,
    nameOf,
  }: { readonly width: number; readonly id: string; readonly nameOf: (actor: string) => string },
): string {
  const counts = new Map<string, number>();
  for (const actor of marks.flatMap(({ actors }) => actors)) counts.set(actor, (counts.get(actor) ?? 0) + 1);
  const ordered = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([actor]) => actor);
  const named = ordered.length <= LANES_AT_MOST ? ordered : ordered.slice(0, LANES_AT_MOST - 1);
  const others = ordered.length > named.length;
  const laneOf = (actors: readonly string[]): ReadonlySet<number> =>
    new Set(actors.map((actor) => (named.includes(actor) ? named.indexOf(actor) : named.length)));
  const narrow = width < NARROW;
  const left = narrow ? 84 : NAMES;
  const years = marks.map(({ date }) => yearsOf(date));
  const from = Math.floor(Math.min(...years));
  const to = Math.max(from + 1, Math.floor(Math.max(...years)) + 1);
  const x = (date: string) =>
    left + RADIUS + ((yearsOf(date) - from) / (to - from)) * (width - left - 2 * RADIUS);
  const lanes = [...named.map(nameOf), ...(others ? ['others'] : [])];
  const height = Math.max(1, lanes.length) * LANE + FOOT;
  const span = to - from;
  const step = [1, 2, 5, 10, 20].find((years) => span / years <= (narrow ? 4 : 9)) ?? 50;
  const ticks: number[] = [];
  for (let year = Math.ceil(from / step) * step; year <= to; year += step) ticks.push(year);
  return figureFrame(
    {
      id,
      width,
      height,
      title: `Who said or did what, ${from} to ${to - 1}`,
      description: `${marks.length} rows: ${ordered
        .slice(0, LANES_AT_MOST)
        .map((actor) => `${nameOf(actor)} ${counts.get(actor)}`)
        .join(', ')}.`,
    },
    [
      ...ticks.flatMap((year) => {
        const at = fixed(x(`${year}-01-01`));
        return [
          `<line x1="${at}" x2="${at}" y1="0" y2="${height - FOOT}" class="figure-grid" stroke="#dcd9d1"/>`,
          year === to
            ? ''
            : `<text x="${at}" y="${height - 7}" font-size="12" ${inked('muted')}>${year}</text>`,
        ];
      }),
      ...lanes.flatMap((name, index) => [
        `<line x1="${left}" x2="${width}" y1="${index * LANE + LANE / 2}" y2="${index * LANE + LANE / 2}" stroke-width="0.5" ${lined('muted')}/>`,
        `<text x="${left - 8}" y="${index * LANE + LANE / 2 + 4}" font-size="${narrow ? 11 : 13}" text-anchor="end" ${inked('ink')}>${svgText(narrow ? cut(name) : name)}</text>`,
      ]),
      ...marks.flatMap((mark) =>
        [...laneOf(mark.actors)].map(
          (lane) =>
            `<circle cx="${fixed(x(mark.date))}" cy="${lane * LANE + LANE / 2}" r="${RADIUS}" class="figure-spot" fill="#005a8c" fill-opacity="0.25" stroke="#005a8c"><title>${svgText(mark.text)}</title></circle>`,
        ),
      ),
    ],
  );
}

const cut = (name: string): string => (name.length > 11 ? `${name.slice(0, 10)}…` : name);

/** A date, full or partial, as years and their fraction; fine enough to draw. */
function yearsOf(date: string): number {
  const [year = 0, month = 7, day = 1] = date.split('-').map(Number);
  return year + (month - 1) / 12 + (day - 1) / 366;
}

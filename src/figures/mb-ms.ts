import type { ScreenedEvent, SeismicTables } from '../seismic/index.ts';
import { roundSteps, svgText, VERDICT_MARKS } from './verdict-marks.ts';

const WIDTH = 640;
const HEIGHT = 560;
const LEFT = 60;
const RIGHT = 20;
const TOP = 50;
const BOTTOM = 96;

/** mb against Ms with the screening line, as SVG: events above the line are screened out. */
export function magnitudeFigure(
  events: readonly ScreenedEvent[],
  tables: SeismicTables,
  total: number,
): string {
  const drawn = events.filter((e) => e.mb !== undefined && e.Ms !== undefined);
  const mbs = drawn.map((e) => e.mb!.value);
  const mss = drawn.map((e) => e.Ms!.value);
  const least = Math.floor(Math.min(3.5, ...mbs, ...mss));
  const most = Math.ceil(Math.max(7, ...mbs, ...mss));
  const x = (mb: number) => LEFT + ((mb - least) / (most - least)) * (WIDTH - LEFT - RIGHT);
  const y = (ms: number) => HEIGHT - BOTTOM - ((ms - least) / (most - least)) * (HEIGHT - TOP - BOTTOM);
  const { line } = tables.screening.score;
  const steps = roundSteps(least, most, 8);
  const n = (value: number) => value.toFixed(1);
  const kinds = [...new Set(drawn.map((e) => e.verdict))];
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12" role="img" aria-labelledby="title desc">`,
    '<title id="title">Body-wave against surface-wave magnitude</title>',
    `<desc id="desc">${drawn.length} of ${total} events have both magnitudes. Above the line Ms = mb - ${line} an event is far from explosions.</desc>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" class="figure-ground" fill="#fff"/>`,
    ...steps.flatMap((s) => [
      `<line x1="${n(x(s))}" x2="${n(x(s))}" y1="${TOP}" y2="${HEIGHT - BOTTOM}" class="figure-grid" stroke="#eee"/>`,
      `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${n(y(s))}" y2="${n(y(s))}" class="figure-grid" stroke="#eee"/>`,
      `<text x="${n(x(s))}" y="${HEIGHT - BOTTOM + 16}" text-anchor="middle" class="figure-ink" fill="#333">${s}</text>`,
      `<text x="${LEFT - 8}" y="${n(y(s) + 4)}" text-anchor="end" class="figure-ink" fill="#333">${s}</text>`,
    ]),
    `<line x1="${n(x(least + line))}" y1="${n(y(least))}" x2="${n(x(most))}" y2="${n(y(most - line))}" class="figure-ink-line" stroke="#000" stroke-dasharray="6 4"/>`,
    `<text x="${WIDTH - RIGHT - 8}" y="${HEIGHT - BOTTOM - 12}" text-anchor="end" class="figure-ink" fill="#000">dashed: Ms = mb - ${line} (Selby and others 2012)</text>`,
    ...drawn.map((e) => {
      const mark = VERDICT_MARKS[e.verdict];
      return `<path d="${mark.path}" transform="translate(${n(x(e.mb!.value))},${n(y(e.Ms!.value))}) scale(4)" fill="${mark.colour}" fill-opacity="0.8"><title>${svgText(`${e.id}: mb ${e.mb!.value}, Ms ${e.Ms!.value}, ${mark.label}`)}</title></path>`;
    }),
    `<text x="${(LEFT + WIDTH - RIGHT) / 2}" y="${HEIGHT - BOTTOM + 36}" text-anchor="middle">mb</text>`,
    `<text transform="translate(18,${(TOP + HEIGHT - BOTTOM) / 2}) rotate(-90)" text-anchor="middle">Ms</text>`,
    `<text x="${LEFT}" y="24" font-size="15" font-weight="bold">mb and Ms of ${drawn.length} event${drawn.length === 1 ? '' : 's'}</text>`,
    `<text x="${LEFT}" y="41" class="figure-muted" fill="#555">above the line: rejected as an explosion, where the errors allow</text>`,
    ...kinds.map((verdict, i) => {
      const mark = VERDICT_MARKS[verdict];
      return `<g transform="translate(${LEFT + (i % 2) * 270},${HEIGHT - 36 + Math.floor(i / 2) * 18})"><path d="${mark.path}" transform="scale(5)" fill="${mark.colour}"/><text x="12" y="4">${mark.label}</text></g>`;
    }),
    '</svg>',
  ];
  return `${parts.join('\n')}\n`;
}

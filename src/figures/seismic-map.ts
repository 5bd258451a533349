import type { ScreenedEvent, SeismicTables } from '../seismic/index.ts';
import { around, extent } from './map-extent.ts';
import { placedLabels } from './place-labels.ts';
import { roundSteps, svgText, VERDICT_MARKS } from './verdict-marks.ts';

const WIDTH = 900;
const MOST_HEIGHT = 700;
const LEGEND = 64;
const KM_PER_DEGREE = 111.195;

/** Error ellipses are drawn up to so many events; beyond, they would cover the map. */
const MOST_ELLIPSES = 300;

/** Map of events with their error ellipses (90 %), test sites and coasts, as SVG; equirectangular, true at its middle. */
export function mapFigure(events: readonly ScreenedEvent[], tables: SeismicTables, total: number): string {
  const view = extent(events, tables.sites);
  const shrink = Math.cos((((view.south + view.north) / 2) * Math.PI) / 180);
  const perDegree = Math.min(
    WIDTH / ((view.east - view.west) * shrink),
    MOST_HEIGHT / (view.north - view.south),
  );
  const width = (view.east - view.west) * shrink * perDegree;
  const height = (view.north - view.south) * perDegree;
  const x = (lon: number) => (lon - view.west) * shrink * perDegree;
  const y = (lat: number) => (view.north - lat) * perDegree;
  /** The copy of a longitude that lies nearest to the middle of the map. */
  const near = (lon: number) => {
    const middle = (view.west + view.east) / 2;
    return lon + 360 * Math.round((middle - lon) / 360);
  };
  const n = (value: number) => value.toFixed(1);
  const kinds = [...new Set(events.map((e) => e.verdict))];
  const sites = tables.sites.map((site) => ({
    x: x(near(site.lon)),
    y: y(site.lat),
    radius: Math.max(3, (site.radiusKm / KM_PER_DEGREE) * perDegree),
    // What stands in brackets or behind a comma tells parts of a site apart, for which a map has no room.
    text: site.name.replace(/( \(|,).*$/, ''),
  }));
  const drawn = new Set<string>();
  const coasts = tables.land.rings.flatMap((ring) =>
    [-360, 0, 360].flatMap((turn) => {
      // A ring across the 180th meridian stands twice in the table, so two turns can give the same one.
      const key = `${(ring[0]! + turn).toFixed(1)},${ring[1]},${ring.length}`;
      const path = drawn.has(key) ? undefined : coastPath(ring, turn);
      drawn.add(key);
      return path === undefined ? [] : [path];
    }),
  );
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${n(width)} ${n(height + LEGEND)}" font-family="sans-serif" font-size="12" role="img" aria-labelledby="title desc">`,
    '<title id="title">Events of the bulletin and test sites</title>',
    `<desc id="desc">${events.length} of ${total} events; ellipses hold 90 % of the location's probability.</desc>`,
    `<defs><clipPath id="frame"><rect width="${n(width)}" height="${n(height)}"/></clipPath></defs>`,
    `<rect width="${n(width)}" height="${n(height + LEGEND)}" class="figure-ground" fill="#fff"/>`,
    `<g clip-path="url(#frame)"><rect width="${n(width)}" height="${n(height)}" class="figure-water" fill="#eef4f8"/>`,
    `<path d="${coasts.join('')}" class="figure-land" fill="#f3efe6" stroke="#b8ae98" stroke-width="0.6" fill-rule="evenodd"/>`,
    ...roundSteps(view.west, view.east, 8).map(
      (lon) =>
        `<line x1="${n(x(lon))}" x2="${n(x(lon))}" y1="0" y2="${n(height)}" class="figure-grid" stroke="#0002"/><text x="${n(x(lon) + 2)}" y="${n(height - 4)}" class="figure-muted" fill="#666">${degrees(around(lon), 'E', 'W')}</text>`,
    ),
    ...roundSteps(view.south, view.north, 6).map(
      (lat) =>
        `<line y1="${n(y(lat))}" y2="${n(y(lat))}" x1="0" x2="${n(width)}" class="figure-grid" stroke="#0002"/><text x="2" y="${n(y(lat) - 3)}" class="figure-muted" fill="#666">${degrees(lat, 'N', 'S')}</text>`,
    ),
    ...sites.map(
      (site) =>
        `<circle cx="${n(site.x)}" cy="${n(site.y)}" r="${n(site.radius)}" class="figure-site" fill="#d55e00" fill-opacity="0.09" stroke="#a04000" stroke-dasharray="4 3"/>`,
    ),
    ...(events.length <= MOST_ELLIPSES ? events.map(ellipse) : []),
    ...events.map((e) => {
      const mark = VERDICT_MARKS[e.verdict];
      const size = (e.mb ?? e.insteadOfMb)?.value;
      return `<path d="${mark.path}" transform="translate(${n(x(near(e.origin.lon)))},${n(y(e.origin.lat))}) scale(${n(Math.max(2, (size ?? 3) * 1.1 - 1))})" fill="${mark.colour}" fill-opacity="0.8"><title>${svgText(`${e.id}: ${size === undefined ? '' : `magnitude ${size}, `}${mark.label}`)}</title></path>`;
    }),
    ...placedLabels(sites, width, height).map(
      (label) =>
        `<text x="${n(label.x)}" y="${n(label.y)}" text-anchor="${label.anchor}" class="figure-place" fill="#a04000" stroke="#fff" stroke-width="3" paint-order="stroke">${svgText(label.text)}</text>`,
    ),
    '</g>',
    ...kinds.map((verdict, i) => {
      const mark = VERDICT_MARKS[verdict];
      return `<g transform="translate(${14 + (i % 3) * 270},${n(height + 22 + Math.floor(i / 3) * 22)})"><path d="${mark.path}" transform="scale(5)" fill="${mark.colour}"/><text x="12" y="4">${mark.label}</text></g>`;
    }),
    `<text x="${n(width - 6)}" y="${n(height + LEGEND - 6)}" text-anchor="end" class="figure-muted" fill="#666" font-size="10">coasts: Natural Earth</text>`,
    '</svg>',
  ];
  return `${parts.join('\n')}\n`;

  function ellipse(e: ScreenedEvent): string {
    const km = perDegree / KM_PER_DEGREE;
    return `<ellipse rx="${n(e.ellipse90.semiMinorKm * km)}" ry="${n(e.ellipse90.semiMajorKm * km)}" transform="translate(${n(x(near(e.origin.lon)))},${n(y(e.origin.lat))}) rotate(${n(e.ellipse90.azimuthDeg)})" class="figure-muted-line" fill="none" stroke="#555"${e.ellipseAssumed ? ' stroke-dasharray="2 3"' : ''}/>`;
  }

  /** A coast's path, or undefined where it lies outside the map. */
  function coastPath(ring: readonly number[], turn: number): string | undefined {
    let inside = false;
    let path = '';
    for (let i = 0; i < ring.length; i += 2) {
      const lon = ring[i]! + turn;
      const lat = ring[i + 1]!;
      inside ||=
        lon >= view.west - 15 && lon <= view.east + 15 && lat >= view.south - 15 && lat <= view.north + 15;
      path += `${i === 0 ? 'M' : 'L'}${n(x(lon))},${n(y(lat))}`;
    }
    return inside ? `${path}Z` : undefined;
  }
}

const degrees = (value: number, positive: string, negative: string): string =>
  value === 0 ? '0°' : `${Number(Math.abs(value).toFixed(2))}° ${value < 0 ? negative : positive}`;

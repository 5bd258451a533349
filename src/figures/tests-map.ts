import type { LandTable } from '../seismic/tables.ts';
import { figureFrame, fixed, inked } from './graph-parts.ts';
import { placedLabels } from './place-labels.ts';
import { svgText } from './verdict-marks.ts';

const WIDTH = 960;
/** Nobody tested nearer to the poles; the rest of the ice would take half of the map. */
const NORTH = 82;
const SOUTH = -56;
/** Radius of a place with so many tests that it leads the list, in the figure's units. */
const GREATEST = 26;
const LEAST = 2.5;

/** A place and how many tests it saw. */
export interface TestPlace {
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
  readonly count: number;
}

/** Map of the places of tests; a circle's area is the number of tests. Equirectangular. */
export function testsMapFigure(places: readonly TestPlace[], land: LandTable): string {
  const unit = WIDTH / 360;
  const height = (NORTH - SOUTH) * unit;
  const x = (lon: number) => (lon + 180) * unit;
  const y = (lat: number) => (NORTH - lat) * unit;
  const most = Math.max(1, ...places.map(({ count }) => count));
  const ordered = [...places].sort((a, b) => b.count - a.count);
  const marks = ordered.map((place) => ({
    ...place,
    x: x(place.lon),
    y: y(place.lat),
    radius: Math.max(LEAST, GREATEST * Math.sqrt(place.count / most)),
    text: `${place.name.replace(/( \(|,).*$/, '')} ${place.count}`,
  }));
  const coasts = land.rings.map((ring) => {
    let path = '';
    for (let i = 0; i < ring.length; i += 2)
      path += `${i === 0 ? 'M' : 'L'}${fixed(x(ring[i]!))},${fixed(y(ring[i + 1]!))}`;
    return `${path}Z`;
  });
  return figureFrame(
    {
      id: 'tests-map',
      width: WIDTH,
      height,
      title: 'Places of nuclear tests',
      description: `${places.length} places; a circle's area is the number of tests. ${ordered
        .slice(0, 5)
        .map(({ name, count }) => `${name} ${count}`)
        .join(', ')}.`,
    },
    [
      `<defs><clipPath id="frame"><rect width="${WIDTH}" height="${fixed(height)}"/></clipPath></defs>`,
      '<g clip-path="url(#frame)">',
      `<rect class="figure-water" width="${WIDTH}" height="${fixed(height)}" fill="#eef4f8"/>`,
      `<path class="figure-land" d="${coasts.join('')}" fill="#f3efe6" stroke="#b8ae98" stroke-width="0.6" fill-rule="evenodd"/>`,
      ...marks.map(
        (mark) =>
          `<circle cx="${fixed(mark.x)}" cy="${fixed(mark.y)}" r="${fixed(mark.radius)}" fill-opacity="0.35" class="figure-spot" fill="#005a8c" stroke="#005a8c"><title>${svgText(`${mark.name}: ${mark.count}`)}</title></circle>`,
      ),
      ...placedLabels(marks, WIDTH, height).map(
        (label) =>
          `<text x="${fixed(label.x)}" y="${fixed(label.y)}" text-anchor="${label.anchor}" font-size="12" ${inked('ink')}>${svgText(label.text)}</text>`,
      ),
      '</g>',
      `<text x="${WIDTH - 6}" y="${fixed(height - 6)}" text-anchor="end" font-size="10" ${inked('muted')}>coasts: Natural Earth</text>`,
    ],
  );
}

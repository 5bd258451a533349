import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readBulletin, type ScreenedEvent, screener } from '../seismic/index.ts';
import { seismicTables } from '../store/seismic-tables.ts';
import { magnitudeFigure } from './mb-ms.ts';
import { placedLabels } from './place-labels.ts';
import { mapFigure } from './seismic-map.ts';
import { roundSteps } from './verdict-marks.ts';

const tables = seismicTables();
let events: ScreenedEvent[];
beforeAll(async () => {
  events = [];
  for (const name of ['punggye-ri.xml', 'punggye-ri-2009.isf', 'isc-style.xml']) {
    const text = readFileSync(resolve(import.meta.dirname, '../../tests/fixtures/seismic', name), 'utf8');
    for await (const batch of readBulletin([text]))
      for (const item of batch) if ('event' in item) events.push(screener(tables)(item.event));
  }
});

describe('the figures', () => {
  it.each([
    ['map', mapFigure],
    ['mb:Ms', magnitudeFigure],
  ])('%s is well-formed, complete in itself and named', (_, figure) => {
    for (const some of [events, events.slice(0, 1), []]) {
      const svg = figure(some, tables, some.length);
      expect(svg).toMatch(/^<svg [^>]*role="img"/);
      expect(svg).toContain('<title');
      expect(svg).not.toMatch(/NaN|undefined|Infinity|https?:\/\/(?!www\.w3\.org)/);
      const opened = svg.match(/<[a-z]/gi)!.length;
      const closed = svg.match(/<\/[a-z]|\/>/gi)!.length;
      expect(closed).toBe(opened);
    }
  });

  it('draw a mark for each event that can be drawn', () => {
    expect(mapFigure(events, tables, events.length).match(/<ellipse /g)).toHaveLength(events.length);
    const both = events.filter((e) => e.mb && e.Ms).length;
    expect(magnitudeFigure(events, tables, events.length)).toContain(`mb and Ms of ${both} events`);
  });

  it('keep events on both sides of the 180th meridian together', () => {
    const screen = screener(tables);
    const pair = [179.9, -179.9].map((lon, i) =>
      screen({ id: String(i), origins: [{ time: 0, lat: 51.5, lon }], magnitudes: [] }),
    );
    const svg = mapFigure(pair, tables, 2);
    const xs = [...svg.matchAll(/scale\([\d.]+\)/g)].length;
    expect(xs).toBeGreaterThanOrEqual(2);
    expect(svg).toContain('Amchitka');
  });

  it('let no name cover another or leave the frame', () => {
    const point = (x: number, y: number, text: string) => ({ x, y, radius: 3, text });
    const crowd = [
      point(50, 50, 'First'),
      point(52, 50, 'Second'),
      point(54, 51, 'Third'),
      point(51, 49, 'Fifth'),
    ];
    const labels = placedLabels([...crowd, point(98, 50, 'Edge'), point(500, 50, 'Outside')], 100, 100);
    // Above the first point, below the second; for the others there is no room left.
    expect(labels.map(({ text, y }) => [text, y < 50])).toEqual([
      ['First', true],
      ['Second', false],
    ]);
    expect(placedLabels([point(98, 50, 'Edge')], 100, 100)[0]!.anchor).toBe('end');
  });

  it('have round steps on their axes', () => {
    expect(roundSteps(3, 7, 8)).toEqual([3, 3.5, 4, 4.5, 5, 5.5, 6, 6.5, 7]);
    expect(roundSteps(-7.3, 12.1, 5)).toEqual([-5, 0, 5, 10]);
  });
});

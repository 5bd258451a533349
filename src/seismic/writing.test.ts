import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seismicTables } from '../store/seismic-tables.ts';
import type { BulletinEvent } from './bulletin.ts';
import { atConfidence } from './error-ellipse.ts';
import { readBulletin } from './format.ts';
import { judgedDepth } from './origin.ts';
import { screener } from './screen.ts';
import { CSV_HEADING, eventAsCsv } from './to-csv.ts';
import { eventAsIsf, ISF_BEGIN, ISF_END } from './to-isf.ts';
import { eventAsJson } from './to-json.ts';
import { eventAsQuakeml, QUAKEML_BEGIN, QUAKEML_END } from './to-quakeml.ts';

const screen = screener(seismicTables());

async function read(text: string): Promise<BulletinEvent[]> {
  const events: BulletinEvent[] = [];
  for await (const batch of readBulletin([text]))
    for (const item of batch) {
      if ('trouble' in item) throw new Error(`${item.trouble.where}: ${item.trouble.what}`);
      events.push(item.event);
    }
  return events;
}
const quakeml = (events: readonly BulletinEvent[]) =>
  QUAKEML_BEGIN + events.map((e) => eventAsQuakeml(screen(e))).join('') + QUAKEML_END;
const isf = (events: readonly BulletinEvent[]) =>
  ISF_BEGIN + events.map((e) => eventAsIsf(screen(e))).join('') + ISF_END;
const csv = (events: readonly BulletinEvent[]) =>
  [CSV_HEADING, ...events.map((e) => eventAsCsv(screen(e)))].join('\n');

const number = (min: number, max: number, digits: number) =>
  fc.integer({ min: min * 10 ** digits, max: max * 10 ** digits }).map((i) => i / 10 ** digits);
const name = fc.stringMatching(/^[A-Z]{2,6}$/);

/** Events with every field, within the precision of ISF. */
const event: fc.Arbitrary<BulletinEvent> = fc
  .record({
    id: fc.stringMatching(/^[A-Za-z0-9]{3,10}$/),
    region: fc.stringMatching(/^[A-Z][A-Z <&>"',]{0,20}[A-Z]$/).filter((r) => !r.includes('  ')),
    time: number(0, 1_700_000_000, 2),
    lat: number(-89, 89, 4),
    lon: number(-179, 179, 4),
    depth: fc.record({
      km: number(1, 600, 1),
      errorKm: number(1, 30, 1),
      kind: fc.constantFrom('free' as const, 'fixed' as const, 'phases' as const),
    }),
    axis: number(1, 90, 1),
    other: number(1, 90, 1),
    azimuthDeg: fc.integer({ min: 0, max: 179 }),
    agency: name,
    mb: number(3, 7, 1),
    ms: number(2, 8, 1),
    stations: fc.integer({ min: 2, max: 900 }),
  })
  .map((r) => ({
    id: r.id,
    region: r.region,
    origins: [
      {
        id: `${r.id}o`,
        agency: r.agency,
        time: r.time,
        lat: r.lat,
        lon: r.lon,
        depth: judgedDepth(r.depth.km, r.depth.errorKm, r.depth.kind),
        ellipse: {
          semiMajorKm: Math.max(r.axis, r.other),
          semiMinorKm: Math.min(r.axis, r.other),
          azimuthDeg: r.azimuthDeg,
          confidence: 0.9,
        },
        stations: r.stations,
        phases: r.stations + 1,
        gap: 33,
      },
    ],
    magnitudes: [
      { type: 'mb', value: r.mb, error: 0.2, stations: r.stations, agency: r.agency, origin: `${r.id}o` },
      { type: 'MS', value: r.ms, stations: 7, agency: r.agency, origin: `${r.id}o` },
    ],
  }));

describe('what was written is read back', () => {
  it('from QuakeML, with metres and confidences', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 3 }), async (events) => {
        const back = await read(quakeml(events));
        back.forEach((b, i) => {
          const [wanted, found] = [events[i]!, b];
          expect(found.region).toBe(wanted.region);
          expect(found.origins[0]!.time).toBeCloseTo(wanted.origins[0]!.time, 2);
          const { id: _, time: __, depth, ...rest } = found.origins[0]!;
          const { id: ___, time: ____, depth: wantedDepth, ...wantedRest } = wanted.origins[0]!;
          expect(rest).toEqual(wantedRest);
          expect(depth!.km).toBeCloseTo(wantedDepth!.km, 3);
          expect(depth!.kind).toBe(wantedDepth!.kind);
          expect(found.magnitudes.map(({ id: _id, origin: _origin, ...m }) => m)).toEqual(
            wanted.magnitudes.map(({ origin: _origin, ...m }) => m),
          );
        });
        expect(back).toHaveLength(events.length);
      }),
      { numRuns: 100 },
    );
  });

  it('from ISF, with errors at 90 %', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 3 }), async (events) => {
        const back = await read(isf(events));
        back.forEach((b, i) => {
          const wanted = events[i]!.origins[0]!;
          const found = b.origins[0]!;
          expect(b.id).toBe(events[i]!.id);
          expect(found.time).toBeCloseTo(wanted.time, 2);
          expect(found.lat).toBeCloseTo(wanted.lat, 4);
          expect(found.lon).toBeCloseTo(wanted.lon, 4);
          expect(found.ellipse).toEqual(wanted.ellipse);
          expect(found.depth!.km).toBe(wanted.depth!.km);
          expect(found.depth!.kind).toBe(wanted.depth!.kind);
          expect(found.depth!.errorKm!).toBeCloseTo(wanted.depth!.errorKm!, 0);
          expect([found.stations, found.phases, found.gap, found.agency, found.id, found.prime]).toEqual([
            wanted.stations,
            wanted.phases,
            wanted.gap,
            wanted.agency,
            wanted.id,
            true,
          ]);
          expect(b.magnitudes).toEqual(events[i]!.magnitudes);
        });
        expect(back).toHaveLength(events.length);
      }),
      { numRuns: 100 },
    );
  });

  it('from QuakeML and ISF, with verdict, terms and yield unchanged', async () => {
    const told = (one: BulletinEvent) => {
      const { verdict, screening, yield: y } = screen(one);
      return [verdict, screening.verdict, screening.terms, y?.kt, y?.low, y?.high];
    };
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 3 }), async (events) => {
        expect((await read(quakeml(events))).map(told)).toEqual(events.map(told));
        // ISF gives a free depth's error in tenths at 90 %, which moves the last figure of its term.
        const held = events.map((one) => ({
          ...one,
          origins: one.origins.map((o) => ({ ...o, depth: { km: o.depth!.km, kind: 'fixed' as const } })),
        }));
        expect((await read(isf(held))).map(told)).toEqual(held.map(told));
      }),
      { numRuns: 50 },
    );
  });

  it('from CSV, with the verdict unchanged', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 3 }), async (events) => {
        const back = await read(csv(events));
        expect(
          back.map((b) => [b.id, screen(b).verdict, screen(b).mb?.value, screen(b).mb?.stations]),
        ).toEqual(events.map((e) => [e.id, screen(e).verdict, screen(e).mb?.value, screen(e).mb?.stations]));
      }),
      { numRuns: 50 },
    );
  });

  it('turns an ellipse of one standard deviation into 90 % for ISF', async () => {
    const text = readFileSync(
      resolve(import.meta.dirname, '../../tests/fixtures/seismic/punggye-ri.xml'),
      'utf8',
    );
    const [first] = await read(text);
    const [back] = await read(isf([first!]));
    expect(back!.origins[0]!.ellipse!.semiMajorKm).toBeCloseTo(
      atConfidence(first!.origins[0]!.ellipse!, 0.9).semiMajorKm,
      2,
    );
  });
});

describe('what is written', () => {
  it('never lets a cell become a formula', () => {
    const line = eventAsCsv(
      screen({ id: '=1+1', region: '@x', origins: [{ time: 0, lat: -1, lon: -2 }], magnitudes: [] }),
    );
    expect(line.startsWith("'=1+1,")).toBe(true);
    expect(line).toContain(",'@x,");
    expect(line).toContain(',-1,-2,');
  });

  it('escapes what the catalogue wrote', () => {
    const text = eventAsQuakeml(
      screen({
        id: 'a"b<c>&d',
        region: '</text>',
        label: 'x\u0000y',
        origins: [{ time: 0, lat: 1, lon: 2 }],
        magnitudes: [],
      }),
    );
    expect(text).not.toContain('</text></text>');
    expect(text).toContain('&lt;/text&gt;');
    expect(text).not.toContain('\u0000');
  });

  it('has identifiers and event types that the QuakeML schema allows', () => {
    const identifier = /^(smi|quakeml):\w[\w\-.*()_~']{2,}\/[\w\-.*()_~'][\w\-.*()+?_~'=,;#/&]*$/;
    const ids = ['a b/ç%|#', '=', '', 'quakeml:us.anss.org/event/us1', '970816'];
    for (const id of ids) {
      const origins = [{ time: 0, lat: 1, lon: 2 }];
      const text = eventAsQuakeml(
        screen({ id, origins, magnitudes: [{ type: 'mb', value: 4 }], label: 'Other' }),
      );
      for (const [, found] of text.matchAll(/publicID="([^"]*)"/g)) expect(found).toMatch(identifier);
      expect(text).not.toContain('<type>Other</type>');
      expect(text).toContain('the catalogue calls it &quot;Other&quot;');
    }
    const origins = [{ time: 0, lat: 1, lon: 2 }];
    const labelled = screen({ id: 'x', origins, magnitudes: [], label: 'Nuclear Explosion' });
    expect(eventAsQuakeml(labelled)).toContain('<type>nuclear explosion</type>');
  });

  it('tells in JSON which magnitude was used for what and which was refused', () => {
    const json = eventAsJson(
      screen({
        id: 'x',
        origins: [{ time: 0, lat: 41.6, lon: 88.7 }],
        magnitudes: [
          { type: 'mb', value: 5, agency: 'ISC' },
          { type: 'mb', value: 5.8, agency: 'HFS' },
        ],
      }),
    );
    expect(json.magnitudes[0]).toMatchObject({ usedFor: ['mb:Ms', 'yield'] });
    expect(json.magnitudes[1]!.refused).toContain('0.77');
    expect(json.site).toMatchObject({ id: 'lop-nor', inside: true });
  });
});

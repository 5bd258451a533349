import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BulletinEvent, Trouble } from './bulletin.ts';
import { type BulletinFormat, detectedFormat, readBulletin } from './format.ts';
import { chosenOrigin } from './origin.ts';

const fixture = (name: string) =>
  readFileSync(resolve(import.meta.dirname, '../../tests/fixtures/seismic', name), 'utf8');

async function read(pieces: Iterable<string>, format?: BulletinFormat) {
  const events: BulletinEvent[] = [];
  const troubles: Trouble[] = [];
  for await (const batch of readBulletin(pieces, format))
    for (const item of batch)
      if ('event' in item) events.push(item.event);
      else troubles.push(item.trouble);
  return { events, troubles };
}

const FIXTURES: readonly (readonly [string, BulletinFormat, number, number])[] = [
  ['punggye-ri.xml', 'quakeml', 7, 0],
  ['isc-style.xml', 'quakeml', 1, 0],
  ['punggye-ri-2009.isf', 'isf', 1, 0],
  ['kara-sea-1997.isf', 'isf', 1, 0],
  ['gse.txt', 'gse', 2, 0],
  ['cmt.ndk', 'ndk', 1, 1],
  ['pokhran-1998.txt', 'fdsn-text', 2, 0],
  ['lop-nor-2020.csv', 'csv', 1, 0],
  ['usgs.geojson', 'geojson', 2, 1],
  ['emsc.geojson', 'geojson', 1, 0],
];

describe('a bulletin', () => {
  it.each(FIXTURES)('%s is told to be %s and read', async (name, format, events, troubles) => {
    expect(detectedFormat(fixture(name))).toBe(format);
    const answer = await read([fixture(name)]);
    expect([answer.events.length, answer.troubles.length]).toEqual([events, troubles]);
  });

  it.each(FIXTURES)('%s reads the same in pieces of any length', async (name) => {
    const text = fixture(name);
    const whole = await read([text]);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: text.length }), { maxLength: 40 }),
        async (cuts) => {
          const at = [0, ...cuts.sort((a, b) => a - b), text.length];
          const pieces = at.slice(1).map((end, i) => text.slice(at[i], end));
          expect(await read(pieces)).toEqual(whole);
        },
      ),
      { numRuns: 25 },
    );
    expect(await read(text)).toEqual(whole);
  });

  it.each(FIXTURES)('%s reads the same with CRLF and a byte order mark', async (name) => {
    const text = fixture(name);
    const other = await read([`\uFEFF${text.replaceAll('\n', '\r\n')}`]);
    const ids = (events: readonly BulletinEvent[]) =>
      events.map((e) => [e.id, e.origins.length, e.magnitudes]);
    expect(ids(other.events)).toEqual(ids((await read([text])).events));
  });

  it('keeps every origin and magnitude of ISC style, and chooses the origin of the ISC where none is preferred', async () => {
    const [event] = (await read([fixture('isc-style.xml')])).events;
    expect(event!.origins.map((o) => o.agency)).toEqual(['TEH', 'ISC']);
    expect(event!.magnitudes.map((m) => `${m.type} ${m.value} ${m.agency}`)).toEqual([
      'mb 5.3 ISC',
      'MS 5.4 ISC',
      'Ms7 5.9 BJI',
      'mb 6.1 HFS',
    ]);
    const chosen = chosenOrigin(event!.origins, event!.preferredOrigin)!;
    expect(chosen.depth).toEqual({ km: 31.8, errorKm: 5.2, kind: 'free' });
    expect(chosen.ellipse).toEqual({ semiMajorKm: 7.3, semiMinorKm: 5.2, azimuthDeg: 35, confidence: 0.9 });
  });

  it('knows fixed depths, primes and IDC magnitude types of ISF', async () => {
    const [event] = (await read([fixture('punggye-ri-2009.isf')])).events;
    expect(event!.origins.map((o) => [o.agency, o.depth?.kind, o.prime])).toEqual([
      ['IDC', 'fixed', undefined],
      ['NEIC', 'fixed', true],
    ]);
    expect(event!.magnitudes[0]).toEqual({
      type: 'mb',
      value: 4.5,
      error: 0.1,
      stations: 30,
      agency: 'IDC',
      origin: '5448130',
    });
    expect(event!.magnitudes.map((m) => m.type)).toEqual(['mb', 'mb1', 'mbtmp', 'MS', 'ms1mx', 'mb', 'Ms7']);
    expect(event!.label).toBe('nuclear explosion');
  });

  it('reads both lines of an origin of GSE2.0', async () => {
    const [event, fixed] = (await read([fixture('gse.txt')])).events;
    expect(event!.origins[0]!.ellipse).toEqual({
      semiMajorKm: 13.6,
      semiMinorKm: 8.7,
      azimuthDeg: 27,
      confidence: 0.9,
    });
    expect(event!.origins[0]!.depth!.errorKm).toBeCloseTo(8.8 / 1.645);
    expect(event!.magnitudes.map((m) => [m.type, m.value, m.stations])).toEqual([
      ['mb', 4.6, 13],
      ['Ms', 4.4, 5],
    ]);
    expect(fixed!.origins[0]!.depth!.kind).toBe('fixed');
  });

  it('computes Mw of NDK from the moment and keeps the centroid apart', async () => {
    const [event] = (await read([fixture('cmt.ndk')])).events;
    // 1.312e23 dyne-cm
    expect(event!.magnitudes.find((m) => m.type === 'Mwc')!.value).toBeCloseTo(4.68, 2);
    expect(event!.origins.map((o) => o.centroid ?? false)).toEqual([false, true]);
  });

  it('brings longitudes beyond 180 back', async () => {
    const { events } = await read([fixture('usgs.geojson')]);
    expect(events.map((e) => e.origins[0]!.lon)).toEqual([178.9, -159.5]);
  });

  it('reads tables with magnitudes in columns of their agencies', async () => {
    const { events } = await read([
      'id,date,time,lat,lon,depth,mb_IDC,n_mb_IDC,Ms_IDC,Ms_BJI\n"a,b",2010-01-02,03:04:05.5,10,20,"33",4.5,12,4.0,\n',
    ]);
    expect(events[0]).toEqual({
      id: 'a,b',
      origins: [{ time: 1262401445.5, lat: 10, lon: 20, depth: { km: 33, kind: 'fixed' } }],
      magnitudes: [
        { type: 'mb', value: 4.5, stations: 12, agency: 'IDC' },
        { type: 'Ms', value: 4, agency: 'IDC' },
      ],
    });
  });
});

describe('a broken bulletin', () => {
  const xml = fixture('punggye-ri.xml');

  it('loses only the broken event, with its place', async () => {
    const broken = xml.replace(
      '<latitude><value>41.2955</value></latitude>',
      '<latitude><value>41.2955</latitude>',
    );
    const { events, troubles } = await read([broken]);
    expect(events.map((e) => e.id.split('/').at(-1))).toEqual([
      'dprk-1',
      'dprk-3',
      'dprk-4',
      'dprk-5',
      'dprk-6',
      'dprk-6-collapse',
    ]);
    expect(troubles).toEqual([
      {
        where: 'event 2 (quakeml:example/event/dprk-2)',
        what: expect.stringContaining('<value> is closed by </latitude>') as string,
      },
    ]);
    expect(troubles[0]!.what).toMatch(/^line \d+: /);
  });

  it.each([
    ['41.2955</value></latitude>', '141.2955</value></latitude>', /is not on Earth/],
    ['2009-05-25T00:54:43.167Z', 'yesterday', /origin time "yesterday" is none/],
  ])('says what is wrong with %s', async (from, to, message) => {
    const { events, troubles } = await read([xml.replace(from, to)]);
    expect(events).toHaveLength(6);
    expect(troubles[0]!.what).toMatch(message);
  });

  it.each([
    '{"type":"FeatureCollection","features":[]}',
    '<q:quakeml xmlns:q="x"><eventParameters publicID="a"/></q:quakeml>',
    'time,latitude,longitude,mag\n',
    '#EventID|Time|Latitude|Longitude|Depth/km|Author|Catalog|Contributor|ContributorID|MagType|Magnitude|MagAuthor|EventLocationName\n',
  ])('may be empty, which is an answer: %s', async (text) => {
    expect(await read([text])).toEqual({ events: [], troubles: [] });
  });

  it('says where JSON was cut off', async () => {
    const { events, troubles } = await read([fixture('usgs.geojson').slice(0, 500)]);
    expect(events).toHaveLength(1);
    expect(troubles.at(-1)!.what).toMatch(/the file ends here/);
  });

  it('says where a file was cut off', async () => {
    const { events, troubles } = await read([xml.slice(0, xml.indexOf('dprk-3</') + 4)]);
    expect(events).toHaveLength(2);
    expect(troubles.at(-1)!.what).toMatch(/the file ends within/);
  });

  it('goes on after a row that is no event', async () => {
    const { events, troubles } = await read([
      'time,latitude,longitude,mag,magType\n2010-01-01T00:00:00Z,1,2,4,mb\nnonsense,,,\n2010-01-01T00:00:00Z,1,2,4,mb\n',
    ]);
    expect(events).toHaveLength(2);
    expect(troubles[0]).toEqual({ where: 'line 3', what: expect.stringContaining('"nonsense"') as string });
  });

  it.each([
    ['', /it is empty/],
    ['Dear all, please find attached', /no format known here/],
    ['a,b,c\n1,2,3\n', /no format known here/],
    ['[]', /no feature/],
    ['<rss version="2.0"><channel/></rss>', /root element is <rss>/],
    ['<!DOCTYPE html><html></html>', /web page/],
    ['<html><body>404</body></html>', /web page/],
    ['<?xml version="1.0"?>', /no element/],
  ])('refuses %j with a sentence', async (text, message) => {
    await expect(read([text])).rejects.toThrow(message);
  });
});

describe('a hostile bulletin', () => {
  it('with a document type is refused before anything is expanded', async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><q:quakeml>&b;</q:quakeml>`;
    await expect(read([bomb])).rejects.toThrow(/document type.*remove it/);
    await expect(read(bomb)).rejects.toThrow(/document type/);
  });

  it('with an unknown entity shows it as written', async () => {
    const text = fixture('punggye-ri.xml').replace('North Korea', '&xxe; &lt;&#x4e;&gt;');
    expect((await read([text])).events[0]!.region).toBe('&xxe; <N>');
  });

  it('with endless depth or an endless tag is refused', async () => {
    await expect(read([`<quakeml><event>${'<a>'.repeat(100_000)}`])).rejects.toThrow(/nested deeper than 64/);
    await expect(read(['<quakeml><event ', 'x="'.padEnd(600_000, 'y')])).rejects.toThrow(
      /a tag without an end/,
    );
    await expect(read([`{"features":[${'{"a":'.repeat(100_000)}`])).rejects.toThrow(/nested deeper/);
    await expect(read(['time,latitude,longitude\n"', 'x'.repeat(2_000_000)])).rejects.toThrow(
      /a quote left open/,
    );
    await expect(read(['DATA_TYPE BULLETIN IMS1.0\n', 'x'.repeat(2_000_000)])).rejects.toThrow(/longer than/);
  });

  it('never throws anything but its own refusal', async () => {
    const pieces = [
      '<',
      '>',
      '</',
      'event',
      '<event>',
      '&',
      '"',
      "'",
      '<!--',
      ']]>',
      '{',
      '}',
      ',',
      '\n',
      'EVENT 1',
      '1995/01/01',
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom<BulletinFormat>('quakeml', 'geojson', 'fdsn-text', 'isf', 'gse', 'ndk', 'csv'),
        fc.array(fc.constantFrom(...pieces), { maxLength: 60 }),
        async (format, text) => {
          try {
            await read(text, format);
          } catch (error) {
            expect((error as Error).name).toBe('UnreadableBulletin');
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

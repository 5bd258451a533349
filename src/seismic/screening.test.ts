import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { seismicTables } from '../store/seismic-tables.ts';
import type { BulletinEvent } from './bulletin.ts';
import { evidenceForTest } from './evidence-for-test.ts';
import { screenSequence } from './followers.ts';
import { readBulletin } from './format.ts';
import { magnitudeChooser } from './magnitude-choice.ts';
import { screener } from './screen.ts';
import { bulletinCollector } from './screened-bulletin.ts';
import { depthTest } from './screening-depth.ts';
import { differenceLogRatio, mbMsScore } from './screening-mb-ms.ts';
import type { TestSite } from './tables.ts';

const tables = seismicTables();
const screen = screener(tables);
const parameters = tables.screening;

async function fixture(...names: string[]): Promise<BulletinEvent[]> {
  const events: BulletinEvent[] = [];
  for (const name of names) {
    const text = readFileSync(resolve(import.meta.dirname, '../../tests/fixtures/seismic', name), 'utf8');
    for await (const batch of readBulletin([text]))
      for (const item of batch) if ('event' in item) events.push(item.event);
  }
  return events;
}

const inOrder = (events: readonly BulletinEvent[]) => {
  const sequence = screenSequence(screen, parameters.follower);
  return [...events.flatMap((event) => sequence.push(event)), ...sequence.end()];
};

const collected = (events: readonly BulletinEvent[]) => {
  const collector = bulletinCollector();
  for (const screened of inOrder(events)) collector.add(screened);
  return collector.bulletin();
};

const on = (day: string, states: readonly string[], sites: readonly TestSite[] = []) => ({
  from: day,
  to: day,
  states,
  owner: 'the state',
  sites,
});

/** An earthquake of the middle of nowhere, changed where asked. */
const event = (more: Partial<BulletinEvent> = {}): BulletinEvent => ({
  id: 'x',
  origins: [
    {
      time: 1e9,
      lat: 37,
      lon: 22,
      depth: { km: 8, errorKm: 4, kind: 'free' },
      ellipse: { semiMajorKm: 12, semiMinorKm: 9, azimuthDeg: 40, confidence: 0.9 },
    },
  ],
  magnitudes: [
    { type: 'mb', value: 5, agency: 'IDC', stations: 30 },
    { type: 'MS', value: 4.9, agency: 'IDC', stations: 25 },
  ],
  ...more,
});
const magnitudes = (mb: number, ms?: number, stations = 20) => [
  { type: 'mb', value: mb, agency: 'IDC', stations },
  ...(ms === undefined ? [] : [{ type: 'MS', value: ms, agency: 'IDC', stations }]),
];

describe('the score of mb:Ms', () => {
  it('is that of the IDC without model error: S = (0.64 - mb + Ms) / (1.96 s) - 1', () => {
    const mb = { type: 'mb', value: 4.6, stations: 16 };
    const ms = { type: 'MS', value: 4.5, stations: 9 };
    const s = Math.sqrt((1.25 * 0.34) ** 2 / 16 + 0.23 ** 2 / 9);
    expect(mbMsScore(mb, ms, parameters.score).idcScore).toBeCloseTo(0.54 / (1.96 * s) - 1, 12);
  });

  it('rejects less readily with a model error and with fewer stations', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 3.5, max: 6.5, noNaN: true }),
        fc.double({ min: -0.6, max: 1.5, noNaN: true }),
        fc.integer({ min: 1, max: 50 }),
        (value, difference, stations) => {
          const at = (n: number) =>
            mbMsScore(
              { type: 'mb', value, stations: n },
              { type: 'MS', value: value + difference, stations: n },
              parameters.score,
            );
          expect(at(stations).score).toBeLessThanOrEqual(at(stations).idcScore);
          expect(at(stations).score).toBeLessThanOrEqual(at(stations + 1).score + 1e-12);
        },
      ),
    );
  });

  it('grows with Ms as a likelihood ratio between its tails, and never decides beyond a factor of a thousand', () => {
    let before = Number.NEGATIVE_INFINITY;
    for (let ms = 3.8; ms <= 5; ms += 0.1) {
      const value = differenceLogRatio(5, ms, parameters.difference);
      expect(value).toBeGreaterThan(before);
      before = value;
    }
    for (let ms = 0; ms < 9; ms += 0.1)
      expect(Math.abs(differenceLogRatio(5, ms, parameters.difference))).toBeLessThan(3);
  });
});

describe('the choice of magnitudes', () => {
  const choose = magnitudeChooser(parameters.magnitudes);

  it('refuses biased agencies and other scales, each with its reason', () => {
    const { mb, Ms, refused } = choose([
      { type: 'mb', value: 6.1, agency: 'HFS' },
      { type: 'mb', value: 5.2, agency: 'NEIC' },
      { type: 'Ms', value: 5.9, agency: 'BJI' },
      { type: 'Ms7', value: 5.8, agency: 'BJI' },
      { type: 'mbtmp', value: 5.1, agency: 'IDC' },
      { type: 'ML', value: 4.4, agency: 'IDC' },
      { type: 'mB', value: 5.6, agency: 'GFZ' },
      { type: 'mb', value: 9.9, agency: 'ISC' },
      { type: 'MS', value: 3.1, agency: 'IDC', bound: '<' },
    ]);
    expect([mb?.agency, Ms]).toEqual(['NEIC', undefined]);
    expect(refused.map((r) => r.why)).toHaveLength(8);
    for (const { why } of refused) expect(why.length).toBeGreaterThan(10);
  });

  it('prefers IDC, then ISC, then USGS, and the most stations among equals', () => {
    const values = (...agencies: string[]) =>
      agencies.map((agency, i) => ({ type: 'mb', value: 4 + i / 10, agency, stations: 10 + i }));
    expect(choose(values('us', 'ISC', 'IDC')).mb!.agency).toBe('IDC');
    expect(choose(values('us', 'ISC')).mb!.agency).toBe('ISC');
    expect(choose(values('AAA', 'BBB')).mb!.agency).toBe('BBB');
  });
});

describe('depth', () => {
  it.each([
    [{ km: 30, errorKm: 5, kind: 'free' }, true],
    [{ km: 30, errorKm: 15, kind: 'free' }, false],
    [{ km: 18, errorKm: 3, kind: 'phases' }, true],
    [{ km: 600, kind: 'unknown' }, true],
  ] as const)('%j rejects: %s', (depth, rejects) => {
    expect(depthTest(depth, parameters.depth)!.rejects).toBe(rejects);
  });

  it.each([
    [{ km: 33, kind: 'fixed' }],
    [{ km: 300, errorKm: 5, kind: 'fixed' }],
    [{ km: 60, kind: 'unknown' }],
    [undefined],
  ] as const)('%j says nothing', (depth) => {
    expect(depthTest(depth, parameters.depth)).toBeUndefined();
  });
});

describe('a verdict', () => {
  it('is earthquake-like where mb:Ms rejects', () => {
    const result = screen(event());
    expect([result.verdict, result.screening.verdict, result.screening.rejectedBy]).toEqual([
      'earthquake_like',
      'screened_out',
      ['mb:Ms'],
    ]);
    expect(result.yield).toBeUndefined();
  });

  it('is insufficient without Ms, and undetermined', () => {
    const result = screen(event({ magnitudes: magnitudes(5) }));
    expect([result.verdict, result.screening.verdict]).toEqual(['undetermined', 'insufficient']);
    expect(result.because.join(' ')).toContain('no usable Ms');
  });

  it.each([
    ['mb below 3.5', magnitudes(3.2, 3.4)],
    ['an Ms of one station', magnitudes(4.5, 4.6, 1)],
    ['only a Chinese Ms', [magnitudes(4.5)[0]!, { type: 'Ms', value: 4.8, agency: 'BJI' }]],
  ])('is insufficient with %s', (_, given) => {
    expect(screen(event({ magnitudes: given })).screening.verdict).toBe('insufficient');
  });

  it('looks like an explosion at no known site', () => {
    const { verdict } = screen(event({ magnitudes: magnitudes(5.5, 3.9) }));
    expect(verdict).toBe('explosion_like_unspecified');
  });

  it('at a site cannot be cleared by one wrong Ms', () => {
    const { lat, lon } = tables.sites.find((s) => s.id === 'semipalatinsk')!;
    const origins = [{ ...event().origins[0]!, lat, lon, depth: { km: 0, kind: 'fixed' as const } }];
    const result = screen(event({ origins, magnitudes: magnitudes(5.3, 5.2) }));
    expect(result.screening.rejectedBy).toEqual(['mb:Ms']);
    expect(result.screening.verdict).toBe('not_screened_out');
    expect(result.because.join(' ')).toContain('one wrong value must not clear an event');
  });

  it('never says that a nuclear explosion was detected', async () => {
    const all = await fixture(
      'punggye-ri.xml',
      'punggye-ri-2009.isf',
      'pokhran-1998.txt',
      'lop-nor-2020.csv',
    );
    for (const { because, screening, yield: y } of inOrder(all)) {
      const words = [...because, ...screening.terms.map((t) => t.says), y?.says].join(' ');
      expect(words.replaceAll(/the catalogue calls it "[^"]*"/g, '')).not.toMatch(
        /nuclear explosion|detected|proves/i,
      );
    }
  });
});

describe('what must not change a verdict', () => {
  let all: BulletinEvent[];
  beforeAll(async () => {
    all = await fixture(
      'punggye-ri.xml',
      'punggye-ri-2009.isf',
      'isc-style.xml',
      'gse.txt',
      'kara-sea-1997.isf',
    );
  });
  const verdicts = (events: readonly BulletinEvent[]) =>
    inOrder(events).map((e) => [e.verdict, e.screening.verdict, e.screening.sum, e.yield?.kt]);

  it('is a shift of all dates', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), (shift) => {
        const shifted = all.map((e) => ({
          ...e,
          origins: e.origins.map((o) => ({ ...o, time: o.time + shift })),
        }));
        expect(verdicts(shifted)).toEqual(verdicts(all));
      }),
      { numRuns: 30 },
    );
  });

  it('are labels, regions and names', () => {
    const bare = all.map(({ origins, magnitudes: given, preferredOrigin }, i) => ({
      id: String(i),
      origins,
      magnitudes: given,
      ...(preferredOrigin === undefined ? {} : { preferredOrigin }),
      label: 'earthquake',
    }));
    expect(verdicts(bare)).toEqual(verdicts(all));
  });

  it('is the order of time in the bulletin', () => {
    const forwards = inOrder(all).map((e) => [e.id, e.verdict]);
    const backwards = inOrder([...all].reverse()).map((e) => [e.id, e.verdict]);
    expect(backwards.reverse()).toEqual(forwards);
  });
});

describe('a worse ellipse', () => {
  /** How far a verdict goes: screening out is a certainty, so is naming a site. */
  const certain = (verdict: string) =>
    verdict === 'earthquake_like' || verdict === 'consistent_with_nuclear_test' ? 1 : 0;

  it('never raises certainty', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...tables.sites),
        fc.double({ min: -1.5, max: 1.5, noNaN: true }),
        fc.double({ min: -1.5, max: 1.5, noNaN: true }),
        fc.double({ min: 3, max: 6.5, noNaN: true }),
        fc.option(fc.double({ min: -2, max: 0.8, noNaN: true }), { nil: undefined }),
        fc.double({ min: 9, max: 60, noNaN: true }),
        fc.double({ min: 1, max: 12, noNaN: true }),
        (site, dLat, dLon, mb, difference, axis, factor) => {
          const at = (scale: number) =>
            screen({
              id: 'x',
              origins: [
                {
                  time: 0,
                  lat: site.lat + dLat,
                  lon: site.lon + dLon,
                  ellipse: {
                    semiMajorKm: axis * scale,
                    semiMinorKm: 9 * scale,
                    azimuthDeg: 30,
                    confidence: 0.9,
                  },
                },
              ],
              magnitudes: magnitudes(mb, difference === undefined ? undefined : mb + difference),
            });
          const [good, worse] = [at(1), at(factor)];
          expect(worse.screening.sum).toBeLessThanOrEqual(good.screening.sum + 1e-9);
          if (certain(worse.verdict)) expect(certain(good.verdict)).toBe(1);
          if (worse.verdict === 'explosion_like_unspecified')
            expect(['explosion_like_unspecified', 'consistent_with_nuclear_test']).toContain(good.verdict);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('the flagship cases', () => {
  it('North Korea: six tests that cannot be told from nuclear ones, and the collapse after the last', async () => {
    const results = inOrder(await fixture('punggye-ri.xml'));
    expect(results.map((r) => r.verdict)).toEqual([
      ...Array(6).fill('consistent_with_nuclear_test'),
      'collapse_or_mine_like',
    ]);
    // Yao et al. 2018 give 0.48, 7.7, 13.5, 11.4, 18 and 109.4 kt.
    const published = [0.48, 7.7, 13.5, 11.4, 18, 109.4];
    results.slice(0, 6).forEach(({ yield: y }, i) => {
      expect(y!.low).toBeLessThan(published[i]!);
      expect(y!.high).toBeGreaterThan(published[i]!);
    });
  });

  it('North Korea 2009: close to the line, and not screened out', async () => {
    const [result] = inOrder(await fixture('punggye-ri-2009.isf'));
    expect(result!.screening.verdict).toBe('not_screened_out');
    expect(result!.verdict).toBe('consistent_with_nuclear_test');
    expect(result!.because.some((b) => b.includes('Ms7'))).toBe(true);
  });

  it('Novaya Zemlya, 16 August 1997: at sea, out of reach of the site, and undetermined', async () => {
    const [result] = inOrder(await fixture('kara-sea-1997.isf'));
    expect([result!.verdict, result!.screening.verdict]).toEqual(['undetermined', 'insufficient']);
    expect(result!.association!.probability).toBeLessThan(0.001);
    expect(result!.screening.terms.map((t) => t.name)).toContain('offshore');
  });

  it('Lop Nor, 22 June 2020: undetermined, with the numbers', async () => {
    const [result] = inOrder(await fixture('lop-nor-2020.csv'));
    expect(result!.verdict).toBe('undetermined');
    const tons = result!.yield!.relations.map((r) => r.kt * 1000);
    expect(Math.min(...tons)).toBeCloseTo(5.4, 1);
    expect(Math.max(...tons)).toBeCloseTo(56, 0);
    expect(result!.yield!.says).toContain('no mb');
  });

  it('Pokhran, 13 May 1998: nothing seen, which excludes nothing small', async () => {
    const bulletin = collected(await fixture('pokhran-1998.txt'));
    expect(evidenceForTest(bulletin, on('1998-05-11', ['IND'])).verdict).toBe('consistent_with_nuclear_test');
    const silence = evidenceForTest(bulletin, on('1998-05-13', ['IND']));
    expect(silence.verdict).toBe('not_seen');
    expect(silence.text).toContain('does not exclude');
    expect(silence.text).toContain('may not cover the time');
  });
});

describe('evidence for a claim that a test took place', () => {
  it('goes by state as host or tester, or by site, and minds local days', async () => {
    const bulletin = collected(await fixture('punggye-ri.xml'));
    const korea = evidenceForTest(bulletin, on('2017-09-03', ['PRK']));
    expect(korea.events).toHaveLength(2);
    expect(korea.verdict).toBe('consistent_with_nuclear_test');
    expect(korea.text).toContain('cannot be told from a nuclear test by bulletin data');
    expect(korea.text).toContain('1 more event');
    expect(evidenceForTest(bulletin, on('2017-09-03', ['USA'])).verdict).toBe('not_seen');
    const sites = tables.sites.filter(({ id }) => id === 'punggye-ri');
    expect(evidenceForTest(bulletin, on('2017-09-03', [], sites)).events).toHaveLength(2);
    expect(evidenceForTest(bulletin, on('2017-09-04', ['PRK'])).text).toContain('may be a local one');
    expect(evidenceForTest(bulletin, on('2017-09-05', ['PRK'])).verdict).toBe('not_seen');
    expect(evidenceForTest(bulletin, { ...on('2006-01-01', ['PRK']), to: '2017-12-31' }).events).toHaveLength(
      7,
    );
    expect(evidenceForTest(collected([]), on('2017-09-03', ['PRK'])).text).toContain(
      'No event is listed at all',
    );
  });
});

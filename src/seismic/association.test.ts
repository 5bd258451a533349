import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seismicTables } from '../store/seismic-tables.ts';
import { associate, discProbability, nearestSite } from './association.ts';
import { coastOf } from './coast.ts';
import { bearing } from './distance.ts';
import { atConfidence, circle, type ErrorEllipse, ONE_SIGMA, sigmasAt, withFloor } from './error-ellipse.ts';
import { chosenOrigin, judgedDepth, wrappedLongitude } from './origin.ts';

const { sites, land } = seismicTables();
const site = { ...sites[0]!, lat: 50, lon: 78, radiusKm: 30 };
const at = (lat: number, lon: number) => ({ time: 0, lat, lon });

const ellipse = fc.record({
  semiMajorKm: fc.double({ min: 9, max: 200, noNaN: true }),
  semiMinorKm: fc.double({ min: 9, max: 200, noNaN: true }),
  azimuthDeg: fc.double({ min: 0, max: 180, noNaN: true }),
  confidence: fc.constant(0.9),
});
const place = fc.record({
  lat: fc.double({ min: 48, max: 52, noNaN: true }),
  lon: fc.double({ min: 75, max: 81, noNaN: true }),
});
const grown = (e: ErrorEllipse, factor: number): ErrorEllipse => ({
  ...e,
  semiMajorKm: e.semiMajorKm * factor,
  semiMinorKm: e.semiMinorKm * factor,
});

describe('an error ellipse', () => {
  it.each([
    [ONE_SIGMA, 1],
    [0.9, 2.146],
    [0.95, 2.4477],
  ])('at %s is so many deviations wide: %s', (confidence, deviations) => {
    expect(sigmasAt(confidence)).toBeCloseTo(deviations, 4);
  });

  it('drawn at another confidence and back is the same', () => {
    const drawn = atConfidence(atConfidence(circle(10, 0.9), ONE_SIGMA), 0.9);
    expect(drawn.semiMajorKm).toBeCloseTo(10, 12);
    expect(atConfidence(circle(4.66, ONE_SIGMA), 0.9).semiMajorKm).toBeCloseTo(10, 1);
  });

  it('has a floor for what formal errors leave out', () => {
    expect(withFloor({ semiMajorKm: 20, semiMinorKm: 2, azimuthDeg: 10, confidence: 0.9 }, 9)).toEqual({
      semiMajorKm: 20,
      semiMinorKm: 9,
      azimuthDeg: 10,
      confidence: 0.9,
    });
  });
});

describe('the probability of a disc', () => {
  it('is the Rayleigh distribution around its centre', () => {
    for (const radius of [1, 5, 10, 30])
      expect(discProbability(0, 0, radius, 10, 10)).toBeCloseTo(1 - Math.exp(-(radius * radius) / 200), 3);
  });

  it('agrees with counting', () => {
    let state = 1;
    const uniform = () => {
      state = (state * 48271) % 2147483647;
      return state / 2147483647;
    };
    let inside = 0;
    const draws = 200_000;
    for (let i = 0; i < draws; i++) {
      const r = Math.sqrt(-2 * Math.log(uniform()));
      const angle = 2 * Math.PI * uniform();
      const [x, y] = [12 * r * Math.cos(angle), 5 * r * Math.sin(angle)];
      if ((x - 10) ** 2 + (y - 4) ** 2 < 15 * 15) inside += 1;
    }
    expect(discProbability(10, 4, 15, 12, 5)).toBeCloseTo(inside / draws, 2);
  });

  it('lies between 0 and 1 and does not care about the sense of an axis', () => {
    fc.assert(
      fc.property(place, ellipse, (p, e) => {
        const one = associate(at(p.lat, p.lon), e, site).probability;
        const turned = associate(
          at(p.lat, p.lon),
          { ...e, azimuthDeg: e.azimuthDeg + 180 },
          site,
        ).probability;
        expect(one).toBeGreaterThanOrEqual(0);
        expect(one).toBeLessThanOrEqual(1);
        expect(turned).toBeCloseTo(one, 9);
      }),
    );
  });
});

describe('a worse ellipse', () => {
  it('never makes an epicentre inside a disc surer to be there', () => {
    fc.assert(
      fc.property(ellipse, fc.double({ min: 1, max: 20, noNaN: true }), (e, factor) => {
        const inside = at(50.1, 78.1);
        expect(associate(inside, grown(e, factor), site).probability).toBeLessThanOrEqual(
          associate(inside, e, site).probability + 1e-3,
        );
      }),
    );
  });

  it('never makes an epicentre outside likelier than not to be inside', () => {
    fc.assert(
      fc.property(place, ellipse, (p, e) => {
        const found = associate(at(p.lat, p.lon), e, site);
        fc.pre(!found.inside);
        expect(found.probability).toBeLessThan(0.5);
      }),
    );
  });

  it('never takes a site further out of reach', () => {
    fc.assert(
      fc.property(place, ellipse, fc.double({ min: 1, max: 20, noNaN: true }), (p, e, factor) => {
        const near = associate(at(p.lat, p.lon), e, site).edgeDeviations;
        expect(associate(at(p.lat, p.lon), grown(e, factor), site).edgeDeviations).toBeLessThanOrEqual(
          near + 1e-9,
        );
      }),
      {
        // A far site, bounded, against a wider and narrow ellipse, measured.
        examples: [
          [
            { lat: 48, lon: 75 },
            { semiMajorKm: 17.65, semiMinorKm: 9, azimuthDeg: 0, confidence: 0.9 },
            1.41,
          ],
        ],
        numRuns: 500,
      },
    );
  });
});

describe('places', () => {
  it('are measured on the ellipsoid', () => {
    expect(bearing(0, 0, 0, 1).km).toBeCloseTo(111.3195, 3);
    expect(bearing(41, 179.9, 41, -179.9).km).toBeLessThan(17);
  });

  it('find the nearest site across the 180th meridian', () => {
    const nearest = nearestSite(sites);
    expect(nearest(51.5, -179.9)!.id).toBe('amchitka');
    expect(nearest(41.3, 129.1)!.id).toBe('punggye-ri');
  });

  it.each([
    [190, -170],
    [-190, 170],
    [360, 0],
    [-360, 0],
    [180, 180],
    [-180, -180],
  ])('longitude %s is %s', (lon, wrapped) => {
    expect(wrappedLongitude(lon)).toBe(wrapped);
  });

  it.each([
    ['the middle of the Pacific', 0, -140, true],
    ['the Indian Ocean', -34, 58, true],
    ['the Kara Sea, 100 km off', 72.5, 57.55, true],
    ['the Sahara', 24, 5, false],
    ['Kansas', 38, -98, false],
    ['the Channel, close to the coast', 50.6, -1, false],
    ['Chukotka beyond the 180th meridian', 67, -178, false],
    ['Chukotka before it', 67, 178, false],
    ['Taveuni of Fiji', -16.8, -179.95, false],
    ['Antarctica', -85, 40, false],
    ['the sea at the 180th meridian', 40, 180, true],
  ])('%s', (_, lat, lon, clear) => {
    expect(coastOf(land)(lat, lon, 40)).toBe(clear);
  });
});

describe('a depth', () => {
  it.each([
    [10, 1.9, 'free', 'fixed'],
    [33, undefined, 'free', 'fixed'],
    [31.8, 5.2, 'free', 'free'],
    [31.8, undefined, 'free', 'unknown'],
    [0, undefined, 'fixed', 'fixed'],
    [12.3, 80, 'free', 'unknown'],
    [15, undefined, 'phases', 'phases'],
    [7.5, 0, 'free', 'unknown'],
  ] as const)('of %s km with error %s, said to be %s, is %s', (km, error, stated, kind) => {
    expect(judgedDepth(km, error, stated).kind).toBe(kind);
  });
});

describe('the origin to work with', () => {
  const origin = (agency: string, more: object = {}) => ({
    agency,
    time: 0,
    lat: 0,
    lon: 0,
    id: agency,
    ...more,
  });

  it('is the preferred one, the prime, the best agency, and a centroid last', () => {
    const all = [
      origin('NEIC'),
      origin('IDC', { prime: true }),
      origin('ISC'),
      origin('GCMT', { centroid: true }),
    ];
    expect(chosenOrigin(all, 'NEIC')!.agency).toBe('NEIC');
    expect(chosenOrigin(all, 'nobody')!.agency).toBe('IDC');
    expect(chosenOrigin([all[0]!, all[2]!, all[3]!])!.agency).toBe('ISC');
    expect(chosenOrigin([all[3]!, origin('XYZ')])!.agency).toBe('XYZ');
  });
});

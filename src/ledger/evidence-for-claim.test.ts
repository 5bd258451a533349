import { describe, expect, it } from 'vitest';
import type { Claim } from '../claims/index.ts';
import { bulletinCollector, screener } from '../seismic/index.ts';
import { seismicTables } from '../store/seismic-tables.ts';
import { boxFolder, readStandoffFiles } from '../store/standoff-files.ts';
import { secondsOf } from '../time/index.ts';
import { evidenceForClaim, ledgerFromFiles } from './index.ts';

const ledger = ledgerFromFiles(readStandoffFiles(boxFolder));
const tables = seismicTables();

/** Shots at two sites, each of mb 5.4 in a small ellipse. */
const bulletin = (() => {
  const screen = screener(tables);
  const collector = bulletinCollector();
  for (const [id, time, lat, lon] of [
    ['nz', '1990-10-24T14:57:58Z', 73.33, 54.76],
    ['lop-nor', '1996-07-29T01:48:57Z', 41.72, 88.38],
    ['ocean', '1996-07-29T02:00:00Z', 0, -20],
  ] as const) {
    const ellipse = { semiMajorKm: 9, semiMinorKm: 9, azimuthDeg: 0, confidence: 0.9 };
    collector.add(
      screen({
        id,
        origins: [{ time: secondsOf(time), lat, lon, ellipse }],
        magnitudes: [
          { type: 'mb', value: 5.4, agency: 'ISC' },
          { type: 'Ms', value: 3.9, agency: 'ISC' },
        ],
      }),
    );
  }
  return collector.bulletin();
})();

const claim = (more: Partial<Claim>): Claim => ({
  id: 'c',
  report: 'r',
  span: { start: 0, end: 1 },
  quote: '',
  speaker: { actor: 'press' },
  act: 'test',
  actor: 'RUS',
  time: { from: '1990-10-24', to: '1990-10-24', text: '' },
  modality: 'done',
  polarity: 'positive',
  confidence: 1,
  ...more,
});
const evidence = (more: Partial<Claim>, words = '') =>
  evidenceForClaim(ledger, claim(more), words, '1997-01-01', bulletin, tables.sites);

describe('a claim beside a bulletin', () => {
  it('takes the sites of a state and of the state that it continues', () => {
    expect(evidence({})).toMatchObject({
      verdict: 'consistent_with_nuclear_test',
      events: [{ id: 'nz', site: { id: 'novaya-zemlya-north' }, magnitude: { type: 'mb', value: 5.4 } }],
    });
  });

  it('takes the site that the sentence names before the actor’s', () => {
    const day = { from: '1996-07-29', to: '1996-07-29', text: '' };
    expect(evidence({ time: day }, 'a test at Lop Nor')?.events.map(({ id }) => id)).toEqual(['lop-nor']);
    expect(evidence({ time: day }, 'a test at Lop Norway')?.verdict).toBe('not_seen');
  });

  it('looks from the day after "since" for what was not done', () => {
    const since = { from: '1990', text: 'since 1990' };
    expect(evidence({ time: since, polarity: 'negative' })?.verdict).toBe('not_seen');
    expect(evidence({ time: { from: '1989', text: '' }, polarity: 'negative' })?.events).toHaveLength(1);
  });

  it.each<[string, Partial<Claim>]>([
    ['an intention', { modality: 'threatened' }],
    ['another act', { act: 'ratify' }],
    ['nobody in particular', { actor: 'ANY' }],
    ['a time to come', { time: { from: '1998', text: '' }, polarity: 'negative' }],
  ])('has nothing to say of %s', (_, more) => {
    expect(evidence(more)).toBeUndefined();
  });

  it('has nothing to say of no time', () => {
    const { time: _, ...timeless } = claim({});
    expect(evidenceForClaim(ledger, timeless, '', '1997-01-01', bulletin, tables.sites)).toBeUndefined();
  });
});

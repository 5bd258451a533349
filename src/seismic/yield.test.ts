import { describe, expect, it } from 'vitest';
import { seismicTables } from '../store/seismic-tables.ts';
import { missed } from './missed.ts';
import { mixtureQuantile, normalBelow } from './normal.ts';
import { logYield, relationsOf, yieldEstimator, yieldInWords } from './yield.ts';

const tables = seismicTables();
const { relations } = tables;
const relation = (id: string) => relationsOf([id], relations)[0]!;
const site = (id: string) => tables.sites.find((s) => s.id === id)!;
const estimate = yieldEstimator(relations, tables.coupling);
const mb = (value: number) => ({ type: 'mb', value, agency: 'IDC' });

describe('a published relation gives its published yields', () => {
  it.each([
    ['rma1992', 4.3, 0.63, "Kim's Punggye-ri table has 0.7 kt at the unrounded magnitude"],
    ['rma1992', 4.7, 2.2, "Kim's table"],
    ['rma1992', 5.1, 7.4, "Kim's table"],
    ['norsar-pairs', 5.2, 20, 'NORSAR 2016'],
    ['norsar-pairs', 5.8, 109, 'NORSAR 2017: 120'],
    ['norsar-pairs', 6.1, 253, 'NORSAR 2017: 250'],
    ['bowers2001', 4.93, 8.1, 'Zhao et al. 2013: about 8'],
    ['sykes1991', 6.1, 112, 'abstract'],
    ['nts1981', 5.7, 158, 'relation'],
  ])('%s at mb %s: %s kt (%s)', (id, value, kt) => {
    expect(10 ** logYield(relation(id), value, false)).toBeCloseTo(kt, kt < 10 ? 1 : 0);
  });

  it('below 1 kt with slope 1: 0.112 kt at 3.30 (Zhang et al. 2022) and the two ends at 2.75', () => {
    expect(10 ** logYield(relation('bowers2001'), 3.3)).toBeCloseTo(0.112, 3);
    expect(1000 * 10 ** logYield(relation('rma1992'), 2.75, false)).toBeCloseTo(5.4, 1);
    expect(1000 * 10 ** logYield(relation('bowers2001'), 2.75)).toBeCloseTo(31.6, 1);
    expect(1000 * 10 ** logYield(relation('ims-rule'), 2.75)).toBeCloseTo(56.2, 1);
  });
});

describe('a yield', () => {
  it('depends on the site: the same mb is several times more at Nevada', () => {
    const nevada = estimate(mb(5.5), site('nevada')).kt;
    const semipalatinsk = estimate(mb(5.5), site('semipalatinsk')).kt;
    expect(nevada / semipalatinsk).toBeGreaterThan(3.5);
    expect(nevada / semipalatinsk).toBeLessThan(5.5);
  });

  it('is a table with an interval, never one number', () => {
    for (const value of [2.75, 3.5, 4.5, 6])
      for (const where of [undefined, ...tables.sites]) {
        const y = estimate(mb(value), where);
        expect(y.relations.length).toBeGreaterThanOrEqual(1);
        expect(y.low).toBeLessThan(y.kt);
        expect(y.kt).toBeLessThan(y.high);
        const weights = y.relations.reduce((sum, r) => sum + r.weight, 0);
        expect(weights).toBeCloseTo(1);
      }
  });

  it('grows with magnitude everywhere, also across 1 kt', () => {
    for (const where of [undefined, ...tables.sites]) {
      let before = 0;
      for (let value = 2; value < 7; value += 0.05) {
        const { kt } = estimate(mb(value), where);
        expect(kt).toBeGreaterThanOrEqual(before);
        before = kt;
      }
    }
  });

  it('shows slope 0.75 beside slope 1 below 1 kt', () => {
    const says = estimate(mb(2.75), site('lop-nor')).relations.map((r) => r.says);
    expect(says.some((s) => s.endsWith('slope 1 below 1 kt'))).toBe(true);
    expect(says.some((s) => s.includes('slope 0.75 carried below 1 kt'))).toBe(true);
  });

  it('decoupled in salt is seventy times more where the slope is 1, and says where nobody has tried', () => {
    const y = estimate(mb(2), site('lop-nor'));
    const sterling = y.variants.find((v) => v.name.startsWith('full decoupling'))!;
    expect(sterling.kt / y.kt).toBeCloseTo(70, -1);
    expect(sterling.beyondKt).toBeUndefined();
    expect(estimate(mb(4), site('lop-nor')).variants[0]!.beyondKt).toBe(0.38);
  });

  it('from a local magnitude has a wider interval and says so', () => {
    const ml = estimate({ type: 'ML', value: 4 }, undefined);
    const proper = estimate(mb(4), undefined);
    expect(ml.high / ml.low).toBeGreaterThan(proper.high / proper.low);
    expect(ml.says).toContain('no mb');
  });

  it('does not count the tuff of Nevada twice', () => {
    expect(estimate(mb(5), site('nevada')).variants.some((v) => v.name.startsWith('tuff'))).toBe(false);
  });

  it.each([
    [0.00069, '690 kg'],
    [0.0054, '5.4 t'],
    [0.16, '160 t'],
    [0.9996, '1 kt'],
    [12.34, '12 kt'],
    [253.2, '250 kt'],
    [1520, '1,500 kt'],
  ])('%s kt is told as %s', (kt, words) => {
    expect(yieldInWords(kt)).toBe(words);
  });
});

describe('what could have been missed', () => {
  it('goes by the thresholds of the site, then of the world', () => {
    const answer = missed(site('novaya-zemlya-north'), tables);
    expect(answer.bounds.map((b) => b.mb)).toEqual([2.5, 4, 3.6]);
    // Fully coupled: 2.5 to 32 t by the relations of the reference.
    expect(answer.bounds[0]!.coupled.kt * 1000).toBeGreaterThan(2.5);
    expect(answer.bounds[0]!.coupled.kt * 1000).toBeLessThan(32);
  });

  it('takes a threshold that is given instead', () => {
    const answer = missed(site('pokhran'), tables, 2.7);
    expect(answer.bounds).toHaveLength(1);
    expect(answer.bounds[0]!.standing).toBe('given');
  });

  it('grows with the threshold, and hides more in a cavity', () => {
    const small = missed(undefined, tables, 3).bounds[0]!;
    const large = missed(undefined, tables, 4).bounds[0]!;
    expect(large.coupled.kt).toBeGreaterThan(small.coupled.kt);
    for (const other of small.otherwise) expect(other.kt).toBeGreaterThan(small.coupled.kt);
    expect(small.chanceUnseen.map((c) => c.chance)).toEqual(
      [...small.chanceUnseen.map((c) => c.chance)].sort((a, b) => b - a),
    );
  });

  it('says what seismic silence says nothing about', () => {
    const words = missed(undefined, tables)
      .silentOn.map((s) => s.what)
      .join(' ');
    expect(words).toMatch(/air/);
    expect(words).toMatch(/sea|water/);
  });
});

describe('the normal distribution', () => {
  it.each([
    [0, 0.5],
    [1.644854, 0.95],
    [-1.959964, 0.025],
    [3, 0.99865],
  ])('below %s lies %s', (z, p) => {
    expect(normalBelow(z)).toBeCloseTo(p, 6);
  });

  it('mixture of one is itself', () => {
    expect(mixtureQuantile([{ weight: 1, mean: 2, sigma: 0.5 }], 1.645)).toBeCloseTo(2.8225, 6);
  });

  it('mixture of two lies between them', () => {
    const parts = [
      { weight: 0.5, mean: 0, sigma: 1 },
      { weight: 0.5, mean: 1, sigma: 1 },
    ];
    expect(mixtureQuantile(parts, 0)).toBeCloseTo(0.5, 2);
  });
});

import { describe, expect, it } from 'vitest';
import { testsByYearFigure, testsByYearRows } from './tests-by-year.ts';
import { testsMapFigure } from './tests-map.ts';
import { timelineFigure } from './timeline-lanes.ts';

const nameOf = (code: string) => ({ AAA: 'Aland', BBB: 'Bland <b>' })[code] ?? code;
const years = [
  { year: 1961, total: 4, states: { AAA: 1, BBB: 3 } },
  { year: 1962, total: 0, states: {} },
  { year: 1963, total: 96, states: { BBB: 96 } },
];
const bars = (svg: string) => [...svg.matchAll(/<rect [^>]*height="([\d.]+)"[^>]*class="figure-gain"/g)];

describe('tests by year', () => {
  it('draws a bar for each year and state with tests, the fullest state first, names escaped', () => {
    const svg = testsByYearFigure(years, { width: 800, id: 'y', nameOf });
    expect(bars(svg)).toHaveLength(3);
    expect(svg.indexOf('Bland &lt;b&gt;: 99')).toBeLessThan(svg.indexOf('Aland: 1<'));
    expect(svg).not.toContain('<b>');
  });

  it('shows one test beside a hundred', () => {
    const heights = bars(testsByYearFigure(years, { width: 800, id: 'y', nameOf })).map(([, high]) =>
      Number(high),
    );
    expect(Math.min(...heights)).toBeGreaterThan(1);
    expect(Math.max(...heights)).toBe(30);
  });

  it('gives the same as rows', () => {
    expect(testsByYearRows(years, nameOf)).toEqual({
      columns: ['year', 'all', 'Bland <b>', 'Aland'],
      rows: [
        ['1961', '4', '3', '1'],
        ['1962', '0', '0', '0'],
        ['1963', '96', '96', '0'],
      ],
    });
  });

  it('is a figure without any test', () => {
    expect(testsByYearFigure([], { width: 300, id: 'y', nameOf })).not.toMatch(/NaN|Infinity/);
  });
});

describe('the map of tests', () => {
  it('makes a circle’s area the number of tests, at its place', () => {
    const svg = testsMapFigure(
      [
        { name: 'North', lat: 73, lon: 55, count: 100 },
        { name: 'South', lat: -22, lon: -139, count: 25 },
      ],
      { rings: [] },
    );
    const [north, south] = [...svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)"/g)].map(
      ([, ...numbers]) => numbers.map(Number),
    );
    expect((north![2]! / south![2]!) ** 2).toBeCloseTo(4, 1);
    expect(north![0]).toBeGreaterThan(south![0]!);
    expect(north![1]).toBeLessThan(south![1]!);
    expect(svg).toContain('North 100');
  });
});

describe('the timeline', () => {
  const marks = [
    { date: '1963', actors: ['AAA', 'BBB'], text: 'both' },
    { date: '1990-05', actors: ['AAA'], text: 'one & only' },
    { date: '2001-02-03', actors: ['CCC'], text: 'other' },
  ];

  it('draws a ring for each row and actor, later ones further right', () => {
    const svg = timelineFigure(marks, { width: 800, id: 't', nameOf });
    const rings = [...svg.matchAll(/<circle cx="([\d.]+)"/g)].map(([, x]) => Number(x));
    expect(rings).toHaveLength(4);
    expect(rings[3]).toBeGreaterThan(rings[2]!);
    expect(svg).toContain('one &amp; only');
  });

  it('draws the many who have few rows together', () => {
    const many = Array.from({ length: 30 }, (_, n) => ({
      date: `19${50 + n}`,
      actors: [`S${n}`],
      text: `${n}`,
    }));
    const svg = timelineFigure(many, { width: 800, id: 't', nameOf });
    expect(svg).toContain('>others</text>');
    expect([...svg.matchAll(/<circle/g)]).toHaveLength(30);
  });
});

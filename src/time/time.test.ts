import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  contains,
  daysBetween,
  firstDay,
  inWords,
  isPartialDate,
  lastDay,
  mayCoincide,
  overlaps,
  parsePartialDate,
} from './index.ts';

const day = fc.integer({ min: -40_000, max: 40_000 }).map((count) => addDays('1990-10-24', count));

describe('partial dates', () => {
  it.each([
    ['1990', '1990-01-01', '1990-12-31', '1990'],
    ['2024-02', '2024-02-01', '2024-02-29', 'February 2024'],
    ['1999-12', '1999-12-01', '1999-12-31', 'December 1999'],
    ['2023-11-02', '2023-11-02', '2023-11-02', '2 November 2023'],
  ])('%s runs from %s to %s', (date, first, last, words) => {
    expect([firstDay(date), lastDay(date), inWords(date)]).toEqual([first, last, words]);
  });

  it.each(['2023-13', '2023-02-30', '23', '2023-1-2', '', 'yesterday'])('%j is no date', (text) => {
    expect(isPartialDate(text)).toBe(false);
    expect(() => parsePartialDate(text)).toThrow(/write it as 2023, 2023-11 or 2023-11-02/);
  });

  it('may coincide only where one can be the other', () => {
    expect(mayCoincide('1990', '1990-10-24')).toBe(true);
    expect(mayCoincide('1990-10', '1990-11-01')).toBe(false);
  });
});

describe('days', () => {
  it('counts there and back', () => {
    fc.assert(fc.property(day, day, (a, b) => addDays(a, daysBetween(a, b)) === b));
  });

  it('keeps to the end of a shorter month', () => {
    expect(addMonths('2023-01-31', 1)).toBe('2023-02-28');
    expect(addMonths('2023-01-10', 3)).toBe('2023-04-10');
  });

  it('leaves the last day of a half-open interval out', () => {
    expect(contains({ from: '2011-02-05', to: '2026-02-05' }, '2026-02-05')).toBe(false);
    expect(overlaps({ to: '2000-01-01' }, { from: '2000-01-01' })).toBe(false);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantOf, secondsOf, utcSeconds } from './index.ts';

describe('instants', () => {
  it.each([
    ['1970-01-01T00:00:00Z', 0],
    ['2016-12-31T23:59:60Z', 1_483_228_800],
    ['2013-02-12T02:57:51.27', 1_360_637_871.27],
    ['2013-02-12 11:57:51,270+09:00', 1_360_637_871.27],
    ['2013-02-12T11:57:51.27+0900', 1_360_637_871.27],
    ['2013-02-12', 1_360_627_200],
  ])('%s is %d seconds after 1970 began', (text, seconds) => {
    expect(secondsOf(text)).toBeCloseTo(seconds, 6);
  });

  it.each([
    '',
    'event 5',
    '2013-02-30T00:00:00Z',
    '2013-02-12T25:00:00Z',
    '12 February 2013',
    '2013-02-12T02',
  ])('%j is no instant', (text) => {
    expect(secondsOf(text)).toBeNaN();
  });

  it('go to words and back to the millisecond', () => {
    const milliseconds = fc.integer({ min: -5e12, max: 5e12 });
    fc.assert(fc.property(milliseconds, (ms) => Math.round(secondsOf(instantOf(ms / 1000)) * 1000) === ms));
  });

  it('agree with numbers', () => {
    expect(utcSeconds(1997, 8, 16, 2, 11, 0)).toBe(secondsOf('1997-08-16T02:11:00Z'));
  });
});

import { describe, expect, it } from 'vitest';
import { writtenDates } from './index.ts';

describe('dates in words', () => {
  it.each([
    ['the last test occurring in 1990', '1990', '1990'],
    ['on 24 October 1990 at the site', '1990-10-24', '1990-10-24'],
    ['On Oct. 24, 1990, a test', '1990-10-24', '1990-10-24'],
    ['September 1996', '1996-09', '1996-09'],
    ["Trump's first term from 2017 to 2021", '2017', '2021'],
    ['in the 1990s', '1990', '1999'],
    ['signed on 2023-11-02', '2023-11-02', '2023-11-02'],
    ['said on Wednesday that', '2025-11-05', '2025-11-05'],
    ['last month', '2025-10', '2025-10'],
    ['on 10 November it', '2024-11-10', '2024-11-10'],
    ['on 2 November it', '2025-11-02', '2025-11-02'],
    ['three years ago', '2022', '2022'],
    ['last week', '2025-10-27', '2025-11-02'],
    ['yesterday', '2025-11-04', '2025-11-04'],
    ['in March', '2025-03', '2025-03'],
  ])('%s', (text, from, to) => {
    expect(writtenDates(text, '2025-11-05')).toMatchObject([{ from, to }]);
  });

  it.each(['it may march on', 'a 2000-strong force', '31 February 2020', 'version 1990.5', '1,992 men'])(
    'reads no date from %j',
    (text) => {
      expect(writtenDates(text, '2025-11-05')).toEqual([]);
    },
  );

  it('reads nothing relative without an anchor', () => {
    expect(writtenDates('last month, on Tuesday, in 1992')).toMatchObject([{ from: '1992' }]);
  });
});

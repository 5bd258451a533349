import { describe, expect, it } from 'vitest';
import { reportFromText } from '../report/index.ts';
import { openBox } from '../store/standoff-box.ts';
import { claimsFromReport, knownNames } from './index.ts';

const { analyser, lexicon } = openBox();
const read = (text: string) => {
  const report = reportFromText(text, { publishedAt: '2024-06-01' });
  return claimsFromReport(report, analyser.read(report.text, knownNames(lexicon)), lexicon, 0);
};

describe('what a claim tells about the deed', () => {
  it.each([
    ['Israel carried out air strikes on dozens of targets in Syria.', 'use-force', 'ISR', 'SYR'],
    ['India bombed a camp in Pakistan.', 'use-force', 'IND', 'PAK'],
    ['Brazil put a levy on steel from Argentina.', 'sanction', 'BRA', 'ARG'],
    ['Sweden is sending Ukraine more artillery.', 'support-ally', 'SWE', 'UKR'],
    ['Greece and Turkey held talks in Athens.', 'engage', 'GRC', 'TUR'],
    ['Greece and Turkey held talks in Athens.', 'engage', 'TUR', 'GRC'],
  ])('%s: the %s of %s is done to %s', (text, act, actor, target) => {
    expect(read(text)).toContainEqual(expect.objectContaining({ act, actor, target }));
  });

  it.each([
    [
      'a day before a colon',
      '8 April 2010: Russia and the United States sign the treaty in Prague.',
      '2010-04-08',
    ],
    [
      'a day as a sentence',
      '5 August 2022. The treaty waits. China and Russia sign the treaty at last.',
      '2022-08-05',
    ],
  ])('takes %s for when the entry’s act happens', (_, entry, day) => {
    const claims = read(`A short history\n\n${entry}\n`).filter(({ act }) => act === 'sign');
    expect(claims.length).toBeGreaterThan(0);
    for (const { time } of claims) expect(time).toMatchObject({ from: day, to: day });
  });

  it.each([
    ['a dateline', 'GENEVA, 8 April 2010 (Agency) - Russia signs the treaty.'],
    ['what an entry says was done before', '8 April 2010: Russia had signed the treaty.'],
    ['a date among other words', 'Prague on 8 April 2010: a chronicle. Russia signs the treaty.'],
  ])('does not take the date of %s', (_, entry) => {
    for (const { act, time } of read(`A short history\n\n${entry}\n`))
      if (act === 'sign') expect(time).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import type { Claim } from '../claims/index.ts';
import { boxFolder, readStandoffFiles } from '../store/standoff-files.ts';
import { judgeClaim, ledgerFromFiles, standingOf, treatyStatus } from './index.ts';

const ledger = ledgerFromFiles(readStandoffFiles(boxFolder));

describe('the test-ban treaty on any day', () => {
  // Counts published on these days; the one of 29 August 2022 is a stale number on its page (173, by the acts 174).
  it.each([
    ['2001-11-26', 164, 89, 31],
    ['2011-06-30', 182, 154, 35],
    ['2012-09-26', 183, 157, 36],
    ['2023-11-02', 187, 178, 36],
    ['2023-11-03', 187, 177, 35],
    ['2026-08-22', 188, 179, 35],
  ])('on %s: %i signatures, %i ratifications, %i of 44', (asOf, signatures, ratifications, ratified) => {
    expect(treatyStatus(ledger, 'ctbt', { asOf })).toMatchObject({
      signatures,
      ratifications,
      required: { total: 44, ratified },
      inForce: false,
    });
  });

  it('knows the Russian withdrawal only once the source showed it', () => {
    const asOf = '2023-11-05';
    expect(standingOf(ledger, 'ctbt', 'RUS', { asOf }).standing).toBe('signatory');
    expect(standingOf(ledger, 'ctbt', 'RUS', { asOf, knownBy: asOf }).standing).toBe('party');
  });

  it('does not depend on the order of the rows', () => {
    const turned = {
      ...ledger,
      treatyActs: [...ledger.treatyActs]
        .reverse()
        .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
    };
    expect(treatyStatus(turned, 'ctbt', { asOf: '2020-01-01' })).toEqual(
      treatyStatus(ledger, 'ctbt', { asOf: '2020-01-01' }),
    );
  });

  it('names the treaties it has for one that it has not', () => {
    expect(() => treatyStatus(ledger, 'abc', { asOf: '2020-01-01' })).toThrow(
      /"abc" is no treaty of the ledger; it has ctbt/,
    );
  });
});

const claim = (fields: Partial<Claim>): Claim => ({
  id: 'c',
  report: 'r',
  span: { start: 0, end: 1 },
  quote: '',
  speaker: { actor: 'press' },
  act: 'test',
  actor: 'RUS',
  modality: 'done',
  polarity: 'positive',
  confidence: 1,
  ...fields,
});
const in1 = (year: string) => ({ from: year, to: year, text: year });

describe('judging a claim', () => {
  const asOf = '2025-11-05';
  it.each<[string, Partial<Claim>, string, string]>([
    ['Russia last tested in 1990', { time: in1('1990') }, 'supported', 'test:'],
    ['Russia last tested in 1991', { time: in1('1991') }, 'contradicted', 'test:'],
    ['The US last tested in 1992', { actor: 'USA', time: in1('1992') }, 'supported', 'test:'],
    ['Britain last tested in 1992', { actor: 'GBR', time: in1('1992') }, 'contradicted', 'test:'],
    [
      'Russia has not tested since 1990',
      { polarity: 'negative', time: { from: '1990', text: 'since 1990' } },
      'supported',
      'test:',
    ],
    [
      'North Korea has not tested since 2016',
      { actor: 'PRK', polarity: 'negative', time: { from: '2016', text: 'since 2016' } },
      'contradicted',
      'test:',
    ],
    ['India has never tested', { actor: 'IND', polarity: 'negative' }, 'contradicted', 'test:'],
    [
      'the US has not ratified the treaty',
      { act: 'ratify', actor: 'USA', object: 'ctbt', polarity: 'negative' },
      'supported',
      'treaty:',
    ],
    ['Russia has ratified the treaty', { act: 'ratify', object: 'ctbt' }, 'outdated', 'treaty:'],
    [
      'Russia revoked its ratification in 2023',
      { act: 'revoke-ratification', object: 'ctbt', time: in1('2023') },
      'supported',
      'treaty:',
    ],
    ['Russia withdrew from the treaty', { act: 'withdraw', object: 'ctbt' }, 'contradicted', 'treaty:'],
    ['India signed the treaty', { act: 'sign', actor: 'IND', object: 'ctbt' }, 'not-in-ledger', ''],
    [
      'China tested on 22 June 2020',
      { actor: 'CHN', time: in1('2020-06-22'), speaker: { actor: 'USA' } },
      'disputed',
      'statement:',
    ],
    ['Pakistan tested in 2011', { actor: 'PAK', time: in1('2011') }, 'not-in-ledger', ''],
    ['Russia weighs tests', { modality: 'considered' }, 'not-checkable', 'statement:'],
  ])('%s: %s', (words, fields, verdict, fact) => {
    const judged = judgeClaim(ledger, claim(fields), words, { asOf });
    expect(judged.verdict, judged.note).toBe(verdict);
    if (fact !== '') expect(judged.because[0]?.fact).toMatch(new RegExp(`^${fact}`));
    for (const { source } of judged.because) expect(source).not.toBe('');
  });

  it('shows an allegation and its denials side by side once they are on record', () => {
    const judged = judgeClaim(
      ledger,
      claim({ actor: 'CHN', time: in1('2020-06-22'), speaker: { actor: 'USA' } }),
      'China tested',
      { asOf: '2026-03-01' },
    );
    expect(judged.verdict).toBe('disputed');
    expect(judged.because.length).toBeGreaterThan(2);
  });

  it('gives the three days that sources name for the Russian withdrawal', () => {
    const { note } = judgeClaim(
      ledger,
      claim({ act: 'revoke-ratification', object: 'ctbt' }),
      'Putin revoked',
      { asOf: '2026-01-01' },
    );
    expect(note).toMatch(/2 November 2023, 3 November 2023, 14 November 2023/);
  });
});

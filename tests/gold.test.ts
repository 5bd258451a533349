import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ACTS, MODALITIES, RELATIONS } from '../src/claims/claim.ts';

const script = (name: string) => resolve(import.meta.dirname, '../scripts/score-claims', name);
const { readGold } = await import(script('gold.mjs'));
const { agreement } = await import(script('match.mjs'));

interface GoldClaim {
  readonly act: string;
  readonly modality: string;
  readonly condition?: { readonly act: string; readonly relation: string };
}

describe('the gold set', () => {
  it.each(['development', 'test'])('is annotated in the vocabulary of claims: %s', (split) => {
    const reports: { name: string; claims: readonly GoldClaim[] }[] = readGold(
      resolve(import.meta.dirname, 'gold', split),
    );
    expect(reports.length).toBeGreaterThanOrEqual(20);
    for (const { name, claims } of reports) {
      for (const { act, modality, condition } of claims) {
        expect(ACTS, name).toContain(act);
        expect(MODALITIES, name).toContain(modality);
        if (condition === undefined) continue;
        expect(['other', ...ACTS], name).toContain(condition.act);
        expect(RELATIONS, name).toContain(condition.relation);
      }
    }
  });
});

describe('the scorer', () => {
  const claim = {
    speaker: { actor: 'RUS' },
    act: 'test',
    actor: 'RUS',
    modality: 'threatened',
    polarity: 'positive',
    condition: { act: 'test', actor: 'USA', polarity: 'positive', relation: 'if' },
  };
  const unconditional = { ...claim, condition: undefined };

  it.each([
    ['the same claim', claim, { core: true, full: true }],
    ['resumed tests', { ...claim, act: 'resume-test' }, { core: true, full: true }],
    [
      'an opposite with the truth flipped',
      { ...claim, act: 'halt-test', polarity: 'negative' },
      { core: true, full: true },
    ],
    ['an opposite with the same truth', { ...claim, act: 'halt-test' }, { core: false, full: false }],
    ['another actor', { ...claim, actor: 'CHN' }, { core: false, full: false }],
    ['a condition missed', unconditional, { core: true, full: false }],
    ['another speaker', { ...claim, speaker: { actor: 'press' } }, { core: true, full: false }],
  ])('leniently takes %s as it should', (_, read, expected) => {
    expect(agreement(read, claim, true)).toMatchObject(expected);
  });

  it('strictly tells a test from resumed tests', () => {
    expect(agreement({ ...claim, act: 'resume-test' }, claim, false).core).toBe(false);
  });
});

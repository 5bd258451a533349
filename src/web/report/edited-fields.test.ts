import { describe, expect, it } from 'vitest';
import type { Claim } from '../../claims/claim.ts';
import { draftOf, editedBy } from './edited-fields.ts';

const claim: Claim = {
  id: 'r-c1',
  report: 'r',
  span: { start: 0, end: 10 },
  quote: 'it would test if the other did',
  speaker: { actor: 'RUS', person: 'A. Person', org: 'Ministry' },
  act: 'test',
  actor: 'RUS',
  object: 'nuclear-test',
  modality: 'threatened',
  polarity: 'positive',
  condition: { act: 'test', actor: 'USA', object: 'nuclear-test', polarity: 'positive', relation: 'if' },
  confidence: 0.8,
};
const edited = (change: Partial<ReturnType<typeof draftOf>>) =>
  editedBy(claim, { ...draftOf(claim), ...change });

describe('what an analyst puts right', () => {
  it('is nothing where nothing was changed', () => {
    expect(edited({})).toEqual({});
  });

  it('is only what differs', () => {
    expect(edited({ act: 'resume-test', modality: 'announced' })).toEqual({
      act: 'resume-test',
      modality: 'announced',
    });
  });

  it('takes away what is left empty', () => {
    expect(edited({ object: ' ', conditional: false })).toEqual({ object: null, condition: null });
  });

  it('keeps the object of a condition whose act stays, and drops the one of another act', () => {
    expect(edited({ relation: 'only-if' })).toEqual({
      condition: { ...claim.condition, relation: 'only-if' },
    });
    expect(edited({ conditionAct: 'deploy' }).condition).not.toHaveProperty('object');
  });

  it('drops the organisation of another speaker', () => {
    expect(edited({ person: 'B. Person' })).toEqual({
      speaker: { actor: 'RUS', person: 'B. Person', org: 'Ministry' },
    });
    expect(edited({ speaker: 'CHN', person: '' })).toEqual({ speaker: { actor: 'CHN' } });
  });
});

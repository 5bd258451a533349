import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { modelFromYaml, modelToGmcr } from '../model/index.ts';
import { sentModel } from './model-source.ts';
import { outcomesAnswer, reasonAnswer } from './outcomes-answer.ts';

const chicken = readFileSync(resolve(import.meta.dirname, '../../catalog/chicken.yaml'), 'utf8');

describe('a model that was sent', () => {
  it('is analysed, its file as it was sent', () => {
    const { model, analysis, errors } = outcomesAnswer(sentModel({ yaml: chicken }));
    expect(errors).toEqual([]);
    expect(model.yaml).toBe(chicken);
    expect(model.shape!.decisionMakers[0]!.preferences[0]).toBe('A.swerve or B.swerve');
    expect(analysis!.equilibria.nash).toEqual([1, 2]);
  });

  it('is the same by its data, and as a file of GMCR+', () => {
    const { shape } = sentModel({ yaml: chicken });
    const gmcr = modelToGmcr(modelFromYaml(chicken, 'chicken.yaml')).text!;
    for (const source of [{ shape }, { gmcr }])
      expect(outcomesAnswer(sentModel(source)).analysis!.equilibria.nash).toEqual([1, 2]);
  });

  it('says what is wrong at its place, and keeps the rest', () => {
    const { shape } = sentModel({ yaml: chicken });
    const [first, second] = shape!.decisionMakers;
    const broken = {
      ...shape!,
      decisionMakers: [first, { ...second!, preferences: ['A.swerve', 'B.swrve and'] }],
    };
    const { model, analysis, errors } = outcomesAnswer(sentModel({ shape: broken }));
    expect(analysis).toBeUndefined();
    expect(model.shape!.decisionMakers[1]!.preferences[1]).toBe('B.swrve and');
    expect(errors[0]).toMatchObject({ path: ['decisionMakers', 1, 'preferences', 1] });
    expect(errors[0]!.message).toContain('column 12');
  });

  it('may be anything at all', () => {
    for (const source of [{ yaml: '' }, { yaml: '[' }, { gmcr: '{' }, { shape: null }, { shape: { a: 1 } }]) {
      const answer = outcomesAnswer(sentModel(source));
      expect(answer.errors).toHaveLength(1);
      expect(answer.analysis).toBeUndefined();
    }
  });

  it('is refused in words where it has too many states', () => {
    const options = Array.from({ length: 15 }, (_, i) => ({ id: `a${i}` }));
    const { errors } = outcomesAnswer(sentModel({ shape: { decisionMakers: [{ id: 'A', options }] } }));
    expect(errors[0]!.message).toMatch(/^32768 states are too many to show here/);
  });
});

describe('the reason of a verdict', () => {
  const model = modelFromYaml(
    readFileSync(resolve(import.meta.dirname, '../../catalog/prisoners-dilemma.yaml'), 'utf8'),
    'pd.yaml',
  );

  it('names the move and the counter-move', () => {
    expect(reasonAnswer(model, 0, 'A', 'seq')).toMatchObject({
      stable: true,
      improvements: [{ to: 1, deterrent: { end: 3, moves: [{ dm: 'B', from: 1, to: 3 }] } }],
    });
    expect(reasonAnswer(model, 0, 'A', 'nash')).toMatchObject({ stable: false, improvements: [{ to: 1 }] });
  });

  it('is not there for nobody and nowhere', () => {
    expect(reasonAnswer(model, 0, 'C', 'seq')).toBeUndefined();
    expect(reasonAnswer(model, 4, 'A', 'seq')).toBeUndefined();
  });
});

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../analysis/index.ts';
import { modelFromYaml } from '../../model/index.ts';
import { moveWords, stateName, stateWords } from './state-words.ts';

const analysed = (name: string) => {
  const file = resolve(import.meta.dirname, `../../../catalog/${name}.yaml`);
  return analyse(modelFromYaml(readFileSync(file, 'utf8'), file));
};

describe('a state in words', () => {
  const elmira = analysed('elmira');
  it('says who has taken what, and what stands for either', () => {
    expect(stateName(elmira, 0)).toBe('State 1 (status quo)');
    expect(stateWords(elmira, 0)).toBe('Uniroyal: Delay by appeals');
    expect(stateWords(elmira, elmira.states.indexOf('-NNY-'))).toBe(
      'Uniroyal: Abandon the plant, whether or not Ministry of the Environment: Modify the control order; Local governments: Insist on the first order',
    );
    expect(stateWords(analysed('chicken'), 0)).toBe('Nobody takes any of these options');
  });

  it('is its name where states have names', () => {
    const text =
      'states: [calm, war]\ndecisionMakers: [{ id: A, moves: [calm -> war], ranking: [calm, war] }]';
    const named = analyse(modelFromYaml(text, 'm'));
    expect(stateWords(named, 1)).toBe('war');
    expect(moveWords(named, 0, 1)).toBe('goes to war');
  });

  it('tells a move by what it changes', () => {
    const chicken = analysed('chicken');
    expect(moveWords(chicken, 0, 1)).toBe('takes “A.swerve”');
    expect(moveWords(chicken, 3, 1)).toBe('gives up “B.swerve”');
  });

  it('does not name twice who is named in the option', () => {
    const model = modelFromYaml(
      'decisionMakers: [{ id: R, name: Russia, options: [{ id: R.t, name: Russia tests }] }]',
      'm',
    );
    expect(stateWords(analyse(model), 1)).toBe('Russia tests');
  });
});

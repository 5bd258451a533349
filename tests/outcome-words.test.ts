import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyse } from '../src/analysis/index.ts';
import { moveInWords, stateInWords } from '../src/brief/outcome-words.ts';
import { modelFromYaml } from '../src/model/index.ts';
import { stateName } from '../src/web/outcomes/state-words.ts';

const analysed = (name: string) => {
  const file = resolve(import.meta.dirname, `../catalog/${name}.yaml`);
  return analyse(modelFromYaml(readFileSync(file, 'utf8'), file));
};

describe('a state in words', () => {
  const elmira = analysed('elmira');
  it('says who has taken what, and what stands for either', () => {
    expect(stateName(elmira, 0)).toBe('State 1 (status quo)');
    expect(stateInWords(elmira, 0)).toBe('Uniroyal: Delay by appeals');
    expect(stateInWords(elmira, elmira.states.indexOf('-NNY-'))).toBe(
      'Uniroyal: Abandon the plant, whether or not Ministry of the Environment: Modify the control order; Local governments: Insist on the first order',
    );
    expect(stateInWords(analysed('chicken'), 0)).toBe('Nobody takes any of these options');
  });

  it('is its name where states have names', () => {
    const text =
      'states: [calm, war]\ndecisionMakers: [{ id: A, moves: [calm -> war], ranking: [calm, war] }]';
    const named = analyse(modelFromYaml(text, 'm'));
    expect(stateInWords(named, 1)).toBe('war');
    expect(moveInWords(named, { dm: 'A', from: 0, to: 1 })).toBe('A goes to war');
  });

  it('tells a move by what it changes', () => {
    const chicken = analysed('chicken');
    expect(moveInWords(chicken, { dm: 'A', from: 0, to: 1 })).toBe('A takes “A.swerve”');
    expect(moveInWords(chicken, { dm: 'B', from: 3, to: 1 })).toBe('B gives up “B.swerve”');
  });

  it('does not name twice who is named in the option', () => {
    const model = modelFromYaml(
      'decisionMakers: [{ id: R, name: Russia, options: [{ id: R.t, name: Russia tests }] }]',
      'm',
    );
    expect(stateInWords(analyse(model), 1)).toBe('Russia tests');
  });
});

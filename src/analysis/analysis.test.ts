import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Formula, iff, ifThen, modelFromYaml, not, option, type Position } from '../model/index.ts';
import { type Analysis, analyse } from './index.ts';

const catalog = (name: string): Analysis => {
  const file = resolve(import.meta.dirname, `../../catalog/${name}.yaml`);
  return analyse(modelFromYaml(readFileSync(file, 'utf8'), file));
};
const states = ({ states: all, equilibria }: Analysis, concept: string) =>
  equilibria[concept]!.map((index) => all[index]);

describe('published conflicts', () => {
  it("Prisoner's Dilemma: defection is Nash, cooperation is sequentially stable as well", () => {
    const analysis = catalog('prisoners-dilemma');
    expect(states(analysis, 'nash')).toEqual(['YY']);
    expect(states(analysis, 'seq')).toEqual(['NN', 'YY']);
  });

  it('Chicken: one swerves is Nash, and nothing else is sequentially stable', () => {
    const analysis = catalog('chicken');
    expect(states(analysis, 'nash')).toEqual(['YN', 'NY']);
    expect(states(analysis, 'seq')).toEqual(['YN', 'NY']);
  });
});

const position = (
  holder: string,
  formula: Formula,
  kind: Position['kind'] = 'offer',
  strength = 1,
): Position => ({
  id: `${holder}-${kind}-${JSON.stringify(formula)}`,
  holder,
  kind,
  formula,
  strength,
  claims: [],
  facts: [],
});

function standoff(
  options: readonly string[],
  positions: readonly Position[],
  statusQuo: readonly string[] = [],
): Analysis {
  const makers = [...new Set(options.map((id) => id.split('.')[0]!))];
  return analyse({
    title: '',
    options: options.map((id) => ({ id, name: id, owners: [id.split('.')[0]!], direction: 'both' })),
    decisionMakers: makers.map((id) => ({ id, name: id, preferences: [] })),
    infeasible: [],
    statusQuo,
    positions,
  });
}

const [a, b, c] = ['A.disarm', 'B.disarm', 'C.mediate'].map(option) as [Formula, Formula, Formula];

describe('who must move first', () => {
  it('each waits for the other: a deadlock that only a third party can end', () => {
    const { waits, deadlocks, firstMoves } = standoff(
      ['A.disarm', 'B.disarm'],
      [position('A', iff(a, b)), position('B', iff(b, a))],
    );
    expect(waits.map(({ option: own, for: other }) => [own, other.option])).toEqual([
      ['A.disarm', 'B.disarm'],
      ['B.disarm', 'A.disarm'],
    ]);
    expect(deadlocks).toEqual([['A.disarm', 'B.disarm']]);
    expect(firstMoves).toEqual([]);
  });

  it('a chain of offers is carried by its first link', () => {
    const { firstMoves } = standoff(
      ['A.disarm', 'B.disarm', 'C.mediate'],
      [position('A', iff(a, b)), position('B', iff(b, c))],
    );
    expect(firstMoves).toMatchObject([
      { outcome: 'A.disarm', moves: ['C.mediate'], unlocks: ['B.disarm', 'A.disarm'] },
      { outcome: 'B.disarm', moves: ['C.mediate'], unlocks: ['B.disarm', 'A.disarm'] },
    ]);
  });

  it('an offer waits for what its holder has put on it: ready to talk, but you must begin', () => {
    const { firstMoves } = standoff(
      ['A.disarm', 'B.disarm'],
      [position('A', a), position('A', ifThen(b, a), 'refusal'), position('A', b, 'demand')],
    );
    expect(firstMoves).toMatchObject([{ outcome: 'A.disarm', moves: ['B.disarm'], unlocks: ['A.disarm'] }]);
  });

  it('what is only weighed carries nothing', () => {
    const { firstMoves } = standoff(['A.disarm', 'B.disarm'], [position('A', ifThen(a, b), 'offer', 0.4)]);
    expect(firstMoves).toEqual([]);
  });

  it('a party that refuses a step does not take it first', () => {
    const { firstMoves } = standoff(
      ['A.disarm', 'B.disarm'],
      [position('A', iff(a, b)), position('B', not(b), 'refusal')],
    );
    expect(firstMoves).toEqual([]);
  });

  it('a position about other things changes no first move', () => {
    const before = standoff(
      ['A.disarm', 'B.disarm', 'C.mediate', 'C.other'],
      [position('A', iff(a, b))],
    ).firstMoves;
    const after = standoff(
      ['A.disarm', 'B.disarm', 'C.mediate', 'C.other'],
      [position('A', iff(a, b)), position('C', not(option('C.other')), 'refusal')],
    ).firstMoves;
    expect(after).toEqual(before);
  });
});

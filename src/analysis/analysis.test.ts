import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Formula,
  iff,
  ifThen,
  type Model,
  modelFromYaml,
  not,
  option,
  type Position,
} from '../model/index.ts';
import { type Analysis, analyse } from './index.ts';

const catalog = (name: string): Analysis => {
  const file = resolve(import.meta.dirname, `../../catalog/${name}.yaml`);
  return analyse(modelFromYaml(readFileSync(file, 'utf8'), file));
};
const states = ({ states: all }: Analysis, indices: readonly number[]) => indices.map((index) => all[index]);

describe('published conflicts', () => {
  it("Prisoner's Dilemma: defection is Nash, cooperation is sequentially stable as well", () => {
    const analysis = catalog('prisoners-dilemma');
    expect(states(analysis, analysis.equilibria.nash)).toEqual(['YY']);
    expect(states(analysis, analysis.equilibria.seq)).toEqual(['NN', 'YY']);
  });

  it('Chicken: one swerves is Nash, and nothing else is sequentially stable', () => {
    const analysis = catalog('chicken');
    expect(states(analysis, analysis.equilibria.nash)).toEqual(['YN', 'NY']);
    expect(states(analysis, analysis.equilibria.seq)).toEqual(['YN', 'NY']);
  });
});

// Random conflicts of two or three decision makers with one or two options each, some of them irreversible.
const conflict = fc.array(fc.integer({ min: 1, max: 2 }), { minLength: 2, maxLength: 3 }).chain((sizes) => {
  const ids = sizes.flatMap((size, maker) =>
    Array.from({ length: size }, (_, index) => `M${maker}.o${index}`),
  );
  const literal = fc
    .tuple(fc.constantFrom(...ids), fc.boolean())
    .map(([id, yes]): Formula => (yes ? option(id) : not(option(id))));
  const formula = fc.oneof(
    literal,
    fc.tuple(literal, literal).map(([a, b]) => iff(a, b)),
    fc.tuple(literal, literal).map(([a, b]) => ifThen(a, b)),
  );
  return fc
    .record({
      preferences: fc.array(fc.array(formula, { maxLength: 4 }), {
        minLength: sizes.length,
        maxLength: sizes.length,
      }),
      directions: fc.array(fc.constantFrom('both' as const, 'forward' as const, 'back' as const), {
        minLength: ids.length,
        maxLength: ids.length,
      }),
    })
    .map(
      ({ preferences, directions }): Model => ({
        title: '',
        options: ids.map((id, index) => ({
          id,
          name: id,
          owner: id.split('.')[0]!,
          direction: directions[index]!,
        })),
        decisionMakers: preferences.map((statements, index) => ({
          id: `M${index}`,
          name: `M${index}`,
          preferences: statements,
        })),
        infeasible: [],
        positions: [],
      }),
    );
});

/** The definitions again, slowly and on words instead of masks: the oracle. */
function slowly(model: Model) {
  const ids = model.options.map(({ id }) => id);
  const all = Array.from({ length: 2 ** ids.length }, (_, mask) => ids.map((_, bit) => (mask >> bit) & 1));
  const truth = (formula: Formula, state: readonly number[]): boolean => {
    switch (formula.kind) {
      case 'option':
        return state[ids.indexOf(formula.option)] === 1;
      case 'constant':
        return formula.value;
      case 'not':
        return !truth(formula.of, state);
      case 'and':
        return truth(formula.left, state) && truth(formula.right, state);
      case 'or':
        return truth(formula.left, state) || truth(formula.right, state);
      case 'iff':
        return truth(formula.left, state) === truth(formula.right, state);
      case 'if':
        return !truth(formula.when, state) || truth(formula.then, state);
    }
  };
  const word = (maker: number, state: number) =>
    model.decisionMakers[maker]!.preferences.map((statement) => (truth(statement, all[state]!) ? 1 : 0)).join(
      '',
    );
  const better = (maker: number, to: number, from: number) => word(maker, to) > word(maker, from);
  const moves = (maker: number, from: number) =>
    all.flatMap((state, to) => {
      const changed = ids.flatMap((_, bit) => (state[bit] === all[from]![bit] ? [] : [bit]));
      const legal = changed.every((bit) => {
        const { owner, direction } = model.options[bit]!;
        return (
          owner === `M${maker}` &&
          !(direction === 'forward' && state[bit] === 0) &&
          !(direction === 'back' && state[bit] === 1)
        );
      });
      return changed.length > 0 && legal ? [to] : [];
    });
  const improvements = (maker: number, from: number) =>
    moves(maker, from).filter((to) => better(maker, to, from));
  const sequences = (
    others: readonly number[],
    from: number,
    last: number,
    seen: Set<string>,
    found: Set<number>,
  ) => {
    for (const mover of others.filter((other) => other !== last)) {
      for (const to of improvements(mover, from)) {
        found.add(to);
        if (seen.has(`${to} ${mover}`)) continue;
        seen.add(`${to} ${mover}`);
        sequences(others, to, mover, seen, found);
      }
    }
    return found;
  };
  const makers = model.decisionMakers.map((_, index) => index);
  const nash = (maker: number) =>
    all.flatMap((_, state) => (improvements(maker, state).length === 0 ? [state] : []));
  const seq = (maker: number) =>
    all.flatMap((_, state) =>
      improvements(maker, state).every((to) =>
        [
          ...sequences(
            makers.filter((other) => other !== maker),
            to,
            -1,
            new Set(),
            new Set(),
          ),
        ].some((end) => !better(maker, end, state)),
      )
        ? [state]
        : [],
    );
  return { nash: makers.map(nash), seq: makers.map(seq) };
}

describe('stability', () => {
  it('agrees with the definitions on random conflicts', () => {
    fc.assert(
      fc.property(conflict, (model) => {
        const { stability } = analyse(model);
        const expected = slowly(model);
        model.decisionMakers.forEach(({ id }, index) => {
          expect(stability[id]!.nash).toEqual(expected.nash[index]);
          expect(stability[id]!.seq).toEqual(expected.seq[index]);
        });
      }),
      { numRuns: 400 },
    );
  });

  it('Nash implies sequential stability', () => {
    fc.assert(
      fc.property(conflict, (model) => {
        const { equilibria } = analyse(model);
        return equilibria.nash.every((state) => equilibria.seq.includes(state));
      }),
    );
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
    options: options.map((id) => ({ id, name: id, owner: id.split('.')[0]!, direction: 'both' })),
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
    expect(firstMoves).toEqual([
      { outcome: 'A.disarm', moves: ['C.mediate'], unlocks: ['B.disarm', 'A.disarm'] },
      { outcome: 'B.disarm', moves: ['C.mediate'], unlocks: ['B.disarm', 'A.disarm'] },
    ]);
  });

  it('an offer waits for what its holder has put on it: ready to talk, but you must begin', () => {
    const { firstMoves } = standoff(
      ['A.disarm', 'B.disarm'],
      [position('A', a), position('A', ifThen(b, a), 'refusal'), position('A', b, 'demand')],
    );
    expect(firstMoves).toEqual([{ outcome: 'A.disarm', moves: ['B.disarm'], unlocks: ['A.disarm'] }]);
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

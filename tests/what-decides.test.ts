import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  analyse,
  CONCEPTS,
  type Conflict,
  conflictOf,
  conflictToGraphml,
  edited,
  editsOf,
  limitedMoves,
  rankingForGoals,
  requirementsFor,
  sensitivityOf,
  shareOfRankings,
  smallestChanges,
  stabilityMargins,
  verdictsFor,
} from '../src/analysis/index.ts';
import { type Model, modelFromYaml, StateSpaceError, stateName } from '../src/model/index.ts';
import { plainConflict, plainTerms, stable } from './oracle/graph-model.ts';
import { optionModel } from './oracle/random-model.ts';

const small = optionModel({ makers: 3, optionsAtMost: 3 });

function conflictOrNone(model: Model): Conflict | undefined {
  try {
    return conflictOf(model);
  } catch (error) {
    if (error instanceof StateSpaceError) return undefined;
    throw error;
  }
}

/** The model with one decision maker's ranking given state by state. */
const withRanking = (
  model: Model,
  conflict: Conflict,
  maker: number,
  order: readonly (readonly number[])[],
): Model => ({
  ...model,
  decisionMakers: model.decisionMakers.map((one, index) =>
    index === maker
      ? {
          id: one.id,
          name: one.name,
          preferences: [],
          ranking: order.map((states) => ({
            states: states.map((state) => stateName(conflict.space, state)),
            strong: false,
          })),
        }
      : one,
  ),
});

function permutations(list: readonly number[]): readonly (readonly number[])[] {
  if (list.length <= 1) return [list];
  return list.flatMap((first) =>
    permutations(list.filter((one) => one !== first)).map((rest) => [first, ...rest]),
  );
}

describe('inverse analysis', () => {
  it('the share of rankings is that of all permutations, tried one by one', () => {
    fc.assert(
      fc.property(small, fc.nat(), fc.nat(), (model, at, who) => {
        const conflict = conflictOrNone(model);
        if (conflict === undefined || conflict.space.count > 6) return;
        const state = at % conflict.space.count;
        const maker = who % model.decisionMakers.length;
        const all = permutations([...conflict.space.masks.keys()]);
        for (const concept of CONCEPTS) {
          const holding = all.filter((order) => {
            const plain = plainConflict(
              withRanking(
                model,
                conflict,
                maker,
                order.map((one) => [one]),
              ),
            );
            return stable(plain, maker, concept, plainTerms(plain)).includes(state);
          });
          const share = shareOfRankings(requirementsFor(conflict, maker, state, concept))!;
          expect(share * all.length).toBeCloseTo(holding.length, 6);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('a ranking for several goals at once meets them all, and is refused only where none does', () => {
    fc.assert(
      fc.property(
        small,
        fc.nat(),
        fc.array(
          fc.record({ state: fc.nat(), concept: fc.constantFrom(...CONCEPTS), stable: fc.boolean() }),
          {
            minLength: 1,
            maxLength: 3,
          },
        ),
        (model, who, wishes) => {
          const conflict = conflictOrNone(model);
          if (conflict === undefined || conflict.space.count > 5) return;
          const maker = who % model.decisionMakers.length;
          const goals = wishes.map((wish) => ({ ...wish, state: wish.state % conflict.space.count }));
          const meets = (candidate: Model) => {
            const plain = plainConflict(candidate);
            return goals.every(
              ({ state, concept, stable: wanted }) =>
                stable(plain, maker, concept, plainTerms(plain)).includes(state) === wanted,
            );
          };
          const rank = rankingForGoals(conflict, maker, goals);
          if (rank === undefined) {
            for (const order of permutations([...conflict.space.masks.keys()]))
              expect(
                meets(
                  withRanking(
                    model,
                    conflict,
                    maker,
                    order.map((one) => [one]),
                  ),
                ),
              ).toBe(false);
            return;
          }
          const order: number[][] = [];
          rank.forEach((place, state) => {
            order[place - 1] ??= [];
            order[place - 1]!.push(state);
          });
          expect(meets(withRanking(model, conflict, maker, order))).toBe(true);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('the smallest changes of statements do it, and no smaller ones', () => {
    fc.assert(
      fc.property(optionModel({ makers: 2, optionsAtMost: 2 }), fc.nat(), (model, at) => {
        const conflict = conflictOrNone(model);
        if (conflict === undefined) return;
        const goal = {
          state: stateName(conflict.space, at % conflict.space.count),
          concept: 'seq',
          stable: true,
        } as const;
        const isMet = (changed: Model) => {
          const { equilibria, states } = analyse(changed, { concepts: ['seq'] });
          return equilibria.seq!.some((state) => states[state] === goal.state);
        };
        const found = smallestChanges(model, [goal], 2);
        for (const edits of found) expect(isMet(edits.reduce(edited, model))).toBe(true);
        const single = model.decisionMakers.flatMap((maker, index) => editsOf(index, maker));
        if (found[0]?.length !== 0) expect(isMet(model)).toBe(false);
        if (found.length === 0 || found[0]!.length === 2)
          for (const edit of single) expect(isMet(edited(model, edit))).toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});

describe('robustness', () => {
  it('a margin tells how far a state can fall before its verdict turns', () => {
    fc.assert(
      fc.property(small, (model) => {
        const conflict = conflictOrNone(model);
        if (conflict === undefined) return;
        for (const concept of ['nash', 'gmr', 'smr', 'seq', 'sseq'] as const) {
          model.decisionMakers.forEach((_, maker) => {
            const margins = stabilityMargins(conflict, maker, concept)!;
            const verdicts = verdictsFor(conflict, maker, concept);
            expect([...margins].map((margin) => margin >= 0)).toEqual([...verdicts].map((yes) => yes === 1));
          });
        }
      }),
      { numRuns: 100 },
    );
  });

  it('names the statement on which an equilibrium hangs', () => {
    const model = modelFromYaml(
      `
decisionMakers:
  - { id: A, options: [{ id: a }], preferences: [a iff b] }
  - { id: B, options: [{ id: b }], preferences: [b] }
`,
      'm.yaml',
    );
    const found = sensitivityOf(model, 'nash');
    expect(found).toContainEqual({
      edit: { kind: 'reverse', maker: 1, place: 0 },
      lost: ['YY'],
      gained: ['NN'],
    });
    expect(found).toContainEqual({ edit: { kind: 'drop', maker: 0, place: 0 }, lost: [], gained: ['NY'] });
  });
});

describe('limited moves', () => {
  /** Kilgour 1985, straight from the definition: G_h(i, s) by recursion. */
  function foresee(model: Model, horizon: number, maker: number, state: number): number {
    const plain = plainConflict(model);
    const play = (h: number, i: number, s: number): number => {
      if (h === 0) return s;
      const moves = plain.moves(i, s);
      if (moves.length === 0) return s;
      const ends = moves.map((to) => play(h - 1, 1 - i, to));
      const best = ends.reduce((a, b) => (plain.compare(i, b, a) === '>' ? b : a));
      return plain.compare(i, best, s) === '>' ? best : s;
    };
    return play(horizon, maker, state);
  }

  it('agree with the definition for horizons to 4, and L1 is Nash', () => {
    fc.assert(
      fc.property(optionModel({ makers: 2, optionsAtMost: 3 }), (model) => {
        const conflict = conflictOrNone(model);
        if (conflict === undefined) return;
        const play = limitedMoves(conflict);
        for (const maker of [0, 1]) {
          expect([...play.stable(maker, 1)]).toEqual([...verdictsFor(conflict, maker, 'nash')]);
          for (let horizon = 1; horizon <= 4; horizon++) {
            expect([...play.stable(maker, horizon)]).toEqual(
              [...conflict.space.masks.keys()].map((state) =>
                foresee(model, horizon, maker, state) === state ? 1 : 0,
              ),
            );
          }
          const far = Array.from({ length: 3 * play.period }, (_, step) =>
            play.stable(maker, play.settlesAt + step + 1),
          );
          expect([...play.nonMyopic(maker)]).toEqual(
            [...conflict.space.masks.keys()].map((state) => (far.every((one) => one[state]) ? 1 : 0)),
          );
        }
      }),
      { numRuns: 100 },
    );
  });

  it('are refused for three', () => {
    const model = modelFromYaml('decisionMakers: [{ id: A }, { id: B }, { id: C }]', 'm.yaml');
    expect(() => analyse(model, { horizons: [2] })).toThrow(
      /defined for two decision makers; this model has 3/,
    );
  });
});

describe('misperception', () => {
  const text = (view: string) => `
decisionMakers:
  - { id: A, options: [{ id: a }], preferences: [a and not b, not b]${view} }
  - { id: B, options: [{ id: b }], preferences: [a iff b] }
`;
  const seqOf = (view: string) => {
    const { stability, states } = analyse(modelFromYaml(text(view), 'm.yaml'), { concepts: ['seq'] });
    return stability.A!.seq!.map((state) => states[state]);
  };

  it('what A does not see coming does not deter it', () => {
    expect(seqOf('')).toContain('NN');
    expect(seqOf(', view: { unseen: [a and b] }')).not.toContain('NN');
  });

  it('A answers to what it takes B to want', () => {
    expect(seqOf(', view: { preferences: { B: [not b] } }')).not.toContain('NN');
  });
});

describe('graphs', () => {
  it('GraphML has a node a state and an edge a move, names made harmless', () => {
    const model = modelFromYaml(
      'decisionMakers: [{ id: A, options: [{ id: a }], preferences: [a] }]',
      'm.yaml',
    );
    const named = { ...model, decisionMakers: model.decisionMakers.map((maker) => ({ ...maker, id: 'A' })) };
    const graph = conflictToGraphml(conflictOf(named));
    expect(graph.match(/<node /g)).toHaveLength(2);
    expect(graph).toContain(
      '<edge source="s1" target="s2"><data key="mover">A</data><data key="improves">true</data>',
    );
    const hostile = conflictToGraphml(
      conflictOf({
        ...model,
        options: [],
        states: ['x"><script>'],
        decisionMakers: [{ id: '<b>', name: 'b', preferences: [], moves: [] }],
      }),
    );
    expect(hostile).not.toMatch(/<script|<b>/);
  });
});

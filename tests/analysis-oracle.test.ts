import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allCoalitions,
  analyse,
  COALITION_CONCEPTS,
  CONCEPTS,
  conflictOf,
  EXTENSIONS,
  type Extension,
  extensionReading,
  isDefined,
  reasonFor,
  stableUnder,
  strongReading,
  verdictsFor,
} from '../src/analysis/index.ts';
import { type Model, StateSpaceError, stateName } from '../src/model/index.ts';
import {
  coalitionStable,
  extensionTerms,
  plainConflict,
  plainTerms,
  sequences,
  stable,
  strongTerms,
} from './oracle/graph-model.ts';
import { namedModel, optionModel } from './oracle/random-model.ts';

const indices = (flags: Uint8Array) => [...flags.keys()].filter((state) => flags[state]);

/** The conflict, or undefined where no state is feasible. */
function conflictOrNone(model: Model) {
  try {
    return conflictOf(model);
  } catch (error) {
    if (error instanceof StateSpaceError) return undefined;
    throw error;
  }
}

/** Compares every concept and decision maker with the definitions; tells whether there was something to compare. */
function agrees(model: Model): void {
  const conflict = conflictOrNone(model);
  if (conflict === undefined) return;
  const plain = plainConflict(model);
  expect(Array.from(conflict.space.masks.keys(), (state) => stateName(conflict.space, state))).toEqual(
    plain.states,
  );
  const terms = plainTerms(plain);
  for (const concept of CONCEPTS) {
    if (!isDefined(conflict, concept)) continue;
    plain.makers.forEach((maker, index) => {
      expect([maker, concept, indices(verdictsFor(conflict, index, concept))]).toEqual([
        maker,
        concept,
        stable(plain, index, concept, terms),
      ]);
    });
  }
}

describe('stability by every concept agrees with the definitions', () => {
  it('in option form: irreversible, shared, infeasible, tied', () => {
    fc.assert(fc.property(optionModel({ optionsAtMost: 5 }), agrees), { numRuns: 1500 });
    fc.assert(fc.property(optionModel({ makers: 3, optionsAtMost: 7 }), agrees), { numRuns: 100 });
  });

  it('with ten options', () => {
    fc.assert(fc.property(optionModel({ makers: 3, optionsAtMost: 10 }), agrees), { numRuns: 5 });
  });

  it('with forbidden moves', () => {
    fc.assert(fc.property(optionModel({ forbidden: true, optionsAtMost: 5 }), agrees), { numRuns: 600 });
  });

  it('with states that stand for several', () => {
    fc.assert(fc.property(optionModel({ coalesce: true, optionsAtMost: 5 }), agrees), { numRuns: 400 });
  });

  it('on graphs that no options give, intransitive ones among them', () => {
    fc.assert(fc.property(namedModel, agrees), { numRuns: 1000 });
  });
});

describe('unknown preference and strength agree with the definitions', () => {
  it('extensions a to d', () => {
    fc.assert(
      fc.property(optionModel({ doubts: true, makers: 4, optionsAtMost: 4 }), (model) => {
        const conflict = conflictOrNone(model);
        if (conflict === undefined) return;
        const plain = plainConflict(model);
        for (const which of EXTENSIONS) {
          for (const concept of ['nash', 'gmr', 'smr', 'seq'] as const) {
            plain.makers.forEach((_, maker) => {
              expect(
                indices(
                  stableUnder(conflict, maker, concept, extensionReading(conflict, which as Extension)),
                ),
              ).toEqual(stable(plain, maker, concept, extensionTerms(plain, which)));
            });
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('strong stability', () => {
    fc.assert(
      fc.property(optionModel({ strength: true, makers: 4, optionsAtMost: 4 }), (model) => {
        const conflict = conflictOrNone(model);
        if (conflict === undefined) return;
        const plain = plainConflict(model);
        for (const concept of ['gmr', 'smr', 'seq'] as const) {
          plain.makers.forEach((_, maker) => {
            expect(indices(stableUnder(conflict, maker, concept, strongReading(conflict)))).toEqual(
              stable(plain, maker, concept, strongTerms(plain)),
            );
          });
        }
      }),
      { numRuns: 300 },
    );
  });

  it('robust verdicts are those over all completions, tried one by one', () => {
    fc.assert(
      fc.property(optionModel({ doubts: true, makers: 2, optionsAtMost: 3 }), (model) => {
        const conflict = conflictOrNone(model);
        if (conflict === undefined || conflict.preferences.every(({ isUnknown }) => isUnknown === undefined))
          return;
        const plain = plainConflict(model);
        const pairs = plain.makers.flatMap((_, maker) =>
          plain.states.flatMap((_, a) =>
            plain.states.flatMap((_, b) =>
              a < b && plain.compare(maker, a, b) === '?' ? [{ maker, a, b }] : [],
            ),
          ),
        );
        if (pairs.length > 7) return;
        const { unknown } = analyse(model, { concepts: ['nash'] });
        for (const concept of ['nash', 'gmr', 'smr', 'seq'] as const) {
          plain.makers.forEach((id, maker) => {
            const counts = new Array(plain.states.length).fill(0);
            const completions = 3 ** pairs.length;
            for (let number = 0; number < completions; number++) {
              const compare: typeof plain.compare = (m, a, b) => {
                const place = pairs.findIndex(
                  (pair) => pair.maker === m && pair.a === Math.min(a, b) && pair.b === Math.max(a, b),
                );
                if (place < 0) return plain.compare(m, a, b);
                const sign = (['>', '=', '<'] as const)[Math.floor(number / 3 ** place) % 3]!;
                return a < b || sign === '=' ? sign : sign === '>' ? '<' : '>';
              };
              const complete = { ...plain, compare };
              for (const state of stable(complete, maker, concept, plainTerms(complete))) counts[state] += 1;
            }
            const { always, never } = unknown!.robust[id]![concept]!;
            expect(always).toEqual([...counts.keys()].filter((state) => counts[state] === completions));
            const none = [...counts.keys()].filter((state) => counts[state] === 0);
            if (concept === 'seq') expect(none).toEqual(expect.arrayContaining([...never]));
            else expect(never).toEqual(none);
          });
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('coalitions agree with the definitions', () => {
  it('for every partition block and every coalition', () => {
    fc.assert(
      fc.property(
        optionModel({ makers: 4, optionsAtMost: 4 }),
        fc.integer({ min: 0, max: 9 }),
        (model, seed) => {
          if (conflictOrNone(model) === undefined) return;
          const plain = plainConflict(model);
          const ids = plain.makers;
          const groups = ids.reduce<string[][]>((blocks, id, index) => {
            const block = (seed >> index) & 1 ? blocks[0] : undefined;
            if (block === undefined) blocks.push([id]);
            else block.push(id);
            return blocks;
          }, []);
          const indexed = groups.map((group) => group.map((id) => ids.indexOf(id)));
          const partition = analyse(model, { coalitions: groups }).coalitions!;
          const universal = analyse(model, { coalitions: 'all' }).coalitions!;
          for (const concept of COALITION_CONCEPTS) {
            indexed.forEach((block, place) => {
              const answering = indexed.filter((other) => other !== block);
              expect(partition.stability[concept]![place]).toEqual(
                coalitionStable(plain, block, answering, concept),
              );
            });
            allCoalitions(ids.length).forEach((H, place) => {
              const answering = allCoalitions(ids.length).filter((other) =>
                other.every((i) => !H.includes(i)),
              );
              expect(universal.stability[concept]![place]).toEqual(
                coalitionStable(plain, H, answering, concept),
              );
            });
          }
        },
      ),
      { numRuns: 80 },
    );
  });

  it('coalitions of one are the individuals', () => {
    fc.assert(
      fc.property(optionModel({ makers: 4, optionsAtMost: 5 }), (model) => {
        if (conflictOrNone(model) === undefined) return;
        const { coalitions, stability } = analyse(model, { coalitions: [] });
        coalitions!.members.forEach(([id], place) => {
          for (const concept of COALITION_CONCEPTS)
            expect(coalitions!.stability[concept]![place]).toEqual(stability[id!]![concept]);
        });
      }),
      { numRuns: 200 },
    );
  });
});

describe('laws of the concepts', () => {
  it('Nash implies SMR implies GMR, Nash implies SEQ implies GMR, SSEQ implies SMR and SEQ', () => {
    fc.assert(
      fc.property(fc.oneof(optionModel(), namedModel), (model) => {
        if (conflictOrNone(model) === undefined) return;
        for (const by of Object.values(analyse(model).stability)) {
          for (const [narrow, wide] of [
            ['nash', 'smr'],
            ['smr', 'gmr'],
            ['nash', 'seq'],
            ['seq', 'gmr'],
            ['sseq', 'smr'],
            ['sseq', 'seq'],
          ] as const)
            expect(by[wide]).toEqual(expect.arrayContaining([...by[narrow]!]));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('the order of decision makers and options changes nothing', () => {
    fc.assert(
      fc.property(optionModel({ optionsAtMost: 5 }), (model) => {
        if (conflictOrNone(model) === undefined) return;
        const turned = {
          ...model,
          options: [...model.options].reverse(),
          decisionMakers: [...model.decisionMakers].reverse(),
        };
        const [before, after] = [analyse(model), analyse(turned)];
        for (const [id, by] of Object.entries(before.stability)) {
          for (const [concept, states] of Object.entries(by)) {
            const words = after.stability[id]![concept]!.map((state) =>
              [...after.states[state]!].reverse().join(''),
            );
            expect(words.sort()).toEqual(states.map((state) => before.states[state]!).sort());
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('reasons and paths', () => {
  it('the reason of each verdict shows it: every deterrent is legal, and ends no better', () => {
    fc.assert(
      fc.property(optionModel({ makers: 3, optionsAtMost: 5 }), (model) => {
        const conflict = conflictOrNone(model);
        if (conflict === undefined) return;
        const plain = plainConflict(model);
        for (const concept of CONCEPTS) {
          plain.makers.forEach((_, maker) => {
            const expected = stable(plain, maker, concept, plainTerms(plain));
            plain.states.forEach((_, state) => {
              const reason = reasonFor(conflict, maker, state, concept);
              expect(reason.stable).toBe(expected.includes(state));
              for (const { to, deterrent } of reason.improvements) {
                expect(plain.compare(maker, to, state)).toBe('>');
                if (deterrent === undefined) continue;
                expect(plain.compare(maker, deterrent.end, state)).not.toBe('>');
                for (const step of deterrent.moves) {
                  expect(plain.moves(step.maker, step.from)).toContain(step.to);
                  if (concept === 'seq') expect(plain.compare(step.maker, step.to, step.from)).toBe('>');
                }
              }
            });
          });
        }
      }),
      { numRuns: 120 },
    );
  });

  it('paths are legal, shortest and complete, and say rightly who can and who must begin', () => {
    fc.assert(
      fc.property(fc.oneof(optionModel({ makers: 3, optionsAtMost: 4 }), namedModel), (model) => {
        if (conflictOrNone(model) === undefined) return;
        const plain = plainConflict(model);
        const start = 0;
        const { paths, blocked } = analyse(model, { from: start });
        const makers = plain.makers.map((_, maker) => maker);
        const allowed = (improving: boolean) => (mover: number, from: number, to: number) =>
          !improving || plain.compare(mover, to, from) === '>';
        for (const path of paths) {
          let [at, last] = [start, ''];
          for (const { dm, from, to } of path.moves) {
            expect([from, dm === last]).toEqual([at, false]);
            expect(plain.moves(plain.makers.indexOf(dm), from)).toContain(to);
            expect(allowed(path.improvementsOnly)(plain.makers.indexOf(dm), from, to)).toBe(true);
            [at, last] = [to, dm];
          }
          expect(at).toBe(path.to);
          // Breadth first, by hand: the states after exactly n steps, with who began and who moved last.
          let layer = new Set([`${start}||`]);
          for (let steps = 1; steps < path.moves.length; steps++) {
            layer = new Set(
              [...layer].flatMap((node) => {
                const [state, , before] = node.split('|');
                return makers
                  .filter((mover) => String(mover) !== before)
                  .flatMap((mover) =>
                    plain
                      .moves(mover, Number(state))
                      .filter((to) => allowed(path.improvementsOnly)(mover, Number(state), to))
                      .map((to) => `${to}||${mover}`),
                  );
              }),
            );
            expect([...layer].every((node) => Number(node.split('|')[0]) !== path.to)).toBe(true);
          }
          for (const without of makers) {
            const reached = sequences(
              plain,
              makers.filter((maker) => maker !== without),
              start,
              allowed(path.improvementsOnly),
            );
            expect(path.needed.includes(plain.makers[without]!)).toBe(!reached.has(path.to));
          }
        }
        for (const { to, moves } of blocked) {
          expect(moves.at(-1)!.to).toBe(to);
          expect(moves.some(({ willing }) => !willing)).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });
});

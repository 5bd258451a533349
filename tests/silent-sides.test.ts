import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Analysis, analyse, silentSidesOf } from '../src/analysis/index.ts';
import { type Model, modelFromYaml, StateSpaceError } from '../src/model/index.ts';
import { optionModel } from './oracle/random-model.ts';

const silentIn = (model: Model) => silentSidesOf(model, analyse(model));

describe('what silent sides want', () => {
  it('is no question where everybody speaks', () => {
    const model = modelFromYaml('decisionMakers: [{ id: A, options: [{ id: a }], preferences: [a] }]', 'm');
    expect(silentIn(model)).toBeUndefined();
  });

  it('never moves a side that has no move to answer, and may move the silent side itself', () => {
    const model = modelFromYaml(
      `
decisionMakers:
  - { id: A, options: [{ id: a }], preferences: [a] }
  - { id: B, options: [{ id: b }] }
`,
      'm',
    );
    // States NN, YN, NY, YY. A takes a in any case; B, held indifferent, might leave either state.
    expect(silentIn(model)).toMatchObject({
      silent: ['B'],
      verdicts: { nash: { always: [], forThoseWhoSpoke: [1, 3], open: [] } },
    });
  });

  it('decides whether an answer is credible', () => {
    const model = modelFromYaml(
      `
decisionMakers:
  - { id: A, options: [{ id: a }], preferences: [not b, a] }
  - { id: B, options: [{ id: b }], preferences: [] }
`,
      'm',
    );
    // At NN A would take a; B could answer with b, any such answer deters by GMR, by SEQ only if B wants it.
    const { verdicts } = silentIn(model)!;
    expect(verdicts.gmr!.forThoseWhoSpoke).toContain(0);
    expect(analyse(model).equilibria.seq).not.toContain(0);
  });

  it('never upsets what is said to hold: the verdict stands under any ranking of the silent side', () => {
    fc.assert(
      fc.property(
        optionModel({ makers: 3, optionsAtMost: 3 }),
        fc.array(fc.nat({ max: 7 }), { minLength: 8, maxLength: 8 }),
        (random, places) => {
          const [first, ...rest] = random.decisionMakers;
          const quiet: Model = {
            ...random,
            decisionMakers: [{ id: first!.id, name: first!.name, preferences: [] }, ...rest],
          };
          let before: Analysis;
          try {
            before = analyse(quiet);
          } catch (error) {
            if (error instanceof StateSpaceError) return;
            throw error;
          }
          const found = silentSidesOf(quiet, before);
          if (found === undefined || found.silent.length > 1) return;
          const order = [...before.states.keys()].sort((a, b) => places[a % 8]! - places[b % 8]! || a - b);
          const ranking = order.map((state) => ({ states: [before.states[state]!], strong: false }));
          const after = analyse({
            ...quiet,
            decisionMakers: [{ ...quiet.decisionMakers[0]!, ranking }, ...rest],
          });
          for (const [concept, { always, forThoseWhoSpoke }] of Object.entries(found.verdicts)) {
            for (const state of always) expect(after.equilibria[concept]).toContain(state);
            for (const state of forThoseWhoSpoke) {
              for (const { id } of rest) expect(after.stability[id]![concept]).toContain(state);
            }
          }
        },
      ),
    );
  });
});

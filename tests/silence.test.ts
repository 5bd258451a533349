import fc from 'fast-check';
import { expect, test } from 'vitest';
import { conflictOf } from '../src/analysis/conflict.ts';
import { silenceVerdicts } from '../src/analysis/silence.ts';
import { stableFor } from '../src/analysis/stability.ts';
import { type Model, modelFromYaml, not, option, optionsIn, statement } from '../src/model/index.ts';
import { optionModel } from './oracle/random-model.ts';

const UNASKED = `
decisionMakers:
  - { id: A, options: [{ id: A.talk }], preferences: [B.talk, A.talk iff B.talk] }
  - { id: B, options: [{ id: B.talk }], silentOn: [A.talk, B.talk] }
statusQuo: []
`;

test('an equilibrium turns on what the silent side wants of its own option', () => {
  const conflict = conflictOf(modelFromYaml(UNASKED, 'unasked.yaml'));
  expect(silenceVerdicts(conflict, 'nash', [0])).toEqual([
    { state: 0, concept: 'nash', holds: false, turnsOn: [{ dm: 'B', options: ['B.talk'] }] },
  ]);
});

test('nothing is asked of a model in which nobody is silent', () => {
  const conflict = conflictOf(
    modelFromYaml(UNASKED.replace(', silentOn: [A.talk, B.talk]', ''), 'said.yaml'),
  );
  expect(silenceVerdicts(conflict, 'nash', [0, 3])).toEqual([]);
});

/** A model in which everybody is silent on all options that its statements leave out. */
const quiet = (model: Model): Model => ({
  ...model,
  decisionMakers: model.decisionMakers.map(({ id, name, preferences }) => {
    const maker = { id, name, preferences };
    const spoken = new Set(maker.preferences.flatMap(({ formula }) => optionsIn(formula)));
    const silentOn = model.options.map(({ id }) => id).filter((id) => !spoken.has(id));
    return { ...maker, ...(silentOn.length === 0 ? {} : { silentOn }) };
  }),
});

test('what holds, holds whatever the silent sides turn out to want', () => {
  fc.assert(
    fc.property(
      optionModel({ makers: 3, optionsAtMost: 4 }),
      fc.constantFrom('nash' as const, 'seq' as const, 'gmr' as const, 'smr' as const),
      fc.infiniteStream(fc.nat()),
      (random, concept, wishes) => {
        const model = quiet(random);
        const conflict = conflictOf(model);
        const all = [...conflict.space.masks.keys()];
        const stableIn = (of: typeof conflict) =>
          model.decisionMakers.map((_, maker) => stableFor(of, maker, concept));
        const before = stableIn(conflict);
        const equilibria = all.filter((state) => before.every((stable) => stable[state]));
        const verdicts = silenceVerdicts(conflict, concept, equilibria);
        // One completion: an order of the silent options, each wanted or not, below all that was said.
        const completed = conflictOf({
          ...model,
          decisionMakers: model.decisionMakers.map((maker) => {
            const wanted = (maker.silentOn ?? [])
              .map((id) => ({ id, place: wishes.next().value as number }))
              .sort((a, b) => a.place - b.place)
              .map(({ id, place }) => statement(place % 2 === 0 ? option(id) : not(option(id))));
            return { ...maker, preferences: [...maker.preferences, ...wanted] };
          }),
        });
        const after = stableIn(completed);
        for (const { state, holds, turnsOn } of verdicts) {
          if (holds) expect(after.every((stable) => stable[state])).toBe(true);
          else expect(turnsOn.length).toBeGreaterThan(0);
        }
      },
    ),
    { numRuns: 300 },
  );
});

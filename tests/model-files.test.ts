import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  feasibleStates,
  inOwnersOrder,
  type Model,
  ModelError,
  modelFromGmcr,
  modelFromYaml,
  modelToCsv,
  modelToGmcr,
  modelToNfg,
  modelToYaml,
  preferenceOf,
  readYaml,
  StateSpaceError,
  stateName,
} from '../src/model/index.ts';
import { optionModel } from './oracle/random-model.ts';

const read = (text: string): Model => modelFromYaml(text, 'm.yaml');
const names = (model: Model) => {
  const space = feasibleStates(model);
  return Array.from({ length: space.count }, (_, state) => stateName(space, state));
};
const ranking = (model: Model, maker = 0) => {
  const space = feasibleStates(model);
  const { rank } = preferenceOf(model.decisionMakers[maker]!, space);
  return Object.fromEntries([...rank].map((place, state) => [stateName(space, state), place]));
};
/** States and ranks, feasible or not: what a file must carry over. */
function meaning(model: Model) {
  const space = feasibleStates(model);
  return {
    options: model.options.map(({ name, direction, owners }) => ({
      name,
      direction,
      owners: owners.map((owner) => model.decisionMakers.findIndex(({ id }) => id === owner)),
    })),
    states: names(model),
    ranks: model.decisionMakers.map((maker) => [...preferenceOf(maker, space).rank]),
  };
}

const two = (a: string, rest = '') => `
decisionMakers:
  - id: A
    options: [{ id: a }]
${a
  .split('\n')
  .map((line) => `    ${line}`)
  .join('\n')}
  - id: B
    options: [{ id: b }]
${rest}`;

describe('a model file says', () => {
  it.each([
    ['statements in order', 'preferences: [a iff b, not b]', { NN: 1, YY: 2, YN: 3, NY: 4 }],
    ['weights', 'weights: { a: 2, "not b": 3 }', { YN: 1, NN: 2, YY: 3, NY: 4 }],
    ['a ranking with ties', 'ranking: [YN, [NN, YY], NY]', { YN: 1, NN: 2, YY: 2, NY: 3 }],
    [
      'statements, then a ranking of what they leave equal',
      'preferences: [a]\nranking: [YY, NN]',
      { YY: 1, YN: 2, NN: 3, NY: 4 },
    ],
    ['comparisons', 'comparisons: [YN > NN = YY, YY > NY]', { YN: 1, NN: 2, YY: 2, NY: 3 }],
  ])('%s', (_, given, expected) => {
    expect(ranking(read(two(given)))).toEqual(expected);
  });

  it('where it cannot be read: line, column, and the keys that lead there', () => {
    const fault = (text: string) => {
      try {
        read(text);
      } catch (error) {
        return error as ModelError;
      }
      throw new Error('it was read');
    };
    expect(fault(two('preferences: [b, a iff c]'))).toMatchObject({
      message: expect.stringMatching(/^m\.yaml:5:22: "a iff c" names no option "c"/),
      fault: expect.stringMatching(/^"a iff c" names no option "c"/),
      place: { line: 5, column: 22, path: ['decisionMakers', 0, 'preferences', 1] },
    });
    expect(fault('decisionMakers: [').place).toMatchObject({ line: 1, path: [] });
  });

  it('which orders nobody knows', () => {
    const unknown = (given: string, a: string, b: string) => {
      const model = read(two(given));
      const space = feasibleStates(model);
      const { isUnknown } = preferenceOf(model.decisionMakers[0]!, space);
      return isUnknown?.(names(model).indexOf(a), names(model).indexOf(b)) ?? false;
    };
    expect(unknown('preferences: [b, "? a"]', 'YN', 'NN')).toBe(true);
    expect(unknown('preferences: [b, "? a"]', 'YY', 'NN')).toBe(false);
    expect(unknown('preferences: [a]\nunknown: ["YN ? YY"]', 'YY', 'YN')).toBe(true);
    expect(unknown('comparisons: [YN > NN]', 'YY', 'NN')).toBe(true);
    expect(unknown('comparisons: [YN > NN, NN > YY]', 'YY', 'YN')).toBe(false);
  });

  it.each([
    ['infeasible: [YN]', ['NN', 'NY', 'YY']],
    ['infeasible: [a and b]', ['NN', 'YN', 'NY']],
    ['mutuallyExclusive: [[a, b]]', ['NN', 'YN', 'NY']],
    ['atLeastOne: [[a, b]]', ['YN', 'NY', 'YY']],
    ['always: [a only if b]', ['NN', 'NY', 'YY']],
    ['coalesce: [a]', ['NN', 'Y-', 'NY']],
    ['coalesce: [Y-]\ninfeasible: [NN]', ['Y-', 'NY']],
  ])('which states there are: %s', (rule, expected) => {
    expect(names(read(two('preferences: []', rule)))).toEqual(expected);
  });

  it('which option is shared', () => {
    const model = read(`
decisionMakers:
  - id: A
    options: [{ id: a }, { id: both, direction: forward }]
  - id: B
    options: [{ id: both, shared: true }]
`);
    expect(model.options).toEqual([
      { id: 'a', name: 'a', owners: ['A'], direction: 'both' },
      { id: 'both', name: 'both', owners: ['A', 'B'], direction: 'forward' },
    ]);
  });

  it('is written and read again without loss', () => {
    fc.assert(
      fc.property(
        optionModel({
          doubts: true,
          strength: true,
          forbidden: true,
          coalesce: true,
          makers: 3,
          optionsAtMost: 4,
        }),
        (model) => {
          let before: ReturnType<typeof meaning>;
          try {
            before = meaning(inOwnersOrder(model));
          } catch (error) {
            if (error instanceof StateSpaceError) return;
            throw error;
          }
          const again = read(modelToYaml(model));
          expect(meaning(again)).toEqual({
            ...before,
            options: before.options.map((option) => ({ ...option, owners: [...option.owners].sort() })),
          });
          expect(again.decisionMakers.map(({ preferences }) => preferences)).toEqual(
            model.decisionMakers.map(({ preferences }) => preferences),
          );
          expect(again.decisionMakers.map(({ forbidden = [] }) => forbidden)).toEqual(
            inOwnersOrder(model).decisionMakers.map(({ forbidden = [] }) => forbidden),
          );
        },
      ),
      { numRuns: 100 },
    );
  });

  it('comments stay when it is rewritten', () => {
    const { document } = readYaml(`# who tests first\n${two('preferences: [a] # its aim')}`, 'm.yaml');
    expect(document.toString()).toMatch(/# who tests first[\s\S]*# its aim/);
  });
});

describe('a model file that cannot be read is refused with its place', () => {
  it.each([
    [
      'a cycle of strict preferences',
      two('comparisons: [YN > NN, NN > YY, YY = YN]'),
      /m\.yaml:5:37: these preferences run in a circle: .*drop one/,
    ],
    ['a state twice in a ranking', two('ranking: [YN, YN, NN, NY, YY]'), /twice/],
    ['a state left out of a ranking', two('ranking: [YN, NN]'), /leaves out the state NY/],
    [
      'an unknown name',
      two('preferences: [aa]'),
      /m\.yaml:5:19: "aa" names no option "aa"; did you mean a\?/,
    ],
    [
      'a word of the wrong length',
      two('ranking: [YNN]'),
      /m\.yaml:5:15: "YNN" is no state; write one letter/,
    ],
    [
      'an option that two own',
      two('preferences: []').replace('id: b', 'id: a'),
      /already A's; write "shared: true"/,
    ],
    [
      'shared with nobody',
      two('preferences: []').replace('{ id: b }', '{ id: b, shared: true }'),
      /shared with nobody/,
    ],
    ['a key that is none', two('preference: [a]'), /Unrecognized key/],
    ['moves with options', two('moves: [YN -> NN]'), /named states/],
    ['no decision maker', 'decisionMakers: []', /name at least one/],
    [
      'an unfolding of aliases',
      `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c]`,
      /unfold to too much/,
    ],
    ['two decision makers of one name', 'decisionMakers: [{ id: A }, { id: A }]', /twice/],
    ['a coalition of strangers', two('preferences: []', 'coalitions: [[A, C]]'), /"C" is no decision maker/],
  ])('%s', (_, text, message) => {
    expect(() => feasibleAndRanked(read(text))).toThrow(message);
    expect(() => feasibleAndRanked(read(text))).toThrow(
      expect.toSatisfy((error: unknown) => error instanceof ModelError || error instanceof StateSpaceError),
    );
  });

  function feasibleAndRanked(model: Model) {
    const space = feasibleStates(model);
    for (const maker of model.decisionMakers) preferenceOf(maker, space);
  }

  it('sixty options: what fits and what to do, before memory is taken', () => {
    const options = Array.from({ length: 60 }, (_, index) => `{ id: o${index} }`).join(', ');
    const model = read(`decisionMakers: [{ id: A, options: [${options}], preferences: [o1] }]`);
    expect(() => feasibleStates(model)).toThrow(
      /60 options, 2\^60 states; at most 24 options .* leave out options that no statement speaks of, such as o0, o2, o3/,
    );
  });

  it('more text than a person writes', () => {
    expect(() => read(two(`preferences: [${'a, '.repeat(2_000_000)}a]`))).toThrow(/at most 4000000 are read/);
  });
});

describe('.gmcr', () => {
  const standoff = {
    options: [
      { name: 'A tests', permittedDirection: 'fwd' },
      { name: 'B tests', permittedDirection: 'fwd' },
      { name: 'A opens talks', permittedDirection: 'both' },
    ],
    decisionMakers: [
      {
        name: 'A',
        options: [0, 2],
        preferences: [
          [[1, 'N']],
          {
            compound: true,
            members: [
              [
                [0, 'Y'],
                [1, 'Y'],
              ],
              [
                [0, 'N'],
                [1, 'N'],
              ],
            ],
          },
        ],
      },
      {
        name: 'B',
        options: [1],
        preferences: [[[0, 'N']]],
        misperceptions: [
          [
            [2, 'Y'],
            [0, 'Y'],
          ],
        ],
      },
    ],
    infeasibles: [
      [
        [0, 'Y'],
        [2, 'Y'],
        [1, 'Y'],
      ],
    ],
    useManualPreferenceRanking: false,
    coalitions: [[0, 1]],
    program: 'gmcr-py',
    version: '0.4.1',
  };

  it('is read field by field, options in the order of their owners', () => {
    const { model, notes } = modelFromGmcr(JSON.stringify(standoff), 'x.gmcr');
    expect(model.options.map(({ name, direction, owners }) => [name, direction, owners])).toEqual([
      ['A tests', 'forward', ['A']],
      ['A opens talks', 'both', ['A']],
      ['B tests', 'forward', ['B']],
    ]);
    expect(names(model)).toEqual(['NNN', 'YNN', 'NYN', 'YYN', 'NNY', 'YNY', 'NYY']);
    expect(ranking(model)).toEqual({ NNN: 1, NYN: 1, YNN: 2, YYN: 2, YNY: 3, NNY: 4, NYY: 4 });
    expect(model.coalitions).toEqual([['A', 'B']]);
    expect(notes).toEqual([expect.stringMatching(/"B" does not see some states/)]);
  });

  it('rankings by number count feasible states in ascending order', () => {
    const ranked = {
      ...standoff,
      useManualPreferenceRanking: true,
      decisionMakers: [
        { name: 'A', options: [0, 2], preferenceRanking: [7, [1, 2], 3, 4, 5, 6] },
        { name: 'B', options: [1], preferenceVector: [1, 2, 3, 4, 5, 6, 7] },
      ],
    };
    const { model } = modelFromGmcr(JSON.stringify(ranked), 'x.gmcr');
    expect(ranking(model)).toEqual({ NYY: 1, NNN: 2, YNN: 2, NYN: 3, YYN: 4, NNY: 5, YNY: 6 });
  });

  it('keeps states, directions and ranks when written and read again', () => {
    fc.assert(
      fc.property(optionModel({ makers: 3, optionsAtMost: 4 }), (random) => {
        const model = inOwnersOrder(random);
        let text: string | undefined;
        try {
          text = modelToGmcr(model).text;
        } catch (error) {
          if (error instanceof StateSpaceError) return;
          throw error;
        }
        const again = modelFromGmcr(text!, 'x.gmcr').model;
        expect({ ...meaning(again), options: [] }).toEqual({ ...meaning(model), options: [] });
        expect(meaning(again).options.map(({ direction }) => direction)).toEqual(
          meaning(model).options.map(({ direction }) => direction),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('says what it cannot carry', () => {
    const { notes } = modelToGmcr(
      read(two('preferences: [a, ">>", "? b"]\nforbidden: [YN -> NN]', 'statusQuo: [a]')),
    );
    expect(notes.join('\n')).toMatch(/status quo[\s\S]*forbidden moves[\s\S]*strength[\s\S]*unknown/);
  });

  it.each([
    ['no JSON', '{"options": [', /x\.gmcr:1:14: this is no JSON/],
    [
      'an option of nobody',
      JSON.stringify({ ...standoff, decisionMakers: [{ name: 'A', options: [0, 2] }] }),
      /options\.1: "B tests" is owned by nobody/,
    ],
    [
      'a condition on no option',
      JSON.stringify({ ...standoff, infeasibles: [[[9, 'Y']]] }),
      /infeasibles\.0: there is no option 9/,
    ],
    [
      'a member who is nobody',
      JSON.stringify({ ...standoff, coalitions: [5] }),
      /coalitions: a member is no decision maker/,
    ],
    ['an array', '[]', /x\.gmcr: the file: /],
  ])('%s is refused', (_, text, message) => {
    expect(() => modelFromGmcr(text, 'x.gmcr')).toThrow(message);
  });
});

describe('other formats', () => {
  const model = read(
    `title: 'He said "go"'\n${two('preferences: [a and not b, not b]', 'infeasible: [NN]')}`,
  );

  it('.nfg: the first player’s strategy changes fastest, infeasible outcomes pay nothing', () => {
    expect(modelToNfg(model).text).toBe(
      [
        'NFG 1 R "He said \\"go\\"" { "A" "B" }',
        '',
        '{ { "N" "Y" }',
        '{ "N" "Y" }',
        '}',
        '""',
        '',
        '{',
        '{ "infeasible" 0, 0 }',
        '{ "" 2, 1 }',
        '{ "" 1, 1 }',
        '{ "" 1, 1 }',
        '}',
        '1 2 3 4',
        '',
      ].join('\n'),
    );
  });

  it('.csv: a row a state', () => {
    expect(modelToCsv(model)).toBe(
      'number,state,a,b,rank A,rank B\n1,YN,Y,N,1,1\n2,NY,N,Y,2,1\n3,YY,Y,Y,2,1\n',
    );
  });
});

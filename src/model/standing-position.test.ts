import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Position, parseFormula, standingPositions } from './index.ts';

const position = (
  id: string,
  date: string | undefined,
  formula: string,
  { kind = 'offer', strength = 0.9 }: Partial<Position> = {},
): Position => ({
  id,
  holder: 'RUS',
  kind,
  formula: parseFormula(formula),
  ...(date === undefined ? {} : { date }),
  strength,
  claims: [],
  facts: [],
});
const standing = (list: readonly Position[]) => standingPositions(list).standing.map(({ id }) => id);

describe('of positions said at different times', () => {
  it.each<[string, readonly Position[], readonly string[]]>([
    [
      'a refusal takes the place of an offer',
      [
        position('a', '2024-06-14', 'RUS.talk iff USA.talk'),
        position('b', '2025-03', 'not RUS.talk', { kind: 'refusal' }),
      ],
      ['b'],
    ],
    [
      'an offer on a condition takes the place of a refusal',
      [
        position('a', '2024', 'not RUS.talk', { kind: 'refusal' }),
        position('b', '2025', 'RUS.talk if USA.talk'),
      ],
      ['b'],
    ],
    [
      'conditions on different options stand side by side',
      [position('a', '2024', 'RUS.test if USA.test'), position('b', '2025', 'RUS.test if CHN.test')],
      ['a', 'b'],
    ],
    [
      '"if" and "only if" of the same option stand together',
      [position('a', '2024', 'RUS.test only if USA.test'), position('b', '2025', 'RUS.test if USA.test')],
      ['a', 'b'],
    ],
    [
      'a pledge given anew tells all that it hangs on',
      [
        position('a', '2024', 'RUS.test only if USA.test', { kind: 'pledge' }),
        position('b', '2025', 'RUS.test only if USA.test or CHN.test', { kind: 'pledge' }),
      ],
      ['b'],
    ],
    [
      'what is only weighed takes nothing back',
      [position('a', '2024', 'not RUS.test'), position('b', '2025', 'RUS.test', { strength: 0.4 })],
      ['a', 'b'],
    ],
    [
      'a position without a date stands',
      [position('a', undefined, 'RUS.talk'), position('b', '2025', 'not RUS.talk')],
      ['a', 'b'],
    ],
    [
      'demands and own steps are about different things',
      [position('a', '2024', 'USA.talk', { kind: 'demand' }), position('b', '2025', 'RUS.talk if USA.talk')],
      ['a', 'b'],
    ],
  ])('%s', (_, list, expected) => {
    expect(standing(list)).toEqual(expected);
    expect(standing([...list].reverse()).sort()).toEqual([...expected].sort());
  });

  it('two of one day that contradict each other stand, and are named', () => {
    const found = standingPositions([
      position('a', '2025-11-05', 'RUS.talk'),
      position('b', '2025-11-05', 'not RUS.talk', { kind: 'refusal' }),
    ]);
    expect(found.standing).toHaveLength(2);
    expect(found.contradictions).toEqual([['a', 'b']]);
  });

  it('each stands or is past, once; the order of one day’s positions does not matter', () => {
    const any = fc.record({
      date: fc.constantFrom('2024', '2024-05', '2025-01-02', '2025-01-03'),
      formula: fc.constantFrom(
        'RUS.talk',
        'not RUS.talk',
        'RUS.talk if USA.talk',
        'RUS.talk only if USA.talk',
        'RUS.test iff USA.test',
      ),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 7 }), (list) => {
        const all = list.map(({ date, formula }, index) => position(`p${index}`, date, formula));
        const { standing: now, past } = standingPositions(all);
        expect([...now.map(({ id }) => id), ...past.map((one) => one.position.id)].sort()).toEqual(
          all.map(({ id }) => id).sort(),
        );
        expect(standing([...all].reverse()).sort()).toEqual(now.map(({ id }) => id).sort());
      }),
    );
  });
});

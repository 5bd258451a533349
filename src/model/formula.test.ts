import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  and,
  type Formula,
  type FormulaError,
  formulaText,
  holds,
  iff,
  ifThen,
  option,
  or,
  parseFormula,
  positionFormulaText,
} from './index.ts';

const { formula } = fc.letrec<{ formula: Formula }>((tie) => ({
  formula: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('RUS.test', 'USA.test', 'USA.keep-limits').map(option),
    tie('formula').map((of): Formula => ({ kind: 'not', of })),
    fc
      .tuple(tie('formula'), tie('formula'), fc.constantFrom(and, or, iff, ifThen))
      .map(([a, b, join]) => join(a, b)),
  ),
}));

describe('formulas', () => {
  it('are read as they are written', () => {
    fc.assert(
      fc.property(formula, (given) => {
        expect(parseFormula(formulaText(given))).toEqual(given);
      }),
    );
  });

  it.each([
    ['RUS.test iff USA.test', 'RUS.test iff USA.test'],
    ['A only if B', 'B if A'],
    ['-A & B | C', 'not A and B or C'],
    ['not (A or B) if C', 'not (A or B) if C'],
  ])('%s', (text, written) => {
    expect(formulaText(parseFormula(text))).toBe(written);
  });

  it('puts the holder’s own option first', () => {
    expect(positionFormulaText(parseFormula('B.go if A.go'), 'A')).toBe('A.go only if B.go');
  });

  it('holds as its words say', () => {
    const taken = new Set(['A']);
    const at = (text: string) => holds(parseFormula(text), (id) => taken.has(id));
    expect([at('A only if B'), at('B if A'), at('A if B'), at('A iff B'), at('not B and A')]).toEqual([
      false,
      false,
      true,
      false,
      true,
    ]);
  });

  it.each([
    ['A and', /ends where an option should stand/, 6],
    ['(A', /ends where a closing parenthesis/, 3],
    ['A ; B', /";" has no meaning/, 3],
    ['A B', /"B" stands where a connective/, 3],
    [`${'('.repeat(300)}A`, /nested more than 200 deep/, 202],
  ])('%j is refused with its place', (text, message, column) => {
    expect(() => parseFormula(text)).toThrow(message);
    try {
      parseFormula(text);
    } catch (error) {
      expect((error as FormulaError).column).toBe(column);
    }
  });
});

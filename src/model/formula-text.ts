import { and, type Formula, iff, ifThen, option, or } from './formula.ts';

/** A formula that cannot be read: what was found, what was expected, and the column (from 1) in the formula's text. */
export class FormulaError extends Error {
  readonly column: number;
  constructor(message: string, column: number) {
    super(message);
    this.column = column;
  }
}

interface Token {
  readonly text: string;
  readonly column: number;
}

const TOKEN = /\s+|([A-Za-z_][\w-]*(?:\.[\w-]+)*)|([()])|([&|!-])|(\S)/gy;
const CONNECTIVES = new Set(['and', 'or', 'not', 'if', 'iff', 'only', 'true', 'false']);

/** Nobody writes a longer formula by hand, and one much longer could not be evaluated without exhausting the stack. */
const CHARACTERS_AT_MOST = 8000;

function tokens(text: string): readonly Token[] {
  if (text.length > CHARACTERS_AT_MOST)
    throw new FormulaError(
      `a formula of ${text.length} characters; at most ${CHARACTERS_AT_MOST} are read: split it into several`,
      CHARACTERS_AT_MOST,
    );
  const found: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const column = match.index + 1;
    if (match[4] !== undefined)
      throw new FormulaError(
        `"${match[4]}" has no meaning in a formula; write and, or, not, if, only if, iff`,
        column,
      );
    const symbol = { '&': 'and', '|': 'or', '!': 'not', '-': 'not' }[match[3] ?? ''];
    const word = symbol ?? match[1] ?? match[2];
    if (word !== undefined)
      found.push({ text: CONNECTIVES.has(word.toLowerCase()) ? word.toLowerCase() : word, column });
  }
  return found;
}

/**
 * Reads a formula: option ids with `not`, `and`, `or`, `if`, `only if`, `iff` and parentheses, loosest last. `a if b`
 * and `a iff b` do not chain; put parentheses. `&`, `|` and `-` or `!` stand for and, or, not.
 * @throws FormulaError with the column.
 */
export function parseFormula(text: string): Formula {
  const list = tokens(text);
  let at = 0;
  const peek = (ahead = 0): string | undefined => list[at + ahead]?.text;
  const fail = (expected: string): never => {
    const token = list[at];
    if (token === undefined)
      throw new FormulaError(`the formula ends where ${expected} should stand`, text.length + 1);
    throw new FormulaError(`"${token.text}" stands where ${expected} should`, token.column);
  };
  let depth = 0;
  const atom = (): Formula => {
    if (depth > 200)
      throw new FormulaError('the formula is nested more than 200 deep', list[at]?.column ?? 1);
    const word = peek();
    if (word === '(') {
      at += 1;
      depth += 1;
      const inner = conditional();
      depth -= 1;
      if (peek() !== ')') fail('a closing parenthesis');
      at += 1;
      return inner;
    }
    if (word === 'not') {
      at += 1;
      depth += 1;
      const inner = atom();
      depth -= 1;
      return { kind: 'not', of: inner };
    }
    if (word === 'true' || word === 'false') {
      at += 1;
      return { kind: 'constant', value: word === 'true' };
    }
    if (word === undefined || word === ')' || CONNECTIVES.has(word)) return fail('an option');
    at += 1;
    return option(word);
  };
  const conjunction = (): Formula => {
    let left = atom();
    while (peek() === 'and') {
      at += 1;
      left = and(left, atom());
    }
    return left;
  };
  const disjunction = (): Formula => {
    let left = conjunction();
    while (peek() === 'or') {
      at += 1;
      left = or(left, conjunction());
    }
    return left;
  };
  const conditional = (): Formula => {
    const left = disjunction();
    if (peek() === 'if') {
      at += 1;
      return ifThen(left, disjunction());
    }
    if (peek() === 'only' && peek(1) === 'if') {
      at += 2;
      return ifThen(disjunction(), left);
    }
    if (peek() === 'iff') {
      at += 1;
      return iff(left, disjunction());
    }
    return left;
  };
  const formula = conditional();
  if (at < list.length) fail('a connective or the end');
  return formula;
}

const BINDS = { option: 4, constant: 4, not: 3, and: 2, or: 1, if: 0, iff: 0 } as const;

/** A position's formula, with its holder's own option first: `b if a` of the holder of a is `a only if b`. */
export function positionFormulaText(formula: Formula, holder: string): string {
  const own = (part: Formula) => part.kind === 'option' && part.option.startsWith(`${holder}.`);
  if (formula.kind !== 'if' || !own(formula.when) || own(formula.then)) return formulaText(formula);
  return `${formulaText(formula.when)} only if ${BINDS[formula.then.kind] < 1 ? `(${formulaText(formula.then)})` : formulaText(formula.then)}`;
}

/** Writes a formula so that `parseFormula` reads the same one, with no more parentheses than needed. */
export function formulaText(formula: Formula): string {
  const inside = (part: Formula, least: number): string =>
    BINDS[part.kind] < least ? `(${formulaText(part)})` : formulaText(part);
  switch (formula.kind) {
    case 'option':
      return formula.option;
    case 'constant':
      return String(formula.value);
    case 'not':
      return `not ${inside(formula.of, 3)}`;
    case 'and':
      return `${inside(formula.left, 2)} and ${inside(formula.right, 3)}`;
    case 'or':
      return `${inside(formula.left, 1)} or ${inside(formula.right, 2)}`;
    case 'if':
      return `${inside(formula.then, 1)} if ${inside(formula.when, 1)}`;
    case 'iff':
      return `${inside(formula.left, 1)} iff ${inside(formula.right, 1)}`;
  }
}

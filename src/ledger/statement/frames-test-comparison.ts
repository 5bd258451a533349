import { type Line, thing } from './line.ts';
import type { Proposition, TestScope } from './proposition.ts';

/** "Russia stopped testing before the United States did", "China tested after France", "the US tested more than Russia". */
export function comparison(line: Line, clause: string): Proposition | undefined {
  const code = (word: string | undefined): string | undefined => {
    if (word === undefined) return undefined;
    const found = line.things[Number(word.slice(1))];
    return found?.type === 'S' || found?.type === 'A' ? found.code : undefined;
  };
  const S = '([SA]\\d+)';
  const text = clause
    .replace(/ ,/g, '')
    .replace(/ (?:now|again|other)\b/g, '')
    .replace(/ nuke\b/g, '')
    .replace(/\bO\d+\b/g, (word) => (thing(line, word, 'O').value === 1 ? 'first' : word));
  const order = (match: RegExpExecArray | null, edge: 'first' | 'last'): Proposition | undefined => {
    const [, a, rel, b] = match ?? [];
    const [first, second] = [code(a), code(b)];
    if (first === undefined || second === undefined) return undefined;
    return rel === 'before'
      ? { kind: 'test-order', edge, before: first, after: second }
      : { kind: 'test-order', edge, before: second, after: first };
  };
  const tail = '(?: (?:have|did|do|was|stop))*';
  return (
    order(
      new RegExp(
        `^${S} (?:(?:have|did) )?(?:stop (?:perform )?test|last test|test lasttime|test last|(?:perform )?last test|lasttime test|stop) (before|after) ${S}${tail}$`,
      ).exec(text),
      'last',
    ) ??
    order(
      new RegExp(
        `^${S} last test (?:(?:was|is|occur|did|have) )*(before|after) (?:last test of |that of |test of )?${S}(?: last(?: test)?)?(?: last test)?$`,
      ).exec(text),
      'last',
    ) ??
    order(
      new RegExp(
        `^${S} first test (?:(?:was|is|occur|did|have) )*(before|after) (?:first test of |that of )?${S}(?: first(?: test)?)?$`,
      ).exec(text),
      'first',
    ) ??
    order(
      new RegExp(
        `^${S} (?:(?:have|did) )?(?:perform )?(?:first )?(?:test|test first|test firsttime|firsttime test) (before|after) ${S}${tail}$`,
      ).exec(text),
      'first',
    ) ??
    more(text, code)
  );
}

export function more(
  text: string,
  code: (word: string | undefined) => string | undefined,
): Proposition | undefined {
  const S = '([SA]\\d+)';
  const scope: TestScope = { whens: [] };
  const than = new RegExp(
    `^${S} (?:have )?(?:perform )?(?:test )?(more|fewer|many)(?: test)? (?:than|as) ${S}(?: (?:have|did|do))*$`,
  ).exec(text);
  if (than) {
    const [a, b] = [code(than[1]), code(than[3])];
    const relation = ({ more: '>', fewer: '<', many: '=' } as const)[than[2] as 'more'];
    return a && b ? { kind: 'test-more', a, b, relation, scope } : undefined;
  }
  const top =
    new RegExp(
      `^${S} (?:have )?(?:perform )?(?:test )?more(?: test)? than (?:noother state|state|all state|state in|all)$`,
    ).exec(text) ??
    new RegExp(`^${S} (?:have )?(?:perform )?(?:test )?most(?: test)?(?: of)?(?: (?:all )?state)?$`).exec(
      text,
    );
  const a = code(top?.[1]);
  return a ? { kind: 'test-more', a, relation: '>', scope } : undefined;
}

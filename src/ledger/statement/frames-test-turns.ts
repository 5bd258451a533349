import { type Bag, has, take, takeThings } from './bag.ts';
import { type Line, thing } from './line.ts';
import type { Proposition } from './proposition.ts';
import { takeSubject } from './subject.ts';

const one = <T>(list: readonly T[]): T | undefined => (list.length === 1 ? list[0] : undefined);

/** "France stopped testing in 1996": said of its last test. */
export function stopping(line: Line, clause: string): Proposition | undefined {
  const match =
    /^(?:have )?(S\d+) (?:have )?stop (?:perform )?(?:(underground|atmospheric|underwater) )?test (W\d+)$/.exec(
      clause,
    );
  if (match === null) return undefined;
  const found = line.things[Number(match[1]!.slice(1))];
  const { when } = thing(line, match[3]!, 'W');
  if (found?.type !== 'S' || when.rel !== 'in') return undefined;
  const environment = match[2] === undefined ? {} : { environment: match[2] };
  return {
    kind: 'test-edge',
    edge: 'last',
    scope: { codes: [found.code], whens: [], ...environment },
    whens: [when],
    polarity: true,
    loosely: true,
  };
}

/** "France resumed testing in 1995": a test after a gap. */
export function resuming(line: Line, clause: string): Proposition | undefined {
  const match = /^(S\d+) (?:have )?resume (?:perform )?test (W\d+)$/.exec(clause);
  if (match === null) return undefined;
  const found = line.things[Number(match[1]!.slice(1))];
  const { when } = thing(line, match[2]!, 'W');
  if (found?.type !== 'S' || when.rel !== 'in') return undefined;
  return { kind: 'test-again', scope: { codes: [found.code], whens: [] }, whens: [when] };
}

/** "It has been more than 34 years since the United States last tested." */
export function elapsed(line: Line, clause: string): Proposition | undefined {
  const match =
    /^(?:it )?(?:have |is |was )*(?:(gt|ge|lt|le|about|exactly) )?(?:(N\d+) )?(years|decades|decade|quarter|half) (?:have )?(?:pass )?since (?:([SA]\d+|J\d+) )?(?:have |did )*(?:last test|test last|test lasttime|last perform test|perform last test)$/.exec(
      clause,
    );
  if (match === null) return undefined;
  const [, bound, n, unit, by] = match;
  const lengths: Readonly<Record<string, number>> = {
    years: 1,
    decades: 10,
    decade: 10,
    quarter: 25,
    half: 50,
  };
  if (n === undefined && (unit === 'years' || unit === 'decades')) return undefined;
  const years = (n === undefined ? 1 : thing(line, n, 'N').value) * lengths[unit!]!;
  const found = by === undefined ? undefined : line.things[Number(by.slice(1))];
  const codes =
    found === undefined
      ? undefined
      : found.type === 'J'
        ? found.subject.codes
        : 'code' in found
          ? [found.code]
          : [];
  const relation =
    ({ gt: '>', ge: '>=', lt: '<', le: '<=', about: '~', exactly: '=' } as const)[bound as 'gt'] ?? '=';
  return { kind: 'test-elapsed', codes, years, relation };
}

/** "the sixth state to test": which place in the order of first tests. */
export function rank(line: Line, clause: string): Proposition | undefined {
  const match =
    /^([SA]\d+) (?:is|was) (not )?(O\d+|last) (?:state )?(?:to|which) (?:have )?(?:perform )?test(?: nuke)?$/.exec(
      clause,
    );
  if (match === null) return undefined;
  const found = line.things[Number(match[1]!.slice(1))];
  if (found?.type !== 'S') return undefined;
  return {
    kind: 'test-rank',
    code: found.code,
    rank: match[3] === 'last' ? 'last' : thing(line, match[3]!, 'O').value,
    polarity: match[2] === undefined,
  };
}

/** "North Korea's test of 3 September 2017 had a yield of 250 kilotons." */
export function yieldOf(bag: Bag): Proposition | undefined {
  if (!has(bag, 'kiloton', 'megaton')) return undefined;
  const factor = has(bag, 'megaton') ? 1000 : 1;
  take(
    bag,
    'kiloton',
    'megaton',
    'yield',
    'estimate',
    'test',
    'have',
    'was',
    'is',
    'of',
    'at',
    'with',
    'in',
    'perform',
  );
  const count = one(takeThings(bag, 'C'));
  const whens = takeThings(bag, 'W').map(({ when }) => when);
  const subject = takeSubject(bag);
  if (count === undefined || subject?.mode !== 'each' || whens.length !== 1 || bag.words.length > 0)
    return undefined;
  return {
    kind: 'test-yield',
    codes: subject.codes,
    whens,
    kilotons: { relation: count.count.relation, value: count.count.value * factor },
  };
}

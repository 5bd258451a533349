import { type Bag, bagOf, has, isEmptyBut, take, takeCount, takeThings } from './bag.ts';
import { type Line, thing } from './line.ts';
import type { Place, Proposition, Subject, TestScope } from './proposition.ts';

/** Words that only hold a clause about tests together. */
const GLUE = new Set(
  'have is was did do perform occur of by to at in on with time nuke it there only site now underground atmospheric underwater number'.split(
    ' ',
  ),
);

const ENVIRONMENTS = ['underground', 'atmospheric', 'underwater'] as const;

/** The subject's states as one list of codes, taken from the clause. */
export function takeSubject(bag: Bag): Subject | undefined {
  const groups = takeThings(bag, 'J').map(({ subject }) => subject);
  const states = [...takeThings(bag, 'S'), ...takeThings(bag, 'A')].map(({ code }) => code);
  const codes = [...new Set(states)];
  if (groups.length > 1 || (groups.length === 1 && codes.length > 0) || codes.length > 1) return undefined;
  return groups[0] ?? (codes.length === 1 ? { mode: 'each', codes } : { mode: 'each', codes: [] });
}

function takeEnvironment(bag: Bag): string | undefined {
  const found = ENVIRONMENTS.filter((word) => take(bag, word));
  return found.length === 1 ? found[0] : undefined;
}

const one = <T>(list: readonly T[]): T | undefined => (list.length === 1 ? list[0] : undefined);

/** "Russia stopped testing before the United States did", "China tested after France", "the US tested more than Russia". */
function comparison(line: Line, clause: string): Proposition | undefined {
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

function more(text: string, code: (word: string | undefined) => string | undefined): Proposition | undefined {
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

/** "France stopped testing in 1996": said of its last test. */
function stopping(line: Line, clause: string): Proposition | undefined {
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
function resuming(line: Line, clause: string): Proposition | undefined {
  const match = /^(S\d+) (?:have )?resume (?:perform )?test (W\d+)$/.exec(clause);
  if (match === null) return undefined;
  const found = line.things[Number(match[1]!.slice(1))];
  const { when } = thing(line, match[2]!, 'W');
  if (found?.type !== 'S' || when.rel !== 'in') return undefined;
  return { kind: 'test-again', scope: { codes: [found.code], whens: [] }, whens: [when] };
}

/** "It has been more than 34 years since the United States last tested." */
function elapsed(line: Line, clause: string): Proposition | undefined {
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
function rank(line: Line, clause: string): Proposition | undefined {
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
function yieldOf(bag: Bag): Proposition | undefined {
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

/** A clause about tests: one subject, at most one negation, one count or place in a row, times, places. */
export function testFrame(line: Line, clause: string): Proposition | undefined {
  const special =
    stopping(line, clause) ??
    resuming(line, clause) ??
    elapsed(line, clause) ??
    rank(line, clause) ??
    comparison(line, clause);
  if (special !== undefined) return special;
  const bag = bagOf(line, clause);
  if (has(bag, 'before', 'after', 'than', 'more', 'fewer', 'since', 'most', 'stop', 'until'))
    return undefined;
  const kilotons = yieldOf(bagOf(line, clause));
  if (kilotons !== undefined) return kilotons;
  // "detonated six nuclear devices": what is counted are devices.
  const devices = !has(bag, 'test') && has(bag, 'perform') && has(bag, 'nuke', 'device');
  if (!take(bag, 'test') && !devices) return undefined;

  const noTest =
    clause.match(/\bno (?:(?:A\d+|further|other|underground|atmospheric|underwater) )*test\b/) !== null;
  const negations = takeCount(bag, 'not') + takeCount(bag, 'never') + takeCount(bag, 'no');
  const never = /\bnever\b/.test(clause);
  take(bag, 'again', 'outstanding', 'other');
  const states = statesCount(bag, clause);
  const counts = takeThings(bag, 'C').map(({ count }) => count);
  const ordinals = takeThings(bag, 'O').map(({ value }) => value);
  const whens = takeThings(bag, 'W').map(({ when }) => when);
  const places = takeThings(bag, 'X').map(({ place }) => place);
  const environment = takeEnvironment(bag);
  const last = take(bag, 'last', 'lasttime');
  const first = take(bag, 'firsttime', 'firstly');
  const unit = take(bag, 'device') || (devices && counts.length > 0) ? 'devices' : 'tests';
  const subject = takeSubject(bag);
  if (subject === undefined || negations > 1 || places.length > 1 || counts.length > 1 || ordinals.length > 1)
    return undefined;
  if (!isEmptyBut(bag, GLUE)) return undefined;
  if (take(bag, 'only') && counts.length === 0) return undefined;
  const polarity = negations === 0;
  const edges = (last ? 1 : 0) + (first ? 1 : 0) + ordinals.length;
  if (edges > 1) return undefined;

  const [place] = places;
  const base = {
    ...(place === undefined ? {} : { place }),
    ...(environment === undefined ? {} : { environment }),
  };
  const codes = subject.codes.length > 0 ? { codes: subject.codes } : {};
  if (states !== undefined) {
    if (edges > 0 || counts.length > 0 || subject.codes.length > 0 || subject.mode !== 'each')
      return undefined;
    return { kind: 'test-states', scope: { ...base, whens }, count: states, polarity };
  }
  if (subject.mode === 'none') {
    if (!polarity || edges > 0 || counts.length > 0) return undefined;
    return { kind: 'tests', scope: { ...base, whens }, polarity: false, never: whens.length === 0 };
  }
  if (subject.mode === 'only' || subject.mode === 'none-but') {
    if (!polarity || edges > 0 || counts.length > 0) return undefined;
    return {
      kind: 'test-only',
      codes: subject.codes,
      scope: { ...base, whens },
      needed: subject.mode === 'only',
    };
  }
  if (subject.codes.length === 0 && !noTest && counts.length === 0 && edges === 0) return undefined;
  if (counts.length === 1) {
    if (edges > 0) return undefined;
    return { kind: 'test-count', scope: { ...codes, ...base, whens }, count: counts[0]!, unit, polarity };
  }
  if (unit === 'devices') return undefined;
  if (edges === 1) return edge({ last, first, ordinal: ordinals[0], codes, base, whens, polarity });
  return { kind: 'tests', scope: { ...codes, ...base, whens }, polarity, never };
}

/** "eight states have tested": the number belongs to the states. */
function statesCount(bag: Bag, clause: string) {
  const match = /\b(C\d+) state\b/.exec(clause);
  if (match === null) return undefined;
  take(bag, match[1]!, 'state');
  return thing(bag.line, match[1]!, 'C').count;
}

/** First, last or n-th test: what is said of it (day, place, kind) is compared with the row. */
function edge(found: {
  readonly last: boolean;
  readonly first: boolean;
  readonly ordinal: number | undefined;
  readonly codes: { readonly codes?: readonly string[] };
  readonly base: { readonly place?: Place; readonly environment?: string };
  readonly whens: TestScope['whens'];
  readonly polarity: boolean;
}): Proposition | undefined {
  const { last, ordinal, codes, base, whens, polarity } = found;
  const since = whens.filter(({ rel }) => rel === 'since');
  const at = whens.filter(({ rel }) => rel === 'in');
  if (since.length + at.length < whens.length || since.length > 1) return undefined;
  // "for the first time since 1992" and "its first test since 1992": a gap with a test at its end.
  if (since.length === 1) {
    if (last || (ordinal ?? 1) !== 1 || !polarity || at.length === 0) return undefined;
    return { kind: 'test-again', scope: { ...codes, ...base, whens: [] }, since: since[0]!, whens: at };
  }
  // "the last underground test was in 1990": which tests are meant, and which is said of the last, is not to be told apart
  // when a kind and a place stand with a day; the kind then limits the tests.
  const limiting = base.environment !== undefined && (at.length > 0 || base.place !== undefined);
  if (at.length === 0 && base.place === undefined && base.environment === undefined) return undefined;
  return {
    kind: 'test-edge',
    edge: last ? 'last' : ordinal === undefined || ordinal === 1 ? 'first' : ordinal,
    scope: { ...codes, whens: [], ...(limiting ? { environment: base.environment! } : {}) },
    ...(base.place === undefined ? {} : { place: base.place }),
    ...(base.environment === undefined || limiting ? {} : { environment: base.environment }),
    whens: at,
    polarity,
  };
}

import { type Bag, bagOf, has, isEmptyBut, take, takeCount, takeThings } from './bag.ts';
import { comparison } from './frames-test-comparison.ts';
import { elapsed, rank, resuming, stopping, yieldOf } from './frames-test-turns.ts';
import { type Line, thing } from './line.ts';
import type { Place, Proposition, TestScope } from './proposition.ts';
import { takeSubject } from './subject.ts';

/** Words that only hold a clause about tests together. */
const GLUE = new Set(
  'have is was did do perform occur of by to at in on with time nuke it there only site now underground atmospheric underwater number'.split(
    ' ',
  ),
);

const ENVIRONMENTS = ['underground', 'atmospheric', 'underwater'] as const;

function takeEnvironment(bag: Bag): string | undefined {
  const found = ENVIRONMENTS.filter((word) => take(bag, word));
  return found.length === 1 ? found[0] : undefined;
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
  const at = whens.filter(({ rel }) => rel === 'in' || (rel === 'before' && last));
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

import type { PartialDate } from '../../time/partial-date.ts';
import { type Line, put, thing } from './line.ts';
import type { Count, Relation, Subject, When } from './proposition.ts';

/** Rewrites every place of a line that a pattern finds. */
function rewrite(line: Line, pattern: RegExp, by: (...groups: string[]) => string | undefined): void {
  line.text = line.text
    .replace(pattern, (whole, ...groups) => by(...(groups.slice(0, -2) as string[])) ?? whole)
    .replace(/ {2,}/g, ' ')
    .trim();
}

const RELATIONS: Readonly<Record<string, Relation>> = {
  gt: '>',
  ge: '>=',
  lt: '<',
  le: '<=',
  about: '~',
  exactly: '=',
  only: '=',
};
const BOUND = '(?:(gt|ge|lt|le|about|exactly|only) )?';

const years = (value: number, unit: string): number =>
  unit.startsWith('dec')
    ? value * 10
    : unit === 'century'
      ? value * 100
      : unit === 'months'
        ? value / 12
        : value;

/** "for more than thirty years", "in the past three decades", "for decades": a stretch that ends on the day asked for. */
function readDurations(line: Line): void {
  const past = (value: number, about: boolean, text: string) =>
    put(line, { type: 'W', when: { rel: 'past', years: value, about, text } });
  rewrite(
    line,
    new RegExp(
      `\\b(?:in|for|during|within|over|gt|throughout) (?:last |past )${BOUND}(N\\d+) (years|decades|months)\\b`,
      'g',
    ),
    (bound, n, unit) => {
      const value = years(thing(line, n!, 'N').value, unit!);
      return bound === 'lt' || bound === 'le' ? undefined : past(value, bound === 'about', `${value} years`);
    },
  );
  rewrite(
    line,
    new RegExp(`\\b(?:in|for|within) ${BOUND}(N\\d+) (years|decades|months)\\b(?! before| after| ago)`, 'g'),
    (bound, n, unit) => {
      const value = years(thing(line, n!, 'N').value, unit!);
      return bound === 'lt' || bound === 'le' ? undefined : past(value, bound === 'about', `${value} years`);
    },
  );
  rewrite(
    line,
    /\b(?:in|for|within) (?:(gt|ge|about) )?(?:(?:last|past) )?(quarter|half|century|decade)\b/g,
    (bound, unit) => past(STRETCHES[unit!]!, bound === 'about', unit!),
  );
  rewrite(line, /\bfor decades\b/g, () => past(20, false, 'decades'));
}

const STRETCHES: Readonly<Record<string, number>> = { quarter: 25, half: 50, decade: 10, century: 100 };

/** "30 years ago", "more than 30 years ago", as far as the dates in words have not read it. */
function readAgo(line: Line, asOf: string): void {
  rewrite(line, /(?:(gt|about) )?(N\d+) (years|decades) ago\b/g, (bound, n, unit) => {
    const year = String(Number(asOf.slice(0, 4)) - years(thing(line, n!, 'N').value, unit!));
    return put(line, {
      type: 'W',
      when:
        bound === 'gt'
          ? { rel: 'before', from: year, to: year, text: `${year}` }
          : { rel: 'in', from: year, to: year, text: year },
    });
  });
}

const RELS: Readonly<Record<string, When['rel']>> = {
  since: 'since',
  after: 'after',
  before: 'before',
  until: 'until',
  through: 'until',
  by: 'until',
};

/** Ties each date to its preposition. */
function readDates(line: Line): void {
  const when = (word: string, rel: When['rel']) => {
    const { from, to, era, text } = thing(line, word, 'D');
    return put(line, {
      type: 'W',
      when: { rel, text, ...(from ? { from } : {}), ...(to ? { to } : {}), ...(era ? { era } : {}) },
    });
  };
  const span = (a: string, b: string) => {
    const [first, last] = [thing(line, a, 'D'), thing(line, b, 'D')];
    const from: PartialDate | undefined = first.from;
    return put(line, {
      type: 'W',
      when: {
        rel: 'in',
        text: `${first.text} to ${last.text}`,
        ...(from ? { from } : {}),
        ...(last.to ? { to: last.to } : {}),
      },
    });
  };
  rewrite(line, /\bbetween (D\d+) and (D\d+)\b/g, (a, b) => span(a!, b!));
  rewrite(line, /\b(?:in )?from (D\d+) (?:to|until|through) (D\d+)\b/g, (a, b) => span(a!, b!));
  rewrite(
    line,
    /\b(?:ever )?(since|after|before|until|through|by) (?:in |on |end of |of )?(D\d+)\b/g,
    (rel, d) => when(d!, RELS[rel!]!),
  );
  rewrite(line, /\b(?:in|on|during|at|throughout|within|of|for|from) (D\d+)\b/g, (d) => when(d!, 'in'));
  rewrite(line, /\b(D\d+) 's\b/g, (d) => when(d!, 'in'));
  rewrite(line, /\b(D\d+)\b/g, (d) => when(d!, 'in'));
}

/** A year-like number before what is counted is a number: "2056 nuclear tests". */
function readYearsThatCount(line: Line): void {
  rewrite(
    line,
    /(?<before>\S+ )?(D\d+)(?= (?:underground |atmospheric |underwater )?(?:test|warhead|device|state|time|nuke)\b)/g,
    (before, word) => {
      const { text } = thing(line, word!, 'D');
      const year = /^\d{4}$/.test(text) ? Number(text) : Number.NaN;
      const prefix = (before ?? '').trim();
      const counts = /^(gt|ge|lt|le|about|exactly|only|perform)$/.test(prefix) || year > 2030;
      return Number.isNaN(year) || !counts
        ? undefined
        : `${before ?? ''}${put(line, { type: 'N', value: year })}`;
    },
  );
}

/** "at Lop Nur", "at the Novaya Zemlya test site"; a state after "in" is a place where another state is the subject. */
function readPlaces(line: Line): void {
  rewrite(line, /\b(?:(?:at|in|on|over|near|off|from) )?(?:[AS]\d+ (?:'s )?)?(L\d+)(?: site)?\b/g, (l) =>
    put(line, { type: 'X', place: { name: thing(line, l!, 'L').name } }),
  );
  if ((line.text.match(/[SA]\d+/g) ?? []).length < 2) return;
  rewrite(line, /\b(?:in|on) (S\d+)\b(?! and| ,)/g, (s) =>
    put(line, { type: 'X', place: { host: thing(line, s!, 'S').code } }),
  );
}

const codeOf = (line: Line, word: string): string =>
  (line.things[Number(word.slice(1))] as { readonly code: string }).code;

/** Puts the subject's states into one word: lists, "only", "no state but", "nine states". */
function readSubjects(line: Line): void {
  const subject = (value: Partial<Subject> & Pick<Subject, 'mode'>) =>
    put(line, { type: 'J', subject: { codes: [], ...value } });
  const list = (words: string): string[] =>
    [...words.matchAll(/[SA]\d+/g)].map(([word]) => codeOf(line, word));
  const LIST = '((?:[SA]\\d+)(?:(?: ,| and| , and) (?:[SA]\\d+))*)';
  rewrite(line, /\b([SA]\d+) 's\b/g, (s) => s);
  rewrite(line, new RegExp(`\\bnobody (?:except|but) ${LIST}`, 'g'), (states) =>
    subject({ mode: 'none-but', codes: list(states!) }),
  );
  rewrite(
    line,
    new RegExp(`\\bnoother state (?:except|but|than) ${LIST}|\\bnoother (?:except|but|than) ${LIST}`, 'g'),
    (a, b) => subject({ mode: 'none-but', codes: list(a ?? b!) }),
  );
  rewrite(line, new RegExp(`^except ${LIST} ,? ?nobody\\b`, 'g'), (states) =>
    subject({ mode: 'none-but', codes: list(states!) }),
  );
  rewrite(
    line,
    new RegExp(`^nobody (.*) (?:,? ?except) ${LIST}$`, 'g'),
    (deed, states) => `${subject({ mode: 'none-but', codes: list(states!) })} ${deed}`,
  );
  rewrite(
    line,
    /\bneither ([SA]\d+) nor ([SA]\d+)\b/g,
    (a, b) => `${subject({ mode: 'each', codes: [codeOf(line, a!), codeOf(line, b!)] })} not`,
  );
  rewrite(
    line,
    new RegExp(`^only state (?:which|to) (.*) is ${LIST}$`, 'g'),
    (deed, states) => `${subject({ mode: 'only', codes: list(states!) })} ${deed}`,
  );
  rewrite(
    line,
    new RegExp(`\\b${LIST} (?:is|was) only (?:state|one|N\\d+) (?:which|to|in|of)?`, 'g'),
    (states) => subject({ mode: 'only', codes: list(states!) }),
  );
  rewrite(line, new RegExp(`^only ${LIST}`, 'g'), (states) =>
    subject({ mode: 'only', codes: list(states!) }),
  );
  rewrite(line, new RegExp(`^${LIST} alone`, 'g'), (states) =>
    subject({ mode: 'only', codes: list(states!) }),
  );
  rewrite(line, /\b(?:both )?((?:[SA]\d+)(?:(?: ,| and| , and) (?:[SA]\d+))+)/g, (states) =>
    subject({ mode: 'each', codes: list(states!) }),
  );
  rewrite(
    line,
    /\b(?:no|nobody of) (G\d+)\b/g,
    (g) => `${subject({ mode: 'each', codes: thing(line, g!, 'G').codes })} not`,
  );
  rewrite(line, /\b(?:all )?(G\d+)\b/g, (g) => subject({ mode: 'each', codes: thing(line, g!, 'G').codes }));
  rewrite(line, /\b(J\d+) (?:both|all)\b/g, (states) => states);
  rewrite(line, /\b(J\d+) have (?:both|all)\b/g, (states) => `${states} have`);
  rewrite(line, /\bnobody\b/g, () => subject({ mode: 'none' }));
}

/** A number with its bound: "more than 1,000". */
function readCounts(line: Line): void {
  rewrite(line, new RegExp(`${BOUND}(N\\d+)\\b(?! years| decades| months)`, 'g'), (bound, n) => {
    const count: Count = { relation: RELATIONS[bound ?? 'exactly']!, value: thing(line, n!, 'N').value };
    return put(line, { type: 'C', count });
  });
}

/** The passes over a line, in order; each leaves fewer plain words. Gives the day that the sentence itself asks for. */
export function readPhrases(line: Line, asOf: string): { readonly asOf?: string } {
  let own: string | undefined;
  rewrite(line, /\basof (D\d+)\b ?,?/g, (d) => {
    own = thing(line, d!, 'D').to;
    return '';
  });
  rewrite(line, /(T\d+) \( (T\d+) \)/g, (a, b) =>
    thing(line, a!, 'T').treaty === thing(line, b!, 'T').treaty ? a! : undefined,
  );
  // An office before a name says no more than the name, where they belong together.
  rewrite(line, /\b(R\d+|title) (P\d+)/g, (office, person) =>
    office === 'title' || thing(line, office!, 'R').office.state === thing(line, person!, 'P').state
      ? person!
      : undefined,
  );
  readYearsThatCount(line);
  readAgo(line, own ?? asOf);
  readDurations(line);
  readDates(line);
  rewrite(line, /\( (W\d+) \)/g, (w) => w!);
  rewrite(line, /\b(W\d+) alone\b/g, (when) => when);
  readPlaces(line);
  readSubjects(line);
  readCounts(line);
  // "Of the 44 Annex 2 states, 36 have …" and "it was in 1992 that …".
  rewrite(
    line,
    /^of (C\d+) ((?:annex2 )?(?:state )?(?:annex2 |required )?),? ?(C\d+) /g,
    (of, kind, count) => `${count} of ${of} ${kind}`,
  );
  rewrite(line, /^it (?:is|was) (W\d+) which (.*)$/g, (when, deed) => `${deed} ${when}`);
  return own === undefined ? {} : { asOf: own };
}

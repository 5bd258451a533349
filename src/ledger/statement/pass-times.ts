import type { PartialDate } from '../../time/partial-date.ts';
import { type Line, put, thing } from './line.ts';
import { BOUND } from './pass-counts.ts';
import type { When } from './proposition.ts';
import { rewrite } from './rewrite.ts';

export const years = (value: number, unit: string): number =>
  unit.startsWith('dec')
    ? value * 10
    : unit === 'century'
      ? value * 100
      : unit === 'months'
        ? value / 12
        : value;

/** "for more than thirty years", "in the past three decades", "for decades": a stretch that ends on the day asked for. */
export function readDurations(line: Line): void {
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
export function readAgo(line: Line, asOf: string): void {
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
  // "30 years ago" in digits was read as a date before.
  rewrite(line, /\bgt (D\d+)\b/g, (d) => {
    const { text, from, to } = thing(line, d!, 'D');
    if (!/ago$/.test(text) || from === undefined || to === undefined) return undefined;
    return put(line, { type: 'W', when: { rel: 'before', from, to, text } });
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
export function readDates(line: Line): void {
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

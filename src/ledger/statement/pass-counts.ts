import { type Line, put, thing } from './line.ts';
import type { Count, Relation } from './proposition.ts';
import { rewrite } from './rewrite.ts';

const RELATIONS: Readonly<Record<string, Relation>> = {
  gt: '>',
  ge: '>=',
  lt: '<',
  le: '<=',
  about: '~',
  exactly: '=',
  only: '=',
};

export const BOUND = '(?:(gt|ge|lt|le|about|exactly|only) )?';

/** A year-like number before what is counted is a number: "2056 nuclear tests". */
export function readYearsThatCount(line: Line): void {
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

/** A number with its bound: "more than 1,000". */
export function readCounts(line: Line): void {
  rewrite(line, new RegExp(`${BOUND}(N\\d+)\\b(?! years| decades| months)`, 'g'), (bound, n) => {
    const count: Count = { relation: RELATIONS[bound ?? 'exactly']!, value: thing(line, n!, 'N').value };
    return put(line, { type: 'C', count });
  });
}

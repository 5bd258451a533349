import type { Day } from './day.ts';

/** Days from `from` up to but not including `to`; an end that is absent is open. */
export interface Interval {
  readonly from?: Day;
  readonly to?: Day;
}

export function contains(interval: Interval, day: Day): boolean {
  return (
    (interval.from === undefined || interval.from <= day) && (interval.to === undefined || day < interval.to)
  );
}

export function overlaps(a: Interval, b: Interval): boolean {
  const startsBeforeEnd = (from: Day | undefined, to: Day | undefined) =>
    from === undefined || to === undefined || from < to;
  return startsBeforeEnd(a.from, b.to) && startsBeforeEnd(b.from, a.to);
}

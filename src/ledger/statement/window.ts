import { addDays, addMonths, type Day } from '../../time/day.ts';
import { firstDay, lastDay } from '../../time/partial-date.ts';
import type { When } from './proposition.ts';

/** Days from `from` to `to`, both included. */
export interface Window {
  readonly from: Day;
  readonly to: Day;
}

/** "Nearly 36 years" may be a little less. */
const ROUGHLY = 0.94;

/** Before every day of the ledger. */
export const BEGINNING = '0001-01-01';

/**
 * The days that the times of a clause leave, cut at the day asked for.
 *
 * @param exclusive "since 1990" starts after it, as in "has not tested since 1990"; else it starts with it, as in
 *   "has tested six times since 2006".
 */
export function windowOf(whens: readonly When[], asOf: Day, exclusive: boolean): Window {
  let [from, to] = [BEGINNING, asOf];
  const later = (day: Day) => {
    if (day > from) from = day;
  };
  const earlier = (day: Day) => {
    if (day < to) to = day;
  };
  for (const { rel, from: start, to: end, era, years, about } of whens) {
    if (rel === 'past') later(addMonths(asOf, -Math.round((years ?? 0) * 12 * (about ? ROUGHLY : 1))));
    else if (rel === 'in') {
      if (start !== undefined) later(firstDay(start));
      if (end !== undefined) earlier(lastDay(end));
    } else if (rel === 'since') {
      const last = end ?? start;
      if (era) later(end === undefined ? firstDay(start!) : addDays(lastDay(end), 1));
      else if (exclusive) later(addDays(lastDay(last!), 1));
      else later(firstDay(start ?? last!));
    } else if (rel === 'after') later(addDays(lastDay((end ?? start)!), 1));
    else if (rel === 'before') earlier(addDays(firstDay((start ?? end)!), -1));
    else earlier(lastDay((end ?? start)!));
  }
  return { from, to };
}

export const isEmpty = ({ from, to }: Window): boolean => from > to;

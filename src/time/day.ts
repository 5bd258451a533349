/** A calendar day, ISO 8601: YYYY-MM-DD. Days compare as strings. */
export type Day = string;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MILLISECONDS_PER_DAY = 86_400_000;

const DAYS_OF_MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether the text names a day that exists in the (proleptic Gregorian) calendar. */
export function isDay(text: string): text is Day {
  if (!DAY.test(text)) return false;
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const last = month === 2 && isLeap ? 29 : (DAYS_OF_MONTHS[month - 1] ?? 0);
  return day >= 1 && day <= last;
}

const millisecondsOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`);

const dayOf = (milliseconds: number): Day => new Date(milliseconds).toISOString().slice(0, 10);

/** The day `count` days later (earlier where negative). */
export function addDays(day: Day, count: number): Day {
  return dayOf(millisecondsOf(day) + count * MILLISECONDS_PER_DAY);
}

/** Days from `from` to `to`; negative where `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((millisecondsOf(to) - millisecondsOf(from)) / MILLISECONDS_PER_DAY);
}

/** The same day `count` months later, or the last day of that month where it has no such day. */
export function addMonths(day: Day, count: number): Day {
  const [year, month, dayOfMonth] = day.split('-').map(Number) as [number, number, number];
  const first = new Date(Date.UTC(year, month - 1 + count, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return dayOf(first.getTime() + (Math.min(dayOfMonth, last) - 1) * MILLISECONDS_PER_DAY);
}

/** Day of the week, 0 for Sunday to 6 for Saturday. */
export function weekday(day: Day): number {
  return new Date(millisecondsOf(day)).getUTCDay();
}

/** The current day in UTC; the clock is given in milliseconds since 1970 so that callers stay repeatable. */
export function dayAt(clock: number): Day {
  return dayOf(clock);
}

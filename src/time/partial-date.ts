import { addDays, type Day, isDay } from './day.ts';

/**
 * A date as precise as its source: YYYY, YYYY-MM or YYYY-MM-DD. A missing part is unknown, never January or the first.
 * Partial dates sort as strings by their first day.
 */
export type PartialDate = string;

export type Precision = 'year' | 'month' | 'day';

/** Whether the text is a partial date that exists. */
export function isPartialDate(text: string): text is PartialDate {
  if (/^\d{4}$/.test(text)) return true;
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return true;
  return isDay(text);
}

/**
 * Reads a partial date.
 * @throws RangeError that quotes the text and says what is expected.
 */
export function parsePartialDate(text: string): PartialDate {
  const trimmed = text.trim();
  if (isPartialDate(trimmed)) return trimmed;
  throw new RangeError(`"${text}" is not a date; write it as 2023, 2023-11 or 2023-11-02`);
}

export function precisionOf(date: PartialDate): Precision {
  return date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day';
}

/** The earliest day that the date can mean. */
export function firstDay(date: PartialDate): Day {
  return date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date;
}

/** The latest day that the date can mean. */
export function lastDay(date: PartialDate): Day {
  if (date.length === 4) return `${date}-12-31`;
  if (date.length === 10) return date;
  const [year, month] = date.split('-').map(Number) as [number, number];
  const next =
    month === 12 ? `${year + 1}-01-01` : `${date.slice(0, 4)}-${String(month + 1).padStart(2, '0')}-01`;
  return addDays(next, -1);
}

/** Whether the two dates can mean the same day: 1990 and 1990-10-24 do, 1990-10 and 1990-11-01 do not. */
export function mayCoincide(a: PartialDate, b: PartialDate): boolean {
  return firstDay(a) <= lastDay(b) && firstDay(b) <= lastDay(a);
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** The date in words: "24 October 1990", "October 1990", "1990". */
export function inWords(date: PartialDate): string {
  const [year, month, day] = date.split('-');
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1];
  return [day === undefined ? undefined : String(Number(day)), name, year].filter(Boolean).join(' ');
}

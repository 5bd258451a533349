import { addDays, addMonths, type Day, isDay, weekday } from './day.ts';
import { firstDay, type PartialDate } from './partial-date.ts';

/** A date found in words. An expression that covers several days or years has two ends, both included. */
export interface WrittenDate {
  /** Offsets (UTF-16) of the words that were read. */
  readonly start: number;
  readonly end: number;
  readonly from: PartialDate;
  readonly to: PartialDate;
}

const MONTH_NAMES =
  'January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec';
const WEEKDAY_NAMES = 'Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday';
const NUMBER_WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const YEAR = '(?:1[89]|20)\\d{2}';

const EXPRESSION = new RegExp(
  [
    `(?<iso>\\b${YEAR}-\\d{2}-\\d{2}\\b)`,
    `\\b(?<day1>\\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<month1>${MONTH_NAMES})\\b\\.?(?:,? (?<year1>${YEAR}))?\\b`,
    `\\b(?<month2>${MONTH_NAMES})\\b\\.? (?<day2>\\d{1,2})(?:st|nd|rd|th)?\\b(?:,? (?<year2>${YEAR})\\b)?`,
    `\\b(?<month3>${MONTH_NAMES})\\b\\.?,? (?:of )?(?<year3>${YEAR})\\b`,
    `\\b(?:from|between) (?<rangeFrom>${YEAR}) (?:to|and|until|through) (?<rangeTo>${YEAR})\\b`,
    `\\b(?<dashFrom>${YEAR})[-–](?<dashTo>${YEAR})\\b`,
    `\\bthe (?:early |late |mid-)?(?<decade>(?:1[89]|20)\\d0)s\\b`,
    `(?<![\\d.,/$€£-])\\b(?<year4>${YEAR})\\b(?![\\d%]|[.,]\\d|-(?:year|strong|ton|km))`,
    `\\b(?<ago>\\d+|${NUMBER_WORDS.join('|')}|a) (?<agoUnit>day|week|month|year|decade)s? (?:ago|earlier)\\b`,
    `\\b(?<near>last|this|next|past) (?<nearUnit>week|month|year|${WEEKDAY_NAMES})\\b`,
    `\\b(?:in|since|until|by|early|late|of) (?<month4>${MONTH_NAMES.split('|').slice(0, 12).join('|')})\\b(?!\\.?,? (?:of )?\\d)`,
    `\\b(?:on |since )(?<weekday>${WEEKDAY_NAMES})\\b`,
    `\\b(?<word>yesterday|today|tomorrow)\\b`,
  ].join('|'),
  'gi',
);

const monthNumber = (name: string): string => {
  const index = MONTH_NAMES.split('|')
    .slice(0, 12)
    .findIndex((month) => month.slice(0, 3).toLowerCase() === name.slice(0, 3).toLowerCase());
  return String(index + 1).padStart(2, '0');
};

const weekdayNumber = (name: string): number =>
  WEEKDAY_NAMES.split('|').findIndex((day) => day.toLowerCase() === name.toLowerCase());

/** The latest year in which the month and day do not lie after the anchor: news speaks of the past. */
function yearBefore(anchor: Day, month: string, day = '01'): string {
  const year = Number(anchor.slice(0, 4));
  return `${year}-${month}-${day}` <= anchor ? String(year) : String(year - 1);
}

function onDay(year: string, month: string, day: string): PartialDate | undefined {
  const date = `${year}-${month}-${day.padStart(2, '0')}`;
  return isDay(date) ? date : undefined;
}

function before(anchor: Day, count: number, unit: string): PartialDate {
  if (unit === 'day') return addDays(anchor, -count);
  if (unit === 'week') return addDays(anchor, -7 * count).slice(0, 7);
  if (unit === 'month') return addMonths(anchor, -count).slice(0, 7);
  return String(Number(anchor.slice(0, 4)) - count * (unit === 'decade' ? 10 : 1)).padStart(4, '0');
}

function nearDates(anchor: Day, which: string, unit: string): { from: PartialDate; to: PartialDate } {
  const step = which === 'next' ? 1 : which === 'this' ? 0 : -1;
  if (unit === 'year') {
    const year = String(Number(anchor.slice(0, 4)) + step);
    return { from: year, to: year };
  }
  if (unit === 'month') {
    const month = addMonths(anchor, step).slice(0, 7);
    return { from: month, to: month };
  }
  if (unit === 'week') {
    const monday = addDays(anchor, -((weekday(anchor) + 6) % 7) + 7 * step);
    return { from: monday, to: addDays(monday, 6) };
  }
  const back = (weekday(anchor) - weekdayNumber(unit) + 7) % 7;
  const day =
    which === 'next' ? addDays(anchor, 7 - back) : addDays(anchor, -(back === 0 && step < 0 ? 7 : back));
  return { from: day, to: day };
}

function datesOf(groups: Record<string, string | undefined>, anchor: Day | undefined) {
  const one = (date: PartialDate | undefined) => (date === undefined ? undefined : { from: date, to: date });
  const { iso, decade } = groups;
  if (iso !== undefined) return isDay(iso) ? one(iso) : undefined;
  const [monthName, day] = groups.month1 ? [groups.month1, groups.day1] : [groups.month2, groups.day2];
  if (monthName !== undefined && day !== undefined) {
    const month = monthNumber(monthName);
    const given = groups.year1 ?? groups.year2;
    const year =
      given ?? (anchor === undefined ? undefined : yearBefore(anchor, month, day.padStart(2, '0')));
    return year === undefined ? undefined : one(onDay(year, month, day));
  }
  if (groups.month3 !== undefined) return one(`${groups.year3}-${monthNumber(groups.month3)}`);
  const [from, to] = [groups.rangeFrom ?? groups.dashFrom, groups.rangeTo ?? groups.dashTo];
  if (from !== undefined && to !== undefined) return from <= to ? { from, to } : undefined;
  if (decade !== undefined) return { from: decade, to: `${decade.slice(0, 3)}9` };
  if (groups.year4 !== undefined) return one(groups.year4);
  if (anchor === undefined) return undefined;
  if (groups.month4 !== undefined) {
    const month = monthNumber(groups.month4);
    return one(`${yearBefore(anchor, month)}-${month}`);
  }
  if (groups.ago !== undefined) {
    const word = groups.ago.toLowerCase();
    const count = word === 'a' ? 1 : NUMBER_WORDS.includes(word) ? NUMBER_WORDS.indexOf(word) : Number(word);
    return count > 1000 ? undefined : one(before(anchor, count, groups.agoUnit!.toLowerCase()));
  }
  if (groups.near !== undefined) {
    return nearDates(
      anchor,
      groups.near.toLowerCase().replace('past', 'last'),
      groups.nearUnit!.toLowerCase(),
    );
  }
  if (groups.weekday !== undefined) return nearDates(anchor, 'this', groups.weekday);
  const shift = { yesterday: -1, today: 0, tomorrow: 1 }[groups.word!.toLowerCase()];
  return one(addDays(anchor, shift!));
}

/**
 * Finds the dates that a text writes out, in order. What depends on when the text was written ("last month", "on
 * Tuesday", "5 November" without a year) is read only with an anchor, and then as the latest that is not after it.
 *
 * @param anchor the day on which the text was written; the first day of a partial date is taken.
 */
export function writtenDates(text: string, anchor?: PartialDate): readonly WrittenDate[] {
  const day = anchor === undefined ? undefined : firstDay(anchor);
  const found: WrittenDate[] = [];
  for (const match of text.matchAll(EXPRESSION)) {
    const dates = datesOf(match.groups!, day);
    if (dates !== undefined) found.push({ start: match.index, end: match.index + match[0].length, ...dates });
  }
  return found;
}

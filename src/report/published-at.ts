import { type PartialDate, precisionOf } from '../time/partial-date.ts';
import { writtenDates } from '../time/written-date.ts';

/** A line that only dates the report ("5 November 2025", "Published: Nov. 5, 2025, 14:20 GMT"). */
const DATE_LINE =
  /^(?:published|date|posted|updated|filed|issued)?(?: on| at)?[:\s]*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?$/i;
const AFTER_DATE = /^[\s,.|–—-]*(?:(?:at )?\d{1,2}[:.]\d{2}.*)?$/i;

/** A dateline opens a story: "MOSCOW, November 5, 2025 (Agency) — …", "GENEVA, 6 Feb 2026 — …". */
const BEFORE_IN_DATELINE =
  /^\s*(?:\p{Lu}[\p{Lu} .'-]+[,/]?|\p{Lu}[\p{L}.'-]*(?: \p{Lu}[\p{L}.'-]*){0,2},)\s*$/u;
const AFTER_IN_DATELINE = /^\s*,?\s*(?:\([^)]{2,40}\)\s*[-–—:.]?|\/[^/]{2,40}\/|[-–—:])/u;

const LINES_READ = 8;

/** The day or month that the report gives for itself in its first lines, where it gives one with its year. */
export function publishedAtIn(text: string): PartialDate | undefined {
  const lines = text
    .slice(0, 4_000)
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, LINES_READ);
  for (const line of lines) {
    const date = writtenDates(line).find(({ from, to }) => from === to && precisionOf(from) !== 'year');
    if (date === undefined) continue;
    const [before, after] = [line.slice(0, date.start), line.slice(date.end)];
    const bare = before.replace(/^[\s#>*•–—-]+/, '');
    if (DATE_LINE.test(bare) && AFTER_DATE.test(after)) return date.from;
    if (BEFORE_IN_DATELINE.test(before) && AFTER_IN_DATELINE.test(after)) return date.from;
  }
  return undefined;
}

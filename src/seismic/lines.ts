import { type BulletinItem, type BulletinReader, UnreadableBulletin } from './bulletin.ts';

/** Longest line that is taken for a line of a bulletin, characters. */
const LONGEST_LINE = 1_000_000;

/** What a line-by-line format does: gets each line with its number (from 1), adds what became complete to `out`. */
export interface LineHandler {
  line(text: string, number: number, out: BulletinItem[]): void;
  end(out: BulletinItem[]): void;
}

/** Cuts pieces of text into lines (LF, CRLF) and hands them on. */
export function lineReader(handler: LineHandler): BulletinReader {
  let rest = '';
  let number = 0;
  return {
    push(text) {
      const out: BulletinItem[] = [];
      const whole = rest + text;
      let start = 0;
      for (let end = whole.indexOf('\n'); end >= 0; end = whole.indexOf('\n', start)) {
        number += 1;
        handler.line(
          whole.slice(start, end > start && whole.charCodeAt(end - 1) === 13 ? end - 1 : end),
          number,
          out,
        );
        start = end + 1;
      }
      rest = whole.slice(start);
      if (rest.length > LONGEST_LINE)
        throw new UnreadableBulletin(
          `line ${number + 1} is longer than ${LONGEST_LINE} characters; this is no bulletin of lines`,
        );
      return out;
    },
    end() {
      const out: BulletinItem[] = [];
      if (rest !== '') handler.line(rest.replace(/\r$/, ''), number + 1, out);
      rest = '';
      handler.end(out);
      return out;
    },
  };
}

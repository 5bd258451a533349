import { type BulletinItem, type BulletinReader, UnreadableBulletin } from './bulletin.ts';
import { tableRows } from './from-table.ts';

const LONGEST_ROW = 1_000_000;

/**
 * Reads comma-separated tables (RFC 4180) whose heading names time or date, latitude and longitude: USGS exports, ISC
 * tables, this program's own CSV, and any with magnitudes in columns such as `mb_ISC` or `Ms_IDC`.
 */
export function csvReader(): BulletinReader {
  let rest = '';
  let line = 1;
  let row: ((cells: readonly string[], where: string) => BulletinItem) | undefined;

  const take = (cells: readonly string[], at: number, out: BulletinItem[]) => {
    if (cells.length === 1 && cells[0]?.trim() === '') return;
    if (row === undefined) {
      row = tableRows(cells);
      if (row === undefined)
        throw new UnreadableBulletin(
          `line ${at}: the heading ${JSON.stringify(cells.join(',').slice(0, 80))} names no time, latitude and longitude`,
        );
    } else out.push(row(cells, `line ${at}`));
  };
  const cut = (final: boolean): BulletinItem[] => {
    const out: BulletinItem[] = [];
    let at = 0;
    while (at < rest.length) {
      const parsed = rowAt(rest, at, final);
      if (parsed === undefined) break;
      take(parsed.cells, line, out);
      line += parsed.lines;
      at = parsed.next;
    }
    rest = rest.slice(at);
    if (rest.length > LONGEST_ROW)
      throw new UnreadableBulletin(
        `line ${line}: a row is longer than ${LONGEST_ROW} characters (a quote left open?)`,
      );
    return out;
  };
  return {
    push(text) {
      rest += text;
      return cut(false);
    },
    end: () => cut(true),
  };
}

interface Row {
  readonly cells: readonly string[];
  readonly next: number;
  readonly lines: number;
}

/** The row that begins at `start`, or undefined where its end has not come yet. */
function rowAt(text: string, start: number, final: boolean): Row | undefined {
  let end = text.indexOf('\n', start);
  if (end < 0) {
    if (!final) return undefined;
    end = text.length;
  }
  const quote = text.indexOf('"', start);
  if (quote < 0 || quote > end) {
    const stop = end > start && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
    return { cells: text.slice(start, stop).split(','), next: end + 1, lines: 1 };
  }
  return quotedRowAt(text, start, final);
}

function quotedRowAt(text: string, start: number, final: boolean): Row | undefined {
  const cells: string[] = [];
  let cell = '';
  let lines = 1;
  let quoted = false;
  for (let i = start; i < text.length; i++) {
    const c = text[i]!;
    if (quoted) {
      if (c === '\n') lines += 1;
      if (c !== '"') cell += c;
      else if (text[i + 1] === '"') {
        cell += '"';
        i += 1;
      } else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === ',') {
      cells.push(cell);
      cell = '';
    } else if (c === '\n') return { cells: [...cells, cell], next: i + 1, lines };
    else if (c !== '\r') cell += c;
  }
  return final ? { cells: [...cells, cell], next: text.length, lines } : undefined;
}

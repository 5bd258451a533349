/** One row of a table: cells by the names of the heading; under '' its line. */
export type Row = Readonly<Record<string, string>>;

/** Cells of a line that holds quotes (RFC 4180), from `at` on, and where the next line starts. */
function quotedLine(text: string, at: number): { readonly cells: string[]; readonly next: number } {
  const cells: string[] = [];
  let start = at;
  for (;;) {
    if (text[start] === '"') {
      let end = start + 1;
      while (end < text.length && (text[end] !== '"' || text[end + 1] === '"'))
        end += text[end] === '"' ? 2 : 1;
      cells.push(text.slice(start + 1, end).replaceAll('""', '"'));
      start = end + 1;
    } else {
      let end = start;
      while (end < text.length && text[end] !== ',' && text[end] !== '\n') end++;
      cells.push(text.slice(start, end).replace(/\r$/, ''));
      start = end;
    }
    if (text[start] !== ',') break;
    start++;
  }
  while (text[start] === '\r') start++;
  return { cells, next: start + 1 };
}

function lineFrom(text: string, at: number): { readonly cells: string[]; readonly next: number } {
  const end = text.indexOf('\n', at);
  const line = end < 0 ? text.slice(at) : text.slice(at, end);
  if (line.includes('"')) return quotedLine(text, at);
  return {
    cells: (line.endsWith('\r') ? line.slice(0, -1) : line).split(','),
    next: end < 0 ? text.length + 1 : end + 1,
  };
}

/**
 * The rows of a table of the stand-off; a table that is not there is empty.
 *
 * The tables are read at every start of the tool, so this reader does just what they need: quotes, commas and line ends.
 *
 * @param only leaves out lines that do not hold this text, before they are read.
 * @throws RangeError that names the line when it has more or fewer cells than the heading.
 */
export function rowsOf(files: ReadonlyMap<string, string>, name: string, only?: string): readonly Row[] {
  const text = files.get(name)?.replace(/^\uFEFF/, '');
  if (text === undefined) return [];
  const { cells: heading, next } = lineFrom(text, 0);
  const rows: Row[] = [];
  let line = 1;
  for (let at = next; at < text.length; ) {
    line++;
    if (only !== undefined) {
      const end = text.indexOf('\n', at);
      if (!(end < 0 ? text.slice(at) : text.slice(at, end)).includes(only)) {
        at = end < 0 ? text.length : end + 1;
        continue;
      }
    }
    const { cells, next: after } = lineFrom(text, at);
    at = after;
    if (cells.length === 1 && cells[0] === '') continue;
    if (cells.length !== heading.length) {
      throw new RangeError(
        `${name}:${line}: ${cells.length} cells where the heading has ${heading.length}; a cell that holds a comma stands in quotation marks`,
      );
    }
    const row: Record<string, string> = { '': String(line) };
    for (let column = 0; column < heading.length; column++) row[heading[column]!] = cells[column]!;
    rows.push(row);
  }
  return rows;
}

/** Where a row stands, for messages: `treaty-acts.csv:14`. */
export const placeOf = (name: string, row: Row): string => `${name}:${row['']}`;

/** The number in a field of fixed columns (from `start` up to `end`, counted from 0); undefined where it is blank. */
export function numberField(line: string, start: number, end: number): number | undefined {
  return numberIn(line.slice(start, end));
}

/** The number that a text is, without blanks; undefined for an empty one, NaN for words. */
export function numberIn(text: string | undefined): number | undefined {
  const trimmed = text?.trim();
  return trimmed === undefined || trimmed === '' ? undefined : Number(trimmed);
}

/** The text of a field, or undefined where it is blank. */
export function wordField(line: string, start: number, end?: number): string | undefined {
  const word = line.slice(start, end).trim();
  return word === '' ? undefined : word;
}

/** Names found in a text by their first run of letters and digits, the longest first. */
export interface NameIndex<T> {
  readonly byStart: ReadonlyMap<string, readonly (readonly [name: string, value: T])[]>;
}

export interface NameMatch<T> {
  readonly start: number;
  readonly end: number;
  readonly value: T;
}

const FIRST_RUN = /^[\p{L}\p{N}.]+/u;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

const startOf = (text: string): string => (FIRST_RUN.exec(text)?.[0] ?? '').replace(/\.+$/, '').toLowerCase();

export function nameIndex<T>(names: Iterable<readonly [name: string, value: T]>): NameIndex<T> {
  const byStart = new Map<string, (readonly [string, T])[]>();
  for (const [name, value] of names) {
    const start = startOf(name);
    if (start !== '') byStart.set(start, [...(byStart.get(start) ?? []), [name, value]]);
  }
  for (const list of byStart.values()) list.sort(([a], [b]) => b.length - a.length);
  return { byStart };
}

const fold = (text: string): string => text.replaceAll('’', "'").replace(/[‐‑–]/g, '-');

/**
 * The longest name that stands at an offset of the text and ends where a word ends, if any. Case counts, since "US" is
 * not "us"; a name in capitals throughout counts too where it has more than three letters (headlines).
 */
export function nameAt<T>(index: NameIndex<T>, text: string, offset: number): NameMatch<T> | undefined {
  const ahead = text.slice(offset, offset + 120);
  for (const [name, value] of index.byStart.get(startOf(ahead)) ?? []) {
    const found = fold(ahead.slice(0, name.length));
    if (found !== name && !(name.length > 3 && found === name.toUpperCase())) continue;
    if (LETTER_OR_DIGIT.test(text.charAt(offset + name.length)) && LETTER_OR_DIGIT.test(name.at(-1)!))
      continue;
    return { start: offset, end: offset + name.length, value };
  }
  return undefined;
}

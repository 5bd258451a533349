/**
 * What the analyser sees of a form: the word as it stands in the vocabulary, and its outside (ending, beginning, shape)
 * as rows of small tables, so that words that were never seen in training can be read by their looks.
 */
export interface WordFeatures {
  /** The form in lower case, with plain quotes and dashes and every digit as 0. */
  readonly key: string;
  /** Rows of the tables in the order of `FEATURE_TABLES`. */
  readonly rows: readonly number[];
}

/** Rows of the tables of the last three letters, the last two, the first three, and the shape. */
export const FEATURE_TABLES = [4096, 1024, 2048, 256] as const;

const plainMarks = (form: string): string =>
  form
    .replace(/[’‘`´]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replaceAll('–', '-')
    .replaceAll('—', '--')
    .replaceAll('…', '...');

/** "NATO" is XX, "New-START" is Xx-X, "2023" is dd, "don't" is x'x. */
function shapeOf(form: string): string {
  return form
    .replace(/\p{Lu}+/gu, (run) => (run.length > 1 ? 'XX' : 'X'))
    .replace(/[\p{Ll}\p{Lo}]+/gu, 'x')
    .replace(/\p{N}+/gu, (run) => (run.length > 1 ? 'dd' : 'd'))
    .slice(0, 8);
}

/** A 32-bit hash of a string (FNV-1a, Fowler, Noll and Vo), spread by the finaliser of MurmurHash3 (Appleby 2011). */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

export function wordFeatures(form: string): WordFeatures {
  const plain = plainMarks(form);
  const key = plain.toLowerCase().replace(/\p{N}/gu, '0');
  const looks = [key.slice(-3), key.slice(-2), key.slice(0, 3), shapeOf(plain)];
  return { key, rows: looks.map((look, table) => hashOf(look) % FEATURE_TABLES[table]!) };
}

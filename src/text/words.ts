import type { Span } from './tree.ts';

/** A surface token, split into syntactic words as Universal Dependencies English EWT does. */
export interface SplitWord extends Span {
  readonly form: string;
}

/** Prefixes that EWT leaves joined to the word behind the hyphen; all other hyphens split. */
const JOINED_PREFIX =
  /^(?:e|co|re|un|pre|non|anti|de|ex|post|pro|sub|semi|multi|mid|over|under|inter|intra|ultra|neo|vice|psycho|socio)-$/i;

const PIECES = new RegExp(
  [
    '(?:https?://|www\\.)[^\\s<>"“”]+[^\\s<>"“”.,;:!?)\\]]',
    '[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+',
    // Initials and abbreviations with inner points: U.S., D.C., a.m., J.
    '(?:\\p{L}\\.){2,}',
    '\\b(?:Mr|Mrs|Ms|Dr|St|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Sen|Rep|Gov|Rev|Hon|Jr|Sr|Inc|Corp|Co|Ltd|No|vs|etc|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|approx|est|Ft|Mt)\\.',
    '\\b\\p{Lu}\\.(?=\\s+\\p{Lu})',
    // Numbers with separators, ordinals, and words with digits.
    '\\d+(?:[.,:]\\d+)*(?:st|nd|rd|th|s)?(?![\\p{L}\\p{N}])',
    "[\\p{L}\\p{N}\\p{M}_]+(?:['’](?=\\p{L})[\\p{L}\\p{M}]+)*",
    '\\.{2,}|…|--+|—|[!?]{2,}',
    '\\S',
  ].join('|'),
  'gu',
);

const NOT = /^(.+?)(n['’]t)$/i;
const CLITIC = /^(.+?)(['’](?:s|re|ve|ll|d|m))$/i;

/** "don't" is "do" and "n't", "Russia's" is "Russia" and "'s", "cannot" is "can" and "not". */
function contraction(form: string, start: number): SplitWord[] {
  const end = start + form.length;
  const at = (length: number): SplitWord[] => [
    ...contraction(form.slice(0, length), start),
    { form: form.slice(length), start: start + length, end },
  ];
  const not = NOT.exec(form);
  if (not !== null) return at(not[1]!.length);
  if (/^cannot$/i.test(form)) return at(3);
  if (/^(?:gon|wan)na$/i.test(form) || /^gotta$/i.test(form)) return at(3);
  const clitic = CLITIC.exec(form);
  if (clitic !== null) return at(clitic[1]!.length);
  if (/['’]/.test(form) && !/^\p{Lu}['’]\p{Lu}/u.test(form)) {
    // Other apostrophes inside a word belong to it ("o'clock").
    return [{ form, start, end }];
  }
  return [{ form, start, end }];
}

/** The words of a stretch of text, with offsets into the whole text. */
export function splitWords(text: string, { start, end }: Span): readonly SplitWord[] {
  const words: SplitWord[] = [];
  const stretch = text.slice(start, end);
  let prefix: SplitWord | undefined;
  for (const match of stretch.matchAll(PIECES)) {
    const [form, from] = [match[0], match.index + start];
    const previous = words.at(-1);
    if (
      form === '-' &&
      previous !== undefined &&
      previous.end === from &&
      JOINED_PREFIX.test(`${previous.form}-`)
    ) {
      prefix = previous;
      continue;
    }
    if (prefix !== undefined && /^[\p{L}\p{N}]/u.test(form) && from === prefix.end + 1) {
      words.pop();
      const joined = text.slice(prefix.start, from + form.length);
      words.push(...contraction(joined, prefix.start));
      prefix = undefined;
      continue;
    }
    if (prefix !== undefined) words.push({ form: '-', start: prefix.end, end: prefix.end + 1 });
    prefix = undefined;
    // The possessive mark after s stands alone: "the states' arsenals".
    words.push(...contraction(form, from));
  }
  if (prefix !== undefined) words.push({ form: '-', start: prefix.end, end: prefix.end + 1 });
  return words;
}

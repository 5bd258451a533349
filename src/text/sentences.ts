import type { SentencePlace, Span } from './tree.ts';

export interface SentenceSpan extends Span {
  readonly place: SentencePlace;
  readonly paragraph: number;
}

/** Longer stretches are cut at a space: no sentence of a report is this long, and parsing takes time by length. */
const CHARACTERS_AT_MOST = 1_500;

const ABBREVIATION =
  /(?:^|[\s("“'‘[])(?:Mr|Mrs|Ms|Dr|St|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Sen|Rep|Gov|Rev|Hon|Jr|Sr|No|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|approx|e\.g|i\.e|cf|al|Ft|Mt|\p{Lu})$/u;
/** After these a capital may still go on ("U.S. President"); they end a sentence only before a usual first word. */
const INITIALS = /(?:\p{L}\.)+\p{L}$/u;
const FIRST_WORD =
  /^(?:The|A|An|In|On|At|He|She|It|They|We|I|But|And|This|That|These|Those|However|Meanwhile|Its|His|Her|Their|There|If|As|After|Before|When|While|According|Both|Q|So|Yet|For|No|Under|Since|Although|What|Who|Is)\b/;
const END = /[.!?…]+['"”’)\]]*(?=\s+|$)/gu;

function endsSentence(line: string, match: RegExpExecArray | RegExpMatchArray): boolean {
  // Only the last word decides; a line may be as long as a book.
  const before = line.slice(Math.max(0, match.index! - 40), match.index);
  const end = match.index! + match[0].length;
  const rest = line.slice(end, end + 200);
  const after = rest.trimStart();
  if (after === '') return true;
  if (!/^["“'‘([]?[\p{Lu}\p{N}\p{Lo}]/u.test(after) && !/^[-–—•*]\s/.test(after)) return false;
  if (match[0].startsWith('.')) {
    if (INITIALS.test(before)) return FIRST_WORD.test(after.replace(/^["“'‘([]+/, ''));
    if (ABBREVIATION.test(before)) return false;
  }
  // `"Will they?" Putin asked` goes on in lower case or with the speaker's verb; a capital after a quotation is taken
  // for a new sentence.
  return true;
}

const BULLET = /^\s*(?:[-–—•*·▪◦‣]|\(?\d{1,2}[.)/])\s+/;

/** The mark of a turn in questions and answers is no word of the sentence. */
const TURN = /^\s*[QA]:\s+/;
/** "Q." and "A." are such marks only where a text has both: "A. Smith" begins with a name. */
const DOTTED_TURN = /^\s*[QA][.:]\s+/;
const hasDottedTurns = (text: string): boolean => /^\s*Q\.\s/m.test(text) && /^\s*A\.\s/m.test(text);

const DAY =
  '(?:\\d{1,2}(?:st|nd|rd|th)?\\s+)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\.?(?:\\s+\\d{1,2})?(?:,?\\s+\\d{4})?';
const TOWN =
  "\\p{Lu}[\\p{Lu}\\p{M}.’'-]+(?:[ /]\\p{Lu}[\\p{Lu}\\p{M}.’'-]+)*(?:,\\s+\\p{Lu}[\\p{L}.]+(?:\\s\\p{Lu}\\p{L}+)?)?";

/** What stands before the first sentence of a line and is no part of it; what is left out keeps its offsets. */
const BEFORE_SENTENCE = [
  // "SEOUL, March 12, 2024 (Agency) - "
  new RegExp(`^\\s*${TOWN}(?:,\\s+${DAY})?\\s*(?:\\([^()]{2,40}\\)\\s*)?(?:[-–—]+|:)\\s+(?=\\S)`, 'u'),
  // "14:40 — ", "21:12 ", "MON ": the marks of a live page and of a week's list
  /^\s*(?:[01]?\d|2[0-3])[:.][0-5]\d(?:\s?(?:GMT|UTC|BST|CET|[ap]m))?\s*(?:[-–—|:]\s*)?\s(?=\S)/,
  /^\s*(?:MON|TUE|WED|THU|FRI|SAT|SUN)(?:[-–—:]|\s)\s*(?=\S)/,
  // "21 February 2023 - ", "5 October: "
  new RegExp(`^\\s*${DAY}\\s*(?:[-–—]+|:)\\s+(?=\\S)`, 'u'),
];

/** "Question: ", "PESKOV: ", "Sergey Lavrov: ", "Kremlin spokesman Dmitry Peskov: " */
const SPEAKER_LABEL =
  /^\s*\p{Lu}[\p{L}.'’-]*(?:\s\([^()]{1,40}\))?(?:\s(?:of|by|the|for|spokesman|spokeswoman|minister|president|\p{Lu}[\p{L}.'’-]*(?:\s\([^()]{1,40}\))?)){0,6}\s*(?:\([^()]{1,30}\))?:\s+(?=["“‘'(]?[\p{L}\p{N}])/u;
/** "New START: a short history" names what the report is about, "Kremlin: no talks before spring" is a title too. */
const SUBJECT_LABEL = /:\s+\p{Ll}/u;

function placeOf(line: string, first: boolean, last: boolean): SentencePlace {
  if (BULLET.test(line)) return 'bullet';
  const words = line.trim();
  const headline = words.length <= 160 && !/[.!?:;,…]['"”’)]*$/.test(words);
  return headline && (first || (!last && words.length <= 90)) ? 'headline' : 'prose';
}

function* pieces(text: string, span: Span): Generator<Span> {
  let { start } = span;
  while (span.end - start > CHARACTERS_AT_MOST) {
    const limit = start + CHARACTERS_AT_MOST;
    const stretch = text.slice(start, limit);
    const cut = Math.max(stretch.lastIndexOf('; '), stretch.lastIndexOf(', '), -1);
    const space = stretch.search(/\s\S*$/u);
    let end = start + (cut > CHARACTERS_AT_MOST / 2 ? cut + 1 : space > 0 ? space : CHARACTERS_AT_MOST);
    // Never between the two halves of one character.
    if (/[\uD800-\uDBFF]/.test(text[end - 1]!)) end -= 1;
    yield { start, end };
    start = end;
  }
  if (start < span.end) yield { start, end: span.end };
}

const lengthOf = (pattern: RegExp, text: string): number => pattern.exec(text)?.[0].length ?? 0;

/** The sentences of a text: a line break ends one, then the marks . ! ? … save after abbreviations and initials. */
export function splitSentences(text: string): readonly SentenceSpan[] {
  const sentences: SentenceSpan[] = [];
  const lines = [...text.matchAll(/[^\r\n\u2028\u2029]+/g)].filter(([line]) => /\S/.test(line));
  const turn = hasDottedTurns(text) ? DOTTED_TURN : TURN;
  for (const [paragraph, match] of lines.entries()) {
    const line = match[0];
    const place = placeOf(line, paragraph === 0, paragraph === lines.length - 1);
    let from = (BULLET.exec(line) ?? turn.exec(line))?.[0].length ?? 0;
    for (const pattern of BEFORE_SENTENCE) from += lengthOf(pattern, line.slice(from, from + 200));
    if (place !== 'headline' || !SUBJECT_LABEL.test(line))
      from += lengthOf(SPEAKER_LABEL, line.slice(from, from + 200));
    const add = (to: number) => {
      const words = line.slice(from, to);
      const start = match.index + from + (words.length - words.trimStart().length);
      const end = match.index + from + words.trimEnd().length;
      for (const piece of pieces(text, { start, end })) sentences.push({ ...piece, place, paragraph });
      from = to;
    };
    for (const end of line.matchAll(END)) if (endsSentence(line, end)) add(end.index + end[0].length);
    if (from < line.length) add(line.length);
  }
  return sentences.filter(({ start, end }) => start < end);
}

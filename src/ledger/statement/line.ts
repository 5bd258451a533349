import { writtenDates } from '../../time/written-date.ts';
import { numberOf, ordinalOf } from './english.ts';
import type { Count, Place, Subject, When } from './proposition.ts';
import type { Slot } from './slot.ts';
import { type Token, tokensOf } from './tokens.ts';
import { longestAt, type Vocabulary } from './vocabulary.ts';

/** What a capital letter with a number stands for in a line: names as found, and what the passes made of them. */
export type Thing =
  | Slot
  | { readonly type: 'W'; readonly when: When }
  | { readonly type: 'C'; readonly count: Count }
  | { readonly type: 'X'; readonly place: Place }
  | { readonly type: 'J'; readonly subject: Subject };

/** A sentence as words of the frames, with names, numbers and dates as numbered capitals: "S0 have not test since D1". */
export interface Line {
  text: string;
  readonly things: Thing[];
  /** The first word that neither grammar nor the ledger knows, if any. */
  readonly unknown?: string;
}

/** Adds a thing to a line and gives the word that stands for it. */
export function put(line: Line, thing: Thing): string {
  line.things.push(thing);
  return `${thing.type}${line.things.length - 1}`;
}

/** The thing that a word of a line stands for. */
export const thing = <T extends Thing['type']>(
  line: Line,
  word: string,
  type: T,
): Extract<Thing, { type: T }> => {
  const found = line.things[Number(word.slice(1))];
  if (found?.type !== type) throw new Error(`"${word}" is no ${type} of its line`);
  return found as Extract<Thing, { type: T }>;
};

const TENFOLD: Readonly<Record<string, number>> = { hundred: 100, thousand: 1000 };

/** A number in words or digits from a token on: "two thousand and fifty-six", "1,054". */
function numberAt(
  tokens: readonly Token[],
  index: number,
): { readonly length: number; readonly value: number } | undefined {
  let total = 0;
  let current: number | undefined;
  let at = index;
  for (; at < tokens.length; at++) {
    const { key } = tokens[at]!;
    const tenfold = TENFOLD[key];
    if (tenfold !== undefined) {
      if (current === undefined && at > index) break;
      const product = (current ?? 1) * tenfold;
      if (tenfold === 1000) {
        total += product;
        current = undefined;
      } else current = product;
      continue;
    }
    const value = numberOf(key);
    if (value === undefined) {
      if (
        key === 'and' &&
        at > index &&
        (current ?? total) >= 100 &&
        numberOf(tokens[at + 1]?.key ?? '') !== undefined
      )
        continue;
      break;
    }
    if (current !== undefined && (current % 100 !== 0 || value >= 100)) break;
    current = (current ?? 0) + value;
  }
  return at === index ? undefined : { length: at - index, value: total + (current ?? 0) };
}

/** Reads a sentence into a line; what depends on today is resolved against the day asked for. */
export function lineOf(vocabulary: Vocabulary, sentence: string, anchor: string): Line {
  const tokens = tokensOf(sentence);
  const dates = writtenDates(sentence, anchor);
  const line: Line & { unknown?: string } = { text: '', things: [] };
  const words: string[] = [];
  for (let index = 0; index < tokens.length; ) {
    const token = tokens[index]!;
    const date = dates.find(({ start, end }) => start <= token.start && token.end <= end);
    if (date !== undefined) {
      const text = sentence.slice(date.start, date.end);
      const preposition = /^(in|since|until|by|of|on|from|between) /i.exec(text)?.[1]?.toLowerCase();
      if (preposition !== undefined && preposition !== 'from' && preposition !== 'between')
        words.push(preposition);
      words.push(put(line, { type: 'D', from: date.from, to: date.to, text }));
      while (index < tokens.length && tokens[index]!.start < date.end) index++;
      continue;
    }
    const known = longestAt(vocabulary, tokens, index);
    const number = numberAt(tokens, index);
    if (known !== undefined && known.length >= (number?.length ?? 0)) {
      if ('word' in known.meaning) {
        if (known.meaning.word !== '') words.push(known.meaning.word);
      } else words.push(put(line, known.meaning.slot));
      index += known.length;
    } else if (number !== undefined) {
      words.push(put(line, { type: 'N', value: number.value }));
      index += number.length;
    } else if (ordinalOf(token.key) !== undefined) {
      words.push(put(line, { type: 'O', value: ordinalOf(token.key)! }));
      index++;
    } else if (/^[,;:()]$/.test(token.key) || token.key === "'s") {
      words.push(token.key);
      index++;
    } else if (token.key === 'once' || token.key === 'twice') {
      words.push(put(line, { type: 'N', value: token.key === 'once' ? 1 : 2 }), 'time');
      index++;
    } else {
      line.unknown ??= token.raw;
      index++;
    }
  }
  line.text = words.join(' ');
  return line;
}

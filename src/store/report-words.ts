/** Longer strings of letters are no words that anyone searches for. */
const LONGEST = 64;

/** A long book has about so many; what has more is no text, and would slow down every search. */
const WORDS_AT_MOST = 20_000;

/** The words of a text in order, without case and accents: "Élysée's NEW-START" is elysee, s, new, start. */
export function wordsIn(text: string): readonly string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The distinct words of a report with a space before and after each, as the listing keeps them. */
export function listedWords(title: string, text: string): string {
  const words = new Set<string>();
  for (const word of wordsIn(`${title}\n${text}`)) {
    if (words.size === WORDS_AT_MOST) break;
    if (word.length <= LONGEST) words.add(word);
  }
  return ` ${[...words].sort().join(' ')} `;
}

/** Longer strings of letters are no words that anyone searches for. */
const LONGEST = 64;

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
  const words = new Set(wordsIn(`${title}\n${text}`).filter((word) => word.length <= LONGEST));
  return ` ${[...words].sort().join(' ')} `;
}

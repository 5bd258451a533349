/** One word of a sentence with its place. */
export interface Token {
  /** Lower case, apostrophes straight. */
  readonly key: string;
  /** As written. */
  readonly raw: string;
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{N}]+(?:[.,'’\-–‑][\p{L}\p{N}]+)*|[%,;:()]/gu;

const keyOf = (raw: string): string => raw.toLowerCase().replaceAll('’', "'").replace(/[–‑]/g, '-');

/** The words of a sentence; a possessive ending and "n't" are words of their own. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(WORD)) {
    const [raw] = match;
    const cut = /(['’]s|['’]ve|['’]d)$/i.exec(raw) ?? /(n['’]t)$/i.exec(raw);
    const at = cut === null ? raw.length : cut.index;
    const head = raw.slice(0, at);
    if (head !== '') tokens.push({ key: keyOf(head), raw: head, start: match.index, end: match.index + at });
    if (cut !== null) {
      const key = /^n/i.test(cut[1]!) ? 'n’t' : keyOf(cut[1]!);
      tokens.push({
        key: key === "'ve" ? '’ve' : key,
        raw: cut[1]!,
        start: match.index + at,
        end: match.index + raw.length,
      });
    }
  }
  // "can't" and "won't" leave heads that are no words; as they speak of no fact, they stay unknown.
  return tokens;
}

/** The first line that holds words, without bullet or heading marks, cut at a word near 120 characters. */
export function titleOf(text: string): string {
  for (const line of text.slice(0, 20_000).split(/\r\n|\r|\n/)) {
    const words = line.replace(/^[\s#>*•–—\uFEFF-]+/, '').trim();
    if (!/\p{L}/u.test(words)) continue;
    if (words.length <= 120) return words;
    return `${words.slice(0, 117).replace(/\s+\S*$/, '')}…`;
  }
  return 'Untitled report';
}

/** The known name nearest to a mistyped one, by edit distance, where it is near enough to suggest. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = Math.max(2, name.length / 3);
  for (const other of known) {
    const steps = editDistance(name.toLowerCase(), other.toLowerCase());
    if (steps < least || (steps === least && best === undefined)) [best, least] = [other, steps];
  }
  return best;
}

/** Insertions, deletions and replacements that turn one word into another (Levenshtein 1966). */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[b.length]!;
}

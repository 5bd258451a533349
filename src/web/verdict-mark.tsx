/** How each verdict is shown: by a sign and a word, so that colour is never alone. */
const SIGNS: Readonly<
  Record<string, { readonly sign: string; readonly words: string; readonly means: string }>
> = {
  supported: { sign: '✓', words: 'supported', means: 'the ledger’s rows bear it out' },
  contradicted: { sign: '✗', words: 'contradicted', means: 'the ledger’s rows say otherwise' },
  partly: { sign: '◐', words: 'partly', means: 'a part of it is borne out, a part is not' },
  outdated: { sign: '↻', words: 'outdated', means: 'it was so, until the day that is told' },
  disputed: { sign: '⇄', words: 'disputed', means: 'sources disagree; all are shown' },
  'not-in-ledger': { sign: '?', words: 'not in the ledger', means: 'the ledger has no row that settles it' },
  'not-checkable': {
    sign: '–',
    words: 'not checkable',
    means: 'an intention, a demand or an opinion is neither true nor false',
  },
};

export const verdictWords = (verdict: string): string => SIGNS[verdict]?.words ?? verdict;

/** A verdict as sign and word. */
export function VerdictMark({ verdict }: { readonly verdict: string }) {
  const { sign, words, means } = SIGNS[verdict] ?? { sign: '·', words: verdict, means: '' };
  return (
    <span class={`verdict verdict-${verdict}`} title={means}>
      <span class="sign" aria-hidden="true">
        {sign}
      </span>
      {words}
    </span>
  );
}

/** A row that decides, with where it comes from. */
export interface Evidence {
  readonly fact: string;
  readonly text: string;
  readonly source: string;
}

/** Where a row comes from; a link where the source is an address of the web. */
export function SourceLine({ source }: { readonly source: string }) {
  const isAddress = /^https?:\/\/\S+$/.test(source);
  return (
    <span class="source">
      {isAddress ? (
        <a href={source} rel="noreferrer noopener external">
          {source.replace(/^https?:\/\/(www\.)?/, '')}
        </a>
      ) : (
        source
      )}
    </span>
  );
}

/** The rows behind a verdict, each a link to itself in the ledger. */
export function BecauseList({ because }: { readonly because: readonly Evidence[] }) {
  if (because.length === 0) return null;
  return (
    <ul class="because">
      {because.map(({ fact, text, source }) => (
        <li key={fact}>
          {text} <SourceLine source={source} />
          <a class="small-print" href={`/ledger?fact=${encodeURIComponent(fact)}`}>
            row {fact}
          </a>
        </li>
      ))}
    </ul>
  );
}

import type { ShownPosition } from './standoff-answer.ts';

const STRENGTHS: readonly (readonly [number, string])[] = [
  [0.8, 'said outright'],
  [0.6, 'firm'],
  [0, 'only weighed: carries nothing by itself'],
];

const strengthWords = (strength: number): string =>
  STRENGTHS.find(([least]) => strength >= least)?.[1] ?? STRENGTHS.at(-1)![1];

/** What a claim says and where it stands, to click through to. */
interface ClaimSource {
  readonly href: string;
  readonly quote: string;
}

/** What a fact of the ledger says, to click through to. */
interface FactSource {
  readonly href: string;
  readonly text: string;
}

/** What each side says it will do, wants or refuses: as a sentence and as a formula, with the words and rows behind it. */
export function PositionList({
  positions,
  retracted,
  assumed,
  claimSource,
  factSource,
  onToggle,
}: {
  readonly positions: readonly ShownPosition[];
  readonly retracted: readonly string[];
  /** Ids of those that only the reader supposes. */
  readonly assumed: readonly string[];
  readonly claimSource: (claim: string) => ClaimSource;
  readonly factSource: (fact: string) => FactSource;
  readonly onToggle: (id: string) => void;
}) {
  if (positions.length === 0) return <p>The words take no position.</p>;
  return (
    <ol class="positions">
      {positions.map(({ id, kind, sentence, formula, date, strength, claims, facts }) => {
        const gone = retracted.includes(id);
        const isAssumed = assumed.includes(id);
        const act = isAssumed ? 'No longer suppose' : gone ? 'Hold again' : 'Retract';
        return (
          <li key={id} id={`position-${id}`} class={gone ? 'retracted' : isAssumed ? 'supposed' : ''}>
            <p class="sentence">
              <span class="tag">{id}</span> {gone ? <del>{sentence}</del> : sentence}
            </p>
            <p>
              <code>{formula}</code>
            </p>
            <p class="quiet">
              {[kind, date, isAssumed ? '' : `strength ${strength.toFixed(2)}, ${strengthWords(strength)}`]
                .filter(Boolean)
                .join(' · ')}
              {gone ? ' · retracted, by supposition' : ''}
              {isAssumed ? ' · your assumption, in nobody’s words' : ''}
            </p>
            <div class="row">
              <button type="button" aria-label={`${act}: ${sentence}`} onClick={() => onToggle(id)}>
                {act}
              </button>
              {claims.length + facts.length > 0 && (
                <details class="evidence">
                  <summary>
                    {claims.length} claim{claims.length === 1 ? '' : 's'}, {facts.length} fact
                    {facts.length === 1 ? '' : 's'}
                    <span class="visually-hidden"> behind {id}</span>
                  </summary>
                  <ul>
                    {claims.map((claim) => {
                      const { href, quote } = claimSource(claim);
                      return (
                        <li key={claim}>
                          <a href={href}>{quote === '' ? `claim ${claim}` : `“${quote}”`}</a>
                        </li>
                      );
                    })}
                    {facts.map((fact) => {
                      const { href, text } = factSource(fact);
                      return (
                        <li key={fact}>
                          <a href={href}>{text}</a>
                        </li>
                      );
                    })}
                  </ul>
                </details>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

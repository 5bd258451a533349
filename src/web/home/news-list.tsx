import type { CheckedClaim, News } from '../../brief/brief.ts';
import { queryOf } from '../address.ts';
import { BecauseList } from '../because-list.tsx';

const KINDS: Readonly<Record<News['kind'], string>> = {
  'does-not-hold': '✗ does not hold',
  disputed: '⇄ disputed',
  'changed-since': '↻ changed since',
  'trigger-met': '! condition met',
  'trigger-told': '! condition told',
  'trigger-possible': '? condition possible',
  'new-position': '+ new position',
  'changed-position': '± changed position',
};

/** What does not hold, is disputed, has changed or is new; each opens to say why. */
export function NewsList({
  news,
  claims,
  days,
}: {
  readonly news: readonly News[];
  readonly claims: readonly CheckedClaim[];
  readonly days: URLSearchParams;
}) {
  return (
    <ul class="plain news-list">
      {news.map(({ kind, text, claims: ids, facts }) => {
        const own = claims.filter(({ id }) => ids.includes(id));
        const rows = own.flatMap(({ check }) => check.because).filter(({ fact }) => facts.includes(fact));
        const bare = facts.filter((fact) => !rows.some((row) => row.fact === fact));
        return (
          <li key={`${kind} ${text}`}>
            <span class={`kind kind-${kind}`}>{KINDS[kind]}</span> {text}
            {ids.length + facts.length > 0 && (
              <details>
                <summary>
                  Why?<span class="visually-hidden"> {text}</span>
                </summary>
                {own.map(({ id, report, quote }) => (
                  <p key={id}>
                    <q class="quote">{quote}</q>{' '}
                    <a href={`/reports/${report}${queryOf(days)}#${id}`}>in the text</a>
                  </p>
                ))}
                <BecauseList because={rows} />
                {bare.map((fact) => (
                  <p key={fact}>
                    <a href={`/ledger?fact=${encodeURIComponent(fact)}`}>row {fact}</a>
                  </p>
                ))}
              </details>
            )}
          </li>
        );
      })}
    </ul>
  );
}

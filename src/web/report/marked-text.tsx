import { useMemo } from 'preact/hooks';
import { verdictWords } from '../verdict-mark.tsx';
import { claimRuns } from './claim-runs.ts';
import type { ShownClaim } from './report-answer.ts';

/** How a claim is marked: by its verdict, or as rejected. */
const markOf = ({ check }: ShownClaim): string => check?.verdict ?? 'rejected';

/** Signs as the marks show them beside the text. */
const LENGTH = ({ span }: ShownClaim): number => span.end - span.start;

/** The report's words with its claims marked; a claim's number stands before its first word. */
export function MarkedText({
  text,
  claims,
  current,
  onChoose,
}: {
  readonly text: string;
  readonly claims: readonly ShownClaim[];
  readonly current: string | undefined;
  readonly onChoose: (id: string) => void;
}) {
  const runs = useMemo(() => claimRuns(text.length, claims), [text, claims]);
  const byId = useMemo(
    () => new Map(claims.map((claim, index) => [claim.id, { claim, number: index + 1 }])),
    [claims],
  );
  /** A press on words that several claims share goes from one to the next. */
  const choose = (ids: readonly string[]) => {
    const place = current === undefined ? -1 : ids.indexOf(current);
    onChoose(ids[(place + 1) % ids.length]!);
  };
  return (
    <article class="report-text" aria-label="The report’s words, claims marked">
      {runs.map(({ start, end, claims: ids, begins }) => {
        const words = text.slice(start, end);
        if (ids.length === 0) return words;
        // The shortest claim says most about these words; the current one always shows.
        const shown = ids.map((id) => byId.get(id)!.claim).sort((a, b) => LENGTH(a) - LENGTH(b))[0]!;
        const isCurrent = current !== undefined && ids.includes(current);
        return (
          <span key={start}>
            {begins.map((id) => {
              const { claim, number } = byId.get(id)!;
              return (
                <button
                  type="button"
                  key={id}
                  class={`keep claim-number${id === current ? ' current' : ''}`}
                  aria-label={`Claim ${number}: ${claim.check === undefined ? 'rejected' : verdictWords(claim.check.verdict)}`}
                  aria-pressed={id === current}
                  onClick={() => onChoose(id)}
                >
                  {number}
                </button>
              );
            })}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: the number before it is the button; this widens its reach for a mouse */}
            <mark
              class={`run run-${markOf(shown)}${ids.length > 1 ? ' several' : ''}${isCurrent ? ' current' : ''}`}
              onClick={() => choose(ids)}
            >
              {words}
            </mark>
          </span>
        );
      })}
    </article>
  );
}

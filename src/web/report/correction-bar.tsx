import { Failure } from '../answer-states.tsx';
import type { ShownClaim } from './report-answer.ts';
import type { useCorrections } from './use-corrections.ts';

/** Accept, reject or edit a claim; what that changes in the stand-off is told below. */
export function CorrectionBar({
  claim,
  report,
  corrections,
  onEdit,
}: {
  readonly claim: ShownClaim;
  readonly report: string;
  readonly corrections: ReturnType<typeof useCorrections>;
  readonly onEdit: () => void;
}) {
  const { by, setBy, correct, undo, redo, canUndo, canRedo, change, failure, busy } = corrections;
  const standing = claim.correction?.verdict;
  return (
    <section class="corrections no-print" aria-label="Correct this claim">
      <div class="row">
        <button
          type="button"
          disabled={busy}
          aria-pressed={standing === 'accept'}
          onClick={() => correct(claim, { verdict: 'accept' })}
        >
          Accept
        </button>
        <button
          type="button"
          disabled={busy}
          aria-pressed={standing === 'reject'}
          onClick={() => correct(claim, { verdict: 'reject' })}
        >
          Reject
        </button>
        <button type="button" disabled={busy} aria-pressed={standing === 'edit'} onClick={onEdit}>
          Edit…
        </button>
        <button type="button" disabled={busy || !canUndo} onClick={undo}>
          Undo
        </button>
        <button type="button" disabled={busy || !canRedo} onClick={redo}>
          Redo
        </button>
      </div>
      <label class="field by">
        <span>Signed by (kept with each correction)</span>
        <input value={by} maxLength={100} onChange={(event) => setBy(event.currentTarget.value)} />
      </label>
      {failure !== undefined && <Failure failure={failure} />}
      <div role="status">
        {change !== undefined && (
          <>
            <h4>What this changes in the stand-off</h4>
            {change.gone.length + change.fresh.length === 0 ? (
              <p>Nothing.</p>
            ) : (
              <ul class="plain difference">
                {change.gone.map((sentence) => (
                  <li key={sentence}>
                    <span class="mark" aria-hidden="true">
                      −
                    </span>{' '}
                    <span class="visually-hidden">No longer: </span>
                    <del>{sentence}</del>
                  </li>
                ))}
                {change.fresh.map((sentence) => (
                  <li key={sentence}>
                    <span class="mark" aria-hidden="true">
                      +
                    </span>{' '}
                    <span class="visually-hidden">Now: </span>
                    {sentence}
                  </li>
                ))}
              </ul>
            )}
            <a href={`/standoff?reports=${report}`}>Open the stand-off</a>
          </>
        )}
      </div>
    </section>
  );
}

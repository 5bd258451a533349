import type { CheckedClaim } from '../../brief/brief.ts';
import { queryOf } from '../address.ts';
import { BecauseList } from '../because-list.tsx';
import { conditionWords, readingWords, speakerWords } from '../claim-words.ts';
import { VerdictMark } from '../verdict-mark.tsx';

/** Claims with their verdicts; each opens to say why. */
export function ClaimList({
  claims,
  days,
}: {
  readonly claims: readonly CheckedClaim[];
  readonly days: URLSearchParams;
}) {
  return (
    <ol class="claim-list">
      {claims.map((claim) => {
        const condition = conditionWords(claim);
        return (
          <li key={claim.id}>
            <details>
              <summary>
                <VerdictMark verdict={claim.check.verdict} />
                {claim.today !== undefined && (
                  <>
                    {' '}
                    <span class="quiet">then; today</span> <VerdictMark verdict={claim.today.verdict} />
                  </>
                )}{' '}
                <q class="quote">{claim.quote}</q>{' '}
                <span class="quiet">
                  {speakerWords(claim)}: {readingWords(claim)}
                </span>
              </summary>
              <p>{claim.check.note}</p>
              <BecauseList because={claim.check.because} />
              {claim.today !== undefined && <p>Today: {claim.today.note}</p>}
              <p class="small-print">
                {condition === undefined ? '' : `On a condition: ${condition}; `}confidence{' '}
                {claim.confidence.toFixed(2)}.{' '}
                <a href={`/reports/${claim.report}${queryOf(days)}#${claim.id}`}>In the text</a>
              </p>
            </details>
          </li>
        );
      })}
    </ol>
  );
}

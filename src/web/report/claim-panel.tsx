import { inWords } from '../../time/partial-date.ts';
import { BecauseList } from '../because-list.tsx';
import { conditionWords, readingWords, speakerWords } from '../claim-words.ts';
import { VerdictMark } from '../verdict-mark.tsx';
import type { ShownClaim } from './report-answer.ts';

/** One claim: what is said, by whom, whether it is so, and the rows that decide. */
export function ClaimPanel({
  claim,
  asOf,
  reportDay,
}: {
  readonly claim: ShownClaim;
  readonly asOf: string;
  readonly reportDay: string | undefined;
}) {
  const { check, today, correction, quote, time, saidAt, confidence } = claim;
  const condition = conditionWords(claim);
  return (
    <>
      <blockquote class="quote">{quote}</blockquote>
      {check === undefined ? (
        <p>
          <strong>Rejected</strong> by {correction?.by}: it counts nowhere.
        </p>
      ) : (
        <dl class="then-now">
          <div>
            <dt>
              {asOf === reportDay ? 'On the report’s day' : 'As of'}, {inWords(asOf)}
            </dt>
            <dd>
              <VerdictMark verdict={check.verdict} />
            </dd>
          </div>
          <div>
            <dt>Today</dt>
            <dd>
              <VerdictMark verdict={(today ?? check).verdict} />
              {today === undefined && <span class="quiet"> unchanged</span>}
            </dd>
          </div>
        </dl>
      )}
      {check !== undefined && (
        <section aria-label="Why">
          <p>{check.note}</p>
          {check.because.length === 0 ? (
            <p class="quiet">No row of the ledger bears on it.</p>
          ) : (
            <BecauseList because={check.because} />
          )}
          {today !== undefined && (
            <>
              <p>Today: {today.note}</p>
              <BecauseList because={today.because} />
            </>
          )}
        </section>
      )}
      <dl class="fields">
        <dt>Said by</dt>
        <dd>{speakerWords(claim)}</dd>
        <dt>Read as</dt>
        <dd>{readingWords(claim)}</dd>
        {condition !== undefined && (
          <>
            <dt>Condition</dt>
            <dd>{condition}</dd>
          </>
        )}
        {time !== undefined && (
          <>
            <dt>Time</dt>
            <dd>“{time.text}”</dd>
          </>
        )}
        {saidAt !== undefined && (
          <>
            <dt>Said on</dt>
            <dd>{inWords(saidAt)}</dd>
          </>
        )}
        <dt>Confidence</dt>
        <dd>
          {confidence.toFixed(2)} <span class="quiet">of 1 that the text says this</span>
        </dd>
        {correction !== undefined && (
          <>
            <dt>Corrected</dt>
            <dd>
              {correction.verdict} by {correction.by}
              {correction.note === undefined ? '' : `: ${correction.note}`}
            </dd>
          </>
        )}
      </dl>
    </>
  );
}

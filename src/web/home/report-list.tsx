import { useSignal } from '@preact/signals';
import { inWords } from '../../time/partial-date.ts';
import { go } from '../address.ts';
import { Failure } from '../answer-states.tsx';
import { useAnswer } from '../answers.ts';
import type { ReportHeading, ReportsPage } from './brief-answer.ts';

/** So many reports are listed at first, and at most; search finds the others. */
const LISTED = 20;
const LISTED_AT_MOST = 200;

const STATES = { waiting: 'waits to be read', read: '', failed: 'could not be read' } as const;

function about({ publishedAt, source, state, claims, failure }: ReportHeading): string {
  return [
    publishedAt === undefined ? '' : inWords(publishedAt),
    source ?? '',
    state === 'read'
      ? `${claims} claim${claims === 1 ? '' : 's'}`
      : `${STATES[state]}${failure === undefined ? '' : `: ${failure}`}`,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** The desk's reports: search, open, and take several into one brief. */
export function ReportList() {
  const search = useSignal('');
  const chosen = useSignal<readonly string[]>([]);
  const limit = useSignal(LISTED);
  const query = search.value.trim();
  const { data, failure, again } = useAnswer<ReportsPage>(
    `/reports.json?limit=${limit.value}${query === '' ? '' : `&search=${encodeURIComponent(query)}`}`,
  );
  return (
    <section class="card no-print" aria-labelledby="reports-heading">
      <h3 id="reports-heading">Reports on this desk</h3>
      <label class="field">
        <span>Search their words</span>
        <input
          type="search"
          onInput={(event) => {
            search.value = event.currentTarget.value;
          }}
        />
      </label>
      {failure !== undefined && <Failure failure={failure} again={again} />}
      {data !== undefined && (
        <>
          <ul class="plain report-list">
            {data.reports.map((report) => (
              <li key={report.id}>
                <input
                  type="checkbox"
                  aria-label={`Into one brief: ${report.title}`}
                  disabled={report.state !== 'read'}
                  checked={chosen.value.includes(report.id)}
                  onChange={(event) => {
                    chosen.value = event.currentTarget.checked
                      ? [...chosen.value, report.id]
                      : chosen.value.filter((id) => id !== report.id);
                  }}
                />
                <span>
                  <a href={`/reports/${report.id}`}>{report.title}</a>
                  <span class="source">{about(report)}</span>
                </span>
              </li>
            ))}
          </ul>
          <p class="small-print" role="status">
            {data.total === 0
              ? 'No report holds all of these words.'
              : `${data.reports.length} of ${data.total} shown, the latest first.`}
          </p>
          {data.total > data.reports.length && limit.value < LISTED_AT_MOST && (
            <p>
              <button
                type="button"
                onClick={() => {
                  limit.value = LISTED_AT_MOST;
                }}
              >
                Show more
              </button>
            </p>
          )}
          <button
            type="button"
            disabled={chosen.value.length === 0}
            onClick={() => go(`/?reports=${chosen.value.join(',')}`)}
          >
            Brief {chosen.value.length > 1 ? `these ${chosen.value.length} together` : 'the chosen'}
          </button>
        </>
      )}
    </section>
  );
}

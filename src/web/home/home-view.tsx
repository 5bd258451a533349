import { useEffect } from 'preact/hooks';
import { inWords } from '../../time/partial-date.ts';
import { address, go, queryOf, viewParams, withParams } from '../address.ts';
import { Failure, Waiting } from '../answer-states.tsx';
import { useAnswer } from '../answers.ts';
import { lazyView } from '../lazy-view.tsx';
import { StandingDays } from '../standing-days.tsx';
import type { BriefAnswer } from './brief-answer.ts';
import { ClaimList } from './claim-list.tsx';
import './home.css';
import { setsOffHarm } from '../standoff/sets-off-harm.ts';
import { NewsList } from './news-list.tsx';
import { ReportList } from './report-list.tsx';
import { SubmitForm } from './submit-form.tsx';

const WaitsPart = lazyView<{ readonly standoff: BriefAnswer['standoff']; readonly source: string }>(() =>
  import('./waits-part.tsx').then((module) => module.WaitsPart),
);

const FORMATS = ['html', 'md', 'txt', 'json', 'jsonld'] as const;

const headingOf = ({ title, publishedAt }: BriefAnswer['reports'][number]): string =>
  publishedAt === undefined ? title : `${title}, ${inWords(publishedAt)}`;

/** The brief of some reports, the sample where the address names none, and the way to one's own. */
export function HomeView() {
  const params = viewParams(address.value.params);
  const query = queryOf(params);
  const { data, failure, busy, again } = useAnswer<BriefAnswer>(`/brief.json${query}`);
  const isSample = !params.has('reports');
  const isShown = data !== undefined;
  // A mark for whoever measures how long a reader waits; see bench/page.mjs.
  useEffect(() => {
    if (isShown) performance.mark('brief-shown');
  }, [isShown]);
  return (
    <div class="view home" aria-busy={busy}>
      <div class="home-brief">
        {failure !== undefined && <Failure failure={failure} again={again} />}
        {data === undefined && failure === undefined && <Waiting words="Reading the report…" />}
        {data !== undefined && <BriefTop brief={data} isSample={isSample} />}
      </div>
      <div class="home-own">
        <SubmitForm />
        <ReportList />
      </div>
      {data !== undefined && <BriefRest brief={data} params={params} />}
    </div>
  );
}

function BriefTop({ brief, isSample }: { readonly brief: BriefAnswer; readonly isSample: boolean }) {
  const { reports, summary } = brief;
  return (
    <>
      <p class="kicker">
        {isSample
          ? 'Brief of the sample report'
          : reports.length === 1
            ? 'Brief'
            : `Brief of ${reports.length} reports`}
      </p>
      <h2>
        {reports
          .map(({ title }) => title)
          .slice(0, 3)
          .join(' · ')}
        {reports.length > 3 ? ' …' : ''}
      </h2>
      <p class="small-print">
        {reports.map((report, index) => (
          <span key={report.id}>
            {index > 0 && '; '}
            <a href={`/reports/${report.id}`}>{headingOf(report)}</a>
          </span>
        ))}
      </p>
      <section aria-label="In short">
        <ul class="lede summary">
          {summary.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
          {summary.length === 0 && <li>These words hold no claim that the reader understands.</li>}
        </ul>
      </section>
    </>
  );
}

function BriefRest({ brief, params }: { readonly brief: BriefAnswer; readonly params: URLSearchParams }) {
  const { standoff, news, claims, reports, escalation } = brief;
  const days = new URLSearchParams(params);
  days.delete('reports');
  days.delete('record');
  const waysOut = standoff.firstMoves.filter((move) => !setsOffHarm(standoff, move));
  const label = (option: string) => standoff.options.find(({ id }) => id === option)?.label ?? option;
  const asRow = queryOf(params);
  return (
    <div class="home-rest">
      <section aria-labelledby="waits-heading">
        <h3 id="waits-heading">Who waits for whom</h3>
        {standoff.waits.length === 0 ? (
          <p>By these words nobody waits for anybody.</p>
        ) : (
          <WaitsPart standoff={standoff} source={reports.map(headingOf).join('; ')} />
        )}
        {waysOut.length > 0 && (
          <ul>
            {waysOut.map(({ outcome, moves }) => (
              <li key={`${outcome} ${moves}`}>
                So that {label(outcome)}: <strong>{moves.map(label).join(' and ')}</strong> first.
              </li>
            ))}
          </ul>
        )}
        {standoff.deadlocks.length > 0 && (
          <p>
            {standoff.deadlocks.length === 1 ? 'A deadlock' : 'Deadlocks'}:{' '}
            {standoff.deadlocks.map((ring) => ring.map(label).join(' → ')).join('; ')}.
          </p>
        )}
        <p>
          <a href={`/standoff${asRow}`}>Why, and what if? Open the stand-off</a>
        </p>
      </section>
      {news.length > 0 && (
        <section aria-labelledby="news-heading">
          <h3 id="news-heading">What does not hold, is disputed, has changed or is new</h3>
          <NewsList news={news} claims={claims} days={days} />
        </section>
      )}
      {escalation.length > 0 && (
        <section aria-labelledby="risk-heading">
          <h3 id="risk-heading">Risk of escalation</h3>
          <ul>
            {escalation.map(({ sentence }) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="claims-heading">
        <h3 id="claims-heading">
          {claims.length === 1 ? 'One claim' : `${claims.length} claims`}, each with its verdict
        </h3>
        <ClaimList claims={claims} days={days} />
      </section>
      <section aria-labelledby="keep-heading" class="no-print">
        <h3 id="keep-heading">This brief</h3>
        <StandingDays asOfHint="each report’s day" />
        <p>
          <label class="check">
            <input
              type="checkbox"
              checked={params.has('record')}
              onChange={(event) =>
                go(withParams(address.value, { record: event.currentTarget.checked ? '1' : undefined }))
              }
            />{' '}
            Let the positions on record count too
          </label>
        </p>
        <p>
          Keep it as{' '}
          {FORMATS.map((format, index) => (
            <span key={format}>
              {index > 0 && ', '}
              <a href={`/brief.${format}${asRow}`} download={`brief.${format}`}>
                {format}
              </a>
            </span>
          ))}
          , or print the page. Its address is a link to it.
        </p>
      </section>
    </div>
  );
}

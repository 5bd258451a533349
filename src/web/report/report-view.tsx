import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { inWords } from '../../time/partial-date.ts';
import { address, go, queryOf, viewParams } from '../address.ts';
import { Failure, Waiting } from '../answer-states.tsx';
import { askAnew, useAnswer } from '../answers.ts';
import { conditionWords, readingWords, speakerWords } from '../claim-words.ts';
import { DataTable } from '../data-table.tsx';
import { csvOf, handOver } from '../figure-files.ts';
import { followReading } from '../reading-news.ts';
import { useShortcuts } from '../shortcuts.ts';
import { StandingDays } from '../standing-days.tsx';
import { useEditKeys } from '../use-edit-keys.ts';
import { VerdictMark, verdictWords } from '../verdict-mark.tsx';
import { ClaimPanel } from './claim-panel.tsx';
import { CorrectionBar } from './correction-bar.tsx';
import { EditDialog } from './edit-dialog.tsx';
import { MarkedText } from './marked-text.tsx';
import './report.css';
import { claimsInOrder, type ReportAnswer, type ShownClaim } from './report-answer.ts';
import { useCorrections } from './use-corrections.ts';

/** The report that the address names; the sample, or the first of those that are looked at, where it names none. */
export function ReportView() {
  const { path, params } = address.value;
  const id = /^\/reports\/(report-[0-9a-f]+)$/.exec(path)?.[1];
  const { data, failure, again } = useAnswer<{ sample: string | null }>(
    id === undefined ? '/index.json' : undefined,
  );
  const named = params.get('reports')?.split(',')[0];
  useEffect(() => {
    const first = named ?? data?.sample;
    if (id === undefined && first != null)
      go(`/reports/${first}${queryOf(daysOf(params))}`, { replace: true });
  }, [id, named, data, params]);
  if (id !== undefined) return <OneReport key={id} id={id} />;
  if (failure !== undefined) return <Failure failure={failure} again={again} />;
  if (data?.sample === null)
    return (
      <p>
        This desk has no report yet. <a href="/">Brief one of your own.</a>
      </p>
    );
  return <Waiting />;
}

function daysOf(params: URLSearchParams): URLSearchParams {
  const days = viewParams(params);
  days.delete('reports');
  days.delete('record');
  return days;
}

function OneReport({ id }: { readonly id: string }) {
  const days = queryOf(daysOf(address.value.params));
  const { data, failure, busy, again } = useAnswer<ReportAnswer>(`/reports/${id}.json${days}`);
  const state = data?.report.state;
  useEffect(() => {
    if (state !== 'waiting') return;
    const stopped = followReading((news) => {
      if (news.id === id && news.state !== 'reading') askAnew();
    });
    return () => void stopped.then((stop) => stop());
  }, [id, state]);
  if (failure !== undefined && data === undefined) return <Failure failure={failure} again={again} />;
  if (data === undefined) return <Waiting words="Opening the report…" />;
  const { report } = data;
  return (
    <div class="view" aria-busy={busy}>
      <header>
        <h2>{report.title}</h2>
        <p class="small-print">
          {[report.publishedAt === undefined ? 'day unknown' : inWords(report.publishedAt), report.source]
            .filter(Boolean)
            .join(' · ')}{' '}
          · <a href={`/?reports=${id}`}>its brief</a> · <a href={`/standoff?reports=${id}`}>its stand-off</a>
        </p>
        <StandingDays asOfHint="the report’s day" />
      </header>
      {state === 'waiting' && (
        <Waiting words="This report is being read; its claims come as soon as that is done." />
      )}
      {state === 'failed' && (
        <p class="failure">It could not be read: {report.failure ?? 'the reader does not say why'}.</p>
      )}
      {state === 'read' ? <ReadReport answer={data} /> : <article class="report-text">{report.text}</article>}
    </div>
  );
}

function ReadReport({ answer }: { readonly answer: ReportAnswer }) {
  const { report, asOf } = answer;
  const claims = useMemo(() => claimsInOrder(answer), [answer]);
  const place = claims.findIndex(({ id }) => id === address.value.hash);
  const current = claims[place] ?? claims[0];
  const corrections = useCorrections(report.id);
  const [editing, setEditing] = useState(false);
  const text = useRef<HTMLDivElement>(null);
  useEditKeys(corrections.undo, corrections.redo);

  const choose = useCallback((id: string) => {
    go(`${location.pathname}${location.search}#${encodeURIComponent(id)}`, { replace: true });
  }, []);
  const step = (by: number) => {
    const next = claims[Math.min(claims.length - 1, Math.max(0, (place < 0 && by > 0 ? -1 : place) + by))];
    if (next !== undefined) choose(next.id);
  };
  useShortcuts([
    { keys: ['j', 'ArrowRight'], words: 'Next claim', run: () => step(1) },
    { keys: ['k', 'ArrowLeft'], words: 'Claim before', run: () => step(-1) },
    {
      keys: ['a'],
      words: 'Accept the claim',
      run: () => current && void corrections.correct(current, { verdict: 'accept' }),
    },
    {
      keys: ['x'],
      words: 'Reject the claim',
      run: () => current && void corrections.correct(current, { verdict: 'reject' }),
    },
    { keys: ['e'], words: 'Edit what the text says', run: () => setEditing(true) },
  ]);
  useEffect(() => {
    if (place >= 0) text.current?.querySelector('mark.current')?.scrollIntoView({ block: 'nearest' });
  }, [place]);

  if (current === undefined)
    return (
      <>
        <p>The reader found no claim in these words. It reads English, and it can miss claims.</p>
        <article class="report-text">{report.text}</article>
      </>
    );
  const number = claims.indexOf(current) + 1;
  return (
    <>
      <div class="report-columns">
        <div ref={text}>
          <MarkedText text={report.text} claims={claims} current={current.id} onChoose={choose} />
          <Legend claims={claims} />
        </div>
        <aside class="claim-panel card" aria-label="The claim">
          <div class="claim-head">
            <h3>
              Claim {number} of {claims.length}
            </h3>
            <div class="row">
              <button
                type="button"
                aria-label="Claim before"
                disabled={number === 1}
                onClick={() => step(-1)}
              >
                ←
              </button>
              <button
                type="button"
                aria-label="Next claim"
                disabled={number === claims.length}
                onClick={() => step(place < 0 ? 2 : 1)}
              >
                →
              </button>
            </div>
          </div>
          <p class="visually-hidden" role="status">
            {place >= 0 &&
              `Claim ${number} of ${claims.length}: ${current.check === undefined ? 'rejected' : verdictWords(current.check.verdict)}. ${current.quote}`}
          </p>
          <ClaimPanel claim={current} asOf={asOf} reportDay={report.publishedAt} />
          <CorrectionBar
            claim={current}
            report={report.id}
            corrections={corrections}
            onEdit={() => setEditing(true)}
          />
        </aside>
      </div>
      <ClaimTable claims={claims} />
      {editing && (
        <EditDialog
          key={current.id}
          claim={current}
          onClose={() => setEditing(false)}
          onEdit={(edited, note) => {
            setEditing(false);
            // What an earlier edit put right stays put right.
            void corrections.correct(current, {
              verdict: 'edit',
              edited: { ...current.correction?.edited, ...edited },
              ...(note === '' ? {} : { note }),
            });
          }}
        />
      )}
    </>
  );
}

/** What the marks in the text mean. */
function Legend({ claims }: { readonly claims: readonly ShownClaim[] }) {
  const verdicts = [...new Set(claims.flatMap(({ check }) => (check === undefined ? [] : [check.verdict])))];
  return (
    <ul class="plain legend" aria-label="What the marks mean">
      {verdicts.map((verdict) => (
        <li key={verdict}>
          <mark class={`run run-${verdict}`}>words</mark> <VerdictMark verdict={verdict} />
        </li>
      ))}
    </ul>
  );
}

const COLUMNS = ['claim', 'words', 'said by', 'read as', 'condition', 'verdict', 'today', 'confidence'];

function ClaimTable({ claims }: { readonly claims: readonly ShownClaim[] }) {
  const rows = claims.map((claim, index) => [
    String(index + 1),
    claim.quote,
    speakerWords(claim),
    readingWords(claim),
    conditionWords(claim) ?? '',
    claim.check === undefined ? 'rejected' : verdictWords(claim.check.verdict),
    claim.check === undefined ? '' : verdictWords((claim.today ?? claim.check).verdict),
    claim.confidence.toFixed(2),
  ]);
  return (
    <details>
      <summary>All claims as a table</summary>
      <p class="no-print">
        <button type="button" onClick={() => handOver('claims.csv', csvOf(COLUMNS, rows), 'text/csv')}>
          CSV
        </button>
      </p>
      <DataTable
        caption="Claims of the report, in the order of the text."
        columns={COLUMNS.map((title) => ({ title }))}
        rows={rows}
      />
    </details>
  );
}

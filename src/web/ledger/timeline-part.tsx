import { useCallback } from 'preact/hooks';
import { timelineFigure } from '../../figures/timeline-lanes.ts';
import { inWords } from '../../time/partial-date.ts';
import { address } from '../address.ts';
import { Failure, Waiting } from '../answer-states.tsx';
import { useAnswer } from '../answers.ts';
import { SourceLine } from '../because-list.tsx';
import { plainWords } from '../claim-words.ts';
import { FigureFrame } from '../figure-frame.tsx';
import { nameOf, naming } from '../names.ts';
import { adjust, ledgerQuery, open } from './ledger-address.ts';

interface Entry {
  readonly id: string;
  readonly date: string;
  readonly actors: readonly string[];
  readonly person?: string;
  readonly role?: string;
  readonly topic: string;
  readonly text: string;
  readonly condition?: string;
  readonly source: string;
}

interface TimelineAnswer {
  readonly count: number;
  readonly entries: readonly Entry[];
  readonly topics: readonly string[];
  readonly collectedUntil: string;
}

const FILTERS = ['actor', 'topic', 'from', 'to'] as const;
/** So many rows are listed; filters and the figure's file hold the others. */
const LISTED = 80;

/** Who said or did what, on which condition: a figure and the rows, the latest first. */
export function TimelinePart() {
  const { params } = address.value;
  const asked = Object.fromEntries(FILTERS.map((name) => [name, params.get(`line-${name}`) ?? undefined]));
  const { data, failure, again } = useAnswer<TimelineAnswer>(`/ledger/timeline.json${ledgerQuery(asked)}`);
  const everything = useAnswer<TimelineAnswer>(`/ledger/timeline.json${ledgerQuery()}`).data;
  const actors = [...new Set(everything?.entries.flatMap((entry) => entry.actors) ?? [])]
    .map((code) => [code, nameOf(code)] as const)
    .sort(([, a], [, b]) => (a < b ? -1 : 1));
  const draw = useCallback(
    (width: number) =>
      data === undefined ? '' : timelineFigure(data.entries, { width, id: 'timeline', nameOf: naming.value }),
    [data, naming.value],
  );
  return (
    <section aria-labelledby="timeline-heading">
      <h3 id="timeline-heading">Timeline</h3>
      <div class="row no-print">
        <label class="field">
          <span>Actor</span>
          <select
            value={asked.actor ?? ''}
            onChange={(event) => adjust({ 'line-actor': event.currentTarget.value })}
          >
            <option value="">all</option>
            {actors.map(([code, name]) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          <span>Topic</span>
          <select
            value={asked.topic ?? ''}
            onChange={(event) => adjust({ 'line-topic': event.currentTarget.value })}
          >
            <option value="">all</option>
            {data?.topics.map((topic) => (
              <option key={topic} value={topic}>
                {plainWords(topic)}
              </option>
            ))}
          </select>
        </label>
        {(['from', 'to'] as const).map((name) => (
          <label key={name} class="field">
            <span>{name === 'from' ? 'From (year)' : 'To (year)'}</span>
            <input
              class="year"
              inputMode="numeric"
              pattern="[12]\d{3}"
              maxLength={4}
              value={asked[name] ?? ''}
              onChange={(event) => adjust({ [`line-${name}`]: event.currentTarget.value.trim() })}
            />
          </label>
        ))}
      </div>
      {failure !== undefined && <Failure failure={failure} again={again} />}
      {data === undefined && failure === undefined && <Waiting />}
      {data !== undefined && data.entries.length === 0 && <p>No row of the timeline is like that.</p>}
      {data !== undefined && data.entries.length > 0 && (
        <>
          <FigureFrame
            name="timeline"
            caption={`Who said or did something when: ${data.count} rows, one ring each.`}
            source={`The ledger’s timeline; statements were collected until ${inWords(data.collectedUntil)}.`}
            draw={draw}
            columns={['date', 'actors', 'person', 'topic', 'words', 'source']}
            rows={data.entries.map((entry) => [
              entry.date,
              entry.actors.map(nameOf).join(', '),
              entry.person ?? '',
              plainWords(entry.topic),
              entry.text,
              entry.source,
            ])}
          />
          <ol class="plain timeline" aria-label="Rows of the timeline, the latest first">
            {data.entries
              .slice(-LISTED)
              .reverse()
              .map((entry) => (
                <li key={entry.id}>
                  <button type="button" class="link" onClick={() => open({ fact: entry.id })}>
                    {inWords(entry.date)}
                  </button>
                  <div>
                    {entry.text.replace(/^[^:]*\d{4}: /, '')}
                    {entry.condition !== undefined && <em> Condition: {entry.condition}.</em>}
                    <SourceLine source={entry.source} />
                  </div>
                </li>
              ))}
          </ol>
          {data.entries.length > LISTED && (
            <p class="small-print">
              The latest {LISTED} of {data.entries.length} rows; narrow them above, or take the figure’s CSV.
            </p>
          )}
        </>
      )}
    </section>
  );
}

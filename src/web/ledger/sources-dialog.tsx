import { inWords } from '../../time/partial-date.ts';
import { address } from '../address.ts';
import { Failure, Waiting } from '../answer-states.tsx';
import { useAnswer } from '../answers.ts';
import { BecauseList, SourceLine } from '../because-list.tsx';
import { Dialog } from '../dialog.tsx';
import { nameOf } from '../names.ts';
import { closeSources, ledgerQuery } from './ledger-address.ts';
import { type Disagreement, type FactRow, STANDINGS, type TreatyAnswer } from './ledger-answer.ts';

/** What the address asks the sources of: a cell of the treaty table or a row. */
export function SourcesDialog() {
  const { params } = address.value;
  const fact = params.get('fact');
  const treaty = params.get('treaty');
  if (fact !== null) return <FactDialog key={fact} id={fact} />;
  if (treaty !== null) return <TreatyDialog treaty={treaty} state={params.get('state') ?? undefined} />;
  return null;
}

/** Fields that every row has, and those told elsewhere. */
const TOLD = new Set(['id', 'kind', 'date', 'recorded', 'text', 'source']);

const shown = (value: unknown): string =>
  Array.isArray(value)
    ? value.map(shown).join(', ')
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);

function FactDialog({ id }: { readonly id: string }) {
  const { data, failure, again } = useAnswer<{ fact: FactRow & Readonly<Record<string, unknown>> }>(
    `/ledger/facts/${encodeURIComponent(id)}.json`,
  );
  return (
    <Dialog title="A row of the ledger" onClose={closeSources}>
      {failure !== undefined && <Failure failure={failure} again={again} />}
      {data === undefined && failure === undefined && <Waiting />}
      {data !== undefined && (
        <>
          <p class="lede">{data.fact.text}</p>
          <SourceLine source={data.fact.source} />
          <dl class="fields">
            <dt>Date</dt>
            <dd>{inWords(data.fact.date)}</dd>
            <dt>On record since</dt>
            <dd>{inWords(data.fact.recorded)}</dd>
            <dt>Kind</dt>
            <dd>{data.fact.kind}</dd>
            {Object.entries(data.fact)
              .filter(([name]) => !TOLD.has(name))
              .map(([name, value]) => (
                <>
                  <dt key={`${name} name`}>{name}</dt>
                  <dd key={name}>{shown(value)}</dd>
                </>
              ))}
            <dt>Row</dt>
            <dd>
              <code>{data.fact.id}</code>
            </dd>
          </dl>
        </>
      )}
    </Dialog>
  );
}

function TreatyDialog({ treaty, state }: { readonly treaty: string; readonly state: string | undefined }) {
  const { data, failure, again } = useAnswer<TreatyAnswer>(
    `/ledger/treaties/${encodeURIComponent(treaty)}.json${ledgerQuery({ state })}`,
  );
  return (
    <Dialog
      title={state === undefined ? `Why: ${treaty}` : `Why: ${nameOf(state)} and ${treaty}`}
      onClose={closeSources}
    >
      {failure !== undefined && <Failure failure={failure} again={again} />}
      {data === undefined && failure === undefined && <Waiting />}
      {data !== undefined && (
        <>
          <p>
            On {inWords(data.asOf)}: {data.signatures} have signed, {data.ratifications} have ratified;{' '}
            {data.inForce
              ? `in force${data.since === undefined ? '' : ` since ${inWords(data.since)}`}`
              : data.ended === undefined
                ? 'not in force'
                : `ended ${inWords(data.ended)}`}
            .
          </p>
          {data.state !== undefined && (
            <p>
              <strong>
                {STANDINGS[data.state.standing].sign} {STANDINGS[data.state.standing].words}
              </strong>
              {actsOf(data.state)}
            </p>
          )}
          {data.required !== undefined && (
            <p>
              {data.required.ratified} of the {data.required.total} states needed have ratified; missing:{' '}
              {data.required.missing.map(nameOf).join(', ')}.
            </p>
          )}
          <h3>Because</h3>
          <BecauseList because={data.because} />
          {data.because.length === 0 && <p>The ledger has no act of it by then.</p>}
          <Disagreements list={data.disagreements ?? []} />
          <p class="small-print">Treaty acts were collected until {inWords(data.collectedUntil)}.</p>
        </>
      )}
    </Dialog>
  );
}

function actsOf({
  signature,
  ratification,
  suspended,
  withdrawn,
}: NonNullable<TreatyAnswer['state']>): string {
  const acts = [
    ['signed', signature],
    ['ratified', ratification],
    ['suspended', suspended],
    ['withdrew', withdrawn],
  ].flatMap(([words, day]) => (day === undefined ? [] : [`${words} ${inWords(day)}`]));
  return acts.length === 0 ? '' : `: ${acts.join(', ')}`;
}

/** Where sources do not agree: all of them, and which is shown by which rule. */
export function Disagreements({ list }: { readonly list: readonly Disagreement[] }) {
  if (list.length === 0) return null;
  return (
    <details>
      <summary>
        {list.length === 1 ? 'One number on which' : `${list.length} numbers on which`} sources disagree
      </summary>
      <ul class="because">
        {list.map(({ about, values, shown: value, rule }) => (
          <li key={about}>
            {about}
            <ul>
              {values.map((one) => (
                <li key={`${one.value} ${one.source}`}>
                  {one.value} <SourceLine source={one.source} />
                </li>
              ))}
            </ul>
            Shown: {value}. {rule}
          </li>
        ))}
      </ul>
    </details>
  );
}

import { inWords } from '../../time/partial-date.ts';
import { address } from '../address.ts';
import { Failure, Waiting } from '../answer-states.tsx';
import { useAnswer } from '../answers.ts';
import { csvOf, handOver } from '../figure-files.ts';
import { DaySlider } from './day-slider.tsx';
import { adjust, ledgerQuery, open } from './ledger-address.ts';
import { type LedgerAnswer, STANDINGS, type StateStanding, type TreatyRow } from './ledger-answer.ts';

const standingIn = (treaty: TreatyRow | undefined, code: string): StateStanding | undefined =>
  treaty?.states.find((state) => state.code === code);

/** States to begin with: those whose ratification some treaty still needs. */
const neededStates = ({ treaties }: LedgerAnswer): readonly string[] => [
  ...new Set(treaties.flatMap(({ required }) => required?.missing ?? [])),
];

function forceWords({ inForce, since, ended }: TreatyRow): string {
  if (inForce) return since === undefined ? 'in force' : `in force since ${inWords(since)}`;
  return ended === undefined ? 'not in force' : `ended ${inWords(ended)}`;
}

/** Every treaty on a day, and where chosen states stand towards it; every cell opens its sources. */
export function TreatyTable() {
  const today = useAnswer<LedgerAnswer>('/ledger.json');
  const then = useAnswer<LedgerAnswer>(`/ledger.json${ledgerQuery()}`);
  const { data = today.data, failure, again } = then;
  if (data === undefined || today.data === undefined) {
    const why = failure ?? today.failure;
    return why === undefined ? (
      <Waiting words="Opening the ledger…" />
    ) : (
      <Failure failure={why} again={again} />
    );
  }
  const chosen = address.value.params.get('states')?.split(',') ?? neededStates(today.data);
  const names = today.data.names;
  const nameOf = (code: string) => names[code] ?? code;
  const all = Object.entries(names).sort(([, a], [, b]) => (a < b ? -1 : 1));
  const isToday = data.asOf === today.data.asOf;
  const columns = ['treaty', 'opened', 'signatures', 'ratifications', 'force', ...chosen.map(nameOf)];
  const csvRows = data.treaties.map((treaty) => [
    treaty.name,
    treaty.opened ?? '',
    String(treaty.signatures),
    String(treaty.ratifications),
    forceWords(treaty),
    ...chosen.map((code) => STANDINGS[standingIn(treaty, code)?.standing ?? 'none'].words),
  ]);
  return (
    <section aria-labelledby="treaties-heading">
      <h3 id="treaties-heading">Treaties on {inWords(data.asOf)}</h3>
      <DaySlider treaties={today.data.treaties} today={today.data.asOf} />
      {failure !== undefined && <Failure failure={failure} again={again} />}
      <div class="row no-print">
        <label class="field">
          <span>Show a state</span>
          <select
            value=""
            onChange={(event) => adjust({ states: [...chosen, event.currentTarget.value].join(',') })}
          >
            <option value="">Choose…</option>
            {all
              .filter(([code]) => !chosen.includes(code))
              .map(([code, name]) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
          </select>
        </label>
        {address.value.params.has('states') && (
          <button type="button" onClick={() => adjust({ states: undefined })}>
            As at first
          </button>
        )}
        <button
          type="button"
          aria-label="CSV of the treaty table"
          onClick={() => handOver(`treaties-${data.asOf}.csv`, csvOf(columns, csvRows), 'text/csv')}
        >
          CSV
        </button>
      </div>
      <TreatyGrid data={data} base={isToday ? undefined : today.data} chosen={chosen} nameOf={nameOf} />
      <p class="small-print">
        {Object.entries(STANDINGS).map(([id, { sign, words }]) => (
          <span key={id} class="key">
            {sign} {words}
          </span>
        ))}
        Treaty acts were collected until {inWords(today.data.collectedUntil.treaties ?? '')}. A framed cell
        differs from today’s.
      </p>
    </section>
  );
}

function TreatyGrid({
  data,
  base,
  chosen,
  nameOf,
}: {
  readonly data: LedgerAnswer;
  readonly base: LedgerAnswer | undefined;
  readonly chosen: readonly string[];
  readonly nameOf: (code: string) => string;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table larger than its box is scrolled by keys
    <section class="table-scroll treaty-grid" aria-label="Treaty table" tabIndex={0}>
      <table>
        <caption class="visually-hidden">Treaties on {inWords(data.asOf)}, and where states stand</caption>
        <thead>
          <tr>
            <th scope="col">Treaty</th>
            <th scope="col">Force</th>
            <th scope="col" class="number">
              Signed
            </th>
            <th scope="col" class="number">
              Ratified
            </th>
            {chosen.map((code) => (
              <th key={code} scope="col" class="state-name">
                {nameOf(code)}
                <button
                  type="button"
                  class="link remove no-print"
                  aria-label={`Do not show ${nameOf(code)}`}
                  onClick={() => adjust({ states: chosen.filter((other) => other !== code).join(',') })}
                >
                  ✕
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.treaties.map((treaty) => {
            const base1 = base?.treaties.find(({ id }) => id === treaty.id);
            return (
              <tr key={treaty.id}>
                <th scope="row">
                  <button type="button" class="link" onClick={() => open({ treaty: treaty.id })}>
                    {treaty.name}
                  </button>
                  {treaty.required !== undefined && (
                    <span class="source">
                      {treaty.required.ratified} of {treaty.required.total} needed have ratified
                    </span>
                  )}
                </th>
                <td>{forceWords(treaty)}</td>
                <td class="number">{treaty.signatures}</td>
                <td class="number">{treaty.ratifications}</td>
                {chosen.map((code) => (
                  <StandingCell
                    key={code}
                    treaty={treaty}
                    code={code}
                    name={nameOf(code)}
                    now={base1 && (standingIn(base1, code)?.standing ?? 'none')}
                  />
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

/** Where a state stands; framed where it stands elsewhere today. */
function StandingCell({
  treaty,
  code,
  name,
  now,
}: {
  readonly treaty: TreatyRow;
  readonly code: string;
  readonly name: string;
  readonly now: StateStanding['standing'] | undefined;
}) {
  const state = standingIn(treaty, code);
  const standing = state?.standing ?? 'none';
  const { sign, words } = STANDINGS[standing];
  const differs = now !== undefined && now !== standing;
  if (state === undefined && !differs)
    return (
      <td class="standing stands-none">
        <span aria-hidden="true">·</span>
        <span class="visually-hidden">none</span>
      </td>
    );
  return (
    <td class={`standing stands-${standing}${differs ? ' differs' : ''}`}>
      <button
        type="button"
        class="link"
        aria-label={`${name}, ${treaty.name}: ${words}${differs ? `; today ${STANDINGS[now].words}` : ''}. Why?`}
        onClick={() => open({ treaty: treaty.id, state: code })}
      >
        <span aria-hidden="true">{sign}</span> {words}
      </button>
      {differs && <span class="source">today: {STANDINGS[now].words}</span>}
    </td>
  );
}

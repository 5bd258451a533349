import { inWords } from '../../time/partial-date.ts';
import { address } from '../address.ts';
import { Failure, Waiting } from '../answer-states.tsx';
import { useAnswer } from '../answers.ts';
import { csvOf, handOver } from '../figure-files.ts';
import { useCellKeys } from './cell-keys.ts';
import { DaySlider } from './day-slider.tsx';
import { adjust, ledgerQuery, open } from './ledger-address.ts';
import { type LedgerAnswer, STANDINGS, type StateStanding, type TreatyRow } from './ledger-answer.ts';

const standingIn = (treaty: TreatyRow | undefined, code: string): StateStanding | undefined =>
  treaty?.states.find((state) => state.code === code);

/** States to begin with: those whose ratification some treaty still needs, who did most under all treaties first. */
function neededStates({ treaties }: LedgerAnswer): readonly string[] {
  const acts = (code: string) => treaties.filter((treaty) => standingIn(treaty, code) !== undefined).length;
  return [...new Set(treaties.flatMap(({ required }) => required?.missing ?? []))].sort(
    (a, b) => acts(b) - acts(a),
  );
}

function forceWords({ inForce, since, ended }: TreatyRow): string {
  if (inForce) return since === undefined ? 'in force' : `in force since ${inWords(since)}`;
  return ended === undefined ? 'not in force' : `ended ${inWords(ended)}`;
}

/** Every treaty on a day, and where chosen states stand towards it; every cell opens its sources. */
export function TreatyTable() {
  const today = useAnswer<LedgerAnswer>('/ledger.json');
  const then = useAnswer<LedgerAnswer>(`/ledger.json${ledgerQuery()}`);
  const { failure, again } = then;
  // Today stands in only where the day asked for cannot be shown: never for a moment in its place.
  const data = then.data ?? (failure && today.data);
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
  const { at, onKeyDown, onFocus } = useCellKeys();
  return (
    <section class="table-scroll treaty-grid" aria-label="Treaty table; arrow keys go from cell to cell">
      <table onKeyDown={onKeyDown} onFocusCapture={onFocus}>
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
          {data.treaties.map((treaty, row) => {
            const today = base?.treaties.find(({ id }) => id === treaty.id);
            const cell = (column: number) => ({
              'data-cell': `${row} ${column}`,
              tabIndex: at === `${row} ${column}` ? 0 : -1,
            });
            const why = () => open({ treaty: treaty.id });
            return (
              <tr key={treaty.id}>
                <th scope="row">
                  <button type="button" class="link" {...cell(0)} onClick={why}>
                    {treaty.name}
                  </button>
                  {treaty.required !== undefined && (
                    <span class="source">
                      {treaty.required.ratified} of {treaty.required.total} needed have ratified
                    </span>
                  )}
                </th>
                {[forceWords(treaty), treaty.signatures, treaty.ratifications].map((value, index) => (
                  <td key={COUNTED[index]} class={index === 0 ? 'force' : 'number'}>
                    <button
                      type="button"
                      class="link bare"
                      {...cell(index + 1)}
                      aria-label={`${treaty.name}, ${COUNTED[index]}: ${value}. Why?`}
                      onClick={why}
                    >
                      {value}
                    </button>
                  </td>
                ))}
                {chosen.map((code, index) => (
                  <StandingCell
                    key={code}
                    treaty={treaty}
                    code={code}
                    name={nameOf(code)}
                    now={today && (standingIn(today, code)?.standing ?? 'none')}
                    attributes={cell(index + 1 + COUNTED.length)}
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

const COUNTED = ['force', 'signatures', 'ratifications'] as const;

/** Where a state stands; framed where it stands elsewhere today. */
function StandingCell({
  treaty,
  code,
  name,
  now,
  attributes,
}: {
  readonly treaty: TreatyRow;
  readonly code: string;
  readonly name: string;
  readonly now: StateStanding['standing'] | undefined;
  readonly attributes: { readonly 'data-cell': string; readonly tabIndex: number };
}) {
  const standing = standingIn(treaty, code)?.standing ?? 'none';
  const { sign, words } = STANDINGS[standing];
  const differs = now !== undefined && now !== standing;
  return (
    <td class={`standing stands-${standing}${differs ? ' differs' : ''}`}>
      <button
        type="button"
        class="link bare"
        {...attributes}
        aria-label={`${name}, ${treaty.name}: ${words}${differs ? `; today ${STANDINGS[now].words}` : ''}. Why?`}
        onClick={() => open({ treaty: treaty.id, state: code })}
      >
        <span aria-hidden="true">{sign}</span>
        {standing !== 'none' && ` ${words}`}
      </button>
      {differs && <span class="source">today: {STANDINGS[now].words}</span>}
    </td>
  );
}

import { useCallback, useMemo } from 'preact/hooks';
import { testsByYearFigure, testsByYearRows } from '../../figures/tests-by-year.ts';
import type { TestsOfYear } from '../../ledger/tests-per-year.ts';
import { inWords } from '../../time/partial-date.ts';
import { address } from '../address.ts';
import { Failure, Waiting } from '../answer-states.tsx';
import { useAnswer } from '../answers.ts';
import { DataTable } from '../data-table.tsx';
import { FigureFrame } from '../figure-frame.tsx';
import { nameOf, naming } from '../names.ts';
import { useSvg } from '../use-svg.ts';
import { adjust, ledgerQuery, open } from './ledger-address.ts';
import type { Disagreement } from './ledger-answer.ts';
import { Disagreements } from './sources-dialog.tsx';

interface Test {
  readonly id: string;
  readonly date: string;
  readonly state: string;
  readonly site: string;
  readonly name: string;
  readonly environment: string;
  readonly yieldLowerKt?: number;
  readonly yieldUpperKt?: number;
  readonly source: string;
}

interface TestsAnswer {
  readonly count: number;
  readonly devices: number;
  readonly environments: Readonly<Record<string, number>>;
  readonly first: Test | null;
  readonly last: Test | null;
  readonly tests: readonly Test[];
  readonly disagreements: readonly Disagreement[];
  readonly perYear: readonly TestsOfYear[];
  readonly sites: readonly {
    readonly id: string;
    readonly name: string;
    readonly host: string;
    readonly lat?: number;
    readonly lon?: number;
    readonly count: number;
  }[];
  readonly collectedUntil: string;
}

const FILTERS = ['state', 'site', 'from', 'to'] as const;

const yieldWords = ({ yieldLowerKt: low, yieldUpperKt: high }: Test): string =>
  low === undefined || high === undefined ? '' : low === high ? String(low) : `${low}–${high}`;

/** The list of tests: counts by year, a map, and the rows; narrowed by state, site and years. */
export function TestsPart() {
  const { params } = address.value;
  const asked = Object.fromEntries(FILTERS.map((name) => [name, params.get(`test-${name}`) ?? undefined]));
  const query = ledgerQuery(asked);
  const { data, failure, again } = useAnswer<TestsAnswer>(`/ledger/tests.json${query}`);
  const everything = useAnswer<TestsAnswer>(`/ledger/tests.json${ledgerQuery()}`).data;
  const map = useSvg(`/ledger/tests.svg${query}`);
  const drawYears = useCallback(
    (width: number) =>
      data === undefined
        ? ''
        : testsByYearFigure(data.perYear, { width, id: 'tests-by-year', nameOf: naming.value }),
    [data, naming.value],
  );
  const drawMap = useCallback(() => map ?? '', [map]);
  const years = useMemo(
    () => (data === undefined ? undefined : testsByYearRows(data.perYear, nameOf)),
    [data, naming.value],
  );
  const testing = everything?.perYear.flatMap((year) => Object.keys(year.states)) ?? [];
  const states = [...new Set(asked.state === undefined ? testing : [...testing, asked.state])];
  return (
    <section aria-labelledby="tests-heading">
      <h3 id="tests-heading">Nuclear tests</h3>
      <div class="row no-print">
        <label class="field">
          <span>State</span>
          <select
            value={asked.state ?? ''}
            onChange={(event) => adjust({ 'test-state': event.currentTarget.value })}
          >
            <option value="">all</option>
            {states.map((code) => (
              <option key={code} value={code}>
                {nameOf(code)}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          <span>Site</span>
          <select
            value={asked.site ?? ''}
            onChange={(event) => adjust({ 'test-site': event.currentTarget.value })}
          >
            <option value="">all</option>
            {everything?.sites.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
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
              onChange={(event) => adjust({ [`test-${name}`]: event.currentTarget.value.trim() })}
            />
          </label>
        ))}
        <a class="button" href={`/ledger/tests.csv${query}`} download="tests.csv">
          CSV
        </a>
      </div>
      {failure !== undefined && <Failure failure={failure} again={again} />}
      {data === undefined && failure === undefined && <Waiting words="Counting the tests…" />}
      {data !== undefined && (
        <>
          <p>
            {data.count === 1 ? 'One test' : `${data.count} tests`}
            {data.devices === data.count ? '' : `, ${data.devices} devices`}
            {data.first === null || data.last === null
              ? '.'
              : `, the first on ${inWords(data.first.date)}, the last on ${inWords(data.last.date)}.`}
          </p>
          {data.count > 0 && years !== undefined && (
            <div class="figure-pair">
              <FigureFrame
                name="tests-by-year"
                caption="Tests by year, one lane a state on one scale; the number is the highest year’s."
                source={`The ledger’s list of tests, collected until ${inWords(data.collectedUntil)}.`}
                draw={drawYears}
                columns={years.columns}
                rows={years.rows}
              />
              {map !== undefined && (
                <FigureFrame
                  name="tests-map"
                  caption="Places of the tests; a circle’s area is their number."
                  source={`The ledger’s list of tests, collected until ${inWords(data.collectedUntil)}; coasts: Natural Earth.`}
                  draw={drawMap}
                  columns={['place', 'on the land of', 'tests', 'latitude', 'longitude']}
                  rows={data.sites.map(({ name, host, count, lat, lon }) => [
                    name,
                    nameOf(host),
                    String(count),
                    String(lat ?? ''),
                    String(lon ?? ''),
                  ])}
                />
              )}
            </div>
          )}
          <Disagreements list={data.disagreements} />
          <DataTable
            caption="Each test; its date opens its source."
            columns={[
              { title: 'date' },
              { title: 'state' },
              { title: 'site' },
              { title: 'name' },
              { title: 'environment' },
              { title: 'yield (kt)', isNumber: true },
            ]}
            rows={data.tests.map((test) => [
              <button type="button" class="link" onClick={() => open({ fact: test.id })}>
                {test.date}
              </button>,
              nameOf(test.state),
              test.site,
              test.name,
              test.environment,
              yieldWords(test),
            ])}
          />
        </>
      )}
    </section>
  );
}

import { useCallback, useMemo } from 'preact/hooks';
import { type WaitsGraph, waitRows, waitsFigure } from '../../figures/waits-graph.ts';
import { Failure, Waiting } from '../answer-states.tsx';
import { ask, useAnswer } from '../answers.ts';
import { FigureFrame } from '../figure-frame.tsx';
import { useShortcuts } from '../shortcuts.ts';
import { useEditKeys } from '../use-edit-keys.ts';
import { AssumptionForm } from './assumption-form.tsx';
import { DifferenceList } from './difference-list.tsx';
import { FirstMoveList } from './first-move-list.tsx';
import { OptionToggles } from './option-toggles.tsx';
import { PositionList } from './position-list.tsx';
import type { ShownStandoff, StandoffAnswer } from './standoff-answer.ts';
import {
  assumptionAdded,
  assumptionDropped,
  isEmpty,
  nothingSupposed,
  optionSet,
  positionToggled,
  type Supposition,
  searchWith,
  suppositionIn,
} from './supposition.ts';
import { useAddressHistory } from './use-address-history.ts';
import { WordsForm } from './words-form.tsx';

/** What the figure is drawn from. */
function graphOf({ parties, options, positions, waits, deadlocks }: ShownStandoff): WaitsGraph {
  const names = new Map(parties.map(({ id, name }) => [id, name]));
  return {
    options: options.map((option) => ({ ...option, actor: names.get(option.actor) ?? option.actor })),
    positions,
    waits,
    deadlocks,
  };
}

function Graph({
  standoff,
  name,
  caption,
  source,
}: {
  readonly standoff: ShownStandoff;
  readonly name: string;
  readonly caption: string;
  readonly source: string;
}) {
  const graph = useMemo(() => graphOf(standoff), [standoff]);
  const draw = useCallback((width: number) => waitsFigure(graph, { width, id: name }), [graph, name]);
  return (
    <FigureFrame
      name={name}
      caption={caption}
      source={source}
      draw={draw}
      columns={['who', 'option', 'waits for', 'condition', 'positions', 'ring']}
      rows={waitRows(graph).map((row) => [
        row.who,
        row.option,
        row.waitsFor,
        row.condition,
        row.positions,
        row.ring,
      ])}
    />
  );
}

/** What is supposed, each with the way to take it back. */
function SuppositionChips({
  supposition,
  standoff,
  label,
  onSuppose,
}: {
  readonly supposition: Supposition;
  readonly standoff: ShownStandoff;
  readonly label: (option: string) => string;
  readonly onSuppose: (next: Supposition) => void;
}) {
  const sentence = (id: string) => standoff.positions.find((position) => position.id === id)?.sentence ?? id;
  const { set, retract, add } = supposition;
  const chips = [
    ...Object.entries(set).map(([option, taken]) => {
      const { [option]: _, ...rest } = set;
      return {
        key: `set ${option}`,
        words: taken ? label(option) : `not: ${label(option)}`,
        next: { ...supposition, set: rest },
      };
    }),
    ...retract.map((id) => ({
      key: `retract ${id}`,
      words: `retracted: ${sentence(id)}`,
      next: positionToggled(supposition, id),
    })),
    ...add.map((text) => ({
      key: `add ${text}`,
      words: `assumed: ${text}`,
      next: assumptionDropped(supposition, text),
    })),
  ];
  return (
    <ul class="chips plain">
      {chips.map(({ key, words, next }) => (
        <li key={key} class="chip">
          {words}{' '}
          <button
            type="button"
            class="small"
            aria-label={`No longer suppose: ${words}`}
            onClick={() => onSuppose(next)}
          >
            ✕
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Who waits for whom by the words of reports, and what would change if something were otherwise. */
export function StandoffView({
  search,
  onSearch,
}: {
  readonly search: string;
  readonly onSearch: (search: string) => void;
}) {
  const { data: answer, busy, failure, again } = useAnswer<StandoffAnswer>(`/standoff.json${search}`);
  const { canUndo, canRedo, go, undo, redo } = useAddressHistory(search, onSearch);
  useEditKeys(undo, redo);
  useShortcuts([
    { keys: ['u'], words: 'Undo a step of the what-if (also Ctrl+Z)', run: undo },
    { keys: ['r'], words: 'Redo a step of the what-if (also Ctrl+Shift+Z)', run: redo },
  ]);
  const params = new URLSearchParams(search);
  const supposition = suppositionIn(params);
  const searchFor = (next: Supposition) => {
    const query = searchWith(params, next).toString();
    return query === '' ? '' : `?${query}`;
  };
  const suppose = (next: Supposition) => go(searchFor(next));

  if (answer === undefined)
    return failure === undefined ? <Waiting /> : <Failure failure={failure} again={again} />;
  const { reports, before, after, difference, claims, facts } = answer;
  const words = reports.map(({ title }) => title).join('; ');
  const shown = after ?? before;
  // An assumption may speak of options that nobody's words do.
  const options = [
    ...before.options,
    ...shown.options.filter(({ id }) => !before.options.some((option) => option.id === id)),
  ];
  const label = (option: string) => options.find(({ id }) => id === option)?.label ?? option;
  const partyName = (id: string) =>
    [...before.parties, ...shown.parties].find((party) => party.id === id)?.name ?? id;
  const assumed = shown.positions.filter(
    ({ id }) => !before.positions.some((position) => position.id === id),
  );
  return (
    <div class="standoff-view">
      <h2>Stand-off</h2>
      <WordsForm
        shown={reports}
        params={params}
        onParams={(next) => go(next.size === 0 ? '' : `?${next.toString()}`)}
      />
      <section aria-label="In short">
        <ul class="summary">
          {before.summary.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="what-if-heading" class="what-if">
        <h3 id="what-if-heading">What if?</h3>
        <div class="row">
          <button type="button" disabled={!canUndo} onClick={undo}>
            Undo
          </button>
          <button type="button" disabled={!canRedo} onClick={redo}>
            Redo
          </button>
          <button type="button" disabled={isEmpty(supposition)} onClick={() => suppose(nothingSupposed)}>
            Back to today
          </button>
          <span class="quiet">The address holds what is supposed: copy it to send the what-if.</span>
        </div>
        <SuppositionChips supposition={supposition} standoff={before} label={label} onSuppose={suppose} />
        {failure !== undefined && <Failure failure={failure} />}
      </section>
      <div class="columns">
        <div class="follows" aria-busy={busy}>
          <div role="status">
            {busy && <p class="waiting">Working out what follows…</p>}
            {after !== undefined && difference && !isEmpty(supposition) && (
              <section aria-labelledby="changes-heading">
                <h3 id="changes-heading">What changes against today</h3>
                <DifferenceList before={before} after={after} difference={difference} label={label} />
              </section>
            )}
          </div>
          <section aria-labelledby="waits-heading">
            <h3 id="waits-heading">Who waits for whom</h3>
            <div class={after === undefined ? 'beside one' : 'beside'}>
              <Graph
                standoff={before}
                name="waits"
                caption="Today, by the words of the reports."
                source={words}
              />
              {after !== undefined && (
                <Graph standoff={after} name="waits-supposed" caption="As supposed." source={words} />
              )}
            </div>
          </section>
          <section aria-labelledby="first-moves-heading">
            <h3 id="first-moves-heading">Who must move first{after === undefined ? '' : ', as supposed'}</h3>
            <FirstMoveList standoff={shown} label={label} partyName={partyName} />
          </section>
          <section aria-labelledby="risk-heading">
            <h3 id="risk-heading">Risk of escalation{after === undefined ? '' : ', as supposed'}</h3>
            <ul>
              {shown.escalation.map(({ sentence }) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </section>
        </div>
        <div class="controls">
          <section aria-labelledby="options-heading">
            <h3 id="options-heading">What each can do</h3>
            <p class="quiet">Switch an option to suppose it taken, or not.</p>
            <OptionToggles
              options={options}
              partyName={partyName}
              supposition={supposition}
              onSet={(option, taken) => suppose(optionSet(supposition, option.id, taken, option.taken))}
            />
          </section>
          <section aria-labelledby="positions-heading">
            <h3 id="positions-heading">Positions</h3>
            <PositionList
              positions={[...before.positions, ...assumed]}
              retracted={supposition.retract}
              assumed={assumed.map(({ id }) => id)}
              claimSource={(claim) => ({
                href: `/reports/${claims[claim]?.report ?? ''}#${claim}`,
                quote: claims[claim]?.quote ?? '',
              })}
              factSource={(fact) => ({
                href: `/ledger?fact=${encodeURIComponent(fact)}`,
                text: facts[fact]?.text ?? fact,
              })}
              onToggle={(id) => {
                const place = assumed.findIndex((position) => position.id === id);
                const text = supposition.add[place];
                suppose(
                  text === undefined
                    ? positionToggled(supposition, id)
                    : assumptionDropped(supposition, text),
                );
              }}
            />
            {before.past.length > 0 && (
              <details>
                <summary>Earlier positions whose place a later one has taken ({before.past.length})</summary>
                <ul>
                  {before.past.map(({ id, holder, formula, kind, date, by }) => (
                    <li key={id}>
                      {partyName(holder)}, {kind}
                      {date === undefined ? '' : `, ${date}`}: <code>{formula}</code>, until{' '}
                      <a href={`#position-${by}`}>{by}</a>
                    </li>
                  ))}
                </ul>
              </details>
            )}
            <h4>Suppose a position that nobody has taken</h4>
            <AssumptionForm
              holders={before.parties}
              options={options.map(({ id }) => id)}
              onAdd={async (text) => {
                const next = assumptionAdded(supposition, text);
                // Asked before it is supposed, so that no address says what cannot be understood.
                await ask(`/standoff.json${searchFor(next)}`);
                suppose(next);
              }}
            />
          </section>
        </div>
      </div>
    </div>
  );
}

import { useCallback, useMemo, useState } from 'preact/hooks';
import type { Analysis } from '../../analysis/analyse.ts';
import { listed } from '../../brief/listed.ts';
import { evolutionFigure, moveRows } from '../../figures/evolution-path.ts';
import { evolutionPathsOf, outcomeStripOf } from '../../figures/from-analysis.ts';
import { stripFigure, stripRows } from '../../figures/outcome-strip.ts';
import { FigureFrame } from '../figure-frame.tsx';
import { EquilibriaTable } from './equilibria-table.tsx';
import { type Question, type ReasonAnswer, ReasonPanel } from './reason-panel.tsx';
import { stateName } from './state-words.ts';

/** States from the best to the worst for a decision maker, ties together. */
function ranked({ ranking, states }: Analysis, id: string): readonly (readonly number[])[] {
  const ranks = ranking[id] ?? [];
  const classes: number[][] = [];
  states.forEach((_, state) => {
    const place = (ranks[state] ?? 1) - 1;
    classes[place] = [...(classes[place] ?? []), state];
  });
  return classes;
}

const RANKED_SHOWN = 64;

/** How each decision maker ranks the states, by their numbers. */
function Rankings({ analysis }: { readonly analysis: Analysis }) {
  if (analysis.states.length > RANKED_SHOWN) return null;
  return (
    <details>
      <summary>How each ranks the states</summary>
      <ul class="plain">
        {analysis.decisionMakers.map(({ id, name }) => (
          <li key={id}>
            <strong>{name}</strong>, best first:{' '}
            {ranked(analysis, id)
              .map((states) => states.map((state) => state + 1).join(' = '))
              .join(' > ')}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Paths from the status quo: to what improvements reach, to all stable states, or to one. */
function Evolution({ analysis, title }: { readonly analysis: Analysis; readonly title: string }) {
  const [chosen, setChosen] = useState('reached');
  const targets = [...new Set([...analysis.paths, ...analysis.blocked].map(({ to }) => to))].sort(
    (a, b) => a - b,
  );
  const one = targets.find((state) => String(state) === chosen);
  const paths = useMemo(
    () => evolutionPathsOf(analysis, one ?? (chosen === 'all' ? 'all' : 'reached')),
    [analysis, one, chosen],
  );
  const draw = useCallback(
    (width: number) => (paths === undefined ? '' : evolutionFigure(paths, { width, id: 'evolution' })),
    [paths],
  );
  if (paths === undefined)
    return (
      <p>The model names no status quo; say which options are taken at the start to see where it can go.</p>
    );
  const path = one === undefined ? undefined : analysis.paths.find(({ to }) => to === one);
  const name = (id: string) => analysis.decisionMakers.find((maker) => maker.id === id)?.name ?? id;
  return (
    <>
      <label class="row">
        <span class="label">To</span>
        <select
          value={one === undefined && chosen !== 'all' ? 'reached' : chosen}
          onChange={(event) => setChosen(event.currentTarget.value)}
        >
          <option value="reached">stable states that improvements lead to</option>
          <option value="all">all stable states</option>
          {targets.map((state) => (
            <option key={state} value={String(state)}>
              {stateName(analysis, state)}
            </option>
          ))}
        </select>
      </label>
      {chosen === 'reached' && paths.moves.length === 0 && (
        <p>
          No improvement leads from the status quo to another stable state; choose one to see who would have
          to move against its preference.
        </p>
      )}
      {path !== undefined && (
        <p>
          {path.improvementsOnly
            ? 'Improvements lead there.'
            : 'No chain of improvements leads there: somebody would have to move against its preference.'}{' '}
          {path.mustStart === undefined
            ? `${listed(path.canStart.map(name), 'or')} can begin`
            : `Only ${name(path.mustStart)} can begin`}
          {path.needed.length > 0 ? `; it takes ${listed(path.needed.map(name))}` : ''}.
        </p>
      )}
      {paths.moves.length > 0 && (
        <FigureFrame
          name="evolution"
          caption="How the conflict can go on: whole lines are moves that serve their mover, broken ones go against its preference."
          source={title}
          draw={draw}
          columns={['step', 'who', 'from', 'to', 'changes', 'improves']}
          rows={moveRows(paths).map((row) => [
            String(row.step),
            row.who,
            row.from,
            row.to,
            row.changes,
            row.improves,
          ])}
        />
      )}
    </>
  );
}

/** What the analysis of a model says: stable states in words, paths, and the reason of each verdict. */
export function ResultsPanel({
  analysis,
  title,
  ask,
}: {
  readonly analysis: Analysis;
  readonly title: string;
  readonly ask: (question: Question) => Promise<ReasonAnswer>;
}) {
  const [asked, setAsked] = useState<Question>();
  const first = analysis.decisionMakers[0]!.id;
  const fits =
    asked !== undefined &&
    asked.state < analysis.states.length &&
    analysis.decisionMakers.some(({ id }) => id === asked.dm);
  const question: Question = fits ? asked : { state: analysis.statusQuo ?? 0, dm: first, concept: 'nash' };
  const why = useCallback(
    (state: number, concept: string) => {
      setAsked((before) => ({ dm: before?.dm ?? first, state, concept }));
      const heading = document.getElementById('why-heading');
      heading?.scrollIntoView({ block: 'nearest' });
      heading?.focus();
    },
    [first],
  );
  const strip = useMemo(() => outcomeStripOf(analysis), [analysis]);
  const drawStrip = useCallback((width: number) => stripFigure(strip, { width, id: 'outcomes' }), [strip]);
  return (
    <div class="results">
      <section aria-labelledby="equilibria-heading">
        <h3 id="equilibria-heading">Stable outcomes</h3>
        <p class="quiet">
          {analysis.states.length} feasible state{analysis.states.length === 1 ? '' : 's'}. Press a concept to
          ask why.
        </p>
        <EquilibriaTable analysis={analysis} onWhy={why} />
        {analysis.options.length > 0 && strip.states.length > 0 && (
          <FigureFrame
            name="outcomes"
            caption="Stable states as columns, options and concepts as rows."
            source={title}
            draw={drawStrip}
            columns={['option or concept', ...strip.states.map(({ number }) => `state ${number}`)]}
            rows={stripRows(strip).map(({ row, marks }) => [row, ...marks])}
          />
        )}
      </section>
      <ReasonPanel analysis={analysis} question={question} onQuestion={setAsked} ask={ask} />
      <section aria-labelledby="evolution-heading">
        <h3 id="evolution-heading">How it can go on</h3>
        <Evolution analysis={analysis} title={title} />
      </section>
      <Rankings analysis={analysis} />
    </div>
  );
}

import type { Analysis } from '../../analysis/analyse.ts';
import { stateInWords } from '../../brief/outcome-words.ts';
import { conceptLabel } from '../../figures/from-analysis.ts';
import { conceptSays, stateName } from './state-words.ts';

/** So many stable states are told in words; further ones are counted. */
const SHOWN = 40;

/** How the verdict on a state hangs on those whose words are silent on some options, in words. */
function silenceWords({ silence = [], decisionMakers, options }: Analysis, state: number): readonly string[] {
  const maker = (id: string) => decisionMakers.find((one) => one.id === id)?.name ?? id;
  const option = (id: string) => options.find((one) => one.id === id)?.name ?? id;
  return silence
    .filter((verdict) => verdict.state === state)
    .map(({ concept, holds, turnsOn }) =>
      holds
        ? `By ${conceptLabel(concept)} it holds whatever the silent sides want.`
        : `By ${conceptLabel(concept)} it turns on what the silent sides want: ${turnsOn
            .map(({ dm, options: changes }) => `${maker(dm)} on “${changes.map(option).join('” and “')}”`)
            .join('; ')}.`,
    );
}

/** Concepts that do not count answers which would hurt who gives them. */
const FIRM = ['nash', 'seq', 'sseq', 'sim'];

/** States in words, each with the concepts by which it is an equilibrium. */
function OutcomeList({
  analysis,
  states,
  onWhy,
}: {
  readonly analysis: Analysis;
  readonly states: readonly number[];
  readonly onWhy: (state: number, concept: string) => void;
}) {
  const concepts = Object.keys(analysis.equilibria);
  return (
    <>
      <ol class="outcomes plain">
        {states.slice(0, SHOWN).map((state) => {
          const held = concepts.filter((one) => analysis.equilibria[one]!.includes(state));
          return (
            <li key={state}>
              <p class="outcome">
                <strong>{stateName(analysis, state)}:</strong> {stateInWords(analysis, state)}.
              </p>
              <p class="concepts">
                {held.map((one) => (
                  <button
                    type="button"
                    class="chip"
                    key={one}
                    title={conceptSays(one)}
                    aria-label={`${conceptLabel(one)}: why is state ${state + 1} stable?`}
                    onClick={() => onWhy(state, one === 'seqOrSim' ? 'seq' : one)}
                  >
                    {conceptLabel(one)}
                  </button>
                ))}
                <span class="quiet">{whereFrom(analysis, state)}</span>
              </p>
              {silenceWords(analysis, state).map((words) => (
                <p class="quiet" key={words}>
                  {words}
                </p>
              ))}
            </li>
          );
        })}
      </ol>
      {states.length > SHOWN && (
        <p>And {states.length - SHOWN} more; save the model and analyse it in the terminal for all.</p>
      )}
    </>
  );
}

/** How a state lies to the status quo. */
function whereFrom({ statusQuo, reached }: Analysis, state: number): string {
  if (statusQuo === undefined) return '';
  if (state === statusQuo) return 'the conflict is there now';
  return reached.includes(state)
    ? 'improvements lead there from the status quo'
    : 'no chain of improvements leads there from the status quo';
}

/** Every stable state in words, with the concepts by which it is an equilibrium. */
export function EquilibriaTable({
  analysis,
  onWhy,
}: {
  readonly analysis: Analysis;
  readonly onWhy: (state: number, concept: string) => void;
}) {
  const concepts = Object.keys(analysis.equilibria);
  const count = (state: number) => concepts.filter((one) => analysis.equilibria[one]!.includes(state)).length;
  const stable = [...new Set(Object.values(analysis.equilibria).flat())].sort(
    (a, b) =>
      Number(analysis.reached.includes(b)) - Number(analysis.reached.includes(a)) ||
      count(b) - count(a) ||
      a - b,
  );
  if (stable.length === 0) return <p>No state is stable for everybody by any of the concepts.</p>;
  const firm = stable.filter((state) => FIRM.some((one) => analysis.equilibria[one]?.includes(state)));
  const weak = stable.filter((state) => !firm.includes(state));
  return (
    <>
      {firm.length === 0 && (
        <p>
          No state is stable for everybody by Nash or by a concept that asks whether answers are credible.
        </p>
      )}
      <OutcomeList analysis={analysis} states={firm} onWhy={onWhy} />
      {weak.length > 0 && (
        <details open={firm.length === 0}>
          <summary>
            {weak.length} more, stable only where any answer may deter, whether or not it serves its giver
          </summary>
          <OutcomeList analysis={analysis} states={weak} onWhy={onWhy} />
        </details>
      )}
      <details>
        <summary>What the concepts say</summary>
        <dl class="words">
          {concepts.map((one) => (
            <div key={one}>
              <dt>{conceptLabel(one)}</dt>
              <dd>{conceptSays(one)}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  );
}

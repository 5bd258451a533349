import type { Analysis } from '../../analysis/analyse.ts';
import type { SilentSides } from '../../analysis/silent-sides.ts';
import { conceptLabel } from '../../figures/from-analysis.ts';
import { conceptSays, stateName, stateWords } from './state-words.ts';

/** So many stable states are told in words; further ones are counted. */
const SHOWN = 40;

/** How the verdict on a state hangs on those who say nothing, in words. */
function silentWords(analysis: Analysis, silent: SilentSides | undefined, state: number): string | undefined {
  if (silent === undefined) return undefined;
  const who = silent.silent
    .map((id) => analysis.decisionMakers.find((maker) => maker.id === id)?.name ?? id)
    .join(' and ');
  const by = (part: 'always' | 'forThoseWhoSpoke' | 'open') =>
    Object.entries(silent.verdicts)
      .filter(([, verdict]) => verdict[part].includes(state))
      .map(([concept]) => conceptLabel(concept))
      .join(', ');
  const parts = [
    ...(by('always') === '' ? [] : [`holds whatever ${who} wants (${by('always')})`]),
    ...(by('forThoseWhoSpoke') === ''
      ? []
      : [
          `every side that spoke stays whatever ${who} wants, but ${who} might leave (${by('forThoseWhoSpoke')})`,
        ]),
    ...(by('open') === '' ? [] : [`turns on what ${who} wants (${by('open')})`]),
  ];
  return parts.length === 0 ? undefined : parts.join('; ');
}

/** Every stable state in words, with the concepts by which it is an equilibrium. */
export function EquilibriaTable({
  analysis,
  silent,
  onWhy,
}: {
  readonly analysis: Analysis;
  readonly silent: SilentSides | undefined;
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
  return (
    <>
      <ol class="outcomes">
        {stable.slice(0, SHOWN).map((state) => {
          const held = concepts.filter((one) => analysis.equilibria[one]!.includes(state));
          const hangs = silentWords(analysis, silent, state);
          return (
            <li key={state}>
              <p class="outcome">
                <strong>{stateName(analysis, state)}:</strong> {stateWords(analysis, state)}.
              </p>
              <p class="concepts">
                {held.map((one) => (
                  <button
                    type="button"
                    class="chip"
                    key={one}
                    title={conceptSays(one)}
                    aria-label={`Why is state ${state + 1} stable by ${conceptLabel(one)}: ${conceptSays(one)}?`}
                    onClick={() => onWhy(state, one === 'seqOrSim' ? 'seq' : one)}
                  >
                    {conceptLabel(one)}
                  </button>
                ))}
                <span class="quiet">
                  {state === analysis.statusQuo
                    ? 'the conflict is there now'
                    : analysis.reached.includes(state)
                      ? 'improvements lead there from the status quo'
                      : analysis.statusQuo === undefined
                        ? ''
                        : 'no chain of improvements leads there from the status quo'}
                </span>
              </p>
              {hangs !== undefined && <p class="quiet">With who says nothing: {hangs}.</p>}
            </li>
          );
        })}
      </ol>
      {stable.length > SHOWN && (
        <p>And {stable.length - SHOWN} more; save the model and analyse it in the terminal for all.</p>
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

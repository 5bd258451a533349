import type { DecisionMaker, Model } from '../model/index.ts';
import type { Analysis } from './analyse.ts';
import { conflictOf } from './conflict.ts';
import { completionReading, STATES_AT_MOST, stableUnder } from './reading.ts';
import { ROBUST_CONCEPTS } from './robust-verdict.ts';

/** How the equilibria of a concept depend on what the silent sides want. States are given by index. */
export interface SilentVerdict {
  /** Stable for everyone, whatever the silent sides want. */
  readonly always: readonly number[];
  /** Stable for every side that says what it wants, whatever the silent ones want; one of these might leave. */
  readonly forThoseWhoSpoke: readonly number[];
  /** Stable or not for a side that spoke, by what the silent sides want. */
  readonly open: readonly number[];
}

/** Decision makers who say nothing of what they want, and what hangs on it. */
export interface SilentSides {
  readonly silent: readonly string[];
  readonly verdicts: Readonly<Record<string, SilentVerdict>>;
}

/** Whether nothing tells what a decision maker wants, so that the model holds all states equal for it. */
const isSilent = ({ preferences, weights, ranking, comparisons }: DecisionMaker): boolean =>
  preferences.length === 0 &&
  (weights ?? []).length === 0 &&
  ranking === undefined &&
  comparisons === undefined;

/**
 * Which equilibria hold whatever the decision makers want who say nothing of it: an analysis holds all states equal for
 * these, here every order of theirs is unknown, and the verdicts go over all completions (see `robustVerdict`; `open` may
 * be more than there is by seq). Undefined where nobody is silent or there are more states than pairs can be followed of.
 */
export function silentSidesOf(
  model: Model,
  { equilibria, states }: Pick<Analysis, 'equilibria' | 'states'>,
): SilentSides | undefined {
  const silent = new Set(model.decisionMakers.filter(isSilent).map(({ id }) => id));
  if (silent.size === 0 || states.length > STATES_AT_MOST) return undefined;
  const conflict = conflictOf({
    ...model,
    decisionMakers: model.decisionMakers.map((maker) =>
      silent.has(maker.id) ? { ...maker, comparisons: [] } : maker,
    ),
  });
  const worst = completionReading(conflict, 'worst');
  const verdicts = ROBUST_CONCEPTS.filter((concept) => equilibria[concept] !== undefined).map((concept) => {
    const asked = equilibria[concept]!;
    const stable = model.decisionMakers.map((_, maker) =>
      stableUnder(conflict, maker, concept, worst, asked),
    );
    const holdsFor = (place: number, whom: (id: string) => boolean) =>
      model.decisionMakers.every(({ id }, maker) => !whom(id) || stable[maker]![place] === 1);
    const spoke = asked.filter((_, place) => holdsFor(place, (id) => !silent.has(id)));
    const always = asked.filter((_, place) => holdsFor(place, () => true));
    return [
      concept,
      {
        always,
        forThoseWhoSpoke: spoke.filter((state) => !always.includes(state)),
        open: asked.filter((state) => !spoke.includes(state)),
      },
    ] as const;
  });
  return { silent: [...silent], verdicts: Object.fromEntries(verdicts) };
}

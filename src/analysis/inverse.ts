import { type Model, StateSpaceError, stateNamed } from '../model/index.ts';
import { type Conflict, conflictOf, improvementsFrom } from './conflict.ts';
import { sequencesFrom } from './reading.ts';
import { type Concept, isDefined } from './stability.ts';
import { edited, editsOf, type StatementEdit } from './statement-edit.ts';
import { verdictsFor } from './verdicts.ts';

/**
 * What a decision maker's ranking must satisfy for one of its moves not to upset a state: at least one of some sets, all
 * of whose states it must hold no better than the state in question.
 */
export interface MoveRequirement {
  readonly to: number;
  readonly noneBetter: readonly (readonly number[])[];
}

/**
 * The rankings of one decision maker under which a state is stable for it, the others' preferences as they are: those
 * that satisfy every requirement (inverse analysis, Kinsara 2015, definitions 5.2.4-5.2.7, as conditions on pairs and
 * with ties). An empty list: stable under every ranking.
 */
export function requirementsFor(
  conflict: Conflict,
  maker: number,
  state: number,
  concept: Concept,
): readonly MoveRequirement[] {
  const { graph, model, space } = conflict;
  const others = model.decisionMakers.flatMap((_, other) => (other === maker ? [] : [other]));
  const symmetric = concept === 'smr' || concept === 'sseq';
  const answersAfter = (to: number): readonly number[] => {
    if (concept === 'nash') return [];
    if (concept === 'sim') return jointAnswers(conflict, others, state, space.masks[to]!);
    return concept === 'seq' || concept === 'sseq'
      ? sequencesFrom(conflict, others, to, (other, from, end) =>
          improvementsFrom(conflict, other, from).includes(end),
        )
      : sequencesFrom(conflict, others, to);
  };
  return graph.movesFrom(maker, state).flatMap((to): MoveRequirement[] => {
    const sets = [
      [to],
      ...answersAfter(to).map((end) => (symmetric ? [end, ...graph.movesFrom(maker, end)] : [end])),
    ].map((set) => [...new Set(set)].filter((one) => one !== state).sort((a, b) => a - b));
    const least = sets.filter(
      (set, place) =>
        !sets.some(
          (other, elsewhere) =>
            other.every((one) => set.includes(one)) && (other.length < set.length || elsewhere < place),
        ),
    );
    return least.some((set) => set.length === 0) ? [] : [{ to, noneBetter: least }];
  });
}

function jointAnswers(
  conflict: Conflict,
  others: readonly number[],
  state: number,
  moved: number,
): readonly number[] {
  const { space } = conflict;
  const from = space.masks[state]!;
  let changes = new Set([from ^ moved]);
  for (const other of others) {
    const answers = improvementsFrom(conflict, other, state).map((end) => from ^ space.masks[end]!);
    changes = new Set(
      [...changes].flatMap((change) => [change, ...answers.map((answer) => change | answer)]),
    );
  }
  return [...changes].flatMap((change) => {
    const mask = (from ^ change) >>> 0;
    const end = space.indexOf === undefined ? mask : space.indexOf[mask]!;
    return end >= 0 ? [end] : [];
  });
}

/** More states than this that a verdict turns on cannot be counted through. */
const STATES_COUNTED = 20;

/**
 * The share of all strict rankings (no ties) of a decision maker's states under which its requirements hold; undefined
 * where they turn on too many states to count. Of r states that matter, the chance that just the set B of them ranks
 * below the state is |B|! (r - |B|)! / (r + 1)!.
 */
export function shareOfRankings(requirements: readonly MoveRequirement[]): number | undefined {
  const relevant = [...new Set(requirements.flatMap(({ noneBetter }) => noneBetter.flat()))];
  if (relevant.length > STATES_COUNTED) return undefined;
  const bitOf = new Map(relevant.map((state, bit) => [state, 1 << bit]));
  const sets = requirements.map(({ noneBetter }) =>
    noneBetter.map((set) => set.reduce((mask, state) => mask | bitOf.get(state)!, 0)),
  );
  // |B|! (r - |B|)! / (r + 1)! = 1 / ((r + 1) * binomial(r, |B|)).
  const binomial = [1];
  for (let k = 1; k <= relevant.length; k++)
    binomial.push((binomial[k - 1]! * (relevant.length - k + 1)) / k);
  const holding = new Array<number>(relevant.length + 1).fill(0);
  for (let below = 0; below < 2 ** relevant.length; below++) {
    if (!sets.every((choices) => choices.some((set) => (below & set) === set))) continue;
    let size = 0;
    for (let rest = below; rest !== 0; rest &= rest - 1) size += 1;
    holding[size] = holding[size]! + 1;
  }
  return holding.reduce((sum, count, size) => sum + count / binomial[size]!, 0) / (relevant.length + 1);
}

/** Something wished of a verdict: a state stable, or not, by a concept, for one decision maker or for all. */
export interface Goal {
  /** The state's name. */
  readonly state: string;
  readonly concept: Concept;
  readonly stable: boolean;
  /** Index of the decision maker; an equilibrium is meant where absent. */
  readonly maker?: number;
}

/** The index of a goal's state. @throws StateSpaceError where there is no such state, or the concept is not defined. */
function stateOf(conflict: Conflict, { state, concept }: Goal): number {
  const found = stateNamed(conflict.space, state);
  if (found < 0)
    throw new StateSpaceError(`"${state}" is no feasible state; write one letter, Y or N, for each option`);
  if (!isDefined(conflict, concept))
    throw new StateSpaceError(`"${concept}" is not defined for this model; ask for another concept`);
  return found;
}

function meets(conflict: Conflict, goals: readonly Goal[]): boolean {
  return goals.every((goal) => {
    const state = stateOf(conflict, goal);
    const makers = goal.maker === undefined ? [...conflict.model.decisionMakers.keys()] : [goal.maker];
    return makers.every((maker) => verdictsFor(conflict, maker, goal.concept)[state] === 1) === goal.stable;
  });
}

/**
 * All smallest sets of changes of statements after which every goal is met: no edits where they are met already, else all
 * single edits, else all pairs, up to `most`; an empty list where none does it. Exact: every set of the size is tried.
 */
export function smallestChanges(
  model: Model,
  goals: readonly Goal[],
  most = 2,
): readonly (readonly StatementEdit[])[] {
  if (meets(conflictOf(model), goals)) return [[]];
  let layer: readonly { readonly model: Model; readonly edits: readonly StatementEdit[] }[] = [
    { model, edits: [] },
  ];
  for (let size = 1; size <= most; size++) {
    const seen = new Set<string>();
    const next = layer.flatMap((one) =>
      one.model.decisionMakers.flatMap((maker, index) =>
        editsOf(index, maker).flatMap((edit) => {
          const changed = edited(one.model, edit);
          const key = JSON.stringify(changed.decisionMakers.map(({ preferences }) => preferences));
          if (seen.has(key)) return [];
          seen.add(key);
          return [{ model: changed, edits: [...one.edits, edit] }];
        }),
      ),
    );
    const found = next.filter((one) => meets(conflictOf(one.model), goals));
    if (found.length > 0) return found.map(({ edits }) => edits);
    layer = next;
  }
  return [];
}

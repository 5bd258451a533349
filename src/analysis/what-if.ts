import { type Formula, formulaText, type Model, not, type Position } from '../model/index.ts';
import { type Analysis, type AnalysisRequest, analyse } from './analyse.ts';
import { type Consequence, consequencesOf } from './consequences.ts';
import type { FirstMoveQuestion } from './first-moves.ts';
import { rulesOf } from './response-rules.ts';

/** A supposition: options taken or not at the status quo, positions dropped, positions added. */
export interface Supposition {
  readonly set?: Readonly<Record<string, boolean>>;
  /** Ids of positions that are no longer held. */
  readonly drop?: readonly string[];
  readonly add?: readonly Position[];
}

/** What a supposition changes. States are given by name, first moves as they are listed in an analysis. */
export interface Difference {
  readonly before: Analysis;
  readonly after: Analysis;
  /** What the positions bring about once the options are as supposed, and why. */
  readonly follows: readonly Consequence[];
  readonly equilibria: Readonly<
    Record<string, { readonly lost: readonly string[]; readonly gained: readonly string[] }>
  >;
  readonly deadlocks: Change;
  readonly waits: Change;
  readonly firstMoves: Change;
}

/** Lines that are gone, and lines that are new. */
export interface Change {
  readonly gone: readonly string[];
  readonly fresh: readonly string[];
}

/** Statements that a position stands behind: itself, and that what a threat answers shall not happen. */
function statementsBehind({ formula, kind }: Position): readonly string[] {
  const trigger: Formula | undefined =
    kind !== 'threat'
      ? undefined
      : formula.kind === 'if'
        ? formula.when
        : formula.kind === 'iff'
          ? formula.right
          : undefined;
  return [formulaText(formula), ...(trigger === undefined ? [] : [formulaText(not(trigger))])];
}

/** The model as it would be under a supposition. A dropped position takes its own statements of preference with it. */
export function supposed(model: Model, { set = {}, drop = [], add = [] }: Supposition): Model {
  const positions = [...model.positions.filter(({ id }) => !drop.includes(id)), ...add];
  const taken = new Set(model.statusQuo ?? []);
  for (const [option, yes] of Object.entries(set)) {
    if (yes) taken.add(option);
    else taken.delete(option);
  }
  return {
    ...model,
    statusQuo: model.options.map(({ id }) => id).filter((id) => taken.has(id)),
    positions,
    decisionMakers: model.decisionMakers.map((maker) => {
      const held = (list: readonly Position[]) =>
        new Set(list.filter(({ holder }) => holder === maker.id).flatMap(statementsBehind));
      const lost = held(model.positions.filter(({ id }) => drop.includes(id)));
      const kept = held(positions);
      return {
        ...maker,
        preferences: maker.preferences.filter(({ formula }) => {
          const text = formulaText(formula);
          return !lost.has(text) || kept.has(text);
        }),
      };
    }),
  };
}

const change = (before: readonly string[], after: readonly string[]): Change => ({
  gone: before.filter((line) => !after.includes(line)),
  fresh: after.filter((line) => !before.includes(line)),
});

/** The difference between two analyses; `taken` and `positions` are those of the second. */
export function differenceBetween(
  before: Analysis,
  after: Analysis,
  { positions, taken }: Pick<FirstMoveQuestion, 'positions' | 'taken'>,
): Difference {
  const names = ({ equilibria, states }: Analysis, concept: string) =>
    (equilibria[concept] ?? []).map((state) => states[state]!);
  const waits = (analysis: Analysis) =>
    analysis.waits.map(({ option, for: other }) => `${option} waits for ${other.option}`);
  const rings = (analysis: Analysis) => analysis.deadlocks.map((ring) => ring.join(' → '));
  const moves = (analysis: Analysis) =>
    analysis.firstMoves.map((move) => `${move.outcome}: ${move.moves.join(' and ')}`);
  const equilibria = Object.keys(after.equilibria).flatMap((concept) => {
    const { gone, fresh } = change(names(before, concept), names(after, concept));
    return gone.length + fresh.length === 0 ? [] : [[concept, { lost: gone, gained: fresh }] as const];
  });
  return {
    before,
    after,
    follows: consequencesOf(positions.flatMap(rulesOf), taken),
    equilibria: Object.fromEntries(equilibria),
    deadlocks: change(rings(before), rings(after)),
    waits: change(waits(before), waits(after)),
    firstMoves: change(moves(before), moves(after)),
  };
}

/** The difference that a supposition makes to a model's analysis: a pure function, for the command and the page. */
export function whatIf(model: Model, supposition: Supposition, request: AnalysisRequest = {}): Difference {
  const next = supposed(model, supposition);
  return differenceBetween(analyse(model, request), analyse(next, request), {
    positions: next.positions,
    taken: new Set(next.statusQuo),
  });
}

import { formulaText, type Model, maskOf, stateText } from '../model/index.ts';
import { type FirstMove, firstMovesOf } from './first-moves.ts';
import { conflictOf } from './moves.ts';
import { rulesOf } from './response-rules.ts';
import { improvementSequences, nashStable, sequentiallyStable } from './stability.ts';
import { deadlocksOf, type Wait, waitsOf } from './waits.ts';

export const CONCEPTS = ['nash', 'seq'] as const;
export type Concept = (typeof CONCEPTS)[number];

/** What the analysis of a model says; see docs/schema/analyse.json. States are named by their index. */
export interface Analysis {
  readonly decisionMakers: readonly {
    readonly id: string;
    readonly name: string;
    readonly options: readonly string[];
    readonly preferences: readonly string[];
  }[];
  readonly options: readonly { readonly id: string; readonly name: string; readonly decisionMaker: string }[];
  readonly states: readonly string[];
  readonly statusQuo?: number;
  readonly ranking: Readonly<Record<string, readonly number[]>>;
  readonly stability: Readonly<Record<string, Readonly<Record<Concept, readonly number[]>>>>;
  readonly equilibria: Readonly<Record<Concept, readonly number[]>>;
  /** States reached from the status quo by improvements of whoever moves, the status quo first. */
  readonly reached: readonly number[];
  readonly waits: readonly Wait[];
  readonly deadlocks: readonly (readonly string[])[];
  readonly firstMoves: readonly FirstMove[];
}

/** Outcomes worth unlocking: what somebody demands, and what somebody would do once another moves. */
export function outcomesOf(model: Model): readonly string[] {
  const demanded = model.positions
    .filter(({ kind }) => kind === 'demand')
    .flatMap(({ formula }) => (formula.kind === 'option' ? [formula.option] : []));
  const conditional = model.positions
    .flatMap(rulesOf)
    .filter(({ when }) => when !== undefined)
    .map(({ option }) => option);
  return [...new Set([...demanded, ...conditional])].sort();
}

/**
 * The whole analysis of a model.
 * @throws RangeError when the model has too many options or no feasible state.
 */
export function analyse(model: Model): Analysis {
  const conflict = conflictOf(model);
  const { space, makers } = conflict;
  const stability = Object.fromEntries(
    makers.map((maker) => [
      maker.id,
      { nash: nashStable(conflict, maker), seq: sequentiallyStable(conflict, maker) },
    ]),
  );
  const everywhere = (concept: Concept) =>
    Array.from(space.masks.keys()).filter((state) =>
      makers.every(({ id }) => stability[id]![concept].includes(state)),
    );
  const waits = waitsOf(model.positions);
  const statusQuo =
    model.statusQuo === undefined ? -1 : space.indexOf[maskOf(space.options, model.statusQuo)]!;
  return {
    decisionMakers: model.decisionMakers.map(({ id, name, preferences }) => ({
      id,
      name,
      options: model.options.filter(({ owner }) => owner === id).map((option) => option.id),
      preferences: preferences.map(formulaText),
    })),
    options: model.options.map(({ id, name, owner }) => ({ id, name, decisionMaker: owner })),
    states: Array.from(space.masks, (mask) => stateText(mask, space.options.length)),
    ...(statusQuo < 0 ? {} : { statusQuo }),
    ranking: Object.fromEntries(makers.map(({ id, rank }) => [id, Array.from(rank)])),
    stability,
    equilibria: { nash: everywhere('nash'), seq: everywhere('seq') },
    reached:
      statusQuo < 0
        ? []
        : [
            statusQuo,
            ...[...improvementSequences(conflict, makers, statusQuo)]
              .filter((state) => state !== statusQuo)
              .sort((a, b) => a - b),
          ],
    waits,
    deadlocks: deadlocksOf(waits),
    firstMoves: firstMovesOf(
      model.positions,
      space.options,
      outcomesOf(model),
      new Set(model.statusQuo ?? []),
    ),
  };
}

import { stringify } from 'yaml';
import { formulaText, positionFormulaText } from './formula-text.ts';
import type { Arc, DecisionMaker, Model, RankedTogether, Statement } from './model.ts';
import { firstOwner, inOwnersOrder } from './option-order.ts';

/** A priority list as a model file has it. */
export function statementLines(statements: readonly Statement[]): readonly string[] {
  const cut = statements.findLastIndex(({ strong }) => strong);
  return statements.flatMap(({ formula, certain }, index) => [
    `${certain ? '' : '? '}${formulaText(formula)}`,
    ...(index === cut ? ['>>'] : []),
  ]);
}

const rankingLines = (ranking: readonly RankedTogether[]) =>
  ranking.flatMap(({ states, strong }) => [
    ...(strong ? ['>>'] : []),
    states.length === 1 ? states[0]! : [...states],
  ]);

const arcLines = (arcs: readonly Arc[]) => arcs.map(({ from, to }) => `${from} -> ${to}`);

/** A weight a formula: what stands there twice adds up. */
function weightLines(weights: NonNullable<DecisionMaker['weights']>): Readonly<Record<string, number>> {
  const sums = new Map<string, number>();
  for (const { formula, weight } of weights) {
    const text = formulaText(formula);
    sums.set(text, (sums.get(text) ?? 0) + weight);
  }
  return Object.fromEntries(sums);
}

function makerShape(maker: DecisionMaker, model: Model) {
  const { id, name, preferences, weights, ranking, unknown, comparisons, silentOn, moves, forbidden, view } =
    maker;
  return {
    id,
    name,
    ...(model.states === undefined
      ? {
          options: model.options
            .filter(({ owners }) => owners.includes(id))
            .map((option) =>
              firstOwner(model, option.id) === id
                ? {
                    id: option.id,
                    name: option.name,
                    ...(option.direction === 'both' ? {} : { direction: option.direction }),
                  }
                : { id: option.id, shared: true },
            ),
        }
      : {}),
    ...(comparisons === undefined ? { preferences: statementLines(preferences) } : {}),
    ...(weights === undefined ? {} : { weights: weightLines(weights) }),
    ...(ranking === undefined ? {} : { ranking: rankingLines(ranking) }),
    ...(unknown === undefined ? {} : { unknown: unknown.map(([a, b]) => `${a} ? ${b}`) }),
    ...(comparisons === undefined
      ? {}
      : {
          comparisons: comparisons.map(
            ({ above, below, strict }) => `${above} ${strict ? '>' : '='} ${below}`,
          ),
        }),
    ...(silentOn === undefined ? {} : { silentOn: [...silentOn] }),
    ...(moves === undefined ? {} : { moves: arcLines(moves) }),
    ...(forbidden === undefined ? {} : { forbidden: arcLines(forbidden) }),
    ...(view === undefined
      ? {}
      : {
          view: {
            unseen: view.unseen.map(formulaText),
            preferences: Object.fromEntries(
              Object.entries(view.preferences).map(([other, list]) => [other, statementLines(list)]),
            ),
          },
        }),
  };
}

/** A model as YAML that a person can read and change, and `analyse` can read. */
export function modelToYaml(given: Model): string {
  const model = inOwnersOrder(given);
  return stringify(
    {
      title: model.title,
      ...(model.states === undefined ? {} : { states: model.states }),
      decisionMakers: model.decisionMakers.map((maker) => makerShape(maker, model)),
      ...(model.infeasible.length === 0 ? {} : { infeasible: model.infeasible.map(formulaText) }),
      ...(model.coalesce === undefined ? {} : { coalesce: model.coalesce.map(formulaText) }),
      ...(model.statusQuo === undefined
        ? {}
        : { statusQuo: model.states === undefined ? model.statusQuo : model.statusQuo[0] }),
      ...(model.coalitions === undefined ? {} : { coalitions: model.coalitions }),
      ...(model.positions.length === 0
        ? {}
        : {
            positions: model.positions.map(({ formula, claims, facts, ...position }) => ({
              ...position,
              formula: positionFormulaText(formula, position.holder),
              ...(claims.length === 0 ? {} : { claims }),
              ...(facts.length === 0 ? {} : { facts }),
            })),
          }),
    },
    { lineWidth: 110 },
  );
}

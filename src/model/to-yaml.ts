import { stringify } from 'yaml';
import { formulaText, positionFormulaText } from './formula-text.ts';
import type { Model } from './model.ts';

/** A model as YAML that a person can read and change, and `analyse` can read. */
export function modelToYaml(model: Model): string {
  return stringify(
    {
      title: model.title,
      decisionMakers: model.decisionMakers.map(({ id, name, preferences }) => ({
        id,
        name,
        options: model.options
          .filter(({ owner }) => owner === id)
          .map((option) => ({
            id: option.id,
            name: option.name,
            ...(option.direction === 'both' ? {} : { direction: option.direction }),
          })),
        preferences: preferences.map(formulaText),
      })),
      ...(model.infeasible.length === 0 ? {} : { infeasible: model.infeasible.map(formulaText) }),
      ...(model.statusQuo === undefined ? {} : { statusQuo: model.statusQuo }),
      positions: model.positions.map(({ formula, claims, facts, ...position }) => ({
        ...position,
        formula: positionFormulaText(formula, position.holder),
        ...(claims.length === 0 ? {} : { claims }),
        ...(facts.length === 0 ? {} : { facts }),
      })),
    },
    { lineWidth: 110 },
  );
}

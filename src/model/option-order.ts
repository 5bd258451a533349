import type { Arc, DecisionMaker, Model } from './model.ts';

/** The first decision maker of a model, in its order, who controls an option. */
export const firstOwner = (model: Model, option: string): string | undefined => {
  const owners = model.options.find(({ id }) => id === option)?.owners ?? [];
  return model.decisionMakers.find(({ id }) => owners.includes(id))?.id;
};

/**
 * The same model with its options in the order of their decision makers, as files list them, and the words of Y and N in
 * that order too.
 */
export function inOwnersOrder(model: Model): Model {
  const order = model.decisionMakers.flatMap(({ id }) =>
    [...model.options.keys()].filter((bit) => firstOwner(model, model.options[bit]!.id) === id),
  );
  if (model.states !== undefined || order.every((bit, place) => bit === place)) return model;
  const word = (given: string) => order.map((bit) => given[bit]).join('');
  const arc = ({ from, to }: Arc): Arc => ({ from: word(from), to: word(to) });
  return {
    ...model,
    options: order.map((bit) => model.options[bit]!),
    decisionMakers: model.decisionMakers.map(
      ({ ranking, unknown, comparisons, forbidden, ...maker }): DecisionMaker => ({
        ...maker,
        ...(ranking && { ranking: ranking.map((line) => ({ ...line, states: line.states.map(word) })) }),
        ...(unknown && { unknown: unknown.map(([a, b]) => [word(a), word(b)] as const) }),
        ...(comparisons && {
          comparisons: comparisons.map((one) => ({ ...one, above: word(one.above), below: word(one.below) })),
        }),
        ...(forbidden && { forbidden: forbidden.map(arc) }),
      }),
    ),
  };
}

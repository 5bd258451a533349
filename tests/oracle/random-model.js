import fc from 'fast-check';
import { and, iff, ifThen, not, option, or } from '../../src/model/index.ts';
/** Formulas over some names. */
export const formulaOver = (names) => {
  const literal = fc
    .tuple(fc.constantFrom(...names), fc.boolean())
    .map(([id, yes]) => (yes ? option(id) : not(option(id))));
  return fc.oneof(
    literal,
    fc.tuple(literal, literal, fc.constantFrom(and, or, iff, ifThen)).map(([a, b, join]) => join(a, b)),
  );
};
const statementOver = (names, doubts, strong) =>
  fc.record({
    formula: formulaOver(names),
    certain: doubts ? fc.boolean() : fc.constant(true),
    strong: fc.constant(strong),
  });
/** Random conflicts in option form: irreversible and shared options, infeasible states, ties. */
export function optionModel({
  makers = 5,
  optionsAtMost = 7,
  doubts = false,
  strength = false,
  forbidden = false,
  coalesce = false,
} = {}) {
  return fc
    .record({
      makers: fc.integer({ min: Math.min(2, makers), max: makers }),
      count: fc.integer({ min: 2, max: optionsAtMost }),
    })
    .chain(({ makers: makerCount, count }) => {
      const names = Array.from({ length: makerCount }, (_, index) => `M${index}`);
      const ids = Array.from({ length: count }, (_, index) => `o${index}`);
      const pattern = fc
        .array(fc.constantFrom('Y', 'N', '-', '-'), { minLength: count, maxLength: count })
        .map((letters) => letters.join(''));
      return fc
        .record({
          owners: fc.array(fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 2 }), {
            minLength: count,
            maxLength: count,
          }),
          shared: fc.boolean(),
          directions: fc.array(fc.constantFrom('both', 'both', 'forward', 'back'), {
            minLength: count,
            maxLength: count,
          }),
          infeasible: fc.array(
            formulaOver(ids).map((f) => and(f, option(ids[0]))),
            { maxLength: 2 },
          ),
          coalesced: coalesce ? fc.array(formulaOver(ids), { maxLength: 2 }) : fc.constant([]),
          lists: fc.array(
            fc.record({
              strong: strength
                ? fc.array(statementOver(ids, doubts, true), { maxLength: 2 })
                : fc.constant([]),
              mild: fc.array(statementOver(ids, doubts, false), { maxLength: 4 }),
              weights: fc.array(
                fc.record({ formula: formulaOver(ids), weight: fc.integer({ min: -3, max: 3 }) }),
                {
                  maxLength: 2,
                },
              ),
              forbidden: forbidden
                ? fc.array(fc.record({ from: pattern, to: pattern }), { maxLength: 2 })
                : fc.constant([]),
            }),
            { minLength: makerCount, maxLength: makerCount },
          ),
        })
        .map(({ owners, shared, directions, infeasible, coalesced, lists }) => ({
          title: '',
          options: ids.map((id, index) => ({
            id,
            name: id,
            owners: shared ? owners[index] : [names[index % makerCount]],
            direction: directions[index],
          })),
          decisionMakers: lists.map((list, index) => ({
            id: names[index],
            name: names[index],
            preferences: [...list.strong, ...list.mild],
            weights: list.weights,
            forbidden: list.forbidden,
          })),
          infeasible,
          ...(coalesced.length > 0 ? { coalesce: coalesced } : {}),
          positions: [],
        }));
    });
}
/** Random conflicts of named states with arcs that no options give, ranked directly with ties. */
export const namedModel = fc
  .record({ makers: fc.integer({ min: 2, max: 4 }), count: fc.integer({ min: 2, max: 7 }) })
  .chain(({ makers, count }) => {
    const states = Array.from({ length: count }, (_, index) => `s${index}`);
    const arc = fc.record({ from: fc.constantFrom(...states), to: fc.constantFrom(...states) });
    return fc
      .array(
        fc.record({
          moves: fc.array(arc, { maxLength: 8 }),
          forbidden: fc.array(arc, { maxLength: 2 }),
          order: fc.shuffledSubarray(states, { minLength: count, maxLength: count }),
          ties: fc.array(fc.boolean(), { minLength: count, maxLength: count }),
        }),
        { minLength: makers, maxLength: makers },
      )
      .map((list) => ({
        title: '',
        options: [],
        states,
        decisionMakers: list.map(({ moves, forbidden, order, ties }, index) => {
          const classes = [];
          order.forEach((state, place) => {
            if (place > 0 && ties[place]) classes.at(-1).push(state);
            else classes.push([state]);
          });
          return {
            id: `M${index}`,
            name: `M${index}`,
            preferences: [],
            moves,
            forbidden,
            ranking: classes.map((together) => ({ states: together, strong: false })),
          };
        }),
        infeasible: [],
        positions: [],
      }));
  });

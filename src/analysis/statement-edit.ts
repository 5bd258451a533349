import { type DecisionMaker, type Model, not, type Statement } from '../model/index.ts';

/** One change of a decision maker's priority list. Places count from 0. */
export type StatementEdit =
  | { readonly kind: 'drop'; readonly maker: number; readonly place: number }
  | { readonly kind: 'reverse'; readonly maker: number; readonly place: number }
  | { readonly kind: 'move'; readonly maker: number; readonly place: number; readonly to: number };

/** All single changes of one list: each statement dropped, turned into its opposite, or moved to another place. */
export function editsOf(maker: number, { preferences }: DecisionMaker): readonly StatementEdit[] {
  const places = [...preferences.keys()];
  return places.flatMap((place): StatementEdit[] => [
    { kind: 'drop', maker, place },
    { kind: 'reverse', maker, place },
    // Moving a statement one place down is the same as moving the next one place up.
    ...places
      .filter((to) => to !== place && to !== place - 1)
      .map((to): StatementEdit => ({ kind: 'move', maker, place, to })),
  ]);
}

/** The model with one list changed. */
export function edited(model: Model, edit: StatementEdit): Model {
  return {
    ...model,
    decisionMakers: model.decisionMakers.map((maker, index) =>
      index === edit.maker ? { ...maker, preferences: editedList(maker.preferences, edit) } : maker,
    ),
  };
}

function editedList(list: readonly Statement[], edit: StatementEdit): readonly Statement[] {
  const line = list[edit.place]!;
  const rest = list.filter((_, place) => place !== edit.place);
  switch (edit.kind) {
    case 'drop':
      return rest;
    case 'reverse':
      return list.with(edit.place, { ...line, formula: not(line.formula) });
    case 'move':
      return rest.toSpliced(edit.to, 0, { ...line, strong: rest[edit.to]?.strong ?? false });
  }
}

/** A Boolean formula over options, by their ids. `then if when` holds unless `when` holds and `then` does not. */
export type Formula =
  | { readonly kind: 'option'; readonly option: string }
  | { readonly kind: 'constant'; readonly value: boolean }
  | { readonly kind: 'not'; readonly of: Formula }
  | { readonly kind: 'and' | 'or' | 'iff'; readonly left: Formula; readonly right: Formula }
  | { readonly kind: 'if'; readonly then: Formula; readonly when: Formula };

export const option = (id: string): Formula => ({ kind: 'option', option: id });
export const not = (of: Formula): Formula => (of.kind === 'not' ? of.of : { kind: 'not', of });
export const and = (left: Formula, right: Formula): Formula => ({ kind: 'and', left, right });
export const or = (left: Formula, right: Formula): Formula => ({ kind: 'or', left, right });
export const iff = (left: Formula, right: Formula): Formula => ({ kind: 'iff', left, right });
/** `then if when`: whenever `when`, also `then`. `a only if b` is `b if a`. */
export const ifThen = (then: Formula, when: Formula): Formula => ({ kind: 'if', then, when });

/** Whether a formula is true where `taken` tells which options are. */
export function holds(formula: Formula, taken: (option: string) => boolean): boolean {
  switch (formula.kind) {
    case 'option':
      return taken(formula.option);
    case 'constant':
      return formula.value;
    case 'not':
      return !holds(formula.of, taken);
    case 'and':
      return holds(formula.left, taken) && holds(formula.right, taken);
    case 'or':
      return holds(formula.left, taken) || holds(formula.right, taken);
    case 'iff':
      return holds(formula.left, taken) === holds(formula.right, taken);
    case 'if':
      return holds(formula.then, taken) || !holds(formula.when, taken);
  }
}

/** The ids of the options that a formula speaks of, each once, in order. */
export function optionsIn(formula: Formula): readonly string[] {
  switch (formula.kind) {
    case 'option':
      return [formula.option];
    case 'constant':
      return [];
    case 'not':
      return optionsIn(formula.of);
    case 'if':
      return [...new Set([...optionsIn(formula.then), ...optionsIn(formula.when)])];
    default:
      return [...new Set([...optionsIn(formula.left), ...optionsIn(formula.right)])];
  }
}

/** Options that a formula asks to be taken, where `wanted` is whether it is to hold. */
export function optionsAskedFor(formula: Formula, wanted = true): readonly string[] {
  switch (formula.kind) {
    case 'option':
      return wanted ? [formula.option] : [];
    case 'constant':
      return [];
    case 'not':
      return optionsAskedFor(formula.of, !wanted);
    case 'and':
    case 'or':
      return [...optionsAskedFor(formula.left, wanted), ...optionsAskedFor(formula.right, wanted)];
    case 'if':
      return [...optionsAskedFor(formula.then, wanted), ...optionsAskedFor(formula.when, !wanted)];
    case 'iff':
      return [
        ...optionsAskedFor(formula.left, true),
        ...optionsAskedFor(formula.left, false),
        ...optionsAskedFor(formula.right, true),
        ...optionsAskedFor(formula.right, false),
      ];
  }
}

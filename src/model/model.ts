import type { Comparison } from './comparison.ts';
import { type Formula, optionsIn } from './formula.ts';
import type { Position } from './position.ts';

/** In which direction an option may change: freely, only from N to Y (a test is not untested), only from Y to N. */
export type Direction = 'both' | 'forward' | 'back';

export interface Option {
  readonly id: string;
  readonly name: string;
  /** Ids of the decision makers who control it: one, or several where they share it. */
  readonly owners: readonly string[];
  readonly direction: Direction;
}

/** One line of a priority list: something that the decision maker wants to hold. */
export interface Statement {
  readonly formula: Formula;
  /** False where nobody knows whether the decision maker wants it or its opposite. */
  readonly certain: boolean;
  /** Whether states that this statement tells apart differ strongly (>>), not mildly. */
  readonly strong: boolean;
}

/** A statement as most are: certain and mild. */
export const statement = (
  formula: Formula,
  { certain = true, strong = false }: Partial<Statement> = {},
): Statement => ({
  formula,
  certain,
  strong,
});

/** States that a direct ranking holds equal. */
export interface RankedTogether {
  readonly states: readonly string[];
  /** Whether the states ranked above are strongly preferred (>>) to these. */
  readonly strong: boolean;
}

/** A step between two states; in option form, between all states that match two patterns of Y, N and - (either). */
export interface Arc {
  readonly from: string;
  readonly to: string;
}

/**
 * How a decision maker sees the conflict where that differs from the model: a first-level hypergame (Bennett 1977;
 * Wang, Hipel and Fraser 1988).
 */
export interface View {
  /** It does not see the states for which one of these holds. */
  readonly unseen: readonly Formula[];
  /** What it takes the others' priority lists to be, where it is mistaken. */
  readonly preferences: Readonly<Record<string, readonly Statement[]>>;
}

export interface DecisionMaker {
  readonly id: string;
  readonly name: string;
  /**
   * Statements, the most important first (option prioritisation, Fang, Hipel, Kilgour and Peng 2003). States that they
   * do not tell apart are held equal, unless the weights and then the ranking tell them apart.
   */
  readonly preferences: readonly Statement[];
  /** What each formula that holds adds to a state's worth (option weighting). */
  readonly weights?: readonly { readonly formula: Formula; readonly weight: number }[];
  /** States from the best to the worst; after statements or weights it only orders what they leave equal. */
  readonly ranking?: readonly RankedTogether[];
  /** Pairs of states whose order for this decision maker nobody knows (Li, Hipel, Kilgour and Fang 2004). */
  readonly unknown?: readonly (readonly [string, string])[];
  /** Comparisons of states instead of all of the above; what does not follow from them is unknown. */
  readonly comparisons?: readonly Comparison[];
  /**
   * Options of which nothing tells whether it wants them. Verdicts hold it indifferent to them, and the analysis says which
   * equilibria turn on them.
   */
  readonly silentOn?: readonly string[];
  /** All its moves, in a model whose states are named. */
  readonly moves?: readonly Arc[];
  /** Moves that it cannot make although its options would allow them. */
  readonly forbidden?: readonly Arc[];
  readonly view?: View;
}

/**
 * A conflict. In option form (Fang, Hipel and Kilgour 1993, ch. 2) a state says of each option whether it is taken; with
 * `states` it is a graph of named states with each decision maker's moves, and has no options.
 */
export interface Model {
  readonly title: string;
  readonly options: readonly Option[];
  readonly states?: readonly string[];
  readonly decisionMakers: readonly DecisionMaker[];
  /** States for which one of these holds cannot occur. */
  readonly infeasible: readonly Formula[];
  /** The states for which one of these holds are one state: nobody can tell them apart. */
  readonly coalesce?: readonly Formula[];
  /** Ids of the options taken at the status quo, or the one name of its state; absent where the model names none. */
  readonly statusQuo?: readonly string[];
  /** Sets of decision makers who act together. */
  readonly coalitions?: readonly (readonly string[])[];
  readonly positions: readonly Position[];
}

/** Every formula of a model, with the decision maker that it belongs to, if any. */
export function formulasOf(model: Model): readonly Formula[] {
  return [
    ...model.infeasible,
    ...(model.coalesce ?? []),
    ...model.decisionMakers.flatMap(({ preferences, weights = [], view }) => [
      ...preferences.map(({ formula }) => formula),
      ...weights.map(({ formula }) => formula),
      ...(view?.unseen ?? []),
      ...Object.values(view?.preferences ?? {}).flatMap((list) => list.map(({ formula }) => formula)),
    ]),
    ...model.positions.map(({ formula }) => formula),
  ];
}

/** The first problem of a model that its parts cannot show alone, in words; undefined where there is none. */
export function problemOf(model: Model): string | undefined {
  const makers = new Set<string>();
  for (const { id } of model.decisionMakers) {
    if (makers.has(id)) return `the decision maker "${id}" is there twice; give each its own id`;
    makers.add(id);
  }
  const atoms = new Set<string>();
  for (const { id, owners } of model.options) {
    if (atoms.has(id)) return `the option "${id}" is there twice; give each its own id, or mark it shared`;
    atoms.add(id);
    if (owners.length === 0)
      return `the option "${id}" is owned by nobody; list it under a decision maker, or drop it and say by "infeasible" or the preferences what is given`;
    const stranger = owners.find((owner) => !makers.has(owner));
    if (stranger !== undefined)
      return `the option "${id}" is owned by "${stranger}", who is no decision maker`;
  }
  for (const name of model.states ?? []) {
    if (atoms.has(name)) return `the state "${name}" is there twice; give each its own name`;
    atoms.add(name);
  }
  for (const name of [...formulasOf(model).flatMap(optionsIn), ...(model.statusQuo ?? [])]) {
    if (!atoms.has(name))
      return `"${name}" is none of the model's ${model.states === undefined ? 'options' : 'states'}`;
  }
  const grouped = new Set<string>();
  for (const member of (model.coalitions ?? []).flat()) {
    if (!makers.has(member)) return `the coalition member "${member}" is no decision maker`;
    if (grouped.has(member)) return `"${member}" stands in two coalitions; a partition has each once`;
    grouped.add(member);
  }
  return undefined;
}

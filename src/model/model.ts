import type { Formula } from './formula.ts';
import type { Position } from './position.ts';

/** In which direction an option may change: freely, only from N to Y (a test is not untested), only from Y to N. */
export type Direction = 'both' | 'forward' | 'back';

export interface Option {
  readonly id: string;
  readonly name: string;
  /** Id of the decision maker who controls it. */
  readonly owner: string;
  readonly direction: Direction;
}

export interface DecisionMaker {
  readonly id: string;
  readonly name: string;
  /** Statements about options, the most important first (option prioritisation, Fang et al. 2003). */
  readonly preferences: readonly Formula[];
}

/**
 * A conflict in option form (Fang, Hipel and Kilgour 1993): a state says of each option whether it is taken. What the
 * statements do not tell apart, the decision maker holds equal.
 */
export interface Model {
  readonly title: string;
  readonly options: readonly Option[];
  readonly decisionMakers: readonly DecisionMaker[];
  /** States for which one of these holds cannot occur. */
  readonly infeasible: readonly Formula[];
  /** Ids of the options taken at the status quo; absent where the model names none. */
  readonly statusQuo?: readonly string[];
  readonly positions: readonly Position[];
}

/** The first problem of a model that its parts cannot show alone, in words; undefined where there is none. */
export function problemOf(model: Model): string | undefined {
  const makers = new Set(model.decisionMakers.map(({ id }) => id));
  const options = new Set<string>();
  for (const { id, owner } of model.options) {
    if (options.has(id)) return `the option "${id}" is there twice; give each its own id`;
    options.add(id);
    if (!makers.has(owner)) return `the option "${id}" is owned by "${owner}", who is no decision maker`;
  }
  return undefined;
}

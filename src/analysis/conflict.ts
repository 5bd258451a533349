import {
  feasibleStates,
  type Model,
  type Preference,
  preferenceOf,
  type StateSpace,
} from '../model/index.ts';
import { arcGraph } from './arc-graph.ts';
import type { Graph } from './graph.ts';
import { optionGraph } from './option-graph.ts';

/** A model made ready for analysis. Decision makers and states are named by their index. */
export interface Conflict {
  readonly model: Model;
  readonly space: StateSpace;
  readonly graph: Graph;
  readonly preferences: readonly Preference[];
}

/** @throws StateSpaceError when the model is too large, leaves no state feasible, or ranks states that do not exist. */
export function conflictOf(model: Model): Conflict {
  const space = feasibleStates(model);
  const preferences = model.decisionMakers.map((maker) => preferenceOf(maker, space));
  const ranks = preferences.map(({ rank }) => rank);
  const plain =
    model.states === undefined &&
    space.merged.size === 0 &&
    model.decisionMakers.every(({ forbidden = [] }) => forbidden.length === 0);
  return {
    model,
    space,
    preferences,
    graph: plain ? optionGraph(model, space, ranks) : arcGraph(model, space, ranks),
  };
}

/** Whether a move is an improvement for its mover: to a state known to be preferred. */
export function improves({ preferences }: Conflict, maker: number, from: number, to: number): boolean {
  const { rank, isUnknown } = preferences[maker]!;
  return rank[to]! < rank[from]! && !isUnknown?.(from, to);
}

/** Moves to a state that the mover prefers (unilateral improvements). */
export const improvementsFrom = (conflict: Conflict, maker: number, state: number): readonly number[] =>
  conflict.graph.movesFrom(maker, state).filter((to) => improves(conflict, maker, state, to));

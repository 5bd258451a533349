import fc from 'fast-check';
import { type Formula, type Model } from '../../src/model/index.ts';
/** Formulas over some names. */
export declare const formulaOver: (names: readonly string[]) => fc.Arbitrary<Formula>;
export interface ModelKind {
  readonly makers?: number;
  readonly optionsAtMost?: number;
  readonly doubts?: boolean;
  readonly strength?: boolean;
  readonly forbidden?: boolean;
  readonly coalesce?: boolean;
}
/** Random conflicts in option form: irreversible and shared options, infeasible states, ties. */
export declare function optionModel({
  makers,
  optionsAtMost,
  doubts,
  strength,
  forbidden,
  coalesce,
}?: ModelKind): fc.Arbitrary<Model>;
/** Random conflicts of named states with arcs that no options give, ranked directly with ties. */
export declare const namedModel: fc.Arbitrary<Model>;

import { type Model, stateName } from '../model/index.ts';
import { type Conflict, conflictOf } from './conflict.ts';
import { bestAssured, type Concept, equilibriumOf, isDefined, type RankedConcept } from './stability.ts';
import { edited, editsOf, type StatementEdit } from './statement-edit.ts';
import { isUncertain, verdictsFor } from './verdicts.ts';

/** What one change of one priority list does to the equilibria: states, by name, that are lost and gained. */
export interface Sensitivity {
  readonly edit: StatementEdit;
  readonly lost: readonly string[];
  readonly gained: readonly string[];
}

const equilibriumNames = (conflict: Conflict, concept: Concept): ReadonlySet<string> => {
  const flags = equilibriumOf(
    conflict.model.decisionMakers.map((_, maker) => verdictsFor(conflict, maker, concept)),
  );
  return new Set(
    [...flags.keys()].filter((state) => flags[state]).map((state) => stateName(conflict.space, state)),
  );
};

/**
 * Which single change of a statement (dropped, reversed, moved) changes which equilibria of a concept; changes without
 * effect are left out.
 */
export function sensitivityOf(model: Model, concept: Concept): readonly Sensitivity[] {
  const conflict = conflictOf(model);
  if (!isDefined(conflict, concept)) return [];
  const before = equilibriumNames(conflict, concept);
  return model.decisionMakers.flatMap((maker, index) =>
    editsOf(index, maker).flatMap((edit): Sensitivity[] => {
      const after = equilibriumNames(conflictOf(edited(model, edit)), concept);
      const lost = [...before].filter((state) => !after.has(state));
      const gained = [...after].filter((state) => !before.has(state));
      return lost.length + gained.length === 0 ? [] : [{ edit, lost, gained }];
    }),
  );
}

/**
 * How many places in its ranking a state could fall for a decision maker, the others staying where they are, before it is
 * no longer stable (0: at the first), by state; where it is not stable, how many it would have to rise, as a negative
 * number. Undefined where the order of states is unknown or the decision maker sees another conflict.
 */
export function stabilityMargins(
  conflict: Conflict,
  maker: number,
  concept: RankedConcept,
): Int32Array | undefined {
  if (isUncertain(conflict) || conflict.model.decisionMakers[maker]!.view !== undefined) return undefined;
  const { rank } = conflict.preferences[maker]!;
  const assured = bestAssured(conflict, maker, concept);
  return Int32Array.from(rank, (at, state) => assured[state]! - at);
}

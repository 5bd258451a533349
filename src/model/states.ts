import { type Formula, holds } from './formula.ts';
import type { Model } from './model.ts';

/** More options than this would need more memory for their states than a process has. */
export const OPTIONS_AT_MOST = 24;

/** The feasible states of a model. State masks have the first option as their lowest bit and ascend. */
export interface StateSpace {
  readonly options: readonly string[];
  readonly masks: Uint32Array;
  /** Index of the state with a mask, or -1 where it is infeasible. */
  readonly indexOf: Int32Array;
}

/** Whether a formula holds at a state mask, for options in the given order. */
export function holdsAt(formula: Formula, options: readonly string[], mask: number): boolean {
  return holds(formula, (id) => ((mask >>> options.indexOf(id)) & 1) === 1);
}

/** A state as a word of Y and N, the first option first. */
export const stateText = (mask: number, optionCount: number): string =>
  Array.from({ length: optionCount }, (_, bit) => ((mask >>> bit) & 1 ? 'Y' : 'N')).join('');

/** The mask of the options taken. */
export const maskOf = (options: readonly string[], taken: Iterable<string>): number => {
  let mask = 0;
  for (const id of taken) mask |= 1 << options.indexOf(id);
  return mask >>> 0;
};

/**
 * All feasible states.
 * @throws RangeError when there are too many options, or no state is feasible.
 */
export function feasibleStates(model: Model): StateSpace {
  const options = model.options.map(({ id }) => id);
  if (options.length > OPTIONS_AT_MOST) {
    throw new RangeError(
      `the model has ${options.length} options, 2^${options.length} states; at most ${OPTIONS_AT_MOST} fit: leave out or join options`,
    );
  }
  const size = 2 ** options.length;
  const indexOf = new Int32Array(size).fill(-1);
  const masks = new Uint32Array(size);
  let count = 0;
  for (let mask = 0; mask < size; mask++) {
    if (model.infeasible.some((formula) => holdsAt(formula, options, mask))) continue;
    indexOf[mask] = count;
    masks[count++] = mask;
  }
  if (count === 0)
    throw new RangeError(
      'no state of the model is feasible: every one is ruled out by "infeasible"; drop or mend a rule',
    );
  return { options, masks: masks.slice(0, count), indexOf };
}

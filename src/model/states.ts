import { type Formula, holds, optionsIn } from './formula.ts';
import { formulasOf, type Model } from './model.ts';
import { isTrueAt, truthTable } from './truth-table.ts';

/** More options than this would need more memory for their states than a process has. */
export const OPTIONS_AT_MOST = 24;

/**
 * The feasible states of a model, named by their index. In option form a state's mask has the first option as its lowest
 * bit, and masks ascend; a state that stands for several is named by the lowest of them.
 */
export interface StateSpace {
  readonly options: readonly string[];
  readonly count: number;
  readonly masks: Uint32Array;
  /** Names of the states of a model without options. */
  readonly names?: readonly string[];
  /** Index of the state at a mask, -1 where infeasible; absent where every mask is feasible and its own index. */
  readonly indexOf?: Int32Array;
  /** For each state that stands for several: their masks. */
  readonly merged: ReadonlyMap<number, readonly number[]>;
}

/** The index of the state at a mask, or -1 where it is infeasible. */
export const indexAt = ({ indexOf, count }: StateSpace, mask: number): number =>
  indexOf === undefined ? (mask < count ? mask : -1) : indexOf[mask]!;

/** A mask as a word of Y and N, the first option first. */
export const stateText = (mask: number, optionCount: number): string =>
  Array.from({ length: optionCount }, (_, bit) => ((mask >>> bit) & 1 ? 'Y' : 'N')).join('');

/** A state's name: its own, or a letter an option, `-` where the states that it stands for differ. */
export function stateName(space: StateSpace, state: number): string {
  if (space.names !== undefined) return space.names[state]!;
  const length = space.options.length;
  const own = stateText(space.masks[state]!, length);
  const members = space.merged.get(state);
  if (members === undefined) return own;
  const words = members.map((mask) => stateText(mask, length));
  return Array.from(own, (letter, bit) => (words.every((word) => word[bit] === letter) ? letter : '-')).join(
    '',
  );
}

/** The mask of the options taken. */
export const maskOf = (options: readonly string[], taken: Iterable<string>): number => {
  let mask = 0;
  for (const id of taken) mask |= 1 << options.indexOf(id);
  return mask >>> 0;
};

/** The index of the status quo, or -1 where the model names none or it is infeasible. */
export function statusQuoOf(model: Model, space: StateSpace): number {
  if (model.statusQuo === undefined) return -1;
  return space.names === undefined
    ? indexAt(space, maskOf(space.options, model.statusQuo))
    : space.names.indexOf(model.statusQuo[0] ?? '');
}

/** A formula's truth at every state of a space, 1 or 0 by index. */
export function truthAt(formula: Formula, space: StateSpace): Uint8Array {
  const truth = new Uint8Array(space.count);
  if (space.names !== undefined) {
    for (let state = 0; state < truth.length; state++)
      truth[state] = holds(formula, (name) => name === space.names![state]) ? 1 : 0;
    return truth;
  }
  const table = truthTable(formula, space.options);
  for (let state = 0; state < truth.length; state++) truth[state] = isTrueAt(table, space.masks[state]!);
  return truth;
}

/** Thrown where a model is too large or leaves no state: what, and what to do about it. */
export class StateSpaceError extends Error {}

function tooMany(model: Model): StateSpaceError {
  const used = new Set([...formulasOf(model)].flatMap(optionsIn));
  const idle = model.options.filter(({ id }) => !used.has(id)).map(({ id }) => id);
  const advice =
    idle.length > 0
      ? `leave out options that no statement speaks of, such as ${idle.slice(0, 3).join(', ')}`
      : 'join options that are only ever taken together, or split the conflict';
  return new StateSpaceError(
    `the model has ${model.options.length} options, 2^${model.options.length} states; at most ${OPTIONS_AT_MOST} options (2^${OPTIONS_AT_MOST} states) fit: ${advice}`,
  );
}

/**
 * All feasible states.
 * @throws StateSpaceError when there are too many options, or no state is feasible.
 */
export function feasibleStates(model: Model): StateSpace {
  if (model.states !== undefined) return namedStates(model, model.states);
  const options = model.options.map(({ id }) => id);
  if (options.length > OPTIONS_AT_MOST) throw tooMany(model);
  const size = 2 ** options.length;
  const space = restrict(options, size, model.infeasible);
  if (space.count === 0)
    throw new StateSpaceError(
      'no state of the model is feasible: every one is ruled out by "infeasible"; drop or mend a rule',
    );
  return (model.coalesce ?? []).reduce(coalesced, space);
}

function namedStates(model: Model, names: readonly string[]): StateSpace {
  const possible = names.filter((name) => !model.infeasible.some((rule) => holds(rule, (id) => id === name)));
  if (possible.length === 0)
    throw new StateSpaceError(
      'no state of the model is feasible: it names none, or "infeasible" rules all out; drop or mend a rule',
    );
  return {
    options: [],
    count: possible.length,
    names: possible,
    masks: Uint32Array.from(possible.keys()),
    merged: new Map(),
  };
}

function restrict(options: readonly string[], size: number, infeasible: readonly Formula[]): StateSpace {
  if (infeasible.length === 0) {
    const masks = new Uint32Array(size);
    for (let mask = 0; mask < size; mask++) masks[mask] = mask;
    return { options, count: size, masks, merged: new Map() };
  }
  const ruledOut = new Uint32Array(Math.max(1, size >>> 5));
  for (const formula of infeasible) {
    const table = truthTable(formula, options);
    for (let word = 0; word < table.length; word++) ruledOut[word] = ruledOut[word]! | table[word]!;
  }
  const indexOf = new Int32Array(size).fill(-1);
  const masks = new Uint32Array(size);
  let count = 0;
  for (let mask = 0; mask < size; mask++) {
    if (isTrueAt(ruledOut, mask)) continue;
    indexOf[mask] = count;
    masks[count++] = mask;
  }
  return { options, count, masks: masks.slice(0, count), indexOf, merged: new Map() };
}

/** Makes one state of all states for which a formula holds; the lowest stands for them. */
function coalesced(space: StateSpace, formula: Formula): StateSpace {
  const truth = truthAt(formula, space);
  const members = Array.from(truth.keys()).filter((state) => truth[state]);
  if (members.length < 2) return space;
  const first = members[0]!;
  const dropped = new Set(members.slice(1));
  const kept = Array.from(space.masks.keys()).filter((state) => !dropped.has(state));
  const renumbered = new Map(kept.map((state, index) => [state, index]));
  const masksOf = (state: number) => space.merged.get(state) ?? [space.masks[state]!];
  const indexOf = new Int32Array(2 ** space.options.length).fill(-1);
  for (let state = 0; state < space.count; state++) {
    const index = renumbered.get(dropped.has(state) ? first : state)!;
    for (const mask of masksOf(state)) indexOf[mask] = index;
  }
  const merged = new Map<number, readonly number[]>();
  for (const [state, masks] of space.merged)
    if (!dropped.has(state) && state !== first) merged.set(renumbered.get(state)!, masks);
  merged.set(renumbered.get(first)!, members.flatMap(masksOf));
  return {
    options: space.options,
    count: kept.length,
    masks: Uint32Array.from(kept, (state) => space.masks[state]!),
    indexOf,
    merged,
  };
}

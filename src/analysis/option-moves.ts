import { indexAt, type Model, patternTest, type StateSpace } from '../model/index.ts';

/** What a decision maker may change in a mask: its options, and those of them that only rise or only fall. */
export interface OptionBits {
  readonly own: number;
  readonly forward: number;
  readonly back: number;
}

export function optionBits(model: Model, maker: string): OptionBits {
  const bits = (keep: (direction: string) => boolean) =>
    model.options.reduce(
      (mask, { owners, direction }, bit) =>
        owners.includes(maker) && keep(direction) ? mask | (1 << bit) : mask,
      0,
    );
  return {
    own: bits(() => true),
    forward: bits((direction) => direction === 'forward'),
    back: bits((direction) => direction === 'back'),
  };
}

/**
 * The masks that a decision maker can turn a mask into (unilateral moves, Fang, Hipel and Kilgour 1993, ch. 3): different
 * only in its own options, none of them against its direction, feasible or not.
 */
function* masksFrom({ own, forward, back }: OptionBits, from: number): Generator<number> {
  const changeable = own & ~(from & forward) & ~(~from & back);
  for (let change = changeable; change !== 0; change = (change - 1) & changeable) yield (from ^ change) >>> 0;
}

/**
 * Moves in option form one by one, as pairs of states: for models with forbidden moves or with states that stand for
 * several, where a state's moves are those of all that it stands for.
 */
export function movesInOptionForm(
  model: Model,
  space: StateSpace,
  maker: number,
): (state: number) => readonly number[] {
  const { id, forbidden = [] } = model.decisionMakers[maker]!;
  const bits = optionBits(model, id);
  const barred = forbidden.map(({ from, to }) => [patternTest(from), patternTest(to)] as const);
  return (state) => {
    const found = new Set<number>();
    for (const from of space.merged.get(state) ?? [space.masks[state]!]) {
      for (const mask of masksFrom(bits, from)) {
        const to = indexAt(space, mask);
        if (to >= 0 && to !== state && !barred.some(([leaves, enters]) => leaves(from) && enters(mask)))
          found.add(to);
      }
    }
    return [...found].sort((a, b) => a - b);
  };
}

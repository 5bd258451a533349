import type { Formula } from './formula.ts';

/** Truth values of the first five options over 32 consecutive masks. */
const LOW = [0xaaaaaaaa, 0xcccccccc, 0xf0f0f0f0, 0xff00ff00, 0xffff0000] as const;

/**
 * A formula's truth at every mask of the options: bit `mask & 31` of word `mask >>> 5`. Thirty-two states are evaluated
 * at once, so that millions of states cost milliseconds.
 */
export function truthTable(formula: Formula, options: readonly string[]): Uint32Array {
  const bitOf = new Map(options.map((id, bit) => [id, bit]));
  const evaluate = compiled(formula, bitOf);
  const words = new Uint32Array(Math.max(1, 2 ** (options.length - 5)));
  for (let word = 0; word < words.length; word++) words[word] = evaluate(word);
  return words;
}

/** Whether a truth table holds at a mask. */
export const isTrueAt = (table: Uint32Array, mask: number): number =>
  (table[mask >>> 5]! >>> (mask & 31)) & 1;

function compiled(formula: Formula, bitOf: ReadonlyMap<string, number>): (word: number) => number {
  switch (formula.kind) {
    case 'option': {
      const bit = bitOf.get(formula.option);
      if (bit === undefined) throw new RangeError(`"${formula.option}" is none of the model's options`);
      if (bit < 5) {
        const low = LOW[bit]!;
        return () => low;
      }
      return (word) => ((word >>> (bit - 5)) & 1 ? -1 : 0);
    }
    case 'constant':
      return () => (formula.value ? -1 : 0);
    case 'not': {
      const inner = compiled(formula.of, bitOf);
      return (word) => ~inner(word);
    }
    case 'if': {
      const [then, when] = [compiled(formula.then, bitOf), compiled(formula.when, bitOf)];
      return (word) => then(word) | ~when(word);
    }
    default: {
      const [left, right] = [compiled(formula.left, bitOf), compiled(formula.right, bitOf)];
      if (formula.kind === 'and') return (word) => left(word) & right(word);
      if (formula.kind === 'or') return (word) => left(word) | right(word);
      return (word) => ~(left(word) ^ right(word));
    }
  }
}

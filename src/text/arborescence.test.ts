import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestTree } from './arborescence.ts';

/** All assignments of heads to `length` words that are trees with one root. */
function* trees(length: number): Generator<number[]> {
  const choices = (length + 1) ** length;
  for (let choice = 0; choice < choices; choice++) {
    const heads = Array.from(
      { length },
      (_, word) => (Math.floor(choice / (length + 1) ** word) % (length + 1)) - 1,
    );
    const reachesRoot = (word: number) => {
      let at = word;
      for (let steps = 0; at >= 0 && steps <= length; steps++) at = heads[at]!;
      return at < 0;
    };
    if (heads.filter((head) => head < 0).length === 1 && heads.every((_, word) => reachesRoot(word)))
      yield heads;
  }
}

const sum = (scores: Float32Array, heads: ArrayLike<number>) =>
  Array.from(heads).reduce((total, head, word) => {
    const length = heads.length;
    return total + scores[word * (length + 1) + (head < 0 ? length : head)]!;
  }, 0);

const scored = fc
  .integer({ min: 1, max: 5 })
  .chain((length) =>
    fc
      .array(fc.integer({ min: -9, max: 9 }), { minLength: length * (length + 1), maxLength: 30 })
      .map((numbers) => ({ length, scores: Float32Array.from(numbers) })),
  );

describe('the best tree', () => {
  it('has the highest sum of all trees with one root', () => {
    fc.assert(
      fc.property(scored, ({ length, scores }) => {
        const best = Math.max(...[...trees(length)].map((heads) => sum(scores, heads)));
        const found = bestTree(scores, length);
        expect([...trees(length)]).toContainEqual([...found]);
        expect(sum(scores, found)).toBe(best);
      }),
    );
  });

  it('keeps arcs that cross', () => {
    const length = 4;
    const scores = new Float32Array(length * (length + 1));
    const heads = [2, -1, 1, 0];
    for (const [word, head] of heads.entries()) scores[word * 5 + (head < 0 ? length : head)] = 1;
    expect([...bestTree(scores, length)]).toEqual(heads);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { vote } from './vote.ts';

/** A random projective tree: each word's head by a random root in its span. */
const tree = (length: number, choose: (least: number, most: number) => number): Int32Array => {
  const heads = new Int32Array(length);
  const grow = (from: number, to: number, head: number): void => {
    if (from > to) return;
    const root = choose(from, to);
    heads[root] = head;
    grow(from, root - 1, root);
    grow(root + 1, to, root);
  };
  grow(0, length - 1, -1);
  return heads;
};

const parse = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.array(fc.nat(), { minLength: 40, maxLength: 40 }))
  .map(([length, numbers]) => {
    let next = 0;
    const heads = tree(
      length,
      (least, most) => least + (numbers[next++ % numbers.length]! % (most - least + 1)),
    );
    return { heads, labels: heads.map((_, index) => index % 5) };
  });

describe('voting over parses', () => {
  it('gives back a parse on which all agree', () => {
    fc.assert(
      fc.property(parse, (one) => {
        expect(vote([one, one, one])).toEqual(one);
      }),
    );
  });

  it('gives back the parse that most agree on', () => {
    fc.assert(
      fc.property(parse, fc.array(fc.nat(), { minLength: 40, maxLength: 40 }), (one, numbers) => {
        let next = 0;
        const heads = tree(
          one.heads.length,
          (least, most) => least + (numbers[next++ % 40]! % (most - least + 1)),
        );
        expect([...vote([one, one, { heads, labels: one.labels }]).heads]).toEqual([...one.heads]);
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { claimRuns } from './claim-runs.ts';

const claim = (id: string, start: number, end: number) => ({ id, span: { start, end } });

describe('claims laid flat over a text', () => {
  it('cuts claims that overlap, and keeps every letter once', () => {
    const runs = claimRuns(20, [claim('a', 2, 10), claim('b', 6, 14), claim('c', 6, 8)]);
    expect(runs.map(({ start, end, claims }) => [start, end, claims.join('')])).toEqual([
      [0, 2, ''],
      [2, 6, 'a'],
      [6, 8, 'abc'],
      [8, 10, 'ab'],
      [10, 14, 'b'],
      [14, 20, ''],
    ]);
  });

  it('says where each claim begins, two of the same words too', () => {
    const runs = claimRuns(9, [claim('a', 3, 6), claim('b', 3, 6)]);
    expect(runs.map(({ begins }) => begins)).toEqual([[], ['a', 'b'], []]);
  });

  it('leaves a text without claims in one piece, and an empty text without any', () => {
    expect(claimRuns(5, [])).toEqual([{ start: 0, end: 5, claims: [], begins: [] }]);
    expect(claimRuns(0, [])).toEqual([]);
  });
});

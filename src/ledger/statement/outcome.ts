import type { Fact } from '../fact.ts';
import type { Evidence } from '../judgement.ts';
import { evidenceOf } from '../judgement.ts';
import type { Relation } from './proposition.ts';

/**
 * What the rows say of one proposition on one day: `unknown` where they are silent, `unclear` where the words leave open
 * what is meant.
 */
export interface Outcome {
  readonly truth: 'yes' | 'no' | 'partly' | 'disputed' | 'unknown' | 'unclear';
  readonly because: readonly Evidence[];
  readonly note: string;
}

export const outcome = (
  truth: Outcome['truth'] | boolean,
  because: readonly (Fact | Evidence | undefined)[],
  note: string,
): Outcome => ({
  truth: truth === true ? 'yes' : truth === false ? 'no' : truth,
  because: because.filter((row) => row !== undefined).map((row) => ('id' in row ? evidenceOf(row) : row)),
  note,
});

/** Several of the same kind: all, none, or some. */
export function allOf(outcomes: readonly Outcome[]): Outcome {
  if (outcomes.length === 1) return outcomes[0]!;
  const truths = new Set(outcomes.map(({ truth }) => truth));
  const because = outcomes.flatMap((found) => found.because);
  const note = [...new Set(outcomes.map((found) => found.note))].join(' ');
  if (truths.size === 1) return { truth: outcomes[0]!.truth, because, note };
  if (truths.has('unclear')) return { truth: 'unclear', because, note };
  if (truths.has('no') || truths.has('partly')) {
    return { truth: truths.has('yes') || truths.has('partly') ? 'partly' : 'no', because, note };
  }
  return { truth: truths.has('disputed') ? 'disputed' : 'unknown', because, note };
}

/** How far a number called "about" may lie from the figure. */
const ROUGHLY = 0.06;

export function agrees(actual: number, relation: Relation, said: number): boolean {
  switch (relation) {
    case '=':
      return actual === said;
    case '>':
      return actual > said;
    case '>=':
      return actual >= said;
    case '<':
      return actual < said;
    case '<=':
      return actual <= said;
    case '~':
      return Math.abs(actual - said) <= Math.max(said < 20 ? 1 : 0, said * ROUGHLY);
  }
}

/** A round number said without "about" that is near the figure: not right, but hardly wrong. */
export const isNear = (actual: number, said: number): boolean =>
  said >= 100 && said % 50 === 0 && Math.abs(actual - said) <= said * ROUGHLY;

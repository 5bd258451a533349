import { InvalidArgumentError } from 'commander';
import type { ReadReport } from '../brief/index.ts';

/** A number from 0 to 1, as `--min-confidence` takes it. */
export function confidenceOption(value: string): number {
  const number = Number(value);
  if (value.trim() === '' || !(number >= 0 && number <= 1))
    throw new InvalidArgumentError(`"${value}" is not a number from 0 to 1; give 0.8, say.`);
  return number;
}

/** Reports with those claims only that the reader is sure enough of. */
export const sureEnough = (reports: readonly ReadReport[], least = 0): readonly ReadReport[] =>
  reports.map((read) => ({ ...read, claims: read.claims.filter(({ confidence }) => confidence >= least) }));

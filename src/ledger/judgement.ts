import type { Day } from '../time/day.ts';
import type { Fact } from './fact.ts';

/** What the ledger says of a claim; docs/verdicts.md tells each with an example. */
export const VERDICTS = [
  'supported',
  'contradicted',
  'partly',
  'outdated',
  'disputed',
  'not-in-ledger',
  'not-checkable',
] as const;
export type Verdict = (typeof VERDICTS)[number];

/** A row that decides, in words, with its source. */
export interface Evidence {
  readonly fact: string;
  readonly text: string;
  readonly source: string;
}

export interface Judgement {
  readonly verdict: Verdict;
  readonly because: readonly Evidence[];
  /** One sentence: why, and what the ledger cannot say. */
  readonly note: string;
  /** Until when it was true, for `outdated`. */
  readonly until?: string;
}

/** The day on which a question is asked, and the day by which facts must have been on record to count. */
export interface AsOf {
  readonly asOf: Day;
  readonly knownBy?: Day;
}

export const evidenceOf = ({ id, text, source }: Fact): Evidence => ({ fact: id, text, source });

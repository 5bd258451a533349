import type { Claim } from './claim.ts';

/** What speaks for a claim or against it, each as one word: "act:0.9", "ruled:none". */
export type Signals = readonly string[];

/** How much each signal adds to the logarithm of the odds that a claim is right; `base` counts for every claim. */
export type ConfidenceWeights = ReadonlyMap<string, number>;

/** Shares are told apart by where they stand between these. */
const STEPS = [0.5, 0.6, 0.7, 0.8, 0.9, 0.96, 0.99];
const step = (share: number): string => String(STEPS.findLast((least) => share >= least) ?? 'less');

/** What the network and the rules say of a claim. */
export interface Findings {
  /** How likely the word names an act, that it names this one, and that this actor is meant. */
  readonly names: number;
  readonly act: number;
  readonly actor: number;
  /** The claim that the rules made of the word, if any. */
  readonly ruled: 'the same' | 'of another' | 'not asserted' | 'alone' | 'none';
  /** Whether a word of the sentence stands for who acts. */
  readonly stands: boolean;
}

/** What a claim's confidence is judged by. */
export function signalsOf(
  { names, act, actor, ruled, stands }: Findings,
  claim: Pick<Claim, 'act' | 'modality'>,
): Signals {
  return [
    'base',
    `names:${step(names)}`,
    `act:${step(act)}`,
    `actor:${step(actor)}${stands ? '' : ' by nobody'}`,
    `ruled:${ruled}`,
    `of:${claim.act}`,
    // What only the rules read is as good as their wordings of the act.
    ...(ruled === 'alone' ? [`alone:${claim.act}`] : []),
    `modality:${claim.modality}`,
  ];
}

/**
 * How sure the reader is of a claim's act and actor, from 0 to 1: a logistic function of its signals, with weights fitted
 * on the development half of the gold set (lexicon/confidence.yaml says how).
 */
export function confidenceOf(weights: ConfidenceWeights, signals: Signals): number {
  const odds = signals.reduce((sum, signal) => sum + (weights.get(signal) ?? 0), 0);
  return Math.round(100 / (1 + Math.exp(-odds))) / 100;
}

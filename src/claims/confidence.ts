import type { ActorReference } from './actors.ts';
import type { ClaimCondition, Modality, Speaker } from './claim.ts';
import type { Trigger } from './trigger.ts';

/** How the parts of a claim were found, each as one word: "act:verb", "actor:context", "condition:none". */
export type Signals = readonly string[];

/** How much each signal adds to the logarithm of the odds that a claim is right; `base` counts for every claim. */
export type ConfidenceWeights = ReadonlyMap<string, number>;

const actSignal = ({ again, byAdverb, nominal, words }: Trigger): string =>
  again
    ? 'pointed-back'
    : words !== undefined
      ? 'set-phrase'
      : byAdverb
        ? 'phrase'
        : nominal
          ? 'noun'
          : 'verb';

/** What a claim's confidence is judged by. */
export function signalsOf(
  trigger: Trigger,
  actor: ActorReference,
  speaker: Speaker,
  modality: Modality,
  condition: ClaimCondition | undefined,
  clauses: number,
): Signals {
  return [
    'base',
    `act:${actSignal(trigger)}`,
    `of:${trigger.act}`,
    `length:${clauses > 3 ? 'long' : clauses > 1 ? 'middling' : 'short'}`,
    `object:${trigger.object?.by ?? 'none'}`,
    `actor:${actor.by}`,
    `speaker:${speaker.actor === 'press' ? 'press' : speaker.actor === actor.actor ? 'own' : 'other'}`,
    `modality:${modality}`,
    `condition:${condition === undefined ? 'none' : condition.act === 'other' ? 'other' : 'known'}`,
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

import type { ActorReference } from './actors.ts';
import type { ClaimCondition, Speaker } from './claim.ts';
import type { Trigger } from './trigger.ts';

/** How sure each way of finding an actor is. */
const ACTOR = { name: 0.97, modifier: 0.93, quantifier: 0.85, context: 0.78 } as const;

/**
 * How sure the reader is of a claim, from 0 to 1: the product of how its parts were found. An act named with its own
 * words and an actor named outright give 0.9 or more; each part that was only inferred lowers it.
 */
export function confidenceOf(
  trigger: Trigger,
  actor: ActorReference,
  speaker: Speaker,
  condition: ClaimCondition | undefined,
): number {
  const act = trigger.nominal ? 0.75 : 0.96;
  const object = trigger.object === undefined ? 0.85 : trigger.object.by === 'words' ? 0.98 : 0.88;
  const source = speaker.actor === 'press' ? 0.95 : 0.98;
  const hanging = condition === undefined ? 1 : condition.act === 'other' ? 0.88 : 0.95;
  return Math.round(act * object * ACTOR[actor.by] * source * hanging * 100) / 100;
}

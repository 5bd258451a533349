import type { ActorContext } from './actor-reference.ts';
import type { ActorCode, Claim, Speaker } from './claim.ts';
import { targetOf } from './target.ts';
import type { Trigger } from './trigger.ts';
import type { ClaimDates } from './when.ts';

/**
 * To whom an act is done, with what, when, and when it was said: as far as the words tell.
 * @param acting all who do it: of two who talk each talks with the other.
 */
export function aboutDeed(
  context: ActorContext,
  trigger: Trigger,
  actor: ActorCode,
  acting: readonly Speaker[],
  { time, saidAt }: ClaimDates,
): Pick<Claim, 'target' | 'object' | 'time' | 'saidAt'> {
  const [other, ...more] = acting.filter((one) => one.actor !== actor);
  const partner = /^(engage|break-off)$/.test(trigger.act) && more.length === 0 ? other?.actor : undefined;
  const target = targetOf(context, trigger, actor) ?? partner;
  return {
    ...(target === undefined ? {} : { target }),
    ...(trigger.object?.object ? { object: trigger.object.object } : {}),
    ...(time === undefined ? {} : { time }),
    ...(saidAt === undefined ? {} : { saidAt }),
  };
}

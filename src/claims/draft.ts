import type { Claim } from './claim.ts';
import type { Signals } from './confidence.ts';
import type { Trigger } from './trigger.ts';

/** A claim before it has a number and its words. */
export interface Draft {
  readonly trigger: Trigger;
  /** It tells only what was last done before: "for the first time since 1992". */
  readonly before?: true;
  /** What its confidence was judged by, where the network made it. */
  readonly signals?: Signals;
  readonly claim: Omit<Claim, 'id' | 'report' | 'quote'>;
}

/** Two wordings of one act in one clause ("take part in talks") are one claim. */
export const saidTwice = (drafts: readonly Draft[], { claim }: Draft): boolean =>
  drafts
    .slice(-6)
    .some(
      ({ claim: before }) =>
        before.act === claim.act &&
        before.actor === claim.actor &&
        before.speaker.actor === claim.speaker.actor &&
        before.modality === claim.modality &&
        before.polarity === claim.polarity &&
        before.span.start <= claim.span.start &&
        claim.span.end <= before.span.end &&
        before.time?.text === claim.time?.text,
    );

/** "… and had done so since": what only points back to a deed that was just claimed says nothing new. */
export const saidAlready = (drafts: readonly Draft[], { trigger, claim }: Draft): boolean =>
  trigger.again === true &&
  claim.modality === 'done' &&
  drafts
    .slice(-4)
    .some(
      ({ claim: before }) =>
        before.act === claim.act &&
        before.actor === claim.actor &&
        before.modality === claim.modality &&
        before.polarity === claim.polarity,
    );

import { instantOf, secondsOf } from '../time/index.ts';
import type { Instant } from './desk.ts';

/** Milliseconds since 1970, of this computer. */
export const computerClock = (): number => performance.timeOrigin + performance.now();

/** Gives moments to acts: each later than all before, also where the computer's clock is set back. */
export interface Clock {
  next(): Instant;
  /** All moments from now on are later than this one. */
  passed(moment: Instant): void;
}

export function clockFrom(now: () => number): Clock {
  let last = Number.NEGATIVE_INFINITY;
  return {
    next() {
      last = Math.max(Math.floor(now()), last + 1);
      return instantOf(last / 1000);
    },
    passed(moment) {
      last = Math.max(last, Math.round(secondsOf(moment) * 1000));
    },
  };
}

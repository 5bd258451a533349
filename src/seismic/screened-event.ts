import type { Association } from './association.ts';
import type { BulletinEvent } from './bulletin.ts';
import type { ErrorEllipse } from './error-ellipse.ts';
import type { Magnitude } from './magnitude.ts';
import type { RefusedMagnitude } from './magnitude-choice.ts';
import type { Origin } from './origin.ts';
import type { Screening } from './screening.ts';
import type { YieldEstimate } from './yield.ts';

/** What an event looks like by bulletin data alone. */
export type EventVerdict =
  | 'earthquake_like'
  | 'consistent_with_nuclear_test'
  | 'explosion_like_unspecified'
  | 'collapse_or_mine_like'
  | 'undetermined'
  | 'not_seen';

/** One event with everything that was found out about it. */
export interface ScreenedEvent {
  readonly id: string;
  readonly event: BulletinEvent;
  readonly origin: Origin;
  /** The error ellipse that was worked with, at 90 %. */
  readonly ellipse90: ErrorEllipse;
  readonly ellipseAssumed: boolean;
  readonly association: Association | undefined;
  /** The magnitude that the yield is from, also where it is no mb. */
  readonly mb: Magnitude | undefined;
  readonly Ms: Magnitude | undefined;
  readonly insteadOfMb: Magnitude | undefined;
  readonly refused: readonly RefusedMagnitude[];
  readonly mbSpread: number;
  readonly screening: Screening;
  readonly verdict: EventVerdict;
  /** Absent where the event is earthquake-like or has no magnitude. */
  readonly yield: YieldEstimate | undefined;
  readonly because: readonly string[];
}

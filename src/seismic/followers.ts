import type { BulletinEvent } from './bulletin.ts';
import { roughKm } from './distance.ts';
import { magnitudeInWords } from './magnitude-choice.ts';
import { AT_SITE, type Screener } from './screen.ts';
import type { ScreenedEvent } from './screened-event.ts';
import type { ScreeningParameters } from './tables.ts';

/** So many possible parents are remembered. */
const REMEMBERED = 256;
/** So many events wait at most for a parent that a bulletin in reverse order lists after them. */
const MOST_WAITING = 2000;

/**
 * Screens a bulletin's events in their order, each beside its neighbours: an event at a test site that follows a clearly
 * larger unscreened one within a day is a collapse or an aftershock rather than a test of its own. Bulletins run forwards
 * or backwards in time, so such an event waits until a day has gone by; memory stays flat.
 */
export function screenSequence(screen: Screener, parameters: ScreeningParameters['follower']) {
  const parents: ScreenedEvent[] = [];
  let waiting: ScreenedEvent[] = [];
  const seconds = parameters.hours * 3600;

  /** Gives up what need not wait any longer, in order. */
  const released = (now: number | undefined): ScreenedEvent[] => {
    let keep = 0;
    while (keep < waiting.length) {
      const first = waiting[keep]!;
      const mayWait =
        now !== undefined &&
        waiting.length - keep <= MOST_WAITING &&
        mayFollow(first) &&
        Math.abs(now - first.origin.time) <= seconds;
      if (mayWait) break;
      keep += 1;
    }
    const out = waiting.slice(0, keep).map((event) => asFollower(event, parents, parameters));
    waiting = waiting.slice(keep);
    return out;
  };

  return {
    push(event: BulletinEvent): readonly ScreenedEvent[] {
      const one = screen(event);
      if (mayHaveFollowers(one)) {
        parents.push(one);
        if (parents.length > REMEMBERED) parents.shift();
      }
      if (waiting.length === 0 && !mayFollow(one)) return [one];
      waiting.push(one);
      return released(one.origin.time);
    },
    end: (): readonly ScreenedEvent[] => released(undefined),
  };
}

const sizeOf = (event: ScreenedEvent): number | undefined => (event.mb ?? event.insteadOfMb)?.value;

const mayHaveFollowers = (event: ScreenedEvent): boolean =>
  event.verdict === 'consistent_with_nuclear_test' ||
  (event.verdict === 'undetermined' && (event.association?.probability ?? 0) >= AT_SITE);

/** An unscreened event near a site whose own mb and Ms do not speak for an explosion. */
const mayFollow = (event: ScreenedEvent): boolean =>
  event.verdict !== 'earthquake_like' &&
  event.screening.score === undefined &&
  (event.association?.edgeDeviations ?? Number.POSITIVE_INFINITY) <= 2;

function asFollower(
  event: ScreenedEvent,
  parents: readonly ScreenedEvent[],
  { hours, km, smallerBy }: ScreeningParameters['follower'],
): ScreenedEvent {
  if (!mayFollow(event)) return event;
  const size = sizeOf(event);
  const parent = parents.find((p) => {
    const after = event.origin.time - p.origin.time;
    const larger = sizeOf(p);
    return (
      after > 0 &&
      after <= hours * 3600 &&
      larger !== undefined &&
      (size === undefined || larger - size >= smallerBy) &&
      roughKm(p.origin.lat, p.origin.lon, event.origin.lat, event.origin.lon) <=
        km + event.ellipse90.semiMajorKm
    );
  });
  if (parent === undefined) return event;
  const minutes = (event.origin.time - parent.origin.time) / 60;
  const later =
    minutes < 120 ? `${minutes.toFixed(minutes < 10 ? 1 : 0)} minutes` : `${(minutes / 60).toFixed(0)} hours`;
  const larger = parent.mb ?? parent.insteadOfMb;
  return {
    ...event,
    verdict: 'collapse_or_mine_like',
    because: [
      `it follows ${parent.id} (${larger === undefined ? '' : magnitudeInWords(larger)}) at the same place after ${later} and is ` +
        'clearly smaller: a collapse of the cavity or an aftershock looks so; a second, smaller shot is not excluded by bulletin data',
      ...event.because.slice(1),
    ],
  };
}

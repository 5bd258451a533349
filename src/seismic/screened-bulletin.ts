import type { ScreenedEvent } from './screened-event.ts';

/** So much of the location's probability must lie at a site for an event to bear on what happened there. */
const BEARS_ON = 0.05;

/** What a screened bulletin tells about test sites: the events that may lie at one, and which time its events span. */
export interface ScreenedBulletin {
  readonly atSites: readonly ScreenedEvent[];
  /** Number of events that were read. */
  readonly read: number;
  /** Times of its first and last event, seconds since 1970; absent where it has none. */
  readonly from?: number;
  readonly to?: number;
}

/** Collects a screened bulletin event by event and keeps only what bears on a site, so that its length needs no memory. */
export function bulletinCollector() {
  const atSites: ScreenedEvent[] = [];
  let read = 0;
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  return {
    add(event: ScreenedEvent): void {
      read += 1;
      from = Math.min(from, event.origin.time);
      to = Math.max(to, event.origin.time);
      if ((event.association?.probability ?? 0) >= BEARS_ON) atSites.push(event);
    },
    bulletin: (): ScreenedBulletin => ({ atSites, read, ...(read > 0 ? { from, to } : {}) }),
  };
}

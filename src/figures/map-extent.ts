import type { ScreenedEvent, TestSite } from '../seismic/index.ts';

/** Degrees that a map shows at least, so that one event has its surroundings. */
const LEAST_SPAN = 4;

/** A part of the Earth in degrees; east may lie beyond 180. */
export interface Extent {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

/** The part of the Earth that holds all events (or, without any, all sites), with a margin. */
export function extent(events: readonly ScreenedEvent[], sites: readonly TestSite[]): Extent {
  const places = events.length > 0 ? events.map((e) => e.origin) : sites;
  if (places.length === 0) return { west: -180, east: 180, south: -90, north: 90 };
  const first = places[0]!.lon;
  // Longitudes as steps from the first, so that a group across the 180th meridian stays together.
  const lons = places.map((p) => first + around(p.lon - first));
  const lats = places.map((p) => p.lat);
  const [west, east] = widened(lons, LEAST_SPAN * 1.5);
  const [south, north] = widened(lats, LEAST_SPAN);
  if (east - west > 300)
    return { west: -180, east: 180, south: Math.max(-90, south), north: Math.min(90, north) };
  return { west, east, south: Math.max(-90, south), north: Math.min(90, north) };
}

function widened(values: readonly number[], least: number): readonly [number, number] {
  const low = values.reduce((a, b) => Math.min(a, b));
  const high = values.reduce((a, b) => Math.max(a, b));
  const margin = Math.max(least - (high - low), (high - low) * 0.2) / 2;
  return [low - margin, high + margin];
}

/** A longitude brought into -180 to 180. */
export const around = (lon: number): number => ((((lon + 180) % 360) + 360) % 360) - 180;

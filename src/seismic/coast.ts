import type { LandTable } from './tables.ts';

const KM_PER_DEGREE = 111.195;
/** Coasts further away than this are not looked for, degrees of latitude. */
const REACH_DEG = 2;

/** Distance to the nearest coast of a place at sea, km, at most 222; 0 on land. */
export type SeawardKm = (lat: number, lon: number) => number;

/**
 * Prepares coasts for look-up: edges by whole degrees of latitude. The coast is coarse (1:110 million, tens of km), so
 * "at sea" close to it means little.
 */
export function coastOf(land: LandTable): SeawardKm {
  const bands: number[][] = Array.from({ length: 180 }, () => []);
  for (const ring of land.rings)
    for (let i = 0; i < ring.length; i += 2) {
      const [x1, y1] = [ring[i]!, ring[i + 1]!];
      const [x2, y2] = [ring[(i + 2) % ring.length]!, ring[(i + 3) % ring.length]!];
      const first = band(Math.min(y1, y2));
      const last = band(Math.max(y1, y2));
      for (let b = first; b <= last; b++) bands[b]!.push(x1, y1, x2, y2);
    }
  const edges = bands.map((b) => Float64Array.from(b));

  const onLand = (lat: number, lon: number): boolean => {
    const near = edges[band(lat)]!;
    let inside = false;
    for (let i = 0; i < near.length; i += 4) {
      const [y1, y2] = [near[i + 1]!, near[i + 3]!];
      if (y1 > lat === y2 > lat) continue;
      if (lon < near[i]! + ((lat - y1) / (y2 - y1)) * (near[i + 2]! - near[i]!)) inside = !inside;
    }
    return inside;
  };
  return (lat, lon) => {
    if (onLand(lat, lon)) return 0;
    let least = REACH_DEG * KM_PER_DEGREE;
    const shrink = Math.cos((lat * Math.PI) / 180);
    for (let b = Math.max(0, band(lat - REACH_DEG)); b <= Math.min(179, band(lat + REACH_DEG)); b++)
      least = Math.min(least, nearestEdgeKm(edges[b]!, lat, lon, shrink));
    return least;
  };
}

const band = (lat: number): number => Math.min(179, Math.max(0, Math.floor(lat + 90)));

/** Distance to the nearest edge on a plane at this latitude. */
function nearestEdgeKm(edges: Float64Array, lat: number, lon: number, shrink: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < edges.length; i += 4) {
    const x1 = around(edges[i]! - lon) * shrink;
    const y1 = edges[i + 1]! - lat;
    const x2 = around(edges[i + 2]! - lon) * shrink;
    const y2 = edges[i + 3]! - lat;
    const [dx, dy] = [x2 - x1, y2 - y1];
    const length = dx * dx + dy * dy;
    const t = length === 0 ? 0 : Math.min(1, Math.max(0, -(x1 * dx + y1 * dy) / length));
    const x = x1 + t * dx;
    const y = y1 + t * dy;
    least = Math.min(least, x * x + y * y);
  }
  return Math.sqrt(least) * KM_PER_DEGREE;
}

/** A difference of longitudes by the shorter way. */
const around = (difference: number): number =>
  difference > 180 ? difference - 360 : difference < -180 ? difference + 360 : difference;

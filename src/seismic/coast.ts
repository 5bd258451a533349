import type { LandTable } from './tables.ts';

const KM_PER_DEGREE = 111.195;

/** Whether a place lies at sea and no coast is within so many km of it (at most 500). */
export type IsClearOfCoast = (lat: number, lon: number, km: number) => boolean;

/**
 * Prepares coasts for look-up: edges by whole degrees of latitude for "on land?", by cells of one degree for "coast near?".
 * The coast is coarse (1:110 million, tens of km), so "at sea" close to it means little.
 */
export function coastOf(land: LandTable): IsClearOfCoast {
  const bands: number[][] = Array.from({ length: 180 }, () => []);
  const cells = new Map<number, number[]>();
  for (const ring of land.rings)
    for (let i = 0; i < ring.length; i += 2) {
      const [x1, y1] = [ring[i]!, ring[i + 1]!];
      const [x2, y2] = [ring[(i + 2) % ring.length]!, ring[(i + 3) % ring.length]!];
      for (let b = row(Math.min(y1, y2)); b <= row(Math.max(y1, y2)); b++) {
        bands[b]!.push(x1, y1, x2, y2);
        // The line that closes Antarctica along the pole is no coast.
        if (y1 === -90 || y2 === -90) continue;
        for (let c = Math.floor(Math.min(x1, x2)); c <= Math.floor(Math.max(x1, x2)); c++) {
          const key = b * 360 + column(c);
          const cell = cells.get(key);
          if (cell === undefined) cells.set(key, [x1, y1, x2, y2]);
          else cell.push(x1, y1, x2, y2);
        }
      }
    }
  const edges = bands.map((b) => Float64Array.from(b));

  const onLand = (lat: number, lon: number): boolean => {
    const near = edges[row(lat)]!;
    let inside = false;
    for (let i = 0; i < near.length; i += 4) {
      const [y1, y2] = [near[i + 1]!, near[i + 3]!];
      if (y1 > lat === y2 > lat) continue;
      if (lon < near[i]! + ((lat - y1) / (y2 - y1)) * (near[i + 2]! - near[i]!)) inside = !inside;
    }
    return inside;
  };
  return (lat, lon, km) => {
    if (onLand(lat, lon)) return false;
    const reach = Math.min(500, km) / KM_PER_DEGREE;
    const shrink = Math.max(0.05, Math.cos((lat * Math.PI) / 180));
    const reachLon = Math.min(180, reach / shrink);
    for (let b = row(lat - reach); b <= row(lat + reach); b++)
      for (let c = Math.floor(lon - reachLon); c <= Math.floor(lon + reachLon); c++) {
        const cell = cells.get(b * 360 + column(c));
        if (cell !== undefined && isNear(cell, lat, lon, shrink, reach)) return false;
      }
    return true;
  };
}

const row = (lat: number): number => Math.min(179, Math.max(0, Math.floor(lat + 90)));
const column = (lon: number): number => (((lon + 180) % 360) + 360) % 360;

/** Whether an edge comes within `reach` degrees, on a plane at this latitude. */
function isNear(edges: readonly number[], lat: number, lon: number, shrink: number, reach: number): boolean {
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
    if (x * x + y * y < reach * reach) return true;
  }
  return false;
}

/** A difference of longitudes by the shorter way. */
const around = (difference: number): number =>
  difference > 180 ? difference - 360 : difference < -180 ? difference + 360 : difference;

import geodesic from 'geographiclib-geodesic';

const RADIANS = Math.PI / 180;
/** Mean radius of the Earth, km. */
export const EARTH_RADIUS_KM = 6371.0088;

/** Where one place lies as seen from another. */
export interface Bearing {
  readonly km: number;
  /** Degrees clockwise from north, at the first place. */
  readonly azimuthDeg: number;
}

/** Distance and direction on the WGS84 ellipsoid (Karney 2013). */
export function bearing(lat1: number, lon1: number, lat2: number, lon2: number): Bearing {
  const { s12 = 0, azi1 = 0 } = geodesic.Geodesic.WGS84.Inverse(lat1, lon1, lat2, lon2);
  return { km: s12 / 1000, azimuthDeg: azi1 };
}

/** Distance on a sphere, km: within 0.6 % of the ellipsoid's, for sorting out what is far. */
export function roughKm(lat1: number, lon1: number, lat2: number, lon2: number): number {
  const dLat = Math.sin(((lat2 - lat1) * RADIANS) / 2);
  const dLon = Math.sin(((lon2 - lon1) * RADIANS) / 2);
  const h = dLat * dLat + Math.cos(lat1 * RADIANS) * Math.cos(lat2 * RADIANS) * dLon * dLon;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** A place as a point on the unit sphere. */
export function unitVector(lat: number, lon: number): readonly [number, number, number] {
  const across = Math.cos(lat * RADIANS);
  return [across * Math.cos(lon * RADIANS), across * Math.sin(lon * RADIANS), Math.sin(lat * RADIANS)];
}

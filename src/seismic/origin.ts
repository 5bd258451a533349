import type { ErrorEllipse } from './error-ellipse.ts';

/**
 * How a depth was come by. Only a `free` depth, or one constrained by depth phases, says anything about the source: a
 * fixed one (0, 5, 10, 33 km by custom) was put in by hand.
 */
export type DepthKind = 'free' | 'phases' | 'fixed' | 'unknown';

export interface Depth {
  /** Below the surface or sea level; negative above. */
  readonly km: number;
  /** One standard deviation. */
  readonly errorKm?: number;
  readonly kind: DepthKind;
}

/** One agency's solution for where and when. */
export interface Origin {
  readonly id?: string;
  readonly agency?: string;
  /** Seconds since 1970-01-01T00:00:00Z. */
  readonly time: number;
  /** Degrees north. */
  readonly lat: number;
  /** Degrees east, -180 to 180. */
  readonly lon: number;
  readonly depth?: Depth;
  readonly ellipse?: ErrorEllipse;
  readonly stations?: number;
  readonly phases?: number;
  /** Degrees. */
  readonly gap?: number;
  /** The bulletin's own choice among its origins. */
  readonly prime?: boolean;
  /** A centroid of a moment tensor, not a hypocentre. */
  readonly centroid?: boolean;
}

/** Depths that are put in by custom where the data do not give one, km; the first list whatever error stands beside. */
const ALWAYS_CUSTOMARY = new Set([0, 5, 10, 33, 35]);
const CUSTOMARY_WITHOUT_ERROR = new Set([0, 5, 10, 12, 15, 20, 25, 30, 33, 35, 40, 50, 100]);

/** Above this a depth's standard deviation says that the depth was not resolved, km. */
const UNRESOLVED_ERROR_KM = 40;

/**
 * The depth with the kind that its numbers allow: a customary depth, or one without a positive error, was not free
 * whatever the file says (catalogues list 10 km with an error of 1.9 km where the depth was held).
 */
export function judgedDepth(km: number, errorKm: number | undefined, stated: DepthKind): Depth {
  if (stated === 'fixed' || stated === 'phases') return { km, ...(errorKm ? { errorKm } : {}), kind: stated };
  if (errorKm === undefined || !(errorKm > 0))
    return { km, kind: CUSTOMARY_WITHOUT_ERROR.has(km) ? 'fixed' : 'unknown' };
  if (ALWAYS_CUSTOMARY.has(km)) return { km, errorKm, kind: 'fixed' };
  return { km, errorKm, kind: errorKm > UNRESOLVED_ERROR_KM ? 'unknown' : 'free' };
}

/** Longitude brought into -180 to 180. */
export function wrappedLongitude(lon: number): number {
  return lon >= -180 && lon <= 180 ? lon : ((((lon + 180) % 360) + 360) % 360) - 180;
}

/** Whether numbers can be a place on Earth. */
export function isPlace(lat: number, lon: number): boolean {
  return lat >= -90 && lat <= 90 && lon >= -360 && lon <= 360;
}

const ORDER = ['ISC', 'IDC', 'NEIC', 'USGS', 'US', 'ISC-EHB', 'EHB', 'PDE', 'GFZ', 'EMSC', 'CSEM'];

/**
 * The origin to work with: the one that the bulletin prefers, else its prime, else by agency (ISC, IDC, NEIC, …), else
 * the last one given. Centroids only where nothing else is there.
 */
export function chosenOrigin(origins: readonly Origin[], preferredId?: string): Origin | undefined {
  if (origins.length <= 1) return origins[0];
  const preferred = preferredId === undefined ? undefined : origins.find((o) => o.id === preferredId);
  if (preferred !== undefined) return preferred;
  const hypocentres = origins.filter((o) => !o.centroid);
  const among = hypocentres.length > 0 ? hypocentres : origins;
  const prime = among.find((o) => o.prime);
  if (prime !== undefined) return prime;
  for (const agency of ORDER) {
    const found = among.findLast((o) => o.agency?.toUpperCase() === agency);
    if (found !== undefined) return found;
  }
  return among.at(-1);
}

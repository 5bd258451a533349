import { bearing, EARTH_RADIUS_KM, roughKm, unitVector } from './distance.ts';
import { circle, type ErrorEllipse, sigmasAt, withFloor } from './error-ellipse.ts';
import { normalBelow } from './normal.ts';
import type { Origin } from './origin.ts';
import type { ScreeningParameters, TestSite } from './tables.ts';

/** How an epicentre lies to a test site. */
export interface Association {
  readonly site: TestSite;
  /** From the site's centre. */
  readonly distanceKm: number;
  /** Whether the epicentre itself lies within the site's disc. */
  readonly inside: boolean;
  /** Probability that the true place lies within the disc, given the error ellipse alone. */
  readonly probability: number;
  /** Distance of the disc's nearest edge in standard deviations of the error in that direction; 0 inside, an upper bound beyond 20. */
  readonly edgeDeviations: number;
}

/** The error ellipse at 90 % that is worked with: the bulletin's with a floor, or a circle assumed by magnitude. */
export function workingEllipse(
  origin: Origin,
  magnitude: number | undefined,
  { floorKm90, assumed }: ScreeningParameters['association'],
): ErrorEllipse {
  if (origin.ellipse !== undefined) return withFloor(origin.ellipse, floorKm90);
  const fits = assumed.find(({ leastMagnitude }) => (magnitude ?? -9) >= leastMagnitude);
  return circle(fits?.km90 ?? floorKm90, 0.9);
}

/** Prepares the search for the site whose disc lies nearest to a place. */
export function nearestSite(sites: readonly TestSite[]): (lat: number, lon: number) => TestSite | undefined {
  const known = sites.map((site) => ({ site, at: unitVector(site.lat, site.lon) }));
  return (lat, lon) => {
    const [x, y, z] = unitVector(lat, lon);
    let nearest: TestSite | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const { site, at } of known) {
      const chord = Math.sqrt((x - at[0]) ** 2 + (y - at[1]) ** 2 + (z - at[2]) ** 2);
      const km = 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, chord / 2)) - site.radiusKm;
      if (km < least) {
        least = km;
        nearest = site;
      }
    }
    return nearest;
  };
}

/** How an origin with its error ellipse (at 90 %) lies to one site. */
export function associate(origin: Origin, ellipse90: ErrorEllipse, site: TestSite): Association {
  const deviations = sigmasAt(0.9);
  const major = ellipse90.semiMajorKm / deviations;
  const minor = ellipse90.semiMinorKm / deviations;
  const rough = roughKm(origin.lat, origin.lon, site.lat, site.lon);
  // Far away neither the ellipsoid nor the shape of the error matters. The bound leaves room for the sphere's 0.6 % and
  // takes the narrow axis, so that a wider ellipse, measured exactly, never puts the site further off.
  if (rough - site.radiusKm > 20 * Math.max(major, minor) + 50)
    return {
      site,
      distanceKm: rough,
      inside: false,
      probability: 0,
      edgeDeviations: (rough * 1.006 - site.radiusKm) / Math.min(major, minor),
    };
  const { km, azimuthDeg } = bearing(origin.lat, origin.lon, site.lat, site.lon);
  const angle = ((azimuthDeg - ellipse90.azimuthDeg) * Math.PI) / 180;
  // The site's centre in the ellipse's own axes, the epicentre at 0, 0.
  const along = km * Math.cos(angle);
  const across = km * Math.sin(angle);
  const inside = km <= site.radiusKm;
  return {
    site,
    distanceKm: km,
    inside,
    probability: discProbability(along, across, site.radiusKm, major, minor),
    edgeDeviations: inside ? 0 : edge(along, across, km, site.radiusKm, major, minor),
  };
}

/** Standard deviations to the nearest point of the disc: least over its rim, by angle. */
function edge(
  along: number,
  across: number,
  km: number,
  radius: number,
  major: number,
  minor: number,
): number {
  let least = ((km - radius) / km) * Math.hypot(along / major, across / minor);
  for (let i = 0; i < 36; i++) {
    const angle = (i * Math.PI) / 18;
    least = Math.min(
      least,
      Math.hypot((along + radius * Math.cos(angle)) / major, (across + radius * Math.sin(angle)) / minor),
    );
  }
  return least;
}

/**
 * Probability of a disc under a normal with independent deviations `major` along x and `minor` along y around 0, 0: the
 * integral over x of the chord's probability, by Simpson's rule over the part that matters.
 */
export function discProbability(x: number, y: number, radius: number, major: number, minor: number): number {
  const from = Math.max(x - radius, -7 * major);
  const to = Math.min(x + radius, 7 * major);
  if (to <= from) return 0;
  const steps = 96;
  const width = (to - from) / steps;
  let sum = 0;
  for (let i = 0; i <= steps; i++) {
    const at = from + i * width;
    const half = Math.sqrt(Math.max(0, radius * radius - (at - x) * (at - x)));
    const chord = normalBelow((y + half) / minor) - normalBelow((y - half) / minor);
    const density = Math.exp((-at * at) / (2 * major * major));
    sum += (i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2) * chord * density;
  }
  const probability = (sum * width) / 3 / (major * Math.sqrt(2 * Math.PI));
  return Math.min(1, Math.max(0, probability));
}

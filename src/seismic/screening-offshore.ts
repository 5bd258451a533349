import type { SeawardKm } from './coast.ts';
import type { ErrorEllipse } from './error-ellipse.ts';
import type { Origin } from './origin.ts';
import type { Term } from './screening-term.ts';
import type { ScreeningParameters } from './tables.ts';

/**
 * Whether the whole error ellipse lies at sea, clear of the coast. The IDC screens such events out where hydrophones heard
 * no explosion (recalled); a bulletin does not tell what they heard, so this only leans.
 */
export function offshoreTerm(
  origin: Origin,
  ellipse90: ErrorEllipse,
  seawardKm: SeawardKm,
  parameters: ScreeningParameters['offshore'],
): Term | undefined {
  const km = seawardKm(origin.lat, origin.lon);
  if (km < parameters.clearKm + ellipse90.semiMajorKm) return undefined;
  return {
    name: 'offshore',
    value: parameters.weight,
    says: `${km > 220 ? 'more than 220' : km.toFixed(0)} km from the nearest coast, clear of the error ellipse; what hydrophones heard is not in a bulletin`,
  };
}

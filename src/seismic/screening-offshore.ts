import type { IsClearOfCoast } from './coast.ts';
import { decimal } from './decimal.ts';
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
  isClearOfCoast: IsClearOfCoast,
  parameters: ScreeningParameters['offshore'],
): Term | undefined {
  const km = parameters.clearKm + ellipse90.semiMajorKm;
  if (!isClearOfCoast(origin.lat, origin.lon, km)) return undefined;
  return {
    name: 'offshore',
    value: parameters.weight,
    says: `at sea, more than ${decimal(km, 0)} km from any coast, clear of the error ellipse; what hydrophones heard is not in a bulletin`,
  };
}

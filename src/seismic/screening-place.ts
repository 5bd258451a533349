import type { Association } from './association.ts';
import { decimal, figures } from './decimal.ts';
import type { Term } from './screening-term.ts';
import { earthquakesPerYearAt, type Seismicity } from './seismicity.ts';
import type { ScreeningParameters } from './tables.ts';

/** Further than this many deviations from its rim a site is out of reach. */
const OUT_OF_REACH = 4;

/**
 * What the place says before anything is measured: earthquakes of this size expected in a year within the disc of the
 * nearest site, against the tests that caution supposes there, lessened by how many deviations the disc lies away. Within
 * bounds, because a prior must not decide alone. A worse ellipse can only bring a site nearer.
 */
export function placeTerm(
  association: Association | undefined,
  magnitude: number | undefined,
  seismicity: Seismicity,
  leastMagnitude: number,
  parameters: ScreeningParameters['place'],
): Term {
  if (association === undefined || association.edgeDeviations > OUT_OF_REACH)
    return {
      name: 'place',
      value: parameters.most,
      says: 'no known test site is within reach of the location error',
    };
  const { site, edgeDeviations } = association;
  if (magnitude === undefined)
    return {
      name: 'place',
      value: 0,
      says: `${site.name} is within reach, but without a magnitude no rate of earthquakes can be set against it`,
    };
  const earthquakes = earthquakesPerYearAt(seismicity, leastMagnitude, site, magnitude);
  const tests =
    (parameters.siteTestsPerYear / parameters.magnitudeSpan) *
    Math.exp((-edgeDeviations * edgeDeviations) / 2);
  const value = Math.min(parameters.most, Math.max(parameters.least, Math.log10(earthquakes / tests)));
  const yearsBetween = 1 / (earthquakes / Math.LN10);
  return {
    name: 'place',
    value,
    says:
      `within ${site.radiusKm} km of ${site.name} an earthquake of ${decimal(magnitude, 1)} or more is expected ` +
      (yearsBetween >= 1.5
        ? `once in ${yearsBetween < 10 ? decimal(yearsBetween, 0) : figures(yearsBetween, 2)} years`
        : `${figures(1 / yearsBetween, 2)} times a year`) +
      (edgeDeviations > 0 ? `; the site's edge is ${decimal(edgeDeviations, 1)} deviations away` : ''),
  };
}

import { type Association, associate, nearestSite, workingEllipse } from './association.ts';
import type { BulletinEvent } from './bulletin.ts';
import { coastOf } from './coast.ts';
import { provinceAt } from './find-province.ts';
import { magnitudeChooser } from './magnitude-choice.ts';
import { chosenOrigin } from './origin.ts';
import { reasons } from './reasons.ts';
import type { EventVerdict, ScreenedEvent } from './screened-event.ts';
import { type Screening, type Surroundings, screened } from './screening.ts';
import { seismicityOf } from './seismicity.ts';
import type { SeismicTables } from './tables.ts';
import { yieldEstimator } from './yield.ts';

/** Screens one event by itself. */
export type Screener = (event: BulletinEvent) => ScreenedEvent;

/** From this probability on an event is said to lie at a site. */
export const AT_SITE = 0.5;
/** So far below 0 the place alone makes an unscreened event remarkable: an earthquake of the size once in ten years. */
const REMARKABLE_PLACE = -1;
/** So far below 0 the source's own terms, whatever the place, make an explosion ten times likelier. */
const EXPLOSION_LIKE = -1;

/** Prepares the tables and gives the screener; pure, the same event always gives the same answer. */
export function screener(tables: SeismicTables): Screener {
  const surroundings: Surroundings = {
    seismicity: seismicityOf(tables.seismicity),
    leastMagnitude: tables.seismicity.leastMagnitude,
    isClearOfCoast: coastOf(tables.land),
  };
  const parameters = tables.screening;
  const chooseMagnitudes = magnitudeChooser(parameters.magnitudes);
  const siteNearest = nearestSite(tables.sites);
  const estimateYield = yieldEstimator(tables.relations, tables.coupling);
  return (event) => {
    const origin = chosenOrigin(event.origins, event.preferredOrigin)!;
    const magnitudes = chooseMagnitudes(event.magnitudes);
    const forYield = magnitudes.mb ?? magnitudes.insteadOfMb;
    const ellipse90 = workingEllipse(origin, forYield?.value, parameters.association);
    const site = siteNearest(origin.lat, origin.lon);
    const association = site === undefined ? undefined : associate(origin, ellipse90, site);
    const screening = screened(origin, ellipse90, association, magnitudes, surroundings, parameters);
    const verdict = verdictOf(screening, association);
    return {
      id: event.id,
      event,
      origin,
      ellipse90,
      ellipseAssumed: origin.ellipse === undefined,
      association,
      mb: magnitudes.mb,
      Ms: magnitudes.Ms,
      insteadOfMb: magnitudes.insteadOfMb,
      refused: magnitudes.refused,
      mbSpread: magnitudes.mbSpread,
      screening,
      verdict,
      yield:
        verdict === 'earthquake_like' || forYield === undefined
          ? undefined
          : estimateYield(
              forYield,
              isReached(association)
                ? association.site
                : provinceAt(origin.lat, origin.lon, tables.relations.provinces),
            ),
      because: reasons(verdict, screening, origin, association, magnitudes, event),
    };
  };
}

/** Whether the site's relations are those to use: its disc lies within two deviations. */
const isReached = (association: Association | undefined): association is Association =>
  association !== undefined && association.edgeDeviations <= 2;

/** The verdict on an event taken by itself; a collapse is told only beside the event that it follows. */
function verdictOf(screening: Screening, association: Association | undefined): EventVerdict {
  if (screening.verdict === 'screened_out') return 'earthquake_like';
  const atSite = (association?.probability ?? 0) >= AT_SITE;
  const place = screening.terms.find((term) => term.name === 'place')?.value ?? 0;
  if (atSite && screening.verdict === 'not_screened_out')
    return screening.sum < 0 ? 'consistent_with_nuclear_test' : 'undetermined';
  if (atSite) return place <= REMARKABLE_PLACE ? 'consistent_with_nuclear_test' : 'undetermined';
  if (screening.verdict === 'not_screened_out' && screening.sourceSum < EXPLOSION_LIKE)
    return 'explosion_like_unspecified';
  return 'undetermined';
}

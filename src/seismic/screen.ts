import { type Association, associate, nearestSite, workingEllipse } from './association.ts';
import type { BulletinEvent } from './bulletin.ts';
import { coastOf } from './coast.ts';
import { decimal } from './decimal.ts';
import { provinceAt } from './find-province.ts';
import { type ChosenMagnitudes, magnitudeChooser, magnitudeInWords } from './magnitude-choice.ts';
import { chosenOrigin, type Origin } from './origin.ts';
import type { EventVerdict, ScreenedEvent } from './screened-event.ts';
import { type Screening, type Surroundings, screened } from './screening.ts';
import { whyDepthSaysNothing } from './screening-depth.ts';
import { seismicityOf } from './seismicity.ts';
import type { SeismicTables } from './tables.ts';
import { yieldEstimator } from './yield.ts';

/** Screens one event by itself. */
export type Screener = (event: BulletinEvent) => ScreenedEvent;

/** From this probability on an event is said to lie at a site. */
export const AT_SITE = 0.5;
/** Within this distance it is said that a site is out of reach. */
const NEIGHBOURHOOD_KM = 400;
/** So far below 0 the place alone makes an unscreened event remarkable: an earthquake of the size once in ten years. */
const REMARKABLE_PLACE = -1;
/** So far below 0 the source's own terms speak for an explosion. */
const EXPLOSION_LIKE = -0.5;

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
  if (screening.verdict === 'not_screened_out' && screening.sourceSum < EXPLOSION_LIKE && screening.sum < 0)
    return 'explosion_like_unspecified';
  return 'undetermined';
}

function reasons(
  verdict: EventVerdict,
  screening: Screening,
  origin: Origin,
  association: Association | undefined,
  { mb, Ms, insteadOfMb, refused, mbSpread }: ChosenMagnitudes,
  event: BulletinEvent,
): string[] {
  const out: string[] = [];
  if (verdict === 'earthquake_like')
    out.push(`the explosion hypothesis is rejected by ${screening.rejectedBy.join(' and ')}`);
  else if (verdict === 'consistent_with_nuclear_test')
    out.push(
      'it cannot be told from a nuclear test by bulletin data; a large chemical explosion would look the same',
    );
  else if (verdict === 'explosion_like_unspecified')
    out.push(
      'its mb and Ms are those of explosions, at no known test site; some earthquakes look so too (6 of 96)',
    );
  else out.push('bulletin data do not decide between earthquake and explosion');
  out.push(...screening.why);
  const depth = whyDepthSaysNothing(origin.depth);
  if (depth !== undefined) out.push(depth);
  if (association !== undefined && association.edgeDeviations <= 4)
    out.push(
      `${decimal(association.distanceKm, 0)} km from the centre of ${association.site.name}; its disc of ` +
        `${association.site.radiusKm} km holds ${percent(association.probability)} of the location's probability` +
        (origin.ellipse === undefined ? ', the error being assumed' : ''),
    );
  else if (association !== undefined && association.distanceKm <= NEIGHBOURHOOD_KM)
    out.push(
      `${decimal(association.distanceKm, 0)} km from the centre of ${association.site.name}, whose disc of ` +
        `${association.site.radiusKm} km the location error does not reach`,
    );
  const used = [mb, Ms].filter((m) => m !== undefined).map(magnitudeInWords);
  if (used.length > 0) out.push(`used: ${used.join(', ')}`);
  if (mbSpread >= 0.3) out.push(`agencies differ by ${decimal(mbSpread, 1)} in mb`);
  if (insteadOfMb !== undefined && verdict !== 'earthquake_like')
    out.push(`no mb: the yield is from ${magnitudeInWords(insteadOfMb)}, with a wider interval`);
  out.push(...refusals(refused));
  if (event.label !== undefined)
    out.push(`the catalogue calls it "${event.label}"; that label does not enter the verdict`);
  if (event.notes !== undefined) out.push(...event.notes);
  return out;
}

/** Refused magnitudes, those with one reason together. */
function refusals(refused: ChosenMagnitudes['refused']): string[] {
  const byReason = new Map<string, string[]>();
  for (const { magnitude, why } of refused)
    byReason.set(why, [...(byReason.get(why) ?? []), magnitudeInWords(magnitude)]);
  return [...byReason].map(([why, magnitudes]) => `refused: ${magnitudes.join(', ')}: ${why}`);
}

const percent = (share: number): string =>
  share > 0.995 && share < 1
    ? 'more than 99 %'
    : share > 0 && share < 0.005
      ? 'less than 1 %'
      : `${Math.round(share * 100)} %`;

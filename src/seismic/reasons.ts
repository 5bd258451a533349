import type { Association } from './association.ts';
import type { BulletinEvent } from './bulletin.ts';
import { decimal } from './decimal.ts';
import { type ChosenMagnitudes, magnitudeInWords } from './magnitude-choice.ts';
import type { Origin } from './origin.ts';
import type { EventVerdict } from './screened-event.ts';
import type { Screening } from './screening.ts';
import { whyDepthSaysNothing } from './screening-depth.ts';

/** Within this distance it is said that a site is out of reach. */
const NEIGHBOURHOOD_KM = 400;

/** Why a verdict is what it is, in sentences: the decision first, then what was used, refused and shown only. */
export function reasons(
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

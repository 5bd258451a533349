import { instantOf } from '../time/index.ts';
import type { Trouble } from './bulletin.ts';
import type { MissedAnswer } from './missed.ts';
import type { ScreenedEvent } from './screened-event.ts';
import type { TestSite } from './tables.ts';

const to = (digits: number, value: number): number => Number(value.toFixed(digits));

/** One screened event in the stable shape of `firstmove/screen/1` (docs/schema/screen.json). */
export function eventAsJson(event: ScreenedEvent) {
  const { origin, association, screening, ellipse90 } = event;
  const refusals = new Map(event.refused.map(({ magnitude, why }) => [magnitude, why]));
  const useOf = (magnitude: object): { usedFor?: string[] } => {
    const uses = [
      ...(magnitude === event.mb ? ['mb:Ms', 'yield'] : []),
      ...(magnitude === event.Ms ? ['mb:Ms'] : []),
      ...(magnitude === event.insteadOfMb ? ['yield'] : []),
    ];
    return uses.length > 0 ? { usedFor: uses } : {};
  };
  return {
    id: event.id,
    ...(event.event.region !== undefined ? { region: event.event.region } : {}),
    ...(event.event.label !== undefined ? { label: event.event.label } : {}),
    origin: {
      time: instantOf(origin.time),
      lat: origin.lat,
      lon: origin.lon,
      ...(origin.depth !== undefined
        ? {
            depthKm: to(2, origin.depth.km),
            depthKind: origin.depth.kind,
            ...(origin.depth.errorKm !== undefined ? { depthErrorKm: to(2, origin.depth.errorKm) } : {}),
          }
        : {}),
      ...(origin.agency !== undefined ? { agency: origin.agency } : {}),
      ellipse90: {
        semiMajorKm: to(2, ellipse90.semiMajorKm),
        semiMinorKm: to(2, ellipse90.semiMinorKm),
        azimuthDeg: to(0, ellipse90.azimuthDeg),
        assumed: event.ellipseAssumed,
      },
      origins: event.event.origins.length,
    },
    magnitudes: event.event.magnitudes.map((m) => ({
      type: m.type,
      value: m.value,
      ...(m.agency !== undefined ? { agency: m.agency } : {}),
      ...(m.stations !== undefined ? { stations: m.stations } : {}),
      ...(m.error !== undefined ? { error: m.error } : {}),
      ...useOf(m),
      ...(refusals.has(m) ? { refused: refusals.get(m)! } : {}),
    })),
    site:
      association === undefined
        ? null
        : {
            id: association.site.id,
            name: association.site.name,
            distanceKm: to(1, association.distanceKm),
            inside: association.inside,
            probability: to(4, association.probability),
          },
    screening: {
      verdict: screening.verdict,
      ...(screening.score !== undefined && screening.idcScore !== undefined
        ? { score: to(3, screening.score), idcScore: to(3, screening.idcScore) }
        : {}),
      rejectedBy: screening.rejectedBy,
      sum: to(3, screening.sum),
      terms: screening.terms.map(({ name, value, says }) => ({ name, value: to(3, value), says })),
    },
    verdict: event.verdict,
    yield:
      event.yield === undefined
        ? null
        : {
            magnitude: event.yield.magnitude,
            relations: event.yield.relations,
            kt: event.yield.kt,
            low: event.yield.low,
            high: event.yield.high,
            variants: event.yield.variants,
            says: event.yield.says,
          },
    because: event.because,
  };
}

/** A site as the answers name it. */
const siteAsJson = (site: TestSite) => ({
  id: site.id,
  name: site.name,
  lat: site.lat,
  lon: site.lon,
  radiusKm: site.radiusKm,
  host: site.host,
});

/** The answer of `missed` in the shape of `firstmove/missed/1` (docs/schema/missed.json). */
export function missedAsJson(answer: MissedAnswer) {
  return {
    schema: 'firstmove/missed/1',
    site: answer.site === undefined ? null : siteAsJson(answer.site),
    bounds: answer.bounds,
    statements: answer.statements,
    silentOn: answer.silentOn,
    because: answer.because,
  };
}

/** What comes after the events in `firstmove/screen/1`; `silentSites` were asked for and have no event. */
export function endAsJson(
  troubles: readonly Trouble[],
  counts: Readonly<Record<string, number>>,
  silentSites: readonly TestSite[] = [],
) {
  const silence = silentSites.map(({ id, name }) => ({
    site: id,
    verdict: 'not_seen' as const,
    says: `no event of the bulletin may lie at ${name}; that excludes nothing below its threshold (firstmove missed --site ${id})`,
  }));
  return { counts, ...(silence.length > 0 ? { silence } : {}), troubles };
}

import { secondsOf } from '../time/index.ts';
import type { BulletinEvent, BulletinItem } from './bulletin.ts';
import { circle, type ErrorEllipse, ONE_SIGMA } from './error-ellipse.ts';
import type { Magnitude } from './magnitude.ts';
import { type Depth, type DepthKind, isPlace, judgedDepth, type Origin, wrappedLongitude } from './origin.ts';
import { type Element, numberOf, part, quantity, textOf } from './quakeml-element.ts';

/** The event that an element of QuakeML tells, or why it cannot be read; `index` counts the events of the file. */
export function eventOfElement(element: Element, index: number): BulletinItem {
  const id = element.id ?? `event ${index}`;
  const where = `event ${index} (${id})`;
  const notes: string[] = [];
  const origins: Origin[] = [];
  const bad: string[] = [];
  for (const origin of element.parts.filter((p) => p.name === 'origin')) {
    const read = originFrom(origin);
    if (typeof read === 'string') bad.push(read);
    else origins.push(read);
  }
  const magnitudes = element.parts.filter((p) => p.name === 'magnitude').flatMap((m) => magnitudeFrom(m));
  if (origins.length === 0)
    return { trouble: { where, what: `${bad[0] ?? 'it has no origin'}; the event is left out` } };
  if (bad.length > 0) notes.push(`${bad.length} of its origins could not be read: ${bad[0]}`);
  const shallowest = origins.find((o) => o.depth && o.depth.km > 0.001 && o.depth.km < 0.7);
  if (shallowest?.depth)
    notes.push(
      `depth ${Math.round(shallowest.depth.km * 1000)} read as metres, as QuakeML has it; some old files write km`,
    );
  const preferredOrigin = textOf(part(element, 'preferredOriginID'));
  const preferredMagnitude = textOf(part(element, 'preferredMagnitudeID'));
  const label = textOf(part(element, 'type'));
  const descriptions = element.parts.filter((p) => p.name === 'description');
  const named = descriptions.find((d) =>
    ['Flinn-Engdahl region', 'region name', 'earthquake name'].includes(textOf(part(d, 'type')) ?? ''),
  );
  const region = textOf(part(named ?? descriptions[0], 'text'));
  const event: BulletinEvent = {
    id,
    origins,
    magnitudes,
    ...(preferredOrigin !== undefined ? { preferredOrigin } : {}),
    ...(preferredMagnitude !== undefined ? { preferredMagnitude } : {}),
    ...(region !== undefined ? { region } : {}),
    ...(label !== undefined ? { label } : {}),
    ...(notes.length > 0 ? { notes } : {}),
  };
  return { event };
}

const agencyOf = (element: Element): string | undefined => {
  const creation = part(element, 'creationInfo');
  return textOf(part(creation, 'agencyID')) ?? textOf(part(creation, 'author'));
};

function originFrom(element: Element): Origin | string {
  const written = textOf(quantity(element, 'time'));
  const time = written === undefined ? Number.NaN : secondsOf(written);
  if (Number.isNaN(time)) return `its origin time ${JSON.stringify(written ?? '')} is none`;
  const lat = numberOf(quantity(element, 'latitude'));
  const lon = numberOf(quantity(element, 'longitude'));
  if (lat === undefined || lon === undefined) return 'its origin has no latitude and longitude';
  if (!isPlace(lat, lon)) return `its origin's place ${lat}, ${lon} is not on Earth`;
  const quality = part(element, 'quality');
  const agency = agencyOf(element);
  const depth = depthFrom(element);
  const ellipse = ellipseFrom(element, lat);
  const stations = numberOf(part(quality, 'usedStationCount'));
  const phases = numberOf(part(quality, 'usedPhaseCount'));
  const gap = numberOf(part(quality, 'azimuthalGap'));
  return {
    ...(element.id !== undefined ? { id: element.id } : {}),
    ...(agency !== undefined ? { agency } : {}),
    time,
    lat,
    lon: wrappedLongitude(lon),
    ...(depth !== undefined ? { depth } : {}),
    ...(ellipse !== undefined ? { ellipse } : {}),
    ...(stations !== undefined ? { stations } : {}),
    ...(phases !== undefined ? { phases } : {}),
    ...(gap !== undefined ? { gap } : {}),
    ...(textOf(part(element, 'type')) === 'centroid' ? { centroid: true } : {}),
  };
}

const DEPTH_TYPES: Readonly<Record<string, DepthKind>> = {
  'from location': 'free',
  'constrained by depth phases': 'phases',
  'constrained by direct phases': 'free',
  'constrained by depth and direct phases': 'phases',
  'operator assigned': 'fixed',
};

/** Normal deviate of a two-sided confidence in per cent; an error without one is one standard deviation. */
function deviationsAt(confidencePercent: number | undefined): number {
  if (confidencePercent === undefined) return 1;
  if (confidencePercent >= 98.5) return 2.576;
  if (confidencePercent >= 92.5) return 1.96;
  if (confidencePercent >= 80) return 1.645;
  return 1;
}

function depthFrom(origin: Element): Depth | undefined {
  const depth = part(origin, 'depth');
  const metres = numberOf(part(depth, 'value'));
  if (metres === undefined) return undefined;
  const error = numberOf(part(depth, 'uncertainty'));
  const sigmas = deviationsAt(numberOf(part(depth, 'confidenceLevel')));
  const stated = DEPTH_TYPES[textOf(part(origin, 'depthType')) ?? 'from location'] ?? 'unknown';
  return judgedDepth(metres / 1000, error === undefined ? undefined : error / 1000 / sigmas, stated);
}

const KM_PER_DEGREE = 111.2;

function ellipseFrom(origin: Element, lat: number): ErrorEllipse | undefined {
  const uncertainty = part(origin, 'originUncertainty');
  const level = numberOf(part(uncertainty, 'confidenceLevel'));
  const max = numberOf(part(uncertainty, 'maxHorizontalUncertainty'));
  const min = numberOf(part(uncertainty, 'minHorizontalUncertainty'));
  if (max !== undefined && min !== undefined && max > 0)
    return {
      semiMajorKm: Math.max(max, min) / 1000,
      semiMinorKm: Math.min(max, min) / 1000,
      azimuthDeg: numberOf(part(uncertainty, 'azimuthMaxHorizontalUncertainty')) ?? 0,
      confidence: level === undefined ? 0.9 : level / 100,
    };
  const horizontal = numberOf(part(uncertainty, 'horizontalUncertainty'));
  if (horizontal !== undefined && horizontal > 0)
    return circle(horizontal / 1000, level === undefined ? ONE_SIGMA : level / 100);
  const latError = numberOf(part(part(origin, 'latitude'), 'uncertainty'));
  const lonError = numberOf(part(part(origin, 'longitude'), 'uncertainty'));
  if (!latError || !lonError) return undefined;
  const sigmas = deviationsAt(numberOf(part(part(origin, 'latitude'), 'confidenceLevel')));
  const north = (latError * KM_PER_DEGREE) / sigmas;
  const east = (lonError * KM_PER_DEGREE * Math.cos((lat * Math.PI) / 180)) / sigmas;
  return {
    semiMajorKm: Math.max(north, east),
    semiMinorKm: Math.min(north, east),
    azimuthDeg: north >= east ? 0 : 90,
    confidence: ONE_SIGMA,
  };
}

function magnitudeFrom(element: Element): Magnitude[] {
  const value = numberOf(quantity(element, 'mag'));
  if (value === undefined) return [];
  const agency = agencyOf(element);
  const error = numberOf(part(part(element, 'mag'), 'uncertainty'));
  const stations = numberOf(part(element, 'stationCount'));
  const origin = textOf(part(element, 'originID'));
  return [
    {
      type: textOf(part(element, 'type')) ?? 'M',
      value,
      ...(error !== undefined ? { error } : {}),
      ...(stations !== undefined ? { stations } : {}),
      ...(agency !== undefined ? { agency } : {}),
      ...(origin !== undefined ? { origin } : {}),
      ...(element.id !== undefined ? { id: element.id } : {}),
    },
  ];
}

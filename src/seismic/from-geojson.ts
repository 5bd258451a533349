import { secondsOf } from '../time/index.ts';
import { type BulletinItem, type BulletinReader, UnreadableBulletin } from './bulletin.ts';
import { circle, type ErrorEllipse, ONE_SIGMA } from './error-ellipse.ts';
import { jsonObjects } from './json-objects.ts';
import type { Magnitude } from './magnitude.ts';
import { type DepthKind, isPlace, judgedDepth, type Origin, wrappedLongitude } from './origin.ts';

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads GeoJSON of earthquakes: USGS summaries and details (times in milliseconds, every origin and magnitude product)
 * and EMSC (times as text, its own property names).
 */
export function geojsonReader(): BulletinReader {
  const objects = jsonObjects();
  let count = 0;
  const read = (text: string): BulletinItem[] =>
    objects.push(text).map(({ text: object, line }) => {
      count += 1;
      const where = `feature ${count} (line ${line})`;
      let feature: Json;
      try {
        feature = JSON.parse(object) as Json;
      } catch (error) {
        return {
          trouble: {
            where,
            what: `${error instanceof Error ? error.message : error}; the feature is left out`,
          },
        };
      }
      return eventFrom(feature, where);
    });
  return {
    push: read,
    end() {
      const { cutOff, hadFeatures, line } = objects.end();
      if (cutOff)
        return [
          {
            trouble: {
              where: `line ${line}, after feature ${count}`,
              what: 'the file ends here, within a feature; what follows is missing',
            },
          },
        ];
      if (count === 0 && !hadFeatures)
        throw new UnreadableBulletin('the JSON text holds no feature of an earthquake');
      return [];
    },
  };
}

const number = (value: unknown): number | undefined => {
  const read = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof read === 'number' && Number.isFinite(read) ? read : undefined;
};
const word = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

function eventFrom(feature: Json, where: string): BulletinItem {
  const refuse = (what: string): BulletinItem => ({
    trouble: { where, what: `${what}; the feature is left out` },
  });
  const properties = isObject(feature.properties) ? feature.properties : undefined;
  const geometry = isObject(feature.geometry) ? feature.geometry : undefined;
  if (properties === undefined) return refuse('it has no properties');
  const place = Array.isArray(geometry?.coordinates) ? geometry.coordinates : [];
  const lon = number(place[0]) ?? number(properties.lon);
  const lat = number(place[1]) ?? number(properties.lat);
  const depthKm = number(properties.depth) ?? number(place[2]);
  const written = properties.time;
  const time = typeof written === 'number' ? written / 1000 : secondsOf(String(written ?? ''));
  if (Number.isNaN(time)) return refuse(`time ${JSON.stringify(written ?? null)} is none`);
  if (lat === undefined || lon === undefined) return refuse('it has no coordinates');
  if (!isPlace(lat, lon)) return refuse(`place ${lat}, ${lon} is not on Earth`);

  const id = word(feature.id) ?? word(properties.unid) ?? word(properties.ids) ?? where;
  const agency = word(properties.auth) ?? word(properties.net);
  const stations = number(properties.nst);
  const gap = number(properties.gap);
  const products = isObject(properties.products) ? properties.products : {};
  const detailed = list(products.origin).flatMap((product) => productOrigin(product));
  const plain: Origin = {
    ...(agency !== undefined ? { agency } : {}),
    time,
    lat,
    lon: wrappedLongitude(lon),
    ...(depthKm !== undefined ? { depth: judgedDepth(depthKm, undefined, 'free') } : {}),
    ...(stations !== undefined ? { stations } : {}),
    ...(gap !== undefined ? { gap } : {}),
  };
  const mag = number(properties.mag);
  const magnitudes: Magnitude[] = [
    ...(mag === undefined
      ? []
      : [
          {
            type: word(properties.magType) ?? word(properties.magtype) ?? 'M',
            value: mag,
            ...(agency !== undefined ? { agency } : {}),
          },
        ]),
    ...[...list(products.origin), ...list(products['moment-tensor'])].flatMap((product) =>
      productMagnitude(product),
    ),
  ];
  const region = word(properties.place) ?? word(properties.flynn_region);
  const label = word(properties.type) ?? word(properties.evtype);
  return {
    event: {
      id,
      origins: detailed.length > 0 ? detailed : [plain],
      magnitudes: distinct(magnitudes),
      ...(region !== undefined ? { region } : {}),
      ...(label !== undefined ? { label: label === 'ke' ? 'earthquake' : label } : {}),
    },
  };
}

const list = (value: unknown): Json[] =>
  (Array.isArray(value) ? value : []).flatMap((product) =>
    isObject(product) && isObject(product.properties)
      ? [{ ...product.properties, source: product.source }]
      : [],
  );

const DEPTH_TYPES: Readonly<Record<string, DepthKind>> = {
  'from location': 'free',
  'constrained by depth phases': 'phases',
  'operator assigned': 'fixed',
};

/** An origin product: errors in km, ellipsoid axes in metres and one standard deviation. */
function productOrigin(product: Json): Origin[] {
  const time = secondsOf(String(product.eventtime ?? ''));
  const lat = number(product.latitude);
  const lon = number(product.longitude);
  if (Number.isNaN(time) || lat === undefined || lon === undefined || !isPlace(lat, lon)) return [];
  const km = number(product.depth);
  const id = word(product['quakeml-origin-publicid']);
  const agency = word(product['origin-source']) ?? word(product.source);
  const gap = number(product['azimuthal-gap']);
  const phases = number(product['num-phases-used']);
  const horizontal = number(product['horizontal-error']);
  const ellipse: ErrorEllipse | undefined = horizontal ? circle(horizontal, ONE_SIGMA) : undefined;
  const kind = DEPTH_TYPES[word(product['depth-type']) ?? ''] ?? 'free';
  return [
    {
      ...(id !== undefined ? { id } : {}),
      ...(agency !== undefined ? { agency } : {}),
      time,
      lat,
      lon: wrappedLongitude(lon),
      ...(km !== undefined ? { depth: judgedDepth(km, number(product['vertical-error']), kind) } : {}),
      ...(ellipse !== undefined ? { ellipse } : {}),
      ...(phases !== undefined ? { phases } : {}),
      ...(gap !== undefined ? { gap } : {}),
    },
  ];
}

function productMagnitude(product: Json): Magnitude[] {
  const value = number(product['derived-magnitude']) ?? number(product.magnitude);
  const type = word(product['derived-magnitude-type']) ?? word(product['magnitude-type']);
  if (value === undefined || type === undefined) return [];
  const stations = number(product['magnitude-num-stations-used']);
  const error = number(product['magnitude-error']);
  const agency =
    word(product['magnitude-source']) ?? word(product['beachball-source']) ?? word(product.source);
  return [
    {
      type,
      value,
      ...(error !== undefined ? { error } : {}),
      ...(stations !== undefined ? { stations } : {}),
      ...(agency !== undefined ? { agency } : {}),
    },
  ];
}

function distinct(magnitudes: readonly Magnitude[]): Magnitude[] {
  const seen = new Map<string, Magnitude>();
  for (const m of magnitudes) {
    const key = `${m.type.toLowerCase()} ${m.value} ${m.agency ?? ''}`;
    const known = seen.get(key);
    if (known === undefined || (known.stations === undefined && m.stations !== undefined)) seen.set(key, m);
  }
  return [...seen.values()];
}

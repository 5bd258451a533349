import { isDay, secondsOf, utcSeconds } from '../time/index.ts';
import type { BulletinItem } from './bulletin.ts';
import { circle, ONE_SIGMA } from './error-ellipse.ts';
import type { Magnitude } from './magnitude.ts';
import { numberIn } from './number-field.ts';
import { isPlace, judgedDepth, wrappedLongitude } from './origin.ts';

/** Names that columns go by, lower case without blanks, dots, slashes and underscores. */
const ALIASES = {
  id: ['id', 'eventid', '#eventid', 'iscevent', 'isceventid', 'evid', 'publicid', 'idno', 'unid'],
  time: ['time', 'origintime', 'datetime', 'eventtime', 'timeutc', 'origintimeutc'],
  date: ['date', 'day'],
  clock: ['timeutc', 'time', 'clock'],
  lat: ['latitude', 'lat'],
  lon: ['longitude', 'lon', 'long'],
  depth: ['depth', 'depthkm', 'depth/km'],
  depthError: ['deptherror', 'deptherrkm', 'deptherrorkm', 'deptherr'],
  depthFixed: ['depthfixed', 'depfix'],
  depthPhases: ['depthphases'],
  mag: ['mag', 'magnitude'],
  magType: ['magtype', 'magnitudetype'],
  magAgency: ['magsource', 'magnitudesource', 'magauthor'],
  magStations: ['magnst', 'magnitudeseismicstations'],
  magError: ['magerror', 'magnitudeerror'],
  horizontalError: ['horizontalerror'],
  major: ['smaj90km', 'smajkm', 'semimajorkm', 'smaj'],
  minor: ['smin90km', 'sminkm', 'semiminorkm', 'smin'],
  azimuth: ['strikedeg', 'azimuthdeg', 'strike'],
  agency: ['locationagency', 'locationsource', 'author', 'net', 'agency'],
  label: ['type', 'eventtype', 'label'],
  region: ['place', 'region', 'eventlocationname', 'flynnregion'],
  stations: ['nst', 'stations'],
  gap: ['gap', 'azimuthalgap'],
} as const;
type Column = keyof typeof ALIASES;

/** `mb_ISC`, `Ms_IDC`, `Ms_20_NEIC`, `ML`: a magnitude column with its agency. */
const MAGNITUDE_COLUMN =
  /^(mb|mB|mb_?lg|ms|Ms|MS|Ms_?20|Msz|Ms7|Ms_?BB|ML|Ml|ml|Mw[a-z]?|MW|mw[a-z]?|Me|Md)(?:_([A-Za-z][\w-]*))?$/;
/** `n_mb_ISC`: the number of stations of the magnitude in column `mb_ISC`. */
const COUNT_COLUMN = /^n_(.+)$/;

/** `mb_agency`: who gave the magnitude in column `mb`. */
const AGENCY_COLUMN = /^(.+)_agency$/;

/** Reads rows of a table by the names in its heading; a row that cannot be an event gives a trouble. */
export function tableRows(heading: readonly string[]) {
  const plain = heading.map((h) =>
    h
      .trim()
      .toLowerCase()
      .replace(/[\s._]/g, ''),
  );
  const at = Object.fromEntries(
    Object.entries(ALIASES).map(([column, names]) => [
      column,
      (names as readonly string[]).map((name) => plain.indexOf(name)).find((i) => i >= 0) ?? -1,
    ]),
  ) as Record<Column, number>;
  const magnitudes = heading.flatMap((name, index) => {
    const [, type, agency] = MAGNITUDE_COLUMN.exec(name.trim()) ?? [];
    return type === undefined || agency === 'agency' || index === at.mag
      ? []
      : [{ type, agency, index, name: name.trim() }];
  });
  const counts = new Map(
    heading.flatMap((name, index) => {
      const counted = COUNT_COLUMN.exec(name.trim())?.[1];
      return counted === undefined ? [] : [[counted, index] as const];
    }),
  );
  const agencies = new Map(
    heading.flatMap((name, index) => {
      const of = AGENCY_COLUMN.exec(name.trim())?.[1];
      return of === undefined ? [] : [[of, index] as const];
    }),
  );
  if (at.lat < 0 || at.lon < 0 || (at.time < 0 && at.date < 0)) return undefined;

  return (row: readonly string[], where: string): BulletinItem => {
    const word = (column: Column): string | undefined => {
      const value = at[column] < 0 ? undefined : row[at[column]]?.trim();
      return value === '' ? undefined : value;
    };
    const number = (column: Column): number | undefined => numberIn(word(column));
    const refuse = (what: string): BulletinItem => ({
      trouble: { where, what: `${what}; the row is left out` },
    });

    const time = timeOf(word('date'), word('time'), word('clock'));
    if (Number.isNaN(time))
      return refuse(`time ${JSON.stringify([word('date'), word('time')].filter(Boolean).join(' '))} is none`);
    const lat = number('lat');
    const lon = number('lon');
    if (lat === undefined || lon === undefined) return refuse('it has no latitude and longitude');
    if (!isPlace(lat, lon)) return refuse(`place ${lat}, ${lon} is not on Earth`);

    const km = number('depth');
    const depthError = number('depthError');
    const says = (field: 'depthFixed' | 'depthPhases') => /^(1|true|yes|f)$/i.test(word(field) ?? '');
    const stated = says('depthFixed') ? 'fixed' : says('depthPhases') ? 'phases' : 'free';
    const horizontal = number('horizontalError');
    const major = number('major');
    const minor = number('minor') ?? major;
    const agency = word('agency');
    const stations = number('stations');
    const gap = number('gap');
    const id = word('id') ?? where;
    const region = word('region');
    const label = word('label');
    return {
      event: {
        id,
        origins: [
          {
            ...(agency !== undefined ? { agency } : {}),
            time,
            lat,
            lon: wrappedLongitude(lon),
            ...(km !== undefined && Number.isFinite(km)
              ? { depth: judgedDepth(km, depthError, stated) }
              : {}),
            ...(major !== undefined && minor !== undefined && major > 0 && minor > 0
              ? {
                  ellipse: {
                    semiMajorKm: Math.max(major, minor),
                    semiMinorKm: Math.min(major, minor),
                    azimuthDeg: number('azimuth') ?? 0,
                    confidence: 0.9,
                  },
                }
              : horizontal !== undefined && horizontal > 0
                ? { ellipse: circle(horizontal, ONE_SIGMA) }
                : {}),
            ...(stations !== undefined ? { stations } : {}),
            ...(gap !== undefined ? { gap } : {}),
          },
        ],
        magnitudes: [...plainMagnitude(), ...namedMagnitudes()],
        ...(region !== undefined ? { region } : {}),
        ...(label !== undefined ? { label } : {}),
      },
    };

    function plainMagnitude(): Magnitude[] {
      const value = number('mag');
      if (value === undefined || Number.isNaN(value)) return [];
      const [by, count, error] = [word('magAgency') ?? agency, number('magStations'), number('magError')];
      return [
        {
          type: word('magType') ?? 'M',
          value,
          ...(error !== undefined ? { error } : {}),
          ...(count !== undefined ? { stations: count } : {}),
          ...(by !== undefined ? { agency: by } : {}),
        },
      ];
    }

    function namedMagnitudes(): Magnitude[] {
      return magnitudes.flatMap(({ type, agency: named, index, name }) => {
        const value = numberIn(row[index]);
        if (value === undefined || Number.isNaN(value)) return [];
        const count = numberIn(row[counts.get(name) ?? -1]);
        const beside = row[agencies.get(name) ?? -1]?.trim();
        const by = named ?? (beside || undefined) ?? word('magAgency') ?? agency;
        return [
          {
            type,
            value,
            ...(count !== undefined ? { stations: count } : {}),
            ...(by !== undefined ? { agency: by } : {}),
          },
        ];
      });
    }
  };
}

/** Seconds since 1970 of a date and a clock in two columns, or of one instant; US dates (01/02/1965) are month first. */
function timeOf(date: string | undefined, time: string | undefined, clock: string | undefined): number {
  if (date === undefined || /^\d{4}-\d\d-\d\dT/.test(time ?? ''))
    return time === undefined ? Number.NaN : secondsOf(time);
  if (/^\d{4}-\d\d-\d\dT/.test(date)) return secondsOf(date);
  const american = /^(\d\d?)\/(\d\d?)\/(\d{4})$/.exec(date);
  const day = american
    ? `${american[3]}-${american[1]!.padStart(2, '0')}-${american[2]!.padStart(2, '0')}`
    : date.replaceAll('/', '-');
  if (!isDay(day)) return Number.NaN;
  const [year, month, dayOfMonth] = day.split('-').map(Number) as [number, number, number];
  const [hour = 0, minute = 0, second = 0] = (clock ?? time ?? '0:0:0').split(':').map(Number);
  return utcSeconds(year, month, dayOfMonth, hour, minute, second);
}

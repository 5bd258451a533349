import { utcSeconds } from '../time/index.ts';
import type { BulletinItem, BulletinReader } from './bulletin.ts';
import { lineReader } from './lines.ts';
import type { Magnitude } from './magnitude.ts';
import { numberField, wordField } from './number-field.ts';
import { isPlace, judgedDepth, type Origin, wrappedLongitude } from './origin.ts';

const HYPOCENTRE = /^.{4} \d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d\.\d/;

const CATALOGUES: Readonly<Record<string, string>> = { PDE: 'NEIC', PDEW: 'NEIC', PDEQ: 'NEIC', MLI: 'HRVD' };

/**
 * Reads the Global CMT project's NDK: five lines an event. The hypocentre with its mb and Ms is the reporting catalogue's,
 * the centroid a second origin, Mw follows from the scalar moment (Hanks & Kanamori 1979: 2/3 (log10 M0 - 16.1), dyne-cm).
 */
export function ndkReader(): BulletinReader {
  let record: string[] = [];
  let startedAt = 0;
  return lineReader({
    line(line, number, out) {
      if (HYPOCENTRE.test(line)) {
        if (record.length > 0)
          out.push(trouble(startedAt, `it has ${record.length} lines instead of five`, record));
        record = [line];
        startedAt = number;
      } else if (record.length > 0) {
        record.push(line);
        if (record.length === 5) {
          out.push(eventFrom(record, startedAt));
          record = [];
        }
      } else if (line.trim() !== '')
        out.push(trouble(number, `${JSON.stringify(line.slice(0, 30))} begins no event`, []));
    },
    end(out) {
      if (record.length > 0)
        out.push(trouble(startedAt, `it has ${record.length} lines instead of five`, record));
      record = [];
    },
  });
}

const trouble = (line: number, what: string, record: readonly string[]): BulletinItem => ({
  trouble: {
    where: `line ${line}${record[1] === undefined ? '' : `, event ${record[1].slice(0, 16).trim()}`}`,
    what: `${what}; left out`,
  },
});

function eventFrom(record: readonly string[], number: number): BulletinItem {
  const [hypocentre = '', cmt = '', centroid = '', tensor = '', axes = ''] = record;
  const time = utcSeconds(
    Number(hypocentre.slice(5, 9)),
    Number(hypocentre.slice(10, 12)),
    Number(hypocentre.slice(13, 15)),
    Number(hypocentre.slice(16, 18)),
    Number(hypocentre.slice(19, 21)),
    Number(hypocentre.slice(22, 26)),
  );
  if (Number.isNaN(time))
    return trouble(number, `origin time ${JSON.stringify(hypocentre.slice(5, 26).trim())} is none`, record);
  const lat = numberField(hypocentre, 27, 33);
  const lon = numberField(hypocentre, 34, 41);
  if (lat === undefined || lon === undefined || !isPlace(lat, lon))
    return trouble(
      number,
      `place ${JSON.stringify(hypocentre.slice(27, 41).trim())} is not on Earth`,
      record,
    );
  const catalogue = wordField(hypocentre, 0, 4) ?? '';
  const agency = CATALOGUES[catalogue] ?? catalogue;
  const km = numberField(hypocentre, 42, 47);
  const region = wordField(hypocentre, 56, 80);
  const id = wordField(cmt, 0, 16) ?? `line ${number}`;
  const origins: Origin[] = [
    {
      id: `${id}/hypocentre`,
      agency,
      time,
      lat,
      lon: wrappedLongitude(lon),
      ...(km !== undefined && !Number.isNaN(km) ? { depth: judgedDepth(km, undefined, 'free') } : {}),
    },
  ];
  const moved = centroidFrom(centroid, time, id);
  if (moved !== undefined) origins.push(moved);
  const reported = (type: string, value: number | undefined): Magnitude[] =>
    value ? [{ type, value, agency, origin: `${id}/hypocentre` }] : [];
  const exponent = numberField(tensor, 0, 2);
  const moment = numberField(axes, 49, 56);
  const mw =
    exponent !== undefined && moment !== undefined && moment > 0
      ? Math.round(((2 / 3) * (Math.log10(moment) + exponent - 16.1) + Number.EPSILON) * 100) / 100
      : undefined;
  return {
    event: {
      id,
      origins,
      preferredOrigin: `${id}/hypocentre`,
      magnitudes: [
        ...reported('mb', numberField(hypocentre, 48, 51)),
        ...reported('MS', numberField(hypocentre, 52, 55)),
        ...(mw !== undefined && Number.isFinite(mw)
          ? [{ type: 'Mwc', value: mw, agency: 'GCMT', origin: `${id}/centroid` }]
          : []),
      ],
      ...(region !== undefined ? { region } : {}),
    },
  };
}

function centroidFrom(line: string, time: number, id: string): Origin | undefined {
  if (!line.startsWith('CENTROID:')) return undefined;
  const words = line.slice(9).trim().split(/\s+/);
  const [shift, , lat, , lon, , km, kmError] = words.map(Number) as number[];
  if (shift === undefined || lat === undefined || lon === undefined || !isPlace(lat, lon)) return undefined;
  const kind = words[8];
  return {
    id: `${id}/centroid`,
    agency: 'GCMT',
    time: time + shift,
    lat,
    lon: wrappedLongitude(lon),
    ...(km !== undefined
      ? { depth: judgedDepth(km, kmError, kind === 'FREE' ? 'free' : kind === 'FIX' ? 'fixed' : 'unknown') }
      : {}),
    centroid: true,
  };
}

import { utcSeconds } from '../time/index.ts';
import { type BulletinItem, type BulletinReader, UnreadableBulletin } from './bulletin.ts';
import { lineReader } from './lines.ts';
import type { Magnitude } from './magnitude.ts';
import { isPlace, judgedDepth, type Origin, wrappedLongitude } from './origin.ts';

const FIRST =
  /^(\d{4})\/(\d\d)\/(\d\d) (\d\d):(\d\d):(\d\d(?:\.\d*)?)(?: ?f)?\s+(-?\d+\.\d*)\s+(-?\d+\.\d*)(?: ?f)?(?:\s+(-?\d+\.\d*)(?: ?([fd]))?(?= |$))?(.*)$/;
const SECOND = /^\s+(?:([\d.]+)\s+)?\+-\s*([\d.]+)\s+([\d.]+)\s+([\d.]+)\s+(-?[\d.]+)(?:\s+\+-\s*([\d.]+))?/;
const MAGNITUDE = /([A-Za-z][A-Za-z0-9]?)\s*([<>])?\s*(-?\d\.\d)(?:\s+(\d+))?/g;

const DEVIATIONS_AT_90 = 1.645;

/** Reads GSE2.0 bulletins: two lines an origin, up to three magnitudes in the first; ellipses and errors at 90 %. */
export function gseReader(): BulletinReader {
  let id: string | undefined;
  let openedAt = 0;
  let count = 0;
  let isGse = false;
  let region: string | undefined;
  let inOrigins = false;
  let origins: Origin[] = [];
  let magnitudes: Magnitude[] = [];
  let bad: string[] = [];

  const close = (out: BulletinItem[]) => {
    if (id === undefined) return;
    out.push(
      origins.length === 0
        ? {
            trouble: {
              where: `line ${openedAt}, event ${id}`,
              what: `${bad[0] ?? 'it has no origin'}; the event is left out`,
            },
          }
        : {
            event: {
              id,
              origins,
              magnitudes,
              ...(region !== undefined ? { region } : {}),
              ...(bad.length > 0 ? { notes: bad } : {}),
            },
          },
    );
    id = undefined;
    region = undefined;
    origins = [];
    magnitudes = [];
    bad = [];
  };

  return lineReader({
    line(line, number, out) {
      isGse ||= /^(BEGIN|MSG_TYPE|DATA_TYPE|EVENT\s)/.test(line);
      if (/^EVENT\s+\S/.test(line)) {
        close(out);
        count += 1;
        id = line.slice(5).trim().split(/\s+/)[0] ?? `event ${count}`;
        openedAt = number;
        inOrigins = true;
      } else if (/^(STOP|DATA_TYPE)/.test(line)) close(out);
      else if (/^Sta\s/.test(line)) inOrigins = false;
      else if (id !== undefined && inOrigins && /^\d{4}\//.test(line)) {
        const read = firstLine(line, number);
        if (typeof read === 'string') bad.push(read);
        else {
          origins.push(read.origin);
          magnitudes.push(...read.magnitudes);
        }
      } else if (id !== undefined && inOrigins && origins.length > 0 && line.includes('+-')) {
        const last = origins.at(-1);
        if (last !== undefined) origins[origins.length - 1] = withErrors(last, line);
      } else if (id !== undefined && inOrigins && origins.length > 0 && /^\s{60,}\S+\s*$/.test(line)) {
        const last = origins.at(-1);
        if (last?.agency !== undefined) {
          const agency = last.agency + line.trim();
          origins[origins.length - 1] = { ...last, agency };
          magnitudes = magnitudes.map((m) => (m.origin === last.id ? { ...m, agency } : m));
        }
      } else if (
        id !== undefined &&
        inOrigins &&
        origins.length > 0 &&
        /^[A-Z][A-Z .,'-]+$/.test(line.trim())
      )
        region = line.trim();
    },
    end(out) {
      if (!isGse) throw new UnreadableBulletin('it has no heading of GSE2.0');
      close(out);
    },
  });
}

function firstLine(
  line: string,
  number: number,
): { readonly origin: Origin; readonly magnitudes: readonly Magnitude[] } | string {
  const fields = FIRST.exec(line);
  if (fields === null)
    return `line ${number}: ${JSON.stringify(line.slice(0, 45).trim())} is no origin of GSE2.0`;
  const [, year, month, day, hour, minute, second, lat, lon, km, flag, rest = ''] = fields;
  const time = utcSeconds(
    Number(year),
    Number(month),
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
  );
  if (Number.isNaN(time)) return `line ${number}: origin time ${JSON.stringify(line.slice(0, 21))} is none`;
  if (!isPlace(Number(lat), Number(lon))) return `line ${number}: place ${lat}, ${lon} is not on Earth`;
  const words = rest.trim().split(/\s+/);
  const originId = words.at(-1);
  const agency = words.at(-2);
  const [phases, stations, gap] = (/^\s*(\d+)\s+(\d+)\s+(\d+)/.exec(rest) ?? []).slice(1).map(Number);
  const magnitudes: Magnitude[] = [];
  for (const [, type = 'M', bound, value, count] of rest.matchAll(MAGNITUDE))
    magnitudes.push({
      type,
      value: Number(value),
      ...(count !== undefined ? { stations: Number(count) } : {}),
      ...(agency !== undefined ? { agency } : {}),
      ...(originId !== undefined ? { origin: originId } : {}),
      ...(bound === '<' || bound === '>' ? { bound } : {}),
    });
  return {
    origin: {
      ...(originId !== undefined ? { id: originId } : {}),
      ...(agency !== undefined ? { agency } : {}),
      time,
      lat: Number(lat),
      lon: wrappedLongitude(Number(lon)),
      ...(km !== undefined
        ? {
            depth: judgedDepth(
              Number(km),
              undefined,
              flag === 'f' ? 'fixed' : flag === 'd' ? 'phases' : 'free',
            ),
          }
        : {}),
      ...(phases !== undefined ? { phases } : {}),
      ...(stations !== undefined ? { stations } : {}),
      ...(gap !== undefined ? { gap } : {}),
    },
    magnitudes,
  };
}

function withErrors(origin: Origin, line: string): Origin {
  const fields = SECOND.exec(line);
  if (fields === null) return origin;
  const [major, minor, azimuth, depthError] = [fields[3], fields[4], fields[5], fields[6]].map((f) =>
    Number(f ?? 0),
  ) as [number, number, number, number];
  const { depth } = origin;
  return {
    ...origin,
    ...(depth !== undefined && depth.kind !== 'fixed' && depthError > 0
      ? {
          depth: judgedDepth(
            depth.km,
            depthError / DEVIATIONS_AT_90,
            depth.kind === 'phases' ? 'phases' : 'free',
          ),
        }
      : {}),
    ...(major > 0 && minor > 0
      ? {
          ellipse: {
            semiMajorKm: Math.max(major, minor),
            semiMinorKm: Math.min(major, minor),
            azimuthDeg: azimuth,
            confidence: 0.9,
          },
        }
      : {}),
  };
}

import { utcSeconds } from '../time/index.ts';
import {
  type BulletinEvent,
  type BulletinItem,
  type BulletinReader,
  UnreadableBulletin,
} from './bulletin.ts';
import { lineReader } from './lines.ts';
import type { Magnitude } from './magnitude.ts';
import { numberField, wordField } from './number-field.ts';
import { isPlace, judgedDepth, type Origin, wrappedLongitude } from './origin.ts';

/** What the lines under the last heading are. */
type Block = 'origins' | 'magnitudes' | 'none';

/** Event types of ISF by their second letter; the first says how sure (k known, s suspected, f felt, d damaging). */
const TYPES: Readonly<Record<string, string>> = {
  e: 'earthquake',
  x: 'explosion',
  n: 'nuclear explosion',
  m: 'mining explosion',
  h: 'chemical explosion',
  r: 'rock burst',
  i: 'induced event',
};

/** Lines by which a bulletin in ISF or IMS1.0 is known. */
const BEGINNING = /^(BEGIN|MSG_TYPE|DATA_TYPE|EVENT\s)|^\s*Date\s+Time\s/i;

/** 90 % two-sided as one standard deviation: ISF gives depth errors and ellipses at 90 % (Storchak 2006, ISF 1.0). */
const DEVIATIONS_AT_90 = 1.645;

/**
 * Reads IASPEI Seismic Format 1.0 and IMS1.0, short and long: origins with `f` (fixed) and `d` (depth phases) after the
 * depth, `(#PRIME)` and `(#CENTROID)`, magnitudes of every agency with IDC's own types. Phases are passed over.
 */
export function isfReader(): BulletinReader {
  let open: OpenEvent | undefined;
  let block: Block = 'none';
  let count = 0;
  let isIsf = false;

  const close = (out: BulletinItem[]) => {
    if (open !== undefined) out.push(finished(open));
    open = undefined;
  };
  return lineReader({
    line(line, number, out) {
      const first = line.charCodeAt(0);
      isIsf ||= BEGINNING.test(line);
      // "Event" or "EVENT"
      if (first === 69 && /^EVENT\s+\S/i.test(line)) {
        close(out);
        count += 1;
        const [, id = '', region] = /^EVENT\s+(\S+)\s*(.*?)\s*$/i.exec(line) ?? [];
        open = { id, region, index: count, line: number, origins: [], magnitudes: [], bad: [] };
        block = 'none';
        return;
      }
      if (/^\s*Date\s+Time\s/.test(line)) {
        if (open === undefined) {
          count += 1;
          open = { id: '', region: '', index: count, line: number, origins: [], magnitudes: [], bad: [] };
        }
        block = 'origins';
      } else if (line.startsWith('Magnitude')) block = 'magnitudes';
      else if (line.startsWith('Sta ') || line.startsWith('Year ')) block = 'none';
      else if (line.startsWith('STOP') || line.startsWith('DATA_TYPE')) {
        close(out);
        block = 'none';
      } else if (open !== undefined && block !== 'none') {
        if (first === 32 && line.startsWith(' (')) comment(open, line, block);
        else if (block === 'origins' && first >= 48 && first <= 57) addOrigin(open, line, number);
        else if (block === 'magnitudes' && line.trim() !== '') addMagnitude(open, line, number);
      }
    },
    end(out) {
      if (!isIsf) throw new UnreadableBulletin('it has no heading of ISF or IMS1.0');
      close(out);
    },
  });
}

interface OpenEvent {
  id: string;
  readonly region: string | undefined;
  readonly index: number;
  readonly line: number;
  readonly origins: Origin[];
  readonly magnitudes: Magnitude[];
  readonly bad: string[];
  label?: string;
}

function comment(event: OpenEvent, line: string, block: Block): void {
  const last = event.origins.at(-1);
  if (block !== 'origins' || last === undefined) return;
  if (line.startsWith(' (#PRIME)')) event.origins[event.origins.length - 1] = { ...last, prime: true };
  else if (line.startsWith(' (#CENTROID)'))
    event.origins[event.origins.length - 1] = { ...last, centroid: true };
}

function addOrigin(event: OpenEvent, line: string, number: number): void {
  const time = utcSeconds(
    Number(line.slice(0, 4)),
    Number(line.slice(5, 7)),
    Number(line.slice(8, 10)),
    Number(line.slice(11, 13)),
    Number(line.slice(14, 16)),
    Number(line.slice(17, 22).trim() || 0),
  );
  const lat = numberField(line, 36, 44);
  const lon = numberField(line, 45, 54);
  if (Number.isNaN(time)) {
    event.bad.push(`line ${number}: origin time ${JSON.stringify(line.slice(0, 22).trim())} is none`);
    return;
  }
  if (lat === undefined || lon === undefined || !isPlace(lat, lon)) {
    event.bad.push(
      `line ${number}: the origin of ${line.slice(0, 22).trim()} has ` +
        (lat === undefined || lon === undefined
          ? 'no place'
          : `no place on Earth (${line.slice(36, 54).trim()})`),
    );
    return;
  }
  const km = numberField(line, 71, 76);
  const flag = line[76];
  const depthError = numberField(line, 78, 82);
  const semiMajorKm = numberField(line, 55, 60);
  const semiMinorKm = numberField(line, 61, 66);
  const azimuth = numberField(line, 67, 70) ?? 0;
  const phases = numberField(line, 83, 87);
  const stations = numberField(line, 88, 92);
  const gap = numberField(line, 93, 96);
  const agency = wordField(line, 118, 127);
  const id = wordField(line, 128);
  const type = line.slice(115, 117);
  const what = type === 'ls' ? 'landslide' : type === 'uk' ? undefined : TYPES[type[1] ?? ''];
  if (what !== undefined) event.label = type[0] === 's' ? `suspected ${what}` : what;
  event.origins.push({
    ...(id !== undefined ? { id } : {}),
    ...(agency !== undefined ? { agency } : {}),
    time,
    lat,
    lon: wrappedLongitude(lon),
    ...(km !== undefined && !Number.isNaN(km)
      ? {
          depth: judgedDepth(
            km,
            depthError ? depthError / DEVIATIONS_AT_90 : undefined,
            flag === 'f' ? 'fixed' : flag === 'd' ? 'phases' : 'free',
          ),
        }
      : {}),
    ...(semiMajorKm && semiMinorKm
      ? {
          ellipse: {
            semiMajorKm: Math.max(semiMajorKm, semiMinorKm),
            semiMinorKm: Math.min(semiMajorKm, semiMinorKm),
            azimuthDeg: Math.max(azimuth, 0),
            confidence: 0.9,
          },
        }
      : {}),
    ...(stations ? { stations } : {}),
    ...(phases ? { phases } : {}),
    ...(gap !== undefined ? { gap } : {}),
  });
}

function addMagnitude(event: OpenEvent, line: string, number: number): void {
  const value = numberField(line, 6, 10);
  if (value === undefined) return;
  if (Number.isNaN(value)) {
    event.bad.push(`line ${number}: magnitude ${JSON.stringify(line.slice(0, 10).trim())} is no number`);
    return;
  }
  const bound = line[5];
  const error = numberField(line, 11, 14);
  const stations = numberField(line, 15, 19);
  const agency = wordField(line, 20, 29);
  const origin = wordField(line, 30);
  event.magnitudes.push({
    type: wordField(line, 0, 5) ?? 'M',
    value,
    ...(error ? { error } : {}),
    ...(stations ? { stations } : {}),
    ...(agency !== undefined ? { agency } : {}),
    ...(origin !== undefined ? { origin } : {}),
    ...(bound === '<' || bound === '>' ? { bound } : {}),
  });
}

function finished(open: OpenEvent): BulletinItem {
  const id = open.id || open.origins[0]?.id || `event ${open.index}`;
  if (open.origins.length === 0)
    return {
      trouble: {
        where: `line ${open.line}, event ${id}`,
        what: `${open.bad[0] ?? 'it has no origin'}; the event is left out`,
      },
    };
  const event: BulletinEvent = {
    id,
    origins: open.origins,
    magnitudes: open.magnitudes,
    ...(open.region ? { region: open.region } : {}),
    ...(open.label !== undefined ? { label: open.label } : {}),
    ...(open.bad.length > 0 ? { notes: open.bad.map((what) => `${what}; that line was left out`) } : {}),
  };
  return { event };
}

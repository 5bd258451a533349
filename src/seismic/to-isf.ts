import { instantOf } from '../time/index.ts';
import { atConfidence } from './error-ellipse.ts';
import type { Magnitude } from './magnitude.ts';
import type { Origin } from './origin.ts';
import type { ScreenedEvent } from './screened-event.ts';

export const ISF_BEGIN =
  'BEGIN IMS1.0\nMSG_TYPE DATA\nDATA_TYPE BULLETIN IMS1.0:short\nScreened by firstmove\n\n';
export const ISF_END = 'STOP\n';

const ORIGIN_HEADING =
  '   Date       Time        Err   RMS Latitude Longitude  Smaj  Smin  Az Depth   Err Ndef Nsta Gap  mdist  Mdist Qual   Author      OrigID';
const MAGNITUDE_HEADING = 'Magnitude  Err Nsta Author      OrigID';

/** 90 % two-sided over one standard deviation. */
const DEVIATIONS_AT_90 = 1.645;

/**
 * One screened event as ISF 1.0 (IMS1.0:short) with every origin and magnitude, errors at 90 %, the chosen origin marked
 * `(#PRIME)`, and the verdict with its terms as comment lines.
 */
export function eventAsIsf(screened: ScreenedEvent): string {
  const { event } = screened;
  const lines = [
    `Event ${plain(event.id, 200).replaceAll(' ', '_')} ${plain(event.region ?? '', 65)}`.trimEnd(),
    '',
    ORIGIN_HEADING,
  ];
  for (const origin of event.origins) {
    lines.push(originLine(origin));
    if (origin === screened.origin) lines.push(' (#PRIME)');
    if (origin.centroid) lines.push(' (#CENTROID)');
  }
  lines.push(
    ` (#PARAM firstmove_verdict=${screened.verdict} firstmove_screening=${screened.screening.verdict})`,
    ...screened.screening.terms.map(
      (t) => ` (firstmove ${t.name} ${t.value.toFixed(2)}: ${plain(t.says, 200)})`,
    ),
    '',
  );
  if (event.magnitudes.length > 0) lines.push(MAGNITUDE_HEADING, ...event.magnitudes.map(magnitudeLine), '');
  return `${lines.join('\n')}\n`;
}

function originLine(origin: Origin): string {
  const when = instantOf(Math.round(origin.time * 100) / 100);
  const ellipse = origin.ellipse === undefined ? undefined : atConfidence(origin.ellipse, 0.9);
  const { depth } = origin;
  const flag = depth?.kind === 'fixed' ? 'f' : depth?.kind === 'phases' ? 'd' : ' ';
  const error = depth?.errorKm === undefined ? undefined : depth.errorKm * DEVIATIONS_AT_90;
  return [
    `${when.slice(0, 10).replaceAll('-', '/')} ${when.slice(11, 22)}`, // 1-22
    ' '.repeat(14), // 23-36: fixed, error, rms
    right(origin.lat.toFixed(4), 8), // 37-44
    ' ',
    right(origin.lon.toFixed(4), 9), // 46-54
    ' ',
    right(axis(ellipse?.semiMajorKm), 5), // 56-60
    ' ',
    right(axis(ellipse?.semiMinorKm), 5), // 62-66
    ' ',
    right(ellipse === undefined ? '' : Math.round(ellipse.azimuthDeg).toFixed(0), 3), // 68-70
    ' ',
    right(depth === undefined ? '' : depth.km.toFixed(1), 5), // 72-76
    flag, // 77
    ' ',
    right(error === undefined ? '' : error.toFixed(error < 100 ? 1 : 0), 4), // 79-82
    ' ',
    right(origin.phases?.toFixed(0) ?? '', 4), // 84-87
    ' ',
    right(origin.stations?.toFixed(0) ?? '', 4), // 89-92
    ' ',
    right(origin.gap?.toFixed(0) ?? '', 3), // 94-96
    ' '.repeat(22), // 97-118
    plain(origin.agency ?? '', 9).padEnd(9), // 119-127
    ' ',
    plain(origin.id ?? '', 200),
  ]
    .join('')
    .trimEnd();
}

/** A semi-axis in five columns. */
const axis = (km: number | undefined): string =>
  km === undefined
    ? ''
    : km >= 10_000
      ? '9999'
      : km >= 1000
        ? km.toFixed(0)
        : km >= 100
          ? km.toFixed(1)
          : km.toFixed(2);

function magnitudeLine(magnitude: Magnitude): string {
  return [
    plain(magnitude.type, 5).padEnd(5),
    magnitude.bound ?? ' ',
    right(magnitude.value.toFixed(1), 4),
    ' ',
    right(magnitude.error?.toFixed(1) ?? '', 3),
    ' ',
    right(magnitude.stations?.toFixed(0) ?? '', 4),
    ' ',
    plain(magnitude.agency ?? '', 9).padEnd(9),
    ' ',
    plain(magnitude.origin ?? '', 200),
  ]
    .join('')
    .trimEnd();
}

const right = (text: string, width: number): string => text.padStart(width).slice(-width);

/** ASCII of one line: comments end at the closing bracket, so brackets inside are turned. */
const plain = (text: string, length: number): string =>
  text
    .replaceAll('±', '+-')
    .normalize('NFD')
    .replace(/[^\x20-\x7e]/g, '')
    .replaceAll('(', '[')
    .replaceAll(')', ']')
    .slice(0, length);

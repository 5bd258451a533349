import { instantOf } from '../time/index.ts';
import type { ScreenedEvent } from './screened-event.ts';

/** Columns of the table; it can be read back as a bulletin: time, latitude, longitude, mb and Ms keep their names. */
const COLUMNS: readonly (readonly [
  string,
  (event: ScreenedEvent) => string | number | boolean | undefined,
])[] = [
  ['id', (e) => e.id],
  ['time', (e) => instantOf(e.origin.time)],
  ['latitude', (e) => e.origin.lat],
  ['longitude', (e) => e.origin.lon],
  ['depth_km', (e) => e.origin.depth?.km],
  ['depth_error_km', (e) => e.origin.depth?.errorKm],
  [
    'depth_fixed',
    (e) => (e.origin.depth === undefined ? undefined : e.origin.depth.kind === 'fixed' ? 1 : 0),
  ],
  [
    'depth_phases',
    (e) => (e.origin.depth === undefined ? undefined : e.origin.depth.kind === 'phases' ? 1 : 0),
  ],
  ['semi_major_km', (e) => (e.ellipseAssumed ? undefined : round(e.ellipse90.semiMajorKm))],
  ['semi_minor_km', (e) => (e.ellipseAssumed ? undefined : round(e.ellipse90.semiMinorKm))],
  ['azimuth_deg', (e) => (e.ellipseAssumed ? undefined : round(e.ellipse90.azimuthDeg))],
  ['location_agency', (e) => e.origin.agency],
  ['mb', (e) => e.mb?.value],
  ['mb_agency', (e) => e.mb?.agency],
  ['n_mb', (e) => e.mb?.stations],
  ['Ms', (e) => e.Ms?.value],
  ['Ms_agency', (e) => e.Ms?.agency],
  ['n_Ms', (e) => e.Ms?.stations],
  ['label', (e) => e.event.label],
  ['place', (e) => e.event.region],
  ['nearest_site', (e) => e.association?.site.name],
  ['site_distance_km', (e) => round(e.association?.distanceKm)],
  ['site_probability', (e) => e.association?.probability.toFixed(4)],
  ['screening', (e) => e.screening.verdict],
  ['score', (e) => e.screening.score?.toFixed(3)],
  ['log_ratio_sum', (e) => e.screening.sum.toFixed(3)],
  ['verdict', (e) => e.verdict],
  ['yield_kt', (e) => e.yield?.kt],
  ['yield_low_kt', (e) => e.yield?.low],
  ['yield_high_kt', (e) => e.yield?.high],
  ['because', (e) => e.because.join('; ')],
];

const round = (value: number | undefined): string | undefined => value?.toFixed(1);

export const CSV_HEADING: string = COLUMNS.map(([name]) => name).join(',');

/** One line of the table. */
export function eventAsCsv(event: ScreenedEvent): string {
  return COLUMNS.map(([, cell]) => quoted(String(cell(event) ?? ''))).join(',');
}

/** Quoted where needed; a cell that a spreadsheet would take for a formula gets a leading apostrophe. */
function quoted(text: string): string {
  const safe = /^[=+@\t\r]|^-(?!\d*\.?\d+(?:e[+-]?\d+)?$)/i.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

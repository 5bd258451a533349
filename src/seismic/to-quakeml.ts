import { instantOf } from '../time/index.ts';
import type { Magnitude } from './magnitude.ts';
import type { Origin } from './origin.ts';
import type { ScreenedEvent } from './screened-event.ts';

export const QUAKEML_BEGIN = `<?xml version="1.0" encoding="UTF-8"?>
<q:quakeml xmlns="http://quakeml.org/xmlns/bed/1.2" xmlns:q="http://quakeml.org/xmlns/quakeml/1.2">
<eventParameters publicID="smi:firstmove/screen">
`;
export const QUAKEML_END = '</eventParameters>\n</q:quakeml>\n';

const DEPTH_TYPES = {
  free: 'from location',
  phases: 'constrained by depth phases',
  fixed: 'operator assigned',
  unknown: 'other',
} as const;

/**
 * One screened event as QuakeML 1.2: every origin and magnitude as read (metres, ellipses with their confidence), the
 * catalogue's label as it was, and the verdict with its terms as comments. No event type is set by this program.
 */
export function eventAsQuakeml(screened: ScreenedEvent): string {
  const { event } = screened;
  const base = resource(event.id);
  const originIds = new Map(event.origins.map((o, i) => [o, resource(o.id ?? `${base}/origin/${i + 1}`)]));
  const lines = [
    `<event publicID="${escaped(base)}">`,
    `<preferredOriginID>${escaped(originIds.get(screened.origin) ?? '')}</preferredOriginID>`,
    ...labelElement(event.label),
    ...(event.region === undefined
      ? []
      : [`<description><text>${escaped(event.region)}</text><type>region name</type></description>`]),
    comment(`firstmove verdict: ${screened.verdict}; screening: ${screened.screening.verdict}`),
    ...screened.screening.terms.map((t) => comment(`${t.name} ${t.value.toFixed(2)}: ${t.says}`)),
    ...screened.because.map(comment),
    ...event.origins.map((o) => originElement(o, originIds.get(o)!)),
    ...event.magnitudes.map((m, i) =>
      magnitudeElement(m, resource(m.id ?? `${base}/magnitude/${i + 1}`), event.origins, originIds),
    ),
    '</event>',
  ];
  return `${lines.join('\n')}\n`;
}

/**
 * A resource identifier of QuakeML; an id that is none already gets one of this program, in which characters that
 * identifiers must not have are written as `=` and their code.
 */
const resource = (id: string): string =>
  /^(smi|quakeml):/.test(id)
    ? id
    : `smi:firstmove/event/${id.replace(/[^\w.*()~'-]/g, (c) => `=${c.codePointAt(0)!.toString(16).padStart(4, '0')}`)}`;

/** The event types of QuakeML 1.2; a label that is none of them goes into a comment. */
const EVENT_TYPES = new Set(
  (
    'not existing|not reported|earthquake|anthropogenic event|collapse|cavity collapse|mine collapse|building collapse|' +
    'explosion|accidental explosion|chemical explosion|controlled explosion|experimental explosion|industrial explosion|' +
    'mining explosion|quarry blast|road cut|blasting levee|nuclear explosion|induced or triggered event|rock burst|' +
    'reservoir loading|fluid injection|fluid extraction|crash|plane crash|train crash|boat crash|other event|' +
    'atmospheric event|sonic boom|sonic blast|acoustic noise|thunder|avalanche|snow avalanche|debris avalanche|' +
    'hydroacoustic event|ice quake|slide|landslide|rockslide|meteorite|volcanic eruption'
  ).split('|'),
);

function labelElement(label: string | undefined): string[] {
  if (label === undefined) return [];
  const type = label.toLowerCase();
  return EVENT_TYPES.has(type) ? [`<type>${type}</type>`] : [comment(`the catalogue calls it "${label}"`)];
}

const comment = (text: string): string => `<comment><text>${escaped(text)}</text></comment>`;

function originElement(origin: Origin, id: string): string {
  const { depth, ellipse } = origin;
  return [
    `<origin publicID="${escaped(id)}">`,
    quantity('time', instantOf(origin.time)),
    quantity('latitude', origin.lat),
    quantity('longitude', origin.lon),
    ...(depth === undefined
      ? []
      : [
          `<depth><value>${metres(depth.km)}</value>${
            depth.errorKm === undefined ? '' : `<uncertainty>${metres(depth.errorKm)}</uncertainty>`
          }</depth>`,
          `<depthType>${DEPTH_TYPES[depth.kind]}</depthType>`,
        ]),
    ...(ellipse === undefined
      ? []
      : [
          '<originUncertainty><preferredDescription>uncertainty ellipse</preferredDescription>' +
            `<minHorizontalUncertainty>${metres(ellipse.semiMinorKm)}</minHorizontalUncertainty>` +
            `<maxHorizontalUncertainty>${metres(ellipse.semiMajorKm)}</maxHorizontalUncertainty>` +
            `<azimuthMaxHorizontalUncertainty>${ellipse.azimuthDeg}</azimuthMaxHorizontalUncertainty>` +
            `<confidenceLevel>${Number((ellipse.confidence * 100).toFixed(4))}</confidenceLevel></originUncertainty>`,
        ]),
    ...(origin.centroid ? ['<type>centroid</type>'] : []),
    ...quality(origin),
    ...(origin.agency === undefined ? [] : [creation(origin.agency)]),
    '</origin>',
  ].join('');
}

const quality = ({ stations, phases, gap }: Origin): string[] => {
  const parts = [
    ...(phases === undefined ? [] : [`<usedPhaseCount>${phases}</usedPhaseCount>`]),
    ...(stations === undefined ? [] : [`<usedStationCount>${stations}</usedStationCount>`]),
    ...(gap === undefined ? [] : [`<azimuthalGap>${gap}</azimuthalGap>`]),
  ];
  return parts.length === 0 ? [] : [`<quality>${parts.join('')}</quality>`];
};

function magnitudeElement(
  magnitude: Magnitude,
  id: string,
  origins: readonly Origin[],
  originIds: ReadonlyMap<Origin, string>,
): string {
  const of = origins.find((o) => o.id !== undefined && o.id === magnitude.origin);
  return [
    `<magnitude publicID="${escaped(id)}">`,
    `<mag><value>${magnitude.value}</value>${
      magnitude.error === undefined ? '' : `<uncertainty>${magnitude.error}</uncertainty>`
    }</mag>`,
    `<type>${escaped(magnitude.type)}</type>`,
    ...(of === undefined ? [] : [`<originID>${escaped(originIds.get(of) ?? '')}</originID>`]),
    ...(magnitude.stations === undefined ? [] : [`<stationCount>${magnitude.stations}</stationCount>`]),
    ...(magnitude.bound === undefined ? [] : [comment(`a bound only: ${magnitude.bound}`)]),
    ...(magnitude.agency === undefined ? [] : [creation(magnitude.agency)]),
    '</magnitude>',
  ].join('');
}

const quantity = (name: string, value: string | number): string =>
  `<${name}><value>${value}</value></${name}>`;
const creation = (agency: string): string =>
  `<creationInfo><agencyID>${escaped(agency)}</agencyID></creationInfo>`;
const metres = (km: number): number => Number((km * 1000).toFixed(1));

const escaped = (text: string): string =>
  text
    // Control characters: XML 1.0 has no way to write them.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

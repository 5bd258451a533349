import {
  type EventVerdict,
  magnitudeInWords,
  type ScreenedEvent,
  type YieldEstimate,
  type YieldVariant,
  yieldInWords,
} from '../seismic/index.ts';
import { printable } from '../text/printable.ts';
import { instantOf } from '../time/index.ts';

/** What a verdict says to a reader. */
export const VERDICT_IN_WORDS: Readonly<Record<EventVerdict, string>> = {
  earthquake_like: 'earthquake-like: the explosion hypothesis is rejected',
  consistent_with_nuclear_test: 'cannot be told from a nuclear test by bulletin data',
  explosion_like_unspecified: 'looks like an explosion, at no known test site',
  collapse_or_mine_like: 'looks like a collapse or an aftershock of the event before it',
  undetermined: 'undetermined: bulletin data do not decide',
  not_seen: 'not seen',
};

/** Verdicts that are told in full where nothing else is asked for. */
const TOLD_IN_FULL = new Set<EventVerdict>([
  'consistent_with_nuclear_test',
  'explosion_like_unspecified',
  'collapse_or_mine_like',
]);

/** Within this distance of a site's rim every event is told in full, in deviations of its location. */
const NEAR = 2;

/** How much of an event is told: in full where it matters, else on one line; or all in full, or all on one line. */
export type Length = 'by-weight' | 'full' | 'short';

/** An event in the terminal. */
export function eventAsText(event: ScreenedEvent, length: Length): string {
  const { origin, association, screening } = event;
  const near = (association?.edgeDeviations ?? Number.POSITIVE_INFINITY) <= NEAR;
  const when = `${instantOf(origin.time).slice(0, 19).replace('T', ' ')} UTC`;
  const where = `${degrees(origin.lat, 'N', 'S')} ${degrees(origin.lon, 'E', 'W')}`;
  const size = event.mb ?? event.insteadOfMb;
  const magnitude =
    size === undefined
      ? 'no magnitude'
      : magnitudeInWords(size) + (event.Ms === undefined ? '' : `, ${magnitudeInWords(event.Ms)}`);
  const head = `${when}  ${where}  ${magnitude}`;
  const matters = near || TOLD_IN_FULL.has(event.verdict);
  if (length === 'short' || (length === 'by-weight' && !matters)) {
    const { yield: y } = event;
    const yields =
      matters && y !== undefined ? `, if an explosion ${yieldInWords(y.low)} to ${yieldInWords(y.high)}` : '';
    return oneLine(`${head}  ${event.verdict}${yields}  ${event.event.region ?? ''}`);
  }
  const lines = [
    '',
    `${head}${event.event.region === undefined ? '' : `  ${event.event.region}`}`,
    `  id         ${event.id}`,
    `  verdict    ${VERDICT_IN_WORDS[event.verdict]}`,
    ...(association === undefined
      ? []
      : [
          `  site       ${association.distanceKm.toFixed(0)} km from ${association.site.name}, the nearest; probability within its disc ${association.probability.toFixed(2)}`,
        ]),
    `  screening  ${screening.verdict.replaceAll('_', ' ')}; terms in log10, above 0 for an earthquake, sum ${signed(screening.sum)}`,
    ...screening.terms.map((t) => `    ${signed(t.value)}  ${t.name.padEnd(8)} ${t.says}`),
    ...(event.yield === undefined ? [] : yieldLines(event.yield)),
    ...event.because.map((reason, i) => `  ${i === 0 ? 'because    ' : '           '}${reason}`),
  ];
  return lines.map(oneLine).join('\n');
}

function yieldLines(y: YieldEstimate): string[] {
  const isPossible = (v: YieldVariant) => v.beyondKt === undefined;
  const beyond = y.variants.filter((v) => !isPossible(v));
  const range = (v: { kt: number; low: number; high: number }) =>
    `${yieldInWords(v.kt)} (${yieldInWords(v.low)} to ${yieldInWords(v.high)})`;
  return [
    `  yield      if it was an explosion, fully coupled: ${range(y)}, 90 %`,
    `             ${y.says}`,
    ...y.relations.map((r) => `    ${yieldInWords(r.kt).padStart(7)}  ${r.name}: ${r.says} (${r.standing})`),
    '             the same signal from other ways of firing:',
    ...y.variants
      .filter(isPossible)
      .map((v) => `    ${yieldInWords(v.kt).padStart(7)}  ${v.name} (${v.standing})`),
    ...(beyond.length > 0
      ? [
          '             by arithmetic alone, since none so large is known:',
          ...beyond.map(
            (v) =>
              `    ${yieldInWords(v.kt).padStart(7)}  ${v.name} (${v.standing}); the largest known had ${yieldInWords(v.beyondKt!)}`,
          ),
        ]
      : []),
  ];
}

/** What a bulletin wrote can neither steer the terminal nor look like a line of the answer. */
const oneLine = (line: string): string => printable(line.replace(/[\n\t\u2028\u2029]/g, ' ')).trimEnd();

const signed = (value: number): string => (value < 0 ? '-' : '+') + Math.abs(value).toFixed(2);

const degrees = (value: number, positive: string, negative: string): string =>
  `${Math.abs(value).toFixed(3)} ${value < 0 ? negative : positive}`;

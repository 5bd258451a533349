import { addDays, type Day, instantOf } from '../time/index.ts';
import { roughKm } from './distance.ts';
import type { ScreenedEvent } from './screened-event.ts';
import { yieldInWords } from './yield.ts';

/** Which events bear on a claim: at sites of a host or a tester, or around a place. */
export interface TestQuestion {
  /** ISO 3166-1 alpha-3 code of a state whose sites count, as host or as tester. */
  readonly state?: string;
  /** Id of one site. */
  readonly site?: string;
  readonly near?: { readonly lat: number; readonly lon: number; readonly km: number };
}

/** What a bulletin says of the claim that a test took place on a day. */
export interface TestEvidence {
  /** The strongest verdict among the events; `not_seen` where none lies there on that day. */
  readonly verdict:
    | 'consistent_with_nuclear_test'
    | 'explosion_like_unspecified'
    | 'undetermined'
    | 'collapse_or_mine_like'
    | 'earthquake_like'
    | 'not_seen';
  readonly events: readonly ScreenedEvent[];
  readonly text: string;
}

const STRENGTH: readonly TestEvidence['verdict'][] = [
  'consistent_with_nuclear_test',
  'explosion_like_unspecified',
  'undetermined',
  'collapse_or_mine_like',
  'earthquake_like',
];

/** So much of the location's probability must lie at a site for an event to bear on it. */
const BEARS_ON = 0.05;

/**
 * The events of a bulletin that bear on a claimed test on one day (UTC), widened by `marginDays` on both sides where a
 * report's day may be local. The wording never says that a test was detected.
 */
export function eventsOnDay(
  screened: Iterable<ScreenedEvent>,
  day: Day,
  question: TestQuestion = {},
  marginDays = 0,
): TestEvidence {
  const from = addDays(day, -marginDays);
  const to = addDays(day, marginDays);
  const events = [...screened]
    .filter((event) => {
      const on = instantOf(event.origin.time).slice(0, 10);
      return on >= from && on <= to && bears(event, question);
    })
    .sort((a, b) => STRENGTH.indexOf(asStrength(a)) - STRENGTH.indexOf(asStrength(b)));
  const first = events[0];
  if (first === undefined)
    return {
      verdict: 'not_seen',
      events,
      text: `the bulletin lists no event ${where(question)} on ${day}; that does not exclude a test below what its stations would see`,
    };
  const verdict = asStrength(first);
  return { verdict, events, text: sentence(first, verdict) };
}

const asStrength = (event: ScreenedEvent): TestEvidence['verdict'] => event.verdict;

function bears(event: ScreenedEvent, { state, site, near }: TestQuestion): boolean {
  if (near !== undefined && roughKm(near.lat, near.lon, event.origin.lat, event.origin.lon) > near.km)
    return false;
  if (state === undefined && site === undefined) return true;
  const { association } = event;
  if (association === undefined || association.probability < BEARS_ON) return false;
  if (site !== undefined) return association.site.id === site;
  return association.site.host === state || association.site.testedBy.includes(state!);
}

const where = ({ state, site, near }: TestQuestion): string =>
  near !== undefined
    ? `within ${near.km} km of ${near.lat}, ${near.lon}`
    : site !== undefined
      ? `at ${site}`
      : state !== undefined
        ? `at a test site of ${state}`
        : 'at all';

function sentence(event: ScreenedEvent, verdict: TestEvidence['verdict']): string {
  const at = instantOf(event.origin.time).slice(0, 19).replace('T', ' ');
  const size = event.mb ?? event.insteadOfMb;
  const what = `event ${event.id} of ${at} UTC${size === undefined ? '' : `, ${size.type} ${size.value.toFixed(1)}`}`;
  const place =
    event.association === undefined
      ? ''
      : `, ${event.association.distanceKm.toFixed(0)} km from ${event.association.site.name}`;
  const y = event.yield;
  const coupled =
    y === undefined
      ? ''
      : `; if it was an explosion in hard contact with rock, ${yieldInWords(y.low)} to ${yieldInWords(y.high)}`;
  switch (verdict) {
    case 'consistent_with_nuclear_test':
      return `${what}${place}, cannot be told from a nuclear test by bulletin data${coupled}; bulletin data cannot tell nuclear from chemical`;
    case 'explosion_like_unspecified':
      return `${what}${place}, looks like an explosion by mb and Ms, at no known test site${coupled}`;
    case 'collapse_or_mine_like':
      return `${what}${place}, looks like a collapse or an aftershock`;
    case 'earthquake_like':
      return `${what}${place}: the explosion hypothesis is rejected by bulletin data`;
    default:
      return `${what}${place}: bulletin data do not decide between earthquake and explosion${coupled}`;
  }
}

import { addDays, type Day, dayAt, instantOf, inWords } from '../time/index.ts';
import { magnitudeInWords } from './magnitude-choice.ts';
import type { ScreenedBulletin } from './screened-bulletin.ts';
import type { EventVerdict, ScreenedEvent } from './screened-event.ts';
import type { TestSite } from './tables.ts';
import { yieldInWords } from './yield.ts';

/** The claim that a test took place: when, and at the sites of which states or at which sites. */
export interface TestQuestion {
  /** First and last day, both included. */
  readonly from: Day;
  readonly to: Day;
  /** ISO 3166-1 alpha-3 codes of states whose sites count, as host or as tester. */
  readonly states: readonly string[];
  /** How a sentence names them: "Russia". */
  readonly owner: string;
  /** Sites that the claim names; these then count alone. */
  readonly sites: readonly TestSite[];
}

/** What a bulletin says of the claim that a test took place. */
export interface TestEvidence {
  /** The strongest verdict among the events; `not_seen` where none lies there then. */
  readonly verdict: EventVerdict;
  /** The strongest first. */
  readonly events: readonly ScreenedEvent[];
  /** One sentence; it never says that a test was detected. */
  readonly text: string;
}

const STRENGTH: readonly EventVerdict[] = [
  'consistent_with_nuclear_test',
  'explosion_like_unspecified',
  'undetermined',
  'collapse_or_mine_like',
  'earthquake_like',
];

const dayOf = (event: ScreenedEvent): Day => dayAt(event.origin.time * 1000);

/**
 * The events of a bulletin that bear on a claimed test. Where one day is claimed and nothing is listed on it (UTC), the
 * days before and after count too, since a report's day may be local; the sentence then gives the day found.
 */
export function evidenceForTest(bulletin: ScreenedBulletin, question: TestQuestion): TestEvidence {
  const { from, to } = question;
  const between = (first: Day, last: Day) =>
    bulletin.atSites.filter(
      (event) => dayOf(event) >= first && dayOf(event) <= last && bears(event, question),
    );
  const exact = between(from, to);
  const found = exact.length > 0 || from !== to ? exact : between(addDays(from, -1), addDays(to, 1));
  const events = [...found].sort((a, b) => STRENGTH.indexOf(a.verdict) - STRENGTH.indexOf(b.verdict));
  const [first] = events;
  if (first === undefined) return { verdict: 'not_seen', events, text: silence(bulletin, question) };
  const more =
    events.length === 1
      ? ''
      : ` ${events.length - 1} more event${events.length === 2 ? '' : 's'} of that time may lie there too.`;
  const local =
    exact.length > 0 ? '' : ` The day (UTC) is not the one that was claimed, which may be a local one.`;
  return { verdict: first.verdict, events, text: `${sentence(first)}.${more}${local}` };
}

function bears({ association }: ScreenedEvent, { states, sites }: TestQuestion): boolean {
  if (association === undefined) return false;
  const { site } = association;
  if (sites.length > 0) return sites.some(({ id }) => id === site.id);
  return states.some((state) => site.host === state || site.testedBy.includes(state));
}

function silence({ read, from, to }: ScreenedBulletin, question: TestQuestion): string {
  const where =
    question.sites.length > 0
      ? `at ${question.sites.map(({ name }) => name).join(' or ')}`
      : `at a test site of ${question.owner}`;
  const when =
    question.from === question.to
      ? `on ${inWords(question.from)}`
      : `from ${inWords(question.from)} to ${inWords(question.to)}`;
  if (from === undefined || to === undefined) return 'No event is listed at all.';
  const [first, last] = [dayAt(from * 1000), dayAt(to * 1000)];
  const span = first === last ? `of ${inWords(first)}` : `of ${inWords(first)} to ${inWords(last)}`;
  const outside =
    question.to < first || question.from > last
      ? ', so the bulletin may not cover the time that was asked for'
      : '';
  return (
    `No event is listed ${where} ${when}; the bulletin’s ${read === 1 ? 'only event is' : `${read} events are`} ${span}${outside}. ` +
    'Silence does not exclude a test below what its stations would see (firstmove missed).'
  );
}

/** An event in a sentence without its full stop: when, how large, where, and what it can be told from. */
export function eventInWords(event: ScreenedEvent): string {
  const size = event.mb ?? event.insteadOfMb;
  const at = instantOf(event.origin.time);
  const magnitude = size === undefined ? '' : `, ${magnitudeInWords(size)}`;
  const place =
    event.association === undefined
      ? ''
      : `, ${event.association.distanceKm.toFixed(0)} km from the centre of ${event.association.site.name}`;
  return `event ${event.id} of ${inWords(at.slice(0, 10))}, ${at.slice(11, 16)} UTC${magnitude}${place}`;
}

function sentence(event: ScreenedEvent): string {
  const what = eventInWords(event).replace(/^e/, 'E');
  const y = event.yield;
  const coupled =
    y === undefined
      ? ''
      : `; if it was an explosion in hard contact with rock, it had ${yieldInWords(y.low)} to ${yieldInWords(y.high)}`;
  switch (event.verdict) {
    case 'consistent_with_nuclear_test':
      return `${what}, cannot be told from a nuclear test by bulletin data, which do not tell nuclear from chemical${coupled}`;
    case 'explosion_like_unspecified':
      return `${what}, looks like an explosion by mb and Ms${coupled}`;
    case 'collapse_or_mine_like':
      return `${what}, looks like a collapse or an aftershock of the event before it`;
    case 'earthquake_like':
      return `${what}: bulletin data reject that it was an explosion`;
    default:
      return `${what}: bulletin data do not decide between earthquake and explosion${coupled}`;
  }
}

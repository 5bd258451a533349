import type { Claim } from '../claims/claim.ts';
import {
  type EventVerdict,
  evidenceForTest,
  type ScreenedBulletin,
  type ScreenedEvent,
  sitesIn,
  type TestSite,
} from '../seismic/index.ts';
import { addDays, type Day } from '../time/day.ts';
import { instantOf } from '../time/instant.ts';
import { firstDay, lastDay } from '../time/partial-date.ts';
import { type Ledger, nameOf, ownCodes } from './ledger.ts';

/** An event of a bulletin that bears on a claim, in short; `firstmove screen` tells all of it. */
export interface EventInShort {
  readonly id: string;
  readonly time: string;
  readonly verdict: EventVerdict;
  readonly magnitude?: { readonly type: string; readonly value: number };
  readonly site: { readonly id: string; readonly distanceKm: number; readonly probability: number };
  /** Fully coupled, 5, 50 and 95 % quantiles, kt. */
  readonly yield?: { readonly kt: number; readonly low: number; readonly high: number };
}

/** What a bulletin says of a claim, beside the ledger's verdict, which it never changes. */
export interface BulletinEvidence {
  readonly verdict: EventVerdict;
  readonly text: string;
  readonly events: readonly EventInShort[];
}

/** So many events are carried in short. */
const MOST_EVENTS = 10;

/**
 * What a bulletin says of a claim that a test did or did not take place, on the days that the claim names (a time without
 * an end runs to `asOf`). The place is the site that the claim's sentence names, else any site of its actor. Undefined
 * where the claim is of something else, names no time, or neither a state nor a site.
 *
 * @param words the sentence of the claim, in which a site may be named.
 */
export function evidenceForClaim(
  ledger: Ledger,
  claim: Claim,
  words: string,
  asOf: Day,
  bulletin: ScreenedBulletin,
  sites: readonly TestSite[],
): BulletinEvidence | undefined {
  if (claim.act !== 'test' && claim.act !== 'resume-test') return undefined;
  if (claim.modality !== 'done' && claim.modality !== 'denied') return undefined;
  if (claim.time?.from === undefined) return undefined;
  const named = sitesIn(words, sites);
  const states = ledger.names.has(claim.actor) ? ownCodes(ledger, claim.actor) : [];
  if (named.length === 0 && states.length === 0) return undefined;
  // "Not since 1990" speaks of the days after that year.
  const isSince = claim.time.to === undefined && claim.polarity === 'negative';
  const from = isSince ? addDays(lastDay(claim.time.from), 1) : firstDay(claim.time.from);
  const to = claim.time.to === undefined ? asOf : lastDay(claim.time.to);
  if (to < from) return undefined;
  const { verdict, text, events } = evidenceForTest(bulletin, {
    from,
    to,
    states,
    owner: nameOf(ledger, claim.actor),
    sites: named,
  });
  return { verdict, text, events: events.slice(0, MOST_EVENTS).map(inShort) };
}

function inShort({
  id,
  origin,
  verdict,
  mb,
  insteadOfMb,
  association,
  ...event
}: ScreenedEvent): EventInShort {
  const size = mb ?? insteadOfMb;
  const { site, distanceKm, probability } = association!;
  return {
    id,
    time: instantOf(origin.time),
    verdict,
    ...(size === undefined ? {} : { magnitude: { type: size.type, value: size.value } }),
    site: {
      id: site.id,
      distanceKm: Math.round(distanceKm * 10) / 10,
      probability: Math.round(probability * 1e4) / 1e4,
    },
    ...(event.yield === undefined
      ? {}
      : { yield: { kt: event.yield.kt, low: event.yield.low, high: event.yield.high } }),
  };
}

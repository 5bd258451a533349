import { firstDay, inWords, lastDay } from '../../time/partial-date.ts';
import { actsByState } from '../act-index.ts';
import type { AsOf, Evidence } from '../judgement.ts';
import type { Ledger, TreatyAct } from '../ledger.ts';
import { CONSENT } from '../standing.ts';
import { titleWithin } from '../treaties-from-rows.ts';
import type { TreatyActKind, When } from './proposition.ts';
import { isEmpty, windowOf } from './window.ts';

export const title = (ledger: Ledger, treaty: string): string =>
  titleWithin(ledger.treaties.get(treaty)!.title);

/** The record of a treaty as what decides, where no single act can. */
export function theRecord(ledger: Ledger, treaty: string, words: string): Evidence {
  const row = ledger.treaties.get(treaty)!;
  const own = ledger.treatyActs.find((act) => act.treaty === treaty);
  return {
    fact: `list:${treaty}`,
    text: `The record of ${title(ledger, treaty)}, collected until ${inWords(ledger.collectedUntil.treaties)}, ${words}.`,
    source: own?.source ?? row.source,
  };
}

/** The end of a treaty as a row. */
export const endOf = (ledger: Ledger, treaty: string): Evidence => {
  const row = ledger.treaties.get(treaty)!;
  return {
    fact: `treaty:${treaty}`,
    text: `${row.title}: ended on ${inWords(row.ended ?? '')}${row.rule ? ` (${row.rule})` : ''}.`,
    source: row.source,
  };
};

export const cut = (ledger: Ledger): string =>
  `Treaty acts were collected until ${inWords(ledger.collectedUntil.treaties)}.`;

/**
 * Two-sided treaties: the ledger has their signatures and entry into force, not every act under them. A treaty with a rule
 * of its own is recorded in full, however few its states.
 */
export const isBilateral = (ledger: Ledger, treaty: string): boolean =>
  !ledger.entryRules.has(treaty) && (actsByState(ledger).get(treaty)?.size ?? 0) <= 2;

/** A state's own acts; the acts of the state that it continues are its own. */
export function stateOf(ledger: Ledger, code: string): string {
  const heir = [...ledger.continues].find(([, earlier]) => earlier === code);
  return heir?.[0] ?? code;
}

export const SHOWS: Readonly<Record<TreatyActKind, (act: TreatyAct) => boolean>> = {
  sign: ({ act }) => act === 'signature',
  ratify: ({ act }) => CONSENT.has(act),
  accede: ({ act }) => CONSENT.has(act) && act !== 'ratification',
  join: ({ act }) => CONSENT.has(act),
  revoke: ({ act }) => act === 'ratification-withdrawn',
  leave: ({ act }) => act === 'withdrawal',
  suspend: ({ act }) => act === 'suspension',
  unsign: ({ act }) => act === 'signature-withdrawn',
};

export const UNDOES: Readonly<Partial<Record<TreatyActKind, readonly string[]>>> = {
  ratify: ['ratification-withdrawn', 'withdrawal'],
  join: ['ratification-withdrawn', 'withdrawal'],
  accede: ['ratification-withdrawn', 'withdrawal'],
  sign: ['signature-withdrawn'],
};

/** Whether an act's day fits the times of the clause; "since 1996" holds for what holds since then. */
export function fits(date: string, whens: readonly When[], when: AsOf): boolean {
  const window = windowOf(
    whens.map((own) => (own.rel === 'past' ? { ...own } : own)),
    when.asOf,
    false,
  );
  return !isEmpty(window) && firstDay(date) <= window.to && lastDay(date) >= window.from;
}

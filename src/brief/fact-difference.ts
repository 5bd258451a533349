import { type Ledger, type SupposedLedger, type TreatyStatus, treatyStatus } from '../ledger/index.ts';
import { addDays, type Day } from '../time/day.ts';
import type { Brief, News } from './brief.ts';

/** What supposed facts change, beside what they set off in the stand-off. */
export interface FactDifference {
  readonly facts: readonly string[];
  readonly treaties: readonly {
    readonly treaty: string;
    readonly title: string;
    readonly before: TreatyStatus;
    readonly after: TreatyStatus;
    /** When it would enter into force, where the supposed acts complete what its rule needs. */
    readonly entersOn?: Day;
  }[];
  /** Claims whose verdict would be another. */
  readonly verdicts: readonly {
    readonly claim: string;
    readonly quote: string;
    readonly before: string;
    readonly after: string;
    readonly note: string;
  }[];
  /** Conditions of positions that would be met. */
  readonly conditions: readonly News[];
  /** Options whose place in the status quo would change. */
  readonly options: Readonly<Record<string, boolean>>;
}

/** The day on which a treaty not yet in force enters it if nothing else changes. */
function entry(ledger: Ledger, treaty: string, asOf: Day): { readonly entersOn?: Day } {
  const days = ledger.entryRules.get(treaty)?.daysAfter;
  if (days === undefined || treatyStatus(ledger, treaty, { asOf }).inForce) return {};
  const { since } = treatyStatus(ledger, treaty, { asOf: addDays(asOf, days) });
  return since === undefined ? {} : { entersOn: since };
}

/** The difference between the brief by a ledger and the brief by the same ledger with supposed facts. */
export function factDifference(
  before: Brief,
  after: Brief,
  ledger: Ledger,
  { ledger: supposed, facts }: SupposedLedger,
): FactDifference {
  const treaties = [...new Set(facts.flatMap((fact) => ('treaty' in fact ? [fact.treaty] : [])))];
  const checks = new Map(before.claims.map(({ id, check }) => [id, check]));
  const known = new Set(before.news.map(({ text }) => text));
  const taken = new Map(before.standoff.options.map((option) => [option.id, option.taken]));
  return {
    facts: facts.map(({ text }) => text),
    treaties: treaties.map((treaty) => ({
      treaty,
      title: ledger.treaties.get(treaty)!.title,
      before: treatyStatus(ledger, treaty, before.asOf),
      after: treatyStatus(supposed, treaty, after.asOf),
      ...entry(supposed, treaty, after.asOf.asOf),
    })),
    verdicts: after.claims.flatMap(({ id, quote, check }) => {
      const then = checks.get(id);
      return then === undefined || then.verdict === check.verdict
        ? []
        : [{ claim: id, quote, before: then.verdict, after: check.verdict, note: check.note }];
    }),
    conditions: after.news.filter(({ kind, text }) => kind.startsWith('trigger-') && !known.has(text)),
    options: Object.fromEntries(
      after.standoff.options.flatMap((option) =>
        taken.get(option.id) === option.taken ? [] : [[option.id, option.taken]],
      ),
    ),
  };
}

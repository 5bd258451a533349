import { inWords, type PartialDate } from '../../time/partial-date.ts';
import { type Ledger, type NuclearTest, nameOf, type TreatyAct } from '../ledger.ts';
import { atStart } from '../state-name.ts';
import type { Proposition, TreatyActKind, When } from './proposition.ts';
import { readStatement } from './read.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Where a supposed fact comes from. */
export const SUPPOSED = 'supposed';

/** A sentence that cannot be supposed: why, and what can. */
export class UnsupposableError extends Error {}

const ACTS: Readonly<Partial<Record<TreatyActKind, string>>> = {
  sign: 'signature',
  ratify: 'ratification',
  accede: 'accession',
  join: 'accession',
  revoke: 'ratification-withdrawn',
  leave: 'withdrawal',
  suspend: 'suspension',
};

const DONE: Readonly<Record<string, string>> = {
  signature: 'signed',
  ratification: 'ratified',
  accession: 'acceded to',
  'ratification-withdrawn': 'withdrew its ratification of',
  withdrawal: 'withdrew from',
  suspension: 'suspended',
};

function dayOf(whens: readonly When[], today: PartialDate, sentence: string): PartialDate {
  const [when, ...others] = whens;
  if (when === undefined) return today;
  if (others.length > 0 || when.rel !== 'in' || when.from === undefined)
    throw new UnsupposableError(
      `"${sentence}" names no one day; write "on 1 December 2026", or no day for today`,
    );
  return when.from;
}

function factsOf(ledger: Ledger, proposition: Proposition, today: PartialDate, sentence: string) {
  const refuse = (): never => {
    throw new UnsupposableError(
      `"${sentence}" cannot be supposed; suppose that named states tested, or signed, ratified, joined, suspended, left or revoked a treaty`,
    );
  };
  if (proposition.kind === 'tests' && proposition.polarity && proposition.scope.codes !== undefined) {
    const date = dayOf(proposition.scope.whens, today, sentence);
    return {
      acts: [],
      tests: proposition.scope.codes.map(
        (state): NuclearTest => ({
          id: `supposed:test/${state}/${date}`,
          date,
          recorded: date,
          text: `Supposed: ${nameOf(ledger, state)} tested on ${inWords(date)}.`,
          source: SUPPOSED,
          state,
          site: '',
          siteName: proposition.scope.place?.name ?? 'a place not told',
          host: '',
          name: '',
          kind: 'weapon',
          environment: proposition.scope.environment ?? 'underground',
          devices: 1,
          flags: [],
        }),
      ),
    };
  }
  if (proposition.kind !== 'treaty-act' || !proposition.polarity || proposition.subject.mode !== 'each')
    return refuse();
  const act = ACTS[proposition.act] ?? refuse();
  const { treaty, subject, whens } = proposition;
  const date = dayOf(whens, today, sentence);
  return {
    tests: [],
    acts: subject.codes.map(
      (state): TreatyAct => ({
        id: `supposed:${treaty}/${state}/${act}/${date}`,
        date,
        recorded: date,
        text: `Supposed: ${atStart(ledger.names.get(state) ?? state)} ${DONE[act]} the ${ledger.treaties.get(treaty)!.title} on ${inWords(date)}.`,
        source: SUPPOSED,
        treaty,
        state,
        act,
        otherDates: [],
        singleSource: false,
      }),
    ),
  };
}

const byDate = (a: { readonly date: string }, b: { readonly date: string }): number =>
  a.date < b.date ? -1 : a.date > b.date ? 1 : 0;

/** A ledger with supposed facts among its own, and those facts. */
export interface SupposedLedger {
  readonly ledger: Ledger;
  readonly facts: readonly (NuclearTest | TreatyAct)[];
}

/**
 * The ledger as it would be if plain sentences were so, such as "Russia ratified the CTBT on 1 December 2026": tests and
 * acts under treaties, each marked as supposed. The ledger itself stays as it is.
 * @throws UnsupposableError for a sentence that is not understood, or tells neither.
 */
export function ledgerSupposing(
  ledger: Ledger,
  vocabulary: Vocabulary,
  sentences: readonly string[],
  today: PartialDate,
): SupposedLedger {
  const found = sentences.flatMap((sentence) => {
    const reading = readStatement(vocabulary, sentence, today);
    if ('unread' in reading)
      throw new UnsupposableError(`"${sentence}" was not understood: ${reading.unread}`);
    if ('unlisted' in reading)
      throw new UnsupposableError(
        `the ledger keeps no list of ${reading.unlisted}, so "${sentence}" changes nothing`,
      );
    return reading.clauses.map(({ proposition }) => factsOf(ledger, proposition, today, sentence));
  });
  const tests = found.flatMap((one) => one.tests);
  const acts = found.flatMap((one) => one.acts);
  return {
    facts: [...tests, ...acts],
    ledger: {
      ...ledger,
      tests: [...ledger.tests, ...tests].sort(byDate),
      treatyActs: [...ledger.treatyActs, ...acts].sort(byDate),
    },
  };
}

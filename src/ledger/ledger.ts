import type { PartialDate } from '../time/partial-date.ts';
import type { Fact } from './fact.ts';
import { inSentence } from './state-name.ts';

/** A nuclear explosion of the test list. */
export interface NuclearTest extends Fact {
  readonly state: string;
  readonly site: string;
  readonly siteName: string;
  /** The state on whose land it was made, where the list tells. */
  readonly host: string;
  readonly name: string;
  readonly kind: 'weapon' | 'peaceful' | 'safety' | 'combat';
  readonly environment: string;
  readonly devices: number;
  readonly yieldLowerKt?: number;
  readonly yieldUpperKt?: number;
  /** Degrees, where the list gives a place. */
  readonly lat?: number;
  readonly lon?: number;
  readonly flags: readonly string[];
}

/** A place where tests were made. */
export interface TestSite {
  readonly id: string;
  readonly name: string;
  /** Names under which reports speak of it, and regions that hold it. */
  readonly aliases: readonly string[];
  readonly regions: readonly string[];
  readonly host: string;
  /** Degrees. */
  readonly lat?: number;
  readonly lon?: number;
}

/** An act of a state under a treaty: signature, ratification, withdrawal, … */
export interface TreatyAct extends Fact {
  readonly treaty: string;
  readonly state: string;
  readonly act: string;
  /** Days that other sources give for the same act, as "1964-12-15 (GGO)". */
  readonly otherDates: readonly string[];
  /** Rests on one source only. */
  readonly singleSource: boolean;
}

export interface Treaty {
  readonly id: string;
  readonly title: string;
  readonly opened?: PartialDate;
  readonly inForce?: PartialDate;
  /** A day that other sources give for the entry into force. */
  readonly otherInForce?: PartialDate;
  readonly ended?: PartialDate;
  readonly rule: string;
  readonly source: string;
}

/** What somebody said or did on a day, from the timeline. */
export interface Statement extends Fact {
  readonly actors: readonly string[];
  readonly person: string;
  readonly role: string;
  readonly act: string;
  readonly topic: string;
  readonly condition: string;
}

/** A weapon programme in its reported state. */
export interface Programme extends Fact {
  readonly state: string;
  readonly name: string;
}

/** One estimator's figure for a state's warheads in a year. */
export interface StockpileFigure extends Fact {
  readonly state: string;
  readonly year: number;
  /** military-stockpile, total-inventory, deployed, stored or retired. */
  readonly measure: string;
  readonly value: number;
  readonly estimator: string;
}

/** One estimate of one test; estimates that disagree stand side by side. */
export interface Estimate extends Fact {
  readonly test: string;
  readonly state: string;
  readonly estimator: string;
  /** yield_kt, mb or magnitude. */
  readonly quantity: string;
  readonly value?: number;
  readonly low?: number;
  readonly high?: number;
}

/** A published total that differs from the count of the list. */
export interface PublishedCount extends Fact {
  readonly state: string;
  readonly year?: string;
  readonly measure: string;
  readonly value: number;
  readonly note: string;
}

/** A person's time in an office, as far as a source shows it. */
export interface Tenure extends Fact {
  readonly person: string;
  readonly aliases: readonly string[];
  readonly role: string;
  readonly state: string;
  readonly from?: PartialDate;
  readonly to?: PartialDate;
  /** A day on which a page names the person in the office. */
  readonly seenOn?: PartialDate;
  /** Until when the source looked: an open end is known only until then. */
  readonly knownUntil?: PartialDate;
}

/** What brings a treaty into force: consent of every listed state, or of so many, and days after that. */
export interface EntryRule {
  readonly states: readonly string[];
  readonly ratifications?: number;
  readonly daysAfter: number;
  readonly text: string;
  readonly source: string;
}

/** Which rows bear on an act of a claim; see ledger.yaml. */
export interface StatementRule {
  readonly acts: readonly string[];
  readonly topics: readonly string[];
  readonly positions: readonly string[];
}

export interface TreatyActRule {
  readonly acts: readonly string[];
  readonly undone: readonly string[];
}

/** What would meet a condition of the timeline: `when` is found in its words. */
export interface TriggerRule {
  readonly when: RegExp;
  readonly event: 'test';
  /** The state whose act meets it; OTHERS is any state but the speaker. */
  readonly by: string;
}

/** Until when each kind of row was collected. */
export interface CollectedUntil {
  readonly tests: PartialDate;
  readonly treaties: PartialDate;
  readonly statements: PartialDate;
}

/** Cited facts of one stand-off, in the order of their dates. */
export interface Ledger {
  readonly tests: readonly NuclearTest[];
  /** Explosions that a list holds as putative: neither counted nor denied. */
  readonly putative: readonly NuclearTest[];
  readonly sites: ReadonlyMap<string, TestSite>;
  readonly treatyActs: readonly TreatyAct[];
  readonly treaties: ReadonlyMap<string, Treaty>;
  readonly statements: readonly Statement[];
  readonly programmes: readonly Programme[];
  readonly stockpiles: readonly StockpileFigure[];
  readonly estimates: readonly Estimate[];
  readonly publishedCounts: readonly PublishedCount[];
  readonly tenures: readonly Tenure[];
  readonly entryRules: ReadonlyMap<string, EntryRule>;
  readonly statementRules: ReadonlyMap<string, StatementRule>;
  readonly treatyActRules: ReadonlyMap<string, TreatyActRule>;
  readonly triggerRules: readonly TriggerRule[];
  /** How the shown value is chosen where sources disagree, by kind of value. */
  readonly choices: ReadonlyMap<string, string>;
  readonly collectedUntil: CollectedUntil;
  /** Names of states by code, for sentences. */
  readonly names: ReadonlyMap<string, string>;
  /** The state that a state continues: Russia continues the Soviet Union. */
  readonly continues: ReadonlyMap<string, string>;
}

/** The codes whose facts count as a state's own: its own and those of the state it continues. */
export function ownCodes({ continues }: Ledger, state: string): readonly string[] {
  const before = continues.get(state);
  return before === undefined ? [state] : [state, before];
}

/** A state's name as it stands within a sentence. */
export const nameOf = ({ names }: Ledger, code: string): string => inSentence(names.get(code) ?? code);

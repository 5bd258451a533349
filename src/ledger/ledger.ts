import type { PartialDate } from '../time/partial-date.ts';
import type { Fact } from './fact.ts';
import { inSentence } from './state-name.ts';

/** A nuclear explosion of the test list. */
export interface NuclearTest extends Fact {
  readonly state: string;
  readonly site: string;
  readonly siteName: string;
  readonly name: string;
  readonly environment: string;
  readonly devices: number;
  readonly yieldLowerKt?: number;
  readonly yieldUpperKt?: number;
}

/** An act of a state under a treaty: signature, ratification, withdrawal, … */
export interface TreatyAct extends Fact {
  readonly treaty: string;
  readonly state: string;
  readonly act: string;
}

export interface Treaty {
  readonly id: string;
  readonly title: string;
  readonly opened?: PartialDate;
  readonly inForce?: PartialDate;
  readonly ended?: PartialDate;
  readonly rule: string;
  readonly source: string;
}

/** What somebody said or did on a day, from the timeline. */
export interface Statement extends Fact {
  readonly actors: readonly string[];
  readonly person: string;
  readonly act: string;
  readonly topic: string;
  readonly condition: string;
}

/** A weapon programme in its reported state. */
export interface Programme extends Fact {
  readonly state: string;
  readonly name: string;
}

export interface EntryRule {
  readonly states: readonly string[];
  readonly daysAfter: number;
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

/** Until when each kind of row was collected. */
export interface CollectedUntil {
  readonly tests: PartialDate;
  readonly treaties: PartialDate;
  readonly statements: PartialDate;
}

/** Cited facts of one stand-off, in the order of their dates. */
export interface Ledger {
  readonly tests: readonly NuclearTest[];
  readonly treatyActs: readonly TreatyAct[];
  readonly treaties: ReadonlyMap<string, Treaty>;
  readonly statements: readonly Statement[];
  readonly programmes: readonly Programme[];
  readonly entryRules: ReadonlyMap<string, EntryRule>;
  readonly statementRules: ReadonlyMap<string, StatementRule>;
  readonly treatyActRules: ReadonlyMap<string, TreatyActRule>;
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

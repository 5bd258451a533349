import type { PartialDate } from '../../time/partial-date.ts';
import type { Deed, OfficeName } from './slot.ts';

/** How a time is tied to what happens in it. */
export interface When {
  readonly rel: 'in' | 'since' | 'after' | 'before' | 'until' | 'past';
  readonly from?: PartialDate;
  readonly to?: PartialDate;
  /** Names a stretch ("the Soviet era") and not the day of something. */
  readonly era?: boolean;
  /** For `past`: the stretch that ends on the day asked for. */
  readonly years?: number;
  /** The number of years is a bound ("more than 30 years") or rough. */
  readonly about?: boolean;
  readonly text: string;
}

export type Relation = '=' | '>' | '>=' | '<' | '<=' | '~';

export interface Count {
  readonly relation: Relation;
  readonly value: number;
}

/** A site, a region of sites, or a state on whose land tests were made. */
export interface Place {
  readonly name?: string;
  readonly host?: string;
}

/** Who does it: named states, none, only the named, none but the named, or so many. */
export interface Subject {
  readonly mode: 'each' | 'none' | 'only' | 'none-but' | 'count';
  readonly codes: readonly string[];
  readonly count?: Count;
  /** Of how many: "36 of the 44". */
  readonly of?: number;
  /** Among the states of the treaty's list. */
  readonly listed?: boolean;
  /** A person named in the place of the state. */
  readonly person?: string;
}

export interface TestScope {
  /** States whose tests are meant; any, where none is named. */
  readonly codes?: readonly string[];
  readonly place?: Place;
  readonly environment?: string;
  readonly whens: readonly When[];
}

export type TreatyActKind = 'sign' | 'ratify' | 'accede' | 'join' | 'revoke' | 'leave' | 'suspend' | 'unsign';

/** What a sentence says, in the terms of the ledger. */
export type Proposition =
  | { readonly kind: 'tests'; readonly scope: TestScope; readonly polarity: boolean; readonly never: boolean }
  | {
      readonly kind: 'test-count';
      readonly scope: TestScope;
      readonly count: Count;
      readonly unit: 'tests' | 'devices';
      readonly polarity: boolean;
    }
  | {
      readonly kind: 'test-edge';
      readonly edge: 'first' | 'last' | number;
      readonly scope: TestScope;
      readonly place?: Place;
      readonly environment?: string;
      readonly whens: readonly When[];
      /** Said of the end of testing, which may come after the last test. */
      readonly loosely?: boolean;
      readonly polarity: boolean;
    }
  | {
      readonly kind: 'test-again';
      readonly scope: TestScope;
      /** The time of the test before it, where the words name it. */
      readonly since?: When;
      readonly whens: readonly When[];
    }
  | {
      readonly kind: 'test-states';
      readonly scope: TestScope;
      readonly count: Count;
      readonly polarity: boolean;
    }
  | {
      readonly kind: 'test-only';
      readonly codes: readonly string[];
      readonly scope: TestScope;
      readonly needed: boolean;
    }
  | {
      readonly kind: 'test-rank';
      readonly code: string;
      readonly rank: number | 'last';
      readonly polarity: boolean;
    }
  | {
      readonly kind: 'test-order';
      readonly edge: 'first' | 'last';
      readonly before: string;
      readonly after: string;
    }
  | {
      readonly kind: 'test-more';
      readonly a: string;
      readonly b?: string;
      readonly relation: '>' | '<' | '=';
      readonly scope: TestScope;
    }
  | {
      readonly kind: 'test-elapsed';
      readonly codes: readonly string[] | undefined;
      readonly years: number;
      readonly relation: Relation;
    }
  | {
      readonly kind: 'test-yield';
      readonly codes: readonly string[];
      readonly whens: readonly When[];
      readonly kilotons: Count;
    }
  | {
      readonly kind: 'treaty-act';
      /** Told as history: another clause tells that it was taken back. */
      readonly ever?: boolean;
      readonly never?: boolean;
      readonly treaty: string;
      readonly act: TreatyActKind;
      readonly subject: Subject;
      readonly whens: readonly When[];
      readonly polarity: boolean;
    }
  | {
      readonly kind: 'treaty-count';
      /** "Nine states have not ratified": of the treaty's list, though the words do not say so. */
      readonly bare?: boolean;
      /** The words name the treaty's list; else only its total tells that it is meant. */
      readonly named?: boolean;
      readonly treaty: string;
      readonly measure: 'signatures' | 'ratifications' | 'listed' | 'listed-missing' | 'signed-only';
      readonly count: Count;
      readonly of?: number;
      readonly polarity: boolean;
      readonly whens: readonly When[];
    }
  | {
      readonly kind: 'treaty-order';
      readonly treaty: string;
      readonly act: TreatyActKind;
      readonly before: string;
      readonly after: string;
    }
  | {
      readonly kind: 'treaty-rank';
      readonly edge?: 'last';
      readonly listed?: boolean;
      readonly treaty: string;
      readonly act: TreatyActKind;
      readonly code: string;
    }
  | {
      readonly kind: 'in-force';
      readonly treaty: string;
      readonly whens: readonly When[];
      readonly polarity: boolean;
      readonly entering: boolean;
    }
  | {
      readonly kind: 'treaty-day';
      readonly treaty: string;
      readonly event: 'opened' | 'ended' | 'extended';
      readonly whens: readonly When[];
      readonly polarity: boolean;
    }
  | {
      readonly kind: 'treaty-needs';
      readonly treaty: string;
      readonly codes: readonly string[];
      readonly only: boolean;
      readonly polarity: boolean;
    }
  | {
      readonly kind: 'stockpile';
      readonly code: string;
      readonly count: Count;
      readonly measure?: string;
      readonly whens: readonly When[];
      readonly polarity: boolean;
    }
  | {
      readonly kind: 'stockpile-more';
      readonly a: string;
      readonly b?: string;
      readonly relation: '>' | '<' | '=';
      readonly whens: readonly When[];
    }
  | {
      readonly kind: 'office';
      /** Said of the beginning: "became". */
      readonly starting?: boolean;
      readonly person: string;
      readonly office: OfficeName;
      readonly whens: readonly When[];
      readonly polarity: boolean;
      readonly past: boolean;
    }
  | {
      readonly kind: 'deed';
      readonly deed: Deed;
      readonly state?: string;
      readonly person?: string;
      readonly whens: readonly When[];
      readonly polarity: boolean;
    };

/** The propositions of one kind. */
export type PropositionOf<K extends Proposition['kind']> = Extract<Proposition, { kind: K }>;

/** How a sentence speaks of time: only what is said of the present can be outdated. */
export type Tense = 'present' | 'past';

/** A sentence read: what it says, clause by clause, or the word or turn that could not be read. */
export type Reading =
  | {
      readonly clauses: readonly { readonly proposition: Proposition; readonly tense: Tense }[];
      readonly asOf?: string;
    }
  | { readonly unread: string }
  /** It speaks of a kind of thing of which the ledger keeps no list. */
  | { readonly unlisted: string };

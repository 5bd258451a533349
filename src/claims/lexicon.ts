import type { PartialDate } from '../time/partial-date.ts';
import type { Act, ActorCode, Modality } from './claim.ts';
import type { ClaimNetwork } from './claim-network.ts';
import type { NameIndex } from './names.ts';

/** What kind of name leads to an actor; a state's institutions and capital speak for it. */
export type ActorNameKind = 'state' | 'demonym' | 'capital' | 'institution';

export interface ActorName {
  readonly kind: ActorNameKind;
  readonly actor: ActorCode;
}

/** A person in one role; the same person may have several. Days are as precise as the source. */
export interface Office {
  readonly person: string;
  readonly role: string;
  readonly actor: ActorCode;
  readonly from?: PartialDate;
  readonly to?: PartialDate;
  readonly seenOn?: PartialDate;
}

/** A kind of thing to which acts are done; see lexicon/objects.yaml. */
export interface ObjectKind {
  readonly heads: ReadonlySet<string>;
  readonly with: ReadonlySet<string>;
  readonly alone: ReadonlySet<string>;
  readonly not: ReadonlySet<string>;
  /** Heads that can be nothing else, whatever the report is about. */
  readonly sure: ReadonlySet<string>;
  /** A bare head counts only once the report has named the full thing. */
  readonly strict: boolean;
}

/** One way of saying an act; see lexicon/acts.yaml for the meaning of each field. */
export interface Wording {
  readonly act: Act;
  readonly verbs: ReadonlySet<string>;
  readonly nouns: ReadonlySet<string>;
  /** Kinds of things of which one must be the verb's object, or stand behind the noun. */
  readonly objects: readonly string[];
  readonly of: readonly string[];
  readonly prepositions: ReadonlySet<string>;
  readonly adverbs: ReadonlySet<string>;
  readonly is?: string;
  /** The verb counts without any object. */
  readonly bare: boolean;
  /** The nouns name a kind of thing that is itself the act ("a nuclear test"). */
  readonly event: boolean;
  /** The object or complement must be a state. */
  readonly state: boolean;
  /** The wording says that the act is not done: "lift sanctions". */
  readonly not: boolean;
  /** The report must speak of this kind of thing, or of a treaty. */
  readonly subject?: string;
  /** Counts only where no other act stands below the verb. */
  readonly fallback: boolean;
  /** The preposition behind which the one who acts stands: "received no reply from". */
  readonly by?: string;
  /** The verb's subject must be of one of these kinds: "sanctions stay". */
  readonly own: readonly string[];
  /** The verb must be past and denied: "never responded". */
  readonly undone: boolean;
  /** The object goes at a state or place: "fired missiles at the base". */
  readonly at: boolean;
  /** Lemmas in a row, `a|b` either; `*` is up to three words, `ACTOR` whoever acts, `<kind>` a thing of that kind. */
  readonly idiom: readonly string[];
  readonly modality?: Modality;
}

export interface Lexicon {
  /** Has learned from annotated reports what the wordings do not tell. */
  readonly network?: ClaimNetwork;
  readonly actorNames: NameIndex<ActorName>;
  readonly persons: NameIndex<readonly Office[]>;
  readonly surnames: ReadonlyMap<string, readonly Office[]>;
  /** Codes of states whose family names stand first. */
  readonly familyNameFirst: ReadonlySet<ActorCode>;
  /** Names that mean a state only where the report names one of some words: "the North". */
  /** Whose weapon a name tells: "Hwasong" is North Korea's. */
  readonly weapons: NameIndex<ActorCode>;
  readonly shortNames: ReadonlyMap<string, { readonly actor: ActorCode; readonly where: RegExp }>;
  /** Names of test sites with the state whose they are. */
  readonly siteOwners: readonly (readonly [name: string, actor: ActorCode])[];
  /** Nouns that mean certain states together: "the superpowers". */
  readonly groups: ReadonlyMap<string, readonly ActorCode[]>;
  /** Offices that are one state's wherever they are named: "the Foreign Secretary". */
  readonly offices: NameIndex<ActorCode>;
  /** Public figures whom reports name without saying whose they are. */
  readonly figures: NameIndex<{ readonly actor: ActorCode; readonly person: string }>;
  /** News media: who speaks there is the press. */
  readonly media: NameIndex<true>;
  /** Titles that only one state's politicians bear. */
  readonly titles: ReadonlyMap<string, ActorCode>;
  readonly treaties: NameIndex<string>;
  readonly treatyNouns: ReadonlySet<string>;
  readonly objectNames: NameIndex<string>;
  /** Modifiers written with a hyphen ("full-scale"), which are read as one adjective. */
  readonly hyphenated: NameIndex<true>;
  /** Nouns written with a hyphen ("cease-fire"), which are read as one noun, in both numbers. */
  readonly hyphenatedNouns: NameIndex<'one' | 'several'>;
  readonly objects: ReadonlyMap<string, ObjectKind>;
  readonly wordings: readonly Wording[];
  /** Positions in `wordings` by each word that can name the act: a verb's first word, a noun, a thing that is itself an act. */
  readonly wordingsByWord: ReadonlyMap<string, readonly number[]>;
  /** Set phrases by their first word, and those that begin with a thing or a gap. */
  readonly idiomsByWord: ReadonlyMap<string, readonly Wording[]>;
  readonly openIdioms: readonly Wording[];
  readonly eras: NameIndex<{ readonly from?: PartialDate; readonly to?: PartialDate }>;
  /** Every verb of every wording. */
  readonly verbs: ReadonlySet<string>;
  /** Weights by which a claim's confidence is judged; see lexicon/confidence.yaml. */
  readonly confidence: ReadonlyMap<string, number>;
  readonly hostile: ReadonlySet<Act>;
  /** Verbs by which each act is performed where a noun names it. */
  readonly perform: ReadonlyMap<Act, ReadonlySet<string>>;
}

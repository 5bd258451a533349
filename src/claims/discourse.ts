import type { Sentence, TextTree } from '../text/tree.ts';
import type { PartialDate } from '../time/partial-date.ts';
import type { Act, ActorCode, Polarity, Speaker } from './claim.ts';
import type { Lexicon } from './lexicon.ts';
import type { Mentions } from './mentions.ts';

/** An act that was asked for or supposed, with its truth. */
export interface Supposition {
  readonly act: Act | 'other';
  readonly actor: ActorCode;
  readonly object?: string;
  readonly polarity: Polarity;
}

/** What the reader keeps in mind while it reads on: who and what was last spoken of, so that "it" and "the treaty" resolve. */
export interface Discourse {
  /** States and bodies, the last named first. */
  readonly actors: readonly ActorCode[];
  /** Subject of the last main clause that had an actor for a subject. */
  readonly subject?: ActorCode;
  /** All of them, where the subject was a list: what "they" points to. */
  readonly subjects?: readonly ActorCode[];
  /** The two that last acted together: whom "both" and "the sides" mean while they are spoken of. */
  readonly pair?: readonly ActorCode[];
  readonly person?: Speaker;
  /** Persons, the last named first. */
  readonly persons: readonly Speaker[];
  readonly treaty?: string;
  /** The last act that the sentence before named. */
  readonly lastAct?: { readonly act: Act; readonly object?: string };
  /** What somebody said that another had done, the last first: what a denial points to. */
  readonly alleged: readonly { readonly act: Act; readonly actor: ActorCode; readonly object?: string }[];
  /** What the sentence before demanded or supposed: what "until then" and "in that case" point to. */
  readonly supposed?: Supposition | undefined;
  /** The sentence before, in the same paragraph. */
  readonly before?: Sentence;
  /** Who was last made responsible for words. */
  readonly speaker?: Speaker;
  /** The paragraph in which that was. */
  readonly spokeIn?: number;
}

export const SILENCE: Discourse = { actors: [], persons: [], alleged: [] };

/** What every pass over one report may look at. */
export interface Reading {
  readonly tree: TextTree;
  readonly lexicon: Lexicon;
  /** Mentions of each sentence, by its index. */
  readonly mentions: readonly Mentions[];
  /** The report's own date, if known. */
  readonly date?: PartialDate;
  /** Whether the report names nuclear tests anywhere, so that a bare "test" means one. */
  readonly subjects: ReadonlySet<string>;
}

/** The discourse after the named actors, persons and treaties of one more sentence. */
export function afterMentions(discourse: Discourse, mentions: Mentions): Discourse {
  const seen = [...new Set(mentions.values())];
  const actors = [...discourse.actors];
  for (const { actor } of seen) {
    if (actor === undefined || actor === 'press') continue;
    const known = actors.indexOf(actor);
    if (known >= 0) actors.splice(known, 1);
    actors.unshift(actor);
  }
  const person = seen.findLast((mention) => mention.person !== undefined);
  const named = seen
    .flatMap(({ actor, person: name }) => (name === undefined ? [] : [{ actor: actor!, person: name }]))
    .reverse();
  const persons = [
    ...named,
    ...discourse.persons.filter((known) => !named.some((other) => other.person === known.person)),
  ];
  const treaty = seen.findLast((mention) => mention.treaty !== undefined)?.treaty ?? discourse.treaty;
  return {
    ...discourse,
    actors,
    persons: persons.slice(0, 12),
    ...(person === undefined ? {} : { person: { actor: person.actor!, person: person.person! } }),
    ...(treaty === undefined ? {} : { treaty }),
  };
}

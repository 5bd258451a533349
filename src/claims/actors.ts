import type { Sentence, Word } from '../text/tree.ts';
import { type ActorContext, type ActorReference, lastActor, mentioned, unique } from './actor-reference.ts';
import type { Speaker } from './claim.ts';
import { listedBefore } from './listed.ts';
import { officeHolder, presided } from './office-holder.ts';
import { PARTITIVE } from './partitives.ts';
import { quantified } from './quantified.ts';
import { quotationAround } from './quoted.ts';
import { dependentsBy, dependentsOf, governorOf, governorsOf, isRelation, lemmaOf } from './syntax.ts';

/** Nouns for a state's organs and people: "the Russian ministry" acts for Russia. */
const ORGANS = new Set(
  (
    'government administration ministry minister president official officer side diplomat leader leadership parliament ' +
    'lawmaker legislator spokesman spokeswoman spokesperson envoy ambassador delegation delegate representative secretary ' +
    'chief commander military army force country nation state capital regime authority agency department cabinet chancellor ' +
    'premier senate congress duma council chairman chairwoman chair head deputy adviser advisor aide negotiator embassy ' +
    'establishment hardliner planner senator general admiral power people public voter team house chamber body ' +
    'movement militia rebel militant group junta faction bloc'
  ).split(' '),
);
const PEOPLE = new Set(
  (
    'minister president official officer diplomat leader spokesman spokeswoman spokesperson envoy ambassador delegate ' +
    'representative secretary chief commander chancellor premier chairman chairwoman head deputy adviser advisor aide ' +
    'negotiator senator general admiral politician veteran'
  ).split(' '),
);
const THIRD_SINGULAR = new Set(['it', 'its', 'itself']);
const THIRD_PLURAL = new Set(['they', 'them', 'their', 'themselves', 'theirs']);
const PERSONAL = new Set(['he', 'she', 'him', 'her', 'his', 'hers', 'himself', 'herself']);
const FIRST = new Set(['we', 'us', 'our', 'ours', 'ourselves', 'i', 'me', 'my', 'mine', 'myself']);

const SECOND = new Set(['you', 'your', 'yours', 'yourself', 'yourselves']);

/** The subject of the clause that governs this word's clause: what "it" first points to. */
function governingSubject(
  context: ActorContext,
  word: Word,
  seen: ReadonlySet<number>,
): ActorReference | undefined {
  for (const governor of governorsOf(context.sentence, word)) {
    const subject = dependentsBy(context.sentence, governor, 'nsubj').find(
      ({ index }) => index < word.index && index !== word.index && !seen.has(index),
    );
    if (subject === undefined || governor.index === word.head) continue;
    const behind = new Set([...seen, word.index]);
    const [actor] = [...actorsOf(context, subject, behind), ...modifierActor(context, subject, behind)];
    if (actor !== undefined) return { ...actor, by: 'context' };
  }
  return undefined;
}

/** "Both sides say that they …", "A and B met. They agreed …": the several states that were the subject. */
function pluralSubjects(context: ActorContext, word: Word, seen: ReadonlySet<number>): ActorReference[] {
  for (const governor of governorsOf(context.sentence, word)) {
    for (const subject of dependentsBy(context.sentence, governor, 'nsubj')) {
      if (subject.index >= word.index || seen.has(subject.index)) continue;
      const actors = actorsOf(context, subject, new Set([...seen, word.index]));
      if (actors.length > 0)
        return actors.length > 1 ? actors.map((actor) => ({ ...actor, by: 'context' })) : [];
    }
  }
  return (context.discourse.subjects ?? []).map((actor) => ({ actor, by: 'context' }));
}

/** "phoned A and B and begged them": the several that an earlier verb acted on, or that were the subject before. */
function pluralObjects(context: ActorContext, word: Word, seen: ReadonlySet<number>): ActorReference[] {
  const before = context.sentence.words.slice(0, word.index).filter(({ upos }) => upos === 'VERB');
  for (const verb of before.reverse())
    for (const object of dependentsBy(context.sentence, verb, 'obj', 'iobj', 'obl')) {
      if (object.index >= word.index || seen.has(object.index)) continue;
      const actors = actorsOf(context, object, new Set([...seen, word.index]));
      if (actors.length > 1) return actors.map((actor) => ({ ...actor, by: 'context' }));
    }
  return pluralSubjects(context, word, seen);
}

/** The subject of the same clause, for "its": "Russia has modernised its arsenal". */
function ownSubject(
  context: ActorContext,
  word: Word,
  seen: ReadonlySet<number>,
): ActorReference | undefined {
  for (const governor of governorsOf(context.sentence, word)) {
    for (const subject of dependentsBy(context.sentence, governor, 'nsubj')) {
      if (subject.index >= word.index || seen.has(subject.index)) continue;
      const [actor] = actorsOf(context, subject, new Set([...seen, word.index]));
      if (actor !== undefined) return { ...actor, by: 'context' };
    }
  }
  return undefined;
}

/** The person that "he" or "she" means: one named before in the sentence, or before it; never the one who is quoted. */
function personMeant(context: ActorContext, word: Word): Speaker | undefined {
  const mentions = context.reading.mentions[context.sentence.index]!;
  const own = [...new Set(mentions.values())].filter(
    ({ person, last }) => person !== undefined && last < word.index,
  );
  const here = own.map(({ actor, person }) => ({ actor: actor!, person: person! })).reverse();
  const candidates = [...here, ...context.discourse.persons];
  const inside = quotationAround(context.reading.tree.quotations, word) !== undefined;
  const not = inside ? context.quoted?.person : undefined;
  return candidates.find(({ person }) => person !== not) ?? context.discourse.person;
}

function pronoun(context: ActorContext, word: Word, seen: ReadonlySet<number>): ActorReference[] | undefined {
  const form = word.form.toLowerCase();
  if (FIRST.has(form)) return context.quoted === undefined ? [] : [{ ...context.quoted, by: 'context' }];
  // Whom a speaker calls "you" is the other party.
  if (SECOND.has(form)) return context.quoted === undefined ? [] : lastActor(context, context.quoted.actor);
  if (PERSONAL.has(form)) {
    const person = personMeant(context, word);
    return person === undefined ? [] : [{ ...person, by: 'context' }];
  }
  if (!THIRD_SINGULAR.has(form) && !THIRD_PLURAL.has(form)) return undefined;
  const several =
    form === 'them'
      ? pluralObjects(context, word, seen)
      : THIRD_PLURAL.has(form)
        ? pluralSubjects(context, word, seen)
        : [];
  if (several.length > 1) return several;
  const subject = isRelation(word, 'nmod:poss')
    ? ownSubject(context, word, seen)
    : governingSubject(context, word, seen);
  // Whoever speaks says "we" of itself: "it" and "they" in its words are others.
  const quoted = context.quoted?.actor;
  return subject === undefined || subject.actor === quoted ? lastActor(context, quoted) : [subject];
}

/** The state that a noun's modifiers name: "Russian officials", "the government of China", "Washington's willingness". */
export function modifierActor(
  context: ActorContext,
  word: Word,
  seen: ReadonlySet<number> = new Set(),
): ActorReference[] {
  // "Russian air strikes": what modifies the first part of a compound modifies the whole.
  const below = dependentsOf(context.sentence, word).flatMap((other) =>
    isRelation(other, 'compound')
      ? [other, ...dependentsBy(context.sentence, other, 'amod', 'nmod:poss')]
      : [other],
  );
  const modifiers = below.filter(
    (other) =>
      isRelation(other, 'nmod:poss', 'amod', 'compound', 'nmod', 'flat', 'appos') &&
      !seen.has(other.index) &&
      (!isRelation(other, 'nmod') ||
        isRelation(other, 'nmod:poss') ||
        /^(of|by|from|between|among)$/.test(caseOf(context.sentence, other)) ||
        // "the government in Kyiv" is Ukraine's; "talks in Berlin" are not Germany's.
        (caseOf(context.sentence, other) === 'in' && ORGANS.has(lemmaOf(word)))),
  );
  for (const relation of ['nmod:poss', 'amod', 'compound', 'flat', 'appos', 'nmod']) {
    for (const modifier of modifiers.filter((other) => other.relation === relation)) {
      const named = mentioned(context, modifier);
      if (named !== undefined)
        return unique([
          { ...named, by: 'modifier' },
          ...coordinated(context, modifier, seen),
          // "delegations from Kyiv and Moscow", where the parser hangs Moscow elsewhere
          ...(relation === 'nmod' ? listedBefore(context, modifier) : []),
        ]);
      if (relation === 'nmod:poss' || relation === 'nmod') {
        const actors = actorsOf(context, modifier, new Set([...seen, word.index]));
        if (actors.length > 0) return actors.map((actor) => ({ ...actor, by: 'modifier' }));
      }
    }
  }
  // "a round of talks between A and B": the owners of what there are several of.
  const parts = PARTITIVE.test(lemmaOf(word))
    ? dependentsBy(context.sentence, word, 'nmod').filter(
        (other) => caseOf(context.sentence, other) === 'of' && !seen.has(other.index),
      )
    : [];
  return parts.flatMap((part) => modifierActor(context, part, new Set([...seen, word.index])));
}

const caseOf = (sentence: Sentence, word: Word): string => {
  const marker = dependentsBy(sentence, word, 'case')[0];
  return marker === undefined ? '' : lemmaOf(marker);
};

function coordinated(context: ActorContext, word: Word, seen: ReadonlySet<number>): ActorReference[] {
  return dependentsBy(context.sentence, word, 'conj')
    .filter(({ index }) => !seen.has(index))
    .flatMap((other) => actorsOf(context, other, new Set([...seen, word.index])));
}

/** The organ or person that a definite noun points back to: "the minister", "the country". */
function definite(context: ActorContext, word: Word, seen: ReadonlySet<number>): ActorReference[] {
  const lemma = lemmaOf(word);
  if (PEOPLE.has(lemma)) {
    // "a Foreign Ministry spokesman": one of the state that was last spoken of.
    const indefinite = dependentsBy(context.sentence, word, 'det').some(({ form }) => /^an?$/i.test(form));
    if (indefinite && context.quoted === undefined) return lastActor(context);
    const { person } = context.discourse;
    // A body that was named last has no president: the nearest state whose president is known.
    const [state, holder] = lemma === 'president' ? presided(context, word) : [];
    if (context.quoted !== undefined && /^(president|minister|leader|government)$/.test(lemma))
      return [{ actor: context.quoted.actor, by: 'context' }];
    if (state !== undefined) return [{ actor: state, ...holder, by: 'context' }];
    if (person === undefined)
      return /^(president|spokesman|spokeswoman|spokesperson|official)$/.test(lemma)
        ? lastActor(context)
        : [];
    return [{ ...person, by: 'context' }];
  }
  if (!ORGANS.has(lemma)) return [];
  const determiner = dependentsBy(context.sentence, word, 'det')[0];
  if (determiner !== undefined && /^an?$/i.test(determiner.form)) return [];
  const subject = governingSubject(context, word, seen);
  return subject === undefined ? lastActor(context) : [{ actor: subject.actor, by: 'context' }];
}

/** "Donald Trump" from a family name the ledger does not know, beside a nationality: "Russian analyst Ivan Petrov". */
function namedPerson(context: ActorContext, word: Word): string | undefined {
  if (word.upos !== 'PROPN') return undefined;
  const parts = [word, ...dependentsBy(context.sentence, word, 'flat')].filter(
    ({ upos }) => upos === 'PROPN',
  );
  return parts.length < 2 ? undefined : parts.map(({ form }) => form).join(' ');
}

/**
 * The actors that a noun, name or pronoun stands for; none where it stands for no actor. Names come first, then
 * modifiers ("Russian officials"), then what was spoken of before.
 */
export function actorsOf(
  context: ActorContext,
  word: Word,
  seen: ReadonlySet<number> = new Set(),
): readonly ActorReference[] {
  if (seen.has(word.index) || seen.size > 12) return [];
  const also = () => [...coordinated(context, word, seen), ...listedBefore(context, word)];
  const named = mentioned(context, word);
  if (named !== undefined) return unique([named, ...also(), ...alongWith(context, word, seen)]);
  const parts = dependentsBy(context.sentence, word, 'flat', 'appos', 'compound').filter(
    ({ index }) => !seen.has(index),
  );
  for (const part of parts) {
    const mention = context.reading.mentions[context.sentence.index]!.get(part.index);
    if (mention?.person !== undefined) return unique([mentioned(context, part)!, ...also()]);
  }
  const byPronoun = pronoun(context, word, seen);
  if (byPronoun !== undefined) return byPronoun;
  if (isRelativePronoun(word)) return relativeAntecedent(context, word, seen);
  const quantity = quantified(context, word);
  if (quantity !== undefined) return unique([...quantity, ...also(), ...alongWith(context, word, seen)]);
  if (ORGANS.has(lemmaOf(word)) || word.upos === 'PROPN') {
    const modified = modifierActor(context, word, seen);
    if (modified.length > 0) {
      const [first, ...rest] = modified;
      const person = namedPerson(context, word);
      const org = person === undefined ? officeHolder(context, word, first!.actor) : {};
      return unique([
        { actor: first!.actor, by: 'modifier', ...(person ? { person } : {}), ...org },
        ...rest,
        ...also(),
      ]);
    }
    // "the president", whatever the tagger makes of it
    if (word.upos !== 'PROPN' || /^\p{Ll}/u.test(word.form))
      return unique([...definite(context, word, seen), ...also()]);
  }
  return also();
}

const isRelativePronoun = (word: Word): boolean =>
  ['which', 'who', 'that', 'whom', 'whose'].includes(word.form.toLowerCase()) &&
  /^(PRON|DET|SCONJ)$/.test(word.upos);

/** The noun that a relative clause describes; a name just before the pronoun goes before a more distant head. */
function relativeAntecedent(
  context: ActorContext,
  word: Word,
  seen: ReadonlySet<number>,
): readonly ActorReference[] {
  const clause = [word, ...governorsOf(context.sentence, word)].find((up) => isRelation(up, 'acl'));
  const head = clause === undefined ? undefined : governorOf(context.sentence, clause);
  for (let index = word.index - 1; index >= Math.max(0, word.index - 3); index--) {
    const before = context.sentence.words[index]!;
    const named = mentioned(context, before);
    if (named !== undefined) return [named];
  }
  return head === undefined ? [] : actorsOf(context, head, new Set([...seen, word.index]));
}

/** "both countries, along with China": companions of a subject. */
function alongWith(context: ActorContext, word: Word, seen: ReadonlySet<number>): ActorReference[] {
  return dependentsBy(context.sentence, word, 'nmod', 'obl')
    .filter((other) => !seen.has(other.index) && isCompanion(context.sentence, other))
    .flatMap((other) => actorsOf(context, other, new Set([...seen, word.index])));
}

function isCompanion(sentence: Sentence, word: Word): boolean {
  const markers = dependentsBy(sentence, word, 'case', 'advmod', 'mark').map(lemmaOf);
  const text = markers.join(' ');
  return (
    /\b(along|together|alongside)\b/.test(text) ||
    (text === 'with' && sentence.words[word.index - 2]?.form.toLowerCase() === 'along')
  );
}

import type { Word } from '../text/tree.ts';
import type { ActorContext } from './actor-reference.ts';
import { actorsOf, modifierActor } from './actors.ts';
import { complementsOf } from './complements.ts';
import type { Wording } from './lexicon.ts';
import { isNegated } from './negation.ts';
import { type ObjectMatch, objectOf } from './objects.ts';
import { speaksOf } from './report-subjects.ts';
import { dependentsBy, dependentsOf, governorOf, isRelation, lemmaOf } from './syntax.ts';
import type { Trigger } from './trigger.ts';
import { hyphenVerb, particleVerbs, stemsOf } from './verb-names.ts';

/** What a wording adds to the triggers that it makes. */
const extras = ({ not, fallback, by }: Wording) => ({
  ...(not ? { not } : {}),
  ...(fallback ? { fallback } : {}),
  ...(by === undefined ? {} : { agentBehind: by }),
});

function hasAdverb(context: ActorContext, verb: Word, adverbs: ReadonlySet<string>): boolean {
  const next = context.sentence.words[verb.index + 1];
  if (next !== undefined && adverbs.has(lemmaOf(next))) return true;
  return dependentsOf(context.sentence, verb).some(
    (word) =>
      isRelation(word, 'advmod', 'compound', 'amod', 'xcomp', 'obl', 'case', 'obj', 'mark') &&
      adverbs.has(lemmaOf(word)),
  );
}

const hasSubjectOf = (context: ActorContext, verb: Word, kinds: readonly string[]): boolean =>
  !isRelation(verb, 'acl:relcl') &&
  dependentsBy(context.sentence, verb, 'nsubj').some((subject) =>
    kinds.some((kind) => objectOf(context, subject, kind) !== undefined),
  );

/** A phrase of the verb's own or of its object's, not of a later noun: "fired missiles in a strike on the North". */
function isOwnPhrase({ sentence }: ActorContext, verb: Word, word: Word): boolean {
  const governor = governorOf(sentence, word);
  return (
    governor === verb ||
    (governor !== undefined &&
      isRelation(governor, 'obj', 'nsubj:pass', 'conj') &&
      governor.index < word.index)
  );
}

/** "toward the East Sea", "Sea of Japan": open water is no target. */
const wordsBehindAreSea = ({ sentence }: ActorContext, word: Word): boolean =>
  sentence.words
    .slice(Math.max(0, word.index - 2), word.index + 3)
    .some(({ form }) => /^(sea|ocean|waters|coast|gulf|strait)$/i.test(form));

/** "fired missiles at the base", "hurled drones at Kyiv": the target stands behind a preposition. */
const goesAt = (
  context: ActorContext,
  verb: Word,
  complements: readonly { readonly word: Word; readonly preposition: string }[],
): boolean =>
  complements.some(
    ({ word, preposition }) =>
      word.index > verb.index &&
      isOwnPhrase(context, verb, word) &&
      /^(at|on|onto|upon|into|against|towards?)$/.test(preposition) &&
      !/^(sea|ocean|waters?|coast|gulf|strait|airspace|air|space|orbit|islands?)$/i.test(lemmaOf(word)) &&
      !wordsBehindAreSea(context, word) &&
      (actorsOf(context, word).length > 0 ||
        modifierActor(context, word).length > 0 ||
        (word.upos === 'NOUN' && objectOf(context, word, 'place') !== undefined)),
  );

/** The act that a verb names by a wording, with what it is done to. */
export function verbTrigger(context: ActorContext, verb: Word, wording: Wording): Trigger | undefined {
  const hyphenated = hyphenVerb(context, verb);
  const named = [
    ...(hyphenated === undefined ? [] : [hyphenated]),
    lemmaOf(verb),
    verb.form.toLowerCase(),
    ...particleVerbs(context, verb),
    ...stemsOf(verb),
  ];
  if (!named.some((lemma) => wording.verbs.has(lemma)) || !speaksOf(context, wording.subject))
    return undefined;
  if (wording.adverbs.size > 0 && !hasAdverb(context, verb, wording.adverbs)) return undefined;
  // "answered that …" reports.
  if (wording.act === 'reply' && /^(that|[:"“”,])$/.test(context.sentence.words[verb.index + 1]?.form ?? ''))
    return undefined;
  const complements = complementsOf(context, verb);
  if (wording.own.length > 0 && !hasSubjectOf(context, verb, wording.own)) return undefined;
  if (wording.undone && !(/^VB[DN]$/.test(verb.xpos) && isNegated(context, verb))) return undefined;
  if (wording.at && !goesAt(context, verb, complements)) return undefined;
  const found = (word?: Word, object?: ObjectMatch): Trigger => ({
    act: wording.act,
    word: verb,
    predicate: verb,
    ...(object === undefined
      ? {}
      : { object: wording.is === undefined ? object : { ...object, object: wording.is } }),
    ...(word === undefined ? {} : { objectWord: word }),
    ...(wording.modality === undefined ? {} : { modality: wording.modality }),
    nominal: false,
    ...(wording.own.length > 0 ? { impersonal: true } : {}),
    ...(wording.adverbs.size > 0 || wording.at || wording.undone ? { byAdverb: true } : {}),
    ...extras(wording),
  });
  const placed = (preposition: string) =>
    wording.prepositions.size > 0 ? wording.prepositions.has(preposition) : preposition === '';
  if (wording.objects.length > 0) {
    for (const { word, preposition } of complements) {
      if (!placed(preposition)) continue;
      for (const kind of wording.objects) {
        const object = objectOf(context, word, kind);
        if (object !== undefined) return found(word, object);
      }
    }
    return undefined;
  }
  if (wording.state) {
    // "a nuclear-armed state" arms nobody.
    if (isRelation(verb, 'amod') || context.sentence.words[verb.index - 1]?.form === '-') return undefined;
    // "defend itself": who acts is not acted on.
    const target = complements.find(
      ({ word, preposition }) =>
        placed(preposition) && !/sel(?:f|ves)$/i.test(word.form) && actorsOf(context, word).length > 0,
    );
    return target === undefined ? undefined : found(target.word);
  }
  if (wording.bare) {
    // "enriched uranium": a thing, not a deed.
    if (isRelation(verb, 'amod') && verb.xpos === 'VBN') return undefined;
    // "talked about doing a test" is no dialogue.
    if (
      /^(talk|speak)$/.test(lemmaOf(verb)) &&
      /^(about|of)$/i.test(context.sentence.words[verb.index + 1]?.form ?? '')
    )
      return undefined;
    if (wording.fallback && isRelation(verb, 'acl', 'amod')) return undefined;
    const object = complements.find(({ preposition, rank }) => preposition === '' && rank === 0);
    if (
      !wording.fallback &&
      object !== undefined &&
      object.word.upos !== 'NUM' &&
      actorsOf(context, object.word).length === 0
    )
      return undefined;
    if (wording.act === 'test' && !context.reading.subjects.has('nuclear-test')) return undefined;
    return found(undefined, wording.is === undefined ? undefined : { object: wording.is, by: 'context' });
  }
  return wording.adverbs.size > 0 || wording.own.length > 0 ? found() : undefined;
}

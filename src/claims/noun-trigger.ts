import type { Word } from '../text/tree.ts';
import type { ActorContext } from './actor-reference.ts';
import { actorsOf, modifierActor } from './actors.ts';
import type { Wording } from './lexicon.ts';
import { type ObjectMatch, objectOf } from './objects.ts';
import { performerOf } from './performer.ts';
import { behind, wordsBefore } from './phrases.ts';
import { speaksOf } from './report-subjects.ts';
import { casesOf, dependentsBy, governorOf, isRelation, lemmaOf } from './syntax.ts';
import type { Trigger } from './trigger.ts';

/** Nouns that a word before them describes without the act being asserted: "test ban", "testing programme". */
const COMPOUND_HEADS =
  /^(ban|site|treaty|range|ground|moratorium|result|stand|pilot|organisation|organization|data|programme|program|tube|case|policy|issue|question|debate|history|record|era)$/;

const isFiniteVerb = ({ sentence }: ActorContext, word: Word): boolean =>
  word.xpos === 'VBD' || (word.xpos === 'VBN' && dependentsBy(sentence, word, 'aux').length > 0);

/** The act that a noun names by a wording, with the verb that performs it. */
export function nounTrigger(context: ActorContext, noun: Word, wording: Wording): Trigger | undefined {
  if (!/^(NOUN|PROPN|VERB)$/.test(noun.upos) && !(noun.upos === 'ADJ' && wording.nouns.has(lemmaOf(noun))))
    return undefined;
  // "test-fired a missile" is no test.
  if (context.sentence.words[noun.index + 1]?.form === '-') return undefined;
  const governor = governorOf(context.sentence, noun);
  if (
    isRelation(noun, 'compound', 'amod') &&
    governor !== undefined &&
    COMPOUND_HEADS.test(lemmaOf(governor))
  )
    return undefined;
  if (wording.event) {
    for (const kind of wording.nouns) {
      const object = objectOf(context, noun, kind);
      if (object === undefined || isRelation(noun, 'compound', 'amod')) continue;
      const performer = performerOf(context, noun, wording.act);
      return {
        act: wording.act,
        word: noun,
        predicate: performer ?? noun,
        object: kind === 'relations' ? { ...object, object: 'dialogue' } : object,
        objectWord: noun,
        // "struck dozens of places": a finite verb of which no noun is known.
        nominal: performer === undefined && !isFiniteVerb(context, noun),
      };
    }
    return undefined;
  }
  if (noun.upos === 'VERB' || !wording.nouns.has(lemmaOf(noun))) return undefined;
  if (wording.bare || wording.of.length === 0) {
    // "in answer to", "in response": a preposition, not an answer.
    if (/^in$/i.test(context.sentence.words[noun.index - 1]?.form ?? '')) return undefined;
    if (!wording.bare && wording.subject === undefined) return undefined;
    if (!speaksOf(context, wording.subject) || isRelation(noun, 'compound')) return undefined;
    const performer = performerOf(context, noun, wording.act);
    return {
      act: wording.act,
      word: noun,
      predicate: performer ?? noun,
      ...(wording.is === undefined ? {} : { object: { object: wording.is, by: 'words' as const } }),
      nominal: performer === undefined && noun.upos !== 'ADJ',
      ...(wording.not ? { not: true } : {}),
    };
  }
  if (!speaksOf(context, wording.subject)) return undefined;
  const complements = [
    ...dependentsBy(context.sentence, noun, 'nmod', 'compound', 'amod', 'acl', 'nmod:poss', 'obl'),
    ...behind(context.sentence, noun)
      .prepositions.slice(0, 1)
      .map(({ head }) => head),
    ...wordsBefore(context.sentence, noun),
  ];
  for (const complement of complements) {
    const preposition = casesOf(context.sentence, complement)[0] ?? '';
    if (preposition !== '' && !/^(of|to|from|in|for|with|on|into)$/.test(preposition)) continue;
    const object = wording.of
      .map((kind) =>
        kind === 'state'
          ? stateObject(context, noun, complement)
          : kind === 'party'
            ? partyObject(context, complement)
            : objectOf(context, complement, kind),
      )
      .find((match) => match !== undefined);
    if (object === undefined) continue;
    const performer = performerOf(context, noun, wording.act);
    return {
      act: wording.act,
      word: noun,
      predicate: performer ?? noun,
      object: wording.is === undefined ? object : { ...object, object: wording.is },
      objectWord: complement,
      nominal: performer === undefined && noun.upos !== 'ADJ',
      ...(wording.not ? { not: true } : {}),
    };
  }
  return undefined;
}

/** "the withdrawal of the United States", "Russia's exit": whose the deed is, not to whom it is done. */
const partyObject = (context: ActorContext, word: Word): ObjectMatch | undefined =>
  actorsOf(context, word).some(({ by }) => by === 'name') ? { object: '', by: 'context' } : undefined;

/** "the attack on Iran", "the Iran attack"; whose nationality stands before the noun does it: "the Israeli attack". */
const stateObject = (context: ActorContext, noun: Word, word: Word): ObjectMatch | undefined =>
  (word.index > noun.index || word.upos !== 'ADJ') &&
  (actorsOf(context, word).length > 0 || modifierActor(context, word).length > 0)
    ? { object: '', by: 'words' }
    : undefined;

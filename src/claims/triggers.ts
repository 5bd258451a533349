import type { Sentence, Word } from '../text/tree.ts';
import { type ActorContext, actorsOf, modifierActor } from './actors.ts';
import type { Act } from './claim.ts';
import { conditionalZones, inZone } from './conditional-zone.ts';
import { idiomsIn } from './idioms.ts';
import type { Wording } from './lexicon.ts';
import { isNegated } from './negation.ts';
import { type ObjectMatch, objectOf } from './objects.ts';
import { PARTITIVE } from './partitives.ts';
import { behind, wordsBefore } from './phrases.ts';
import {
  casesOf,
  dependentsBy,
  dependentsOf,
  governorOf,
  governorsOf,
  isRelation,
  lemmaOf,
} from './syntax.ts';
import type { Trigger } from './trigger.ts';

const extras = ({ not, fallback, by }: Wording) => ({
  ...(not ? { not } : {}),
  ...(fallback ? { fallback } : {}),
  ...(by === undefined ? {} : { agentBehind: by }),
});

/** Nouns that a word before them describes without the act being asserted: "test ban", "testing programme". */
const COMPOUND_HEADS =
  /^(ban|site|treaty|range|ground|moratorium|result|stand|pilot|organisation|organization|data|programme|program|tube|case|policy|issue|question|debate|history|record|era)$/;

/** The preposition of an object; a particle that the parser took for one is none: "called off the meeting". */
function prepositionOf(sentence: Sentence, word: Word): string {
  const [first = ''] = casesOf(sentence, word);
  return /^(off|up|down|out|away|back|over)$/.test(first) ? '' : first;
}

/** The noun or nouns that a verb acts on, with the preposition before each ('' for a plain object). */
function complementsOf(
  context: ActorContext,
  verb: Word,
): { word: Word; preposition: string; rank: number }[] {
  const { sentence } = context;
  const direct = dependentsBy(sentence, verb, 'obj', 'nsubj:pass', 'iobj');
  const own = direct.map((word) => ({
    word,
    preposition: word.index > verb.index ? prepositionOf(sentence, word) : '',
    rank: 0,
  }));
  // "resuming tests": a participle that the parser hangs on its own object.
  const participle = governorOf(sentence, verb);
  if (
    isRelation(verb, 'amod') &&
    verb.upos !== 'NOUN' &&
    participle !== undefined &&
    participle.index > verb.index
  ) {
    own.push({ word: participle, preposition: '', rank: 0 });
  }
  // "wanted the sanctions lifted"
  if (verb.xpos === 'VBN' && isRelation(verb, 'xcomp', 'ccomp') && participle !== undefined)
    for (const word of dependentsBy(sentence, participle, 'obj'))
      if (word.index < verb.index) own.push({ word, preposition: '', rank: 0 });
  const oblique = dependentsBy(sentence, verb, 'obl', 'nmod', 'xcomp', 'advcl', 'ccomp', 'advmod')
    .map((word) => ({ word, preposition: casesOf(sentence, word)[0] ?? '', rank: 1 }))
    .filter(({ word, preposition }) => preposition !== '' || word.upos !== 'VERB');
  // "signed but not ratified the treaty": the object may hang on the other verb of the pair.
  const partners = [
    ...dependentsBy(sentence, verb, 'conj').filter(({ upos }) => upos === 'VERB'),
    ...(isRelation(verb, 'conj') ? [governorOf(sentence, verb)!] : []),
  ];
  const hasObject = own.some(({ word }) => word.upos !== 'PRON' || word.index > verb.index);
  const shared = hasObject
    ? []
    : partners.flatMap((partner) =>
        dependentsBy(sentence, partner, 'obj', 'nsubj:pass')
          .filter(
            (word) =>
              isRelation(word, 'nsubj:pass') ||
              word.index > Math.max(verb.index, partner.index) ||
              partner.index < verb.index,
          )
          .map((word) => ({ word, preposition: '', rank: 2 })),
      );
  // "the treaty that it signed": what a relative clause describes is what is done in it.
  const described = isRelation(verb, 'acl:relcl') ? governorOf(sentence, verb) : undefined;
  if (
    described !== undefined &&
    described.index < verb.index &&
    own.every(({ word }) => /^(which|that)$/i.test(word.form))
  )
    own.push({ word: described, preposition: '', rank: 1 });
  const linear = behind(sentence, verb);
  const inOrder = [
    ...(linear.object === undefined ? [] : [{ word: linear.object.head, preposition: '', rank: 0 }]),
    ...linear.prepositions.map(({ head, preposition }) => ({ word: head, preposition, rank: 1 })),
  ].filter(({ word }) => !own.some((other) => other.word === word));
  return [...own, ...oblique, ...shared, ...inOrder].flatMap((complement) => [
    complement,
    ...dependentsBy(sentence, complement.word, 'conj').map((word) => ({ ...complement, word })),
  ]);
}

const PARTICLE = /^(off|up|down|out|back|over|away|aside|ahead|forward|in|on|through|into)$/i;

/** "pulled out", "hand over the tapes", "hands the notice in": a verb with its particle, by the tree or by order. */
function particleVerbs({ sentence }: ActorContext, verb: Word): readonly string[] {
  const next = sentence.words[verb.index + 1];
  const object = behind(sentence, verb).object;
  const after = object === undefined ? undefined : sentence.words[object.words.at(-1)!.index + 1];
  const beyond = after === undefined ? undefined : sentence.words[after.index + 1];
  const particles = [
    ...dependentsBy(sentence, verb, 'compound:prt'),
    ...[next].filter((word) => word !== undefined && PARTICLE.test(word.form)),
    // Behind the object a particle ends its phrase: "turn the offer down."
    ...[after].filter(
      (word) =>
        word !== undefined &&
        PARTICLE.test(word.form) &&
        (beyond === undefined || /^(PUNCT|CCONJ|SCONJ|ADV)$/.test(beyond.upos)),
    ),
  ];
  return particles.map((particle) => `${lemmaOf(verb)} ${particle!.form.toLowerCase()}`);
}

/** "test-fires": a verb written with a hyphen, which the tagger takes for two nouns. */
function hyphenVerb({ sentence, reading }: ActorContext, word: Word): string | undefined {
  const [first, hyphen] = [sentence.words[word.index - 2], sentence.words[word.index - 1]];
  if (hyphen?.form !== '-' || first === undefined) return undefined;
  const verb = `${first.form.toLowerCase()}-${lemmaOf(word)}`;
  return reading.lexicon.verbs.has(verb) ? verb : undefined;
}

/** Verbs behind a participle that the tagger took for an adjective, and lemmas that lost their "e" ("explod"). */
function stemsOf({ form, upos, lemma }: Word): readonly string[] {
  if (upos === 'VERB') return [`${lemma.toLowerCase()}e`];
  const stem = upos === 'ADJ' ? /^(.{3,}?)(?:ed|ing)$/.exec(form.toLowerCase())?.[1] : undefined;
  return stem === undefined ? [] : [stem, `${stem}e`];
}

/** Whether the report speaks of what a wording needs it to speak of. */
function speaksOf(context: ActorContext, subject: string | undefined): boolean {
  if (subject === undefined) return true;
  if (subject === 'treaty') return context.discourse.treaty !== undefined;
  return context.reading.subjects.has(subject);
}

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

function verbTrigger(context: ActorContext, verb: Word, wording: Wording): Trigger | undefined {
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

/** Verbs by which anything that a noun names is done or happens. */
const PERFORM = new Set(
  'conduct perform hold stage undertake make do carry proceed occur happen take follow come begin start continue resume'.split(
    ' ',
  ),
);

const isFiniteVerb = ({ sentence }: ActorContext, word: Word): boolean =>
  word.xpos === 'VBD' || (word.xpos === 'VBN' && dependentsBy(sentence, word, 'aux').length > 0);

/** The verb that performs what a noun names, or the noun itself where nothing does. */
export function performerOf(context: ActorContext, noun: Word, act: Act): Word | undefined {
  const own = context.reading.lexicon.perform.get(act);
  // "the experiments will involve no nuclear explosions"
  const involved = act === 'test' ? /^(involve|include)$/ : /^$/;
  const perform = {
    has: (lemma: string) => PERFORM.has(lemma) || involved.test(lemma) || (own?.has(lemma) ?? false),
  };
  // "the last test occurring in 1990"; but "talks about resuming tests" are not resumed.
  const participle = dependentsBy(context.sentence, noun, 'acl').find(
    (word) =>
      perform.has(lemmaOf(word)) && dependentsBy(context.sentence, word, 'mark', 'case', 'obj').length === 0,
  );
  if (participle !== undefined) return participle;
  const direct = governorOf(context.sentence, noun);
  const counted =
    direct !== undefined &&
    isRelation(noun, 'nmod') &&
    (direct.upos === 'NUM' || (direct.upos === 'NOUN' && PARTITIVE.test(lemmaOf(direct))));
  const governor = counted ? governorOf(context.sentence, direct) : direct;
  if (governor === undefined || governor.upos !== 'VERB') return undefined;
  if (![lemmaOf(governor), ...particleVerbs(context, governor)].some((verb) => perform.has(verb)))
    return undefined;
  return isRelation(counted ? direct : noun, 'obj', 'nsubj', 'nsubj:pass', 'obl') ? governor : undefined;
}

function nounTrigger(context: ActorContext, noun: Word, wording: Wording): Trigger | undefined {
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

/** The wordings that a word can name, in the order of the lexicon. */
function wordingsOf(context: ActorContext, word: Word): readonly number[] {
  const { wordingsByWord } = context.reading.lexicon;
  const hyphenated = hyphenVerb(context, word);
  const keys = new Set([
    ...(hyphenated === undefined ? [] : [hyphenated]),
    lemmaOf(word),
    word.form.toLowerCase(),
    ...stemsOf(word),
  ]);
  const found = new Set([...keys].flatMap((key) => wordingsByWord.get(key) ?? []));
  return [...found].sort((a, b) => a - b);
}

/**
 * The acts that a sentence names. A noun that is already the object of a verb's act ("resume testing") names no second
 * one, and of two wordings at one word the first in the lexicon that has an object counts.
 */
export function triggersIn(context: ActorContext): readonly Trigger[] {
  const idioms = idiomsIn(context, (subject) => speaksOf(context, subject));
  const inIdiom = new Set(idioms.flatMap(({ words = [] }) => words));
  const triggers: Trigger[] = [...idioms];
  const { wordings } = context.reading.lexicon;
  for (const word of context.sentence.words) {
    // "act first" names an act whatever the tagger makes of "act".
    const firstBehind = context.sentence.words[word.index + 1]?.form.toLowerCase() === 'first';
    if (inIdiom.has(word)) continue;
    const asVerb =
      word.upos === 'VERB' ||
      (/^VB/.test(word.xpos) && word.upos !== 'AUX') ||
      firstBehind ||
      hyphenVerb(context, word) !== undefined ||
      stemsOf(word).length > 0;
    const candidates = wordingsOf(context, word)
      .map((position) => wordings[position]!)
      .flatMap((wording) => {
        const trigger =
          (asVerb ? verbTrigger(context, word, wording) : undefined) ?? nounTrigger(context, word, wording);
        return trigger === undefined ? [] : [trigger];
      });
    const [first] = candidates.sort((a, b) => strength(b) - strength(a));
    if (first !== undefined) triggers.push(first);
  }
  const taken = new Set(
    triggers.flatMap(({ word, objectWord }) => (objectWord && objectWord !== word ? [objectWord.index] : [])),
  );
  const zones = conditionalZones(context.sentence);
  return triggers.filter(
    (trigger) =>
      !isContentOfDuty(context, trigger, triggers) &&
      !taken.has(trigger.word.index) &&
      // "stop sharing data": one act with one object, named by the verb before.
      !triggers.some(
        (other) =>
          other.objectWord !== undefined &&
          other.objectWord === trigger.objectWord &&
          other.word.index < trigger.word.index &&
          trigger.word.index < other.objectWord.index &&
          trigger.word.xpos === 'VBG',
      ) &&
      !(
        trigger.fallback &&
        triggers.some(
          (other) =>
            other !== trigger &&
            !other.fallback &&
            governorsOf(context.sentence, other.predicate).includes(trigger.word) &&
            !zones.some((zone) => inZone(zone, other.predicate)) &&
            // "would respond to a test": what is answered is not what is done.
            !(
              isRelation(other.word, 'obl', 'nmod') &&
              /^(to|against|for|over|after|following)$/.test(casesOf(context.sentence, other.word)[0] ?? '')
            ),
        )
      ),
  );
}

/** "honour its commitment to suspend testing": what a duty asks for is not claimed beside the keeping of it. */
function isContentOfDuty(context: ActorContext, trigger: Trigger, triggers: readonly Trigger[]): boolean {
  const above = governorOf(context.sentence, trigger.predicate);
  return (
    above !== undefined &&
    isRelation(trigger.predicate, 'acl', 'nmod') &&
    triggers.some(
      (other) => other !== trigger && /^(comply|violate)$/.test(other.act) && other.objectWord === above,
    )
  );
}

/** Words of its own weigh more than context, an object more than none. */
function strength({ object, objectWord, nominal, byAdverb }: Trigger): number {
  // "defend Japan": a state that is acted on tells more than a verb alone.
  const ofObject =
    object !== undefined ? (object.by === 'words' ? 2 : 1) : objectWord === undefined ? 0 : 0.5;
  return (byAdverb ? 3 : 0) + ofObject - (nominal ? 0.5 : 0);
}

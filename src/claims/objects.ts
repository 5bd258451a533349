import type { Word } from '../text/tree.ts';
import type { ActorContext } from './actor-reference.ts';
import type { Act } from './claim.ts';
import { PARTITIVE } from './partitives.ts';
import { wordsBefore } from './phrases.ts';
import { casesOf, dependentsBy, dependentsOf, isRelation, lemmaOf, subtreeOf } from './syntax.ts';

/** How a noun was taken for a kind of thing: said outright, or only by what the report is about. */
export interface ObjectMatch {
  /** The claim's object: a kind of objects.yaml or a treaty's id. */
  readonly object: string;
  readonly by: 'words' | 'context';
}

const modifiersOf = (context: ActorContext, word: Word): string[] => [
  ...wordsBefore(context.sentence, word).flatMap((other) => [lemmaOf(other), other.form.toLowerCase()]),
  ...dependentsOf(context.sentence, word)
    .filter((other) => isRelation(other, 'amod', 'compound', 'nmod', 'acl', 'conj', 'nummod', 'advmod'))
    .flatMap((other) => [
      lemmaOf(other),
      other.form.toLowerCase(),
      ...dependentsBy(context.sentence, other, 'conj', 'compound', 'amod').map(lemmaOf),
    ]),
];

const TIME_NAME =
  /^(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|^(January|February|March|April|May|June|July|August|September|October|November|December)$/;

/** A modifier of a modifier's head counts as well: in "nuclear weapons tests" both words modify "tests". */
function ofKind(context: ActorContext, word: Word, kind: string): ObjectMatch | undefined {
  const { lexicon, mentions, subjects } = context.reading;
  const mention = mentions[context.sentence.index]!.get(word.index);
  if (mention?.object === kind) return { object: kind, by: 'words' };
  const entry = lexicon.objects.get(kind);
  if (entry === undefined || mention?.actor !== undefined) return undefined;
  const lemma = lemmaOf(word);
  // "talk of new tests" is no dialogue.
  if (word.form.toLowerCase() === 'talk' && context.sentence.words[word.index + 1]?.form === 'of')
    return undefined;
  // A place that no list knows is a place all the same: "struck Fordow".
  if (kind === 'named-place' && word.upos === 'PROPN' && mention === undefined && !TIME_NAME.test(word.form))
    return { object: '', by: 'words' };
  if (!entry.heads.has(lemma) && !entry.heads.has(word.form.toLowerCase())) return undefined;
  const modifiers = modifiersOf(context, word);
  // "nuclear or missile tests" are both.
  const both =
    modifiers.some((other) => entry.with.has(other)) &&
    context.sentence.words
      .slice(Math.max(0, word.index - 4), word.index)
      .some(({ form }) => /^(or|and)$/i.test(form));
  if (!both && modifiers.some((other) => entry.not.has(other))) return undefined;
  if (entry.sure.has(lemma) || entry.sure.has(word.form.toLowerCase())) return { object: kind, by: 'words' };
  const named = [
    ...wordsBefore(context.sentence, word),
    ...dependentsBy(context.sentence, word, 'compound', 'amod', 'nmod', 'appos'),
  ].some((other) => mentions[context.sentence.index]!.get(other.index)?.object === kind);
  if (named || modifiers.some((other) => entry.with.has(other))) return { object: kind, by: 'words' };
  const aloneHere = entry.alone.has(lemma) || entry.alone.has(word.form.toLowerCase());
  if (!aloneHere) return undefined;
  // A head that needs a modifier ("test") counts without one only where the report has named the full thing.
  if (entry.with.size > 0 && entry.strict && !subjects.has(kind)) return undefined;
  return { object: kind, by: entry.with.size > 0 ? 'context' : 'words' };
}

/** The treaty that a noun names ("the CTBT"), or points back to ("the document", "it"). */
export function treatyOf(context: ActorContext, word: Word): ObjectMatch | undefined {
  const mentions = context.reading.mentions[context.sentence.index]!;
  // "NPT partners" are no treaty, "New START limits" stand for theirs.
  const standsFor =
    word.upos === 'PROPN' ||
    context.reading.lexicon.treatyNouns.has(lemmaOf(word)) ||
    /^(limit|obligation|commitment|restriction|provision|requirement|regime|ceiling|ratification|participation)$/.test(
      lemmaOf(word),
    );
  const named = [
    word,
    ...(standsFor ? wordsBefore(context.sentence, word) : []),
    ...dependentsBy(
      context.sentence,
      word,
      ...(standsFor ? ['compound', 'amod'] : []),
      'flat',
      'appos',
      'nmod',
    ),
  ]
    .map(({ index }) => mentions.get(index)?.treaty)
    .find((treaty) => treaty !== undefined);
  if (named !== undefined) return { object: named, by: 'words' };
  const { treaty } = context.discourse;
  const lemma = lemmaOf(word);
  if (treaty === undefined) {
    // A treaty that the report has not named yet, or that the stand-off does not know, is a treaty all the same.
    const vague =
      /^(document|instrument|deal|agreement)$/.test(lemma) && !context.reading.subjects.has('treaty');
    return context.reading.lexicon.treatyNouns.has(lemma) && !vague
      ? { object: '', by: 'context' }
      : undefined;
  }
  const determiner = dependentsBy(context.sentence, word, 'det')[0];
  const definite = determiner !== undefined && /^(the|this|that)$/i.test(determiner.form);
  const bare = dependentsBy(context.sentence, word, 'amod', 'compound').length === 0;
  if (context.reading.lexicon.treatyNouns.has(lemma) && definite && bare)
    return { object: treaty, by: 'context' };
  if (context.reading.lexicon.treatyNouns.has(lemma) && /^(treaty|pact|accord|convention)$/.test(lemma))
    return { object: '', by: 'context' };
  if (lemma === 'it' && !isRelation(word, 'nsubj')) return { object: treaty, by: 'context' };
  return undefined;
}

/** The treaty that a noun's complement names or points back to. */
const namedTreatyBehind = (context: ActorContext, word: Word): ObjectMatch | undefined =>
  dependentsBy(context.sentence, word, 'nmod', 'compound', 'amod', 'obl')
    .map((complement) => treatyOf(context, complement))
    .find((treaty) => treaty !== undefined);

/** Treaty that a ratification, signature or participation concerns: "its ratification of the treaty", "CTBT ratification". */
function treatyBehind(context: ActorContext, word: Word): ObjectMatch | undefined {
  const named = namedTreatyBehind(context, word);
  if (named !== undefined) return named;
  const { treaty } = context.discourse;
  return treaty === undefined ? undefined : { object: treaty, by: 'context' };
}

/** With or to what an act is done that no wording names: a thing of the kinds that its wordings know. */
export function thingOf(context: ActorContext, word: Word, act: Act): ObjectMatch | undefined {
  const { sentence, reading } = context;
  const kinds = new Set(
    reading.lexicon.wordings
      .filter((wording) => wording.act === act)
      .flatMap(({ objects, of }) => [...objects, ...of]),
  );
  for (const thing of dependentsBy(sentence, word, 'obj', 'nsubj:pass', 'obl', 'nmod', 'compound'))
    for (const kind of kinds) {
      const object = objectOf(context, thing, kind);
      if (object !== undefined && object.object !== '') return object;
    }
  return undefined;
}

/** Whether a noun is a thing of the kind asked for, and the object it gives a claim. */
export function objectOf(context: ActorContext, word: Word, kind: string): ObjectMatch | undefined {
  const lemma = lemmaOf(word);
  // "a round of talks", "a series of tests": what there are several of.
  if (PARTITIVE.test(lemma)) {
    const of = dependentsBy(context.sentence, word, 'nmod').find(
      (other) => casesOf(context.sentence, other)[0] === 'of',
    );
    const inner = of === undefined || PARTITIVE.test(lemmaOf(of)) ? undefined : objectOf(context, of, kind);
    if (inner !== undefined) return inner;
  }
  if (kind !== 'treaty' && /^(it|them)$/i.test(word.form)) {
    // "respect the moratorium as long as others respect it": a thing of the kind named before in the sentence.
    const named = (words: readonly Word[], where: ActorContext) =>
      words.some((before) => before.upos === 'NOUN' && ofKind(where, before, kind) !== undefined);
    const { before } = context.discourse;
    return named(context.sentence.words.slice(0, word.index), context) ||
      (before !== undefined && named(before.words, { ...context, sentence: before }))
      ? { object: kind, by: 'context' }
      : undefined;
  }
  if (kind === 'treaty') return treatyOf(context, word);
  if (kind === 'ratification' || kind === 'signature') {
    if (lemma === kind) return treatyBehind(context, word);
    // "approval of the test ban": only of a treaty that stands beside it.
    const approved = kind === 'ratification' && /^(approval|consent|endorsement)$/.test(lemma);
    return approved ? namedTreatyBehind(context, word) : undefined;
  }
  if (kind === 'participation-in-treaty') {
    return /^(participation|part|role|observance|membership|implementation|compliance|obligation|adherence|involvement)$/.test(
      lemma,
    )
      ? treatyBehind(context, word)
      : undefined;
  }
  if (kind === 'stance-on-nuclear-test') {
    if (
      !/^(stance|position|policy|moratorium|freeze|halt|pause|ban|suspension|commitment|approach|attitude|view|pledge)$/.test(
        lemma,
      )
    )
      return undefined;
    const about = dependentsBy(context.sentence, word, 'nmod', 'acl').find(
      (other) =>
        /^(on|about|toward|towards|to|regarding|against|concerning)$/.test(
          casesOf(context.sentence, other)[0] ?? '',
        ) &&
        subtreeOf(context.sentence, other).some(
          (below) => ofKind(context, below, 'nuclear-test') !== undefined,
        ),
    );
    return about === undefined ? undefined : { object: 'nuclear-test', by: 'words' };
  }
  return ofKind(context, word, kind);
}

import type { Word } from '../text/tree.ts';
import type { ActorContext } from './actor-reference.ts';
import { DENY, GO_ON, REFUSE, REPORT, WARN } from './attitudes.ts';
import { flip, type Polarity } from './claim.ts';
import { auxiliaries, isUntrue, MAKES_KNOWN, type Meaning, meaningOf, ownMeaning } from './meaning.ts';
import { deniedExistence, isDeniedBehind, isNegated, isYetTo } from './negation.ts';
import { isAccused, isAskedOnly, isConditionMark, isQuestion, whetherOver } from './spoken-of.ts';
import { dependentsBy, governorOf, isRelation, lemmaOf } from './syntax.ts';

export interface Assertion {
  readonly meaning: Meaning;
  readonly polarity: Polarity;
  /** A warning stands above: what would be announced is threatened. */
  readonly warned: boolean;
  /** The word whose class gave the meaning: its subject asks, offers or refuses. */
  readonly by?: Word;
  /** False where the act is only spoken of (a ban on it, an if-clause, a question). */
  readonly asserted: boolean;
}

const CLAUSE = [
  'ccomp',
  'xcomp',
  'advcl',
  'acl',
  'csubj',
  'parataxis',
  'conj',
  'obj',
  'obl',
  'nmod',
  'nsubj',
  'amod',
  'dep',
  'appos',
  'compound',
];

/** The noun that an infinitive follows: "offer" in "offer to keep". */
function nounBefore({ sentence }: ActorContext, predicate: Word): Word | undefined {
  const [noun, to] = [sentence.words[predicate.index - 2], sentence.words[predicate.index - 1]];
  if (to?.form.toLowerCase() !== 'to') return undefined;
  // "its promise not to use them"
  const before = /^(not|never)$/i.test(noun?.form ?? '') ? sentence.words[predicate.index - 3] : noun;
  return before?.upos === 'NOUN' ? before : undefined;
}

const PAST_RUN = /^(VBD|VBN)$/;

/** "denied that it was planning to build them": the denial reaches what is planned. */
const isUnderDenial = ({ sentence }: ActorContext, clause: Word): boolean => {
  const above = governorOf(sentence, clause);
  return above !== undefined && DENY.has(lemmaOf(above));
};

/** "rejected calls to join": what is called for is refused. */
const isRefusedNoun = ({ sentence }: ActorContext, noun: Word): boolean =>
  sentence.words
    .slice(Math.max(0, noun.index - 4), noun.index)
    .some(
      (word) =>
        word.upos === 'VERB' &&
        (REFUSE.has(lemmaOf(word)) ||
          DENY.has(lemmaOf(word)) ||
          /^(block|thwart|prevent|stop|halt|resist|foil)$/.test(lemmaOf(word))),
    );

/** "by ratifying it first": the gerund is done as its governor is. */
const isByGerund = ({ sentence }: ActorContext, word: Word): boolean =>
  word.xpos === 'VBG' && sentence.words[word.index - 1]?.form.toLowerCase() === 'by';

/** Nouns for words that somebody has said of another: "a claim that", "talk of". */
export const isAllegation = (noun: Word): boolean =>
  REPORT.has(lemmaOf(noun)) || /^(talk|reproach|story|hint|idea)$/.test(lemmaOf(noun));

/** Whether the relation to the governor makes the lower clause its content rather than a companion of it. */
const isContent = (word: Word): boolean =>
  isRelation(
    word,
    'amod',
    'xcomp',
    'ccomp',
    'acl',
    'obj',
    'obl',
    'nmod',
    'nsubj',
    'csubj',
    'advcl',
    'compound',
  );

/** "before the talks", "after the launch": when something is said is not what is said. */
const isTimed = (context: ActorContext, word: Word): boolean =>
  isRelation(word, 'obl', 'nmod') &&
  /^(before|after|during|ahead|amid|since|despite|until|following|throughout|upon|against|over)$/.test(
    dependentsBy(context.sentence, word, 'case').map(lemmaOf)[0] ?? '',
  );

/** Finite adverbial and relative clauses assert themselves: the verb above does not reach into them. */
function standsAlone(context: ActorContext, word: Word, own: Meaning): boolean {
  const claim = governorOf(context.sentence, word);
  // "rejects claim it tested": no relative clause, but what is claimed.
  const claimed =
    claim?.upos === 'NOUN' &&
    isAllegation(claim) &&
    !dependentsBy(context.sentence, word, 'nsubj', 'obj', 'obl').some(({ form }) =>
      /^(which|that|who)$/i.test(form),
    );
  if ((word.relation === 'acl:relcl' && !claimed) || isRelation(word, 'parataxis')) return true;
  if (!isRelation(word, 'advcl') || dependentsBy(context.sentence, word, 'nsubj').length === 0) return false;
  // "with the last test occurring in 1990" has a subject of its own and asserts itself, finite or not.
  return own !== 'open' || word.xpos === 'VBG';
}

/**
 * Climbs from the predicate of an act to the root of its sentence; each governor may change how the act is meant. The
 * innermost meaning stands, a negation counts once for each word that denies, and a finite clause keeps what is above
 * from reaching in, save that a report verb or a warning is noted.
 */
export function assertionOf(context: ActorContext, predicate: Word, act: Word): Assertion {
  const { sentence } = context;
  let meaning = ownMeaning(context, predicate);
  if (meaning === 'open' && standsAlone(context, predicate, meaning)) meaning = 'done';
  let polarity: Polarity = 'positive';
  let by: Word | undefined;
  let asserted = true;
  let warned = false;
  let alleged = false;
  const negate = () => {
    polarity = flip(polarity);
  };
  if (
    isNegated(context, predicate) ||
    isDeniedBehind(context, predicate) ||
    (act !== predicate && isNegated(context, act))
  )
    negate();
  if (meaning === 'obligation' || meaning === 'possible') by = predicate;
  if (dependentsBy(sentence, predicate, 'mark', 'advmod').some((mark) => isConditionMark(context, mark)))
    asserted = false;
  // "would have tightened sanctions": what did not come to pass.
  if (meaning === 'conditional' && auxiliaries(context, predicate).includes('have')) asserted = false;
  if (isAccused(context, act)) meaning = 'done';
  // "discussed whether to test": weighed; "said whether it tested": nothing is asserted.
  const whether = whetherOver(context, predicate);
  if (whether !== undefined) {
    asserted = whether;
    if (whether) meaning = 'considered';
  }

  if (isAskedOnly(context, predicate)) asserted = false;

  let word = predicate;
  let closed = standsAlone(context, predicate, meaning);
  if (act !== predicate && predicate.head === act.index) [meaning, closed] = ['done', true];
  // "offer to keep", "refusal to sign": the noun before an infinitive says how it is meant, whatever stands above.
  const noun = nounBefore(context, predicate);
  const byNoun = noun === undefined ? undefined : meaningOf(context, noun, 'acl');
  if (noun !== undefined && byNoun !== undefined && !/^(deny|forbid|not-do|surmised)$/.test(byNoun)) {
    [meaning, by, closed] = [byNoun as Meaning, noun, true];
    if (byNoun === 'refused' || isNegated(context, noun)) negate();
    else if (isRefusedNoun(context, noun)) {
      meaning = 'refused';
      negate();
    }
  }
  // "reserves the right to strike": a warning.
  if (noun?.lemma === 'right' && governorOf(sentence, noun)?.lemma === 'reserve')
    [meaning, warned] = ['intended', true];
  const existential = deniedExistence(context, act);
  if (existential !== undefined) {
    [meaning, closed] = [existential, true];
    polarity = 'negative';
  }
  if (isYetTo(context, predicate)) {
    [meaning, closed] = ['done', true];
    polarity = 'negative';
  }
  for (let steps = 0; steps < 40; steps++) {
    const governor = governorOf(sentence, word);
    if (governor === undefined || !isRelation(word, ...CLAUSE)) break;
    if (isRelation(word, 'conj')) {
      // The second of two verbs shares what governs the first, and its auxiliaries where it has none of its own.
      const shared = ownMeaning(context, governor);
      if (
        (meaning === 'done' ||
          (meaning === 'open' && /^VB$/.test(predicate.xpos) && predicate.upos === 'VERB')) &&
        auxiliaries(context, predicate).length === 0 &&
        dependentsBy(sentence, predicate, 'nsubj').length === 0 &&
        !PAST_RUN.test(predicate.xpos)
      ) {
        meaning = shared;
      }
      if (dependentsBy(sentence, governor, 'mark').some((mark) => isConditionMark(context, mark)))
        asserted = false;
      word = governor;
      continue;
    }
    // "rejected allegations that it had …", with the clause hung on the verb.
    if (
      isRelation(word, 'ccomp') &&
      dependentsBy(sentence, governor, 'obj').some(
        (object) => isAllegation(object) && object.index < word.index,
      )
    )
      alleged = true;
    if (WARN.has(lemmaOf(governor))) warned = true;
    if (/^(accuse|blame)$/.test(lemmaOf(governor)) && !closed) {
      // An accusation says that it was done, whatever the accuser denies beside it.
      if (meaning === 'open') meaning = 'done';
      closed = true;
    }
    // "dismissed a remark that it is testing": what the remark says.
    if (isRelation(word, 'acl', 'ccomp', 'nmod') && governor.upos === 'NOUN' && isAllegation(governor))
      alleged = true;
    // "it is untrue that …", "the report that it tested is false"
    if (
      isRelation(word, 'ccomp', 'csubj', 'acl', 'advcl', 'xcomp', 'nsubj') &&
      isUntrue(context, governor) &&
      (word !== act || word === predicate) &&
      (!isRelation(word, 'nsubj') || isAllegation(word))
    ) {
      [meaning, polarity, by, closed] = ['denied', 'negative', governor, true];
      word = governor;
      continue;
    }
    // "denied that there had been any decision to hold talks"
    if (meaning === 'intended' && by === noun && isRelation(word, 'ccomp') && DENY.has(lemmaOf(governor))) {
      [meaning, by] = ['denied', governor];
      polarity = 'negative';
    }
    if (isTimed(context, word)) closed = true;
    if (!closed && isContent(word)) {
      const relation = word.relation.split(':')[0]!;
      const above = meaningOf(context, governor, relation);
      const finite = relation === 'ccomp' && meaning !== 'open';
      // "announced that both would begin talks": what is made known is decided, whoever does it.
      if (meaning === 'conditional' && relation === 'ccomp' && MAKES_KNOWN.test(lemmaOf(governor)))
        meaning = 'future';
      const told = alleged && dependentsBy(sentence, word, 'nsubj').length > 0;
      if (above === 'forbid') asserted = asserted && (finite || told);
      else if (above === 'not-do') {
        negate();
        if (meaning === 'open') meaning = ownMeaning(context, governor);
      } else if (above === 'deny') {
        if (meaning === 'open' || finite || alleged || /^(xcomp|obj|advcl|ccomp)$/.test(relation)) {
          meaning = 'denied';
          polarity = 'negative';
          by = governor;
        }
      } else if (above === 'considered' && lemmaOf(governor) === 'unlikely') {
        [meaning, by] = ['considered', governor];
        negate();
      } else if (above === 'surmised') {
        if (/^(future|conditional|possible)$/.test(meaning)) [meaning, by] = ['considered', governor];
      } else if (above === 'hoped') {
        if (/^(future|conditional|possible)$/.test(meaning)) [meaning, by] = ['hoped', governor];
      } else if (
        above === 'refused' &&
        /^(rule|exclude)$/.test(lemmaOf(governor)) &&
        isNegated(context, governor, word)
      ) {
        // "did not rule out": it is weighed.
        if (meaning === 'open') [meaning, by, closed] = ['considered', governor, true];
        word = governor;
        continue;
      } else if (above === 'refused' && alleged) {
        [meaning, polarity, by] = ['denied', 'negative', governor];
      } else if (above === 'refused') {
        if (!finite) {
          if (meaning === 'open' || meaning === 'considered') [meaning, by] = ['refused', governor];
          polarity = 'negative';
        }
      } else if (
        above !== undefined &&
        (meaning === 'open' ||
          (finite && (above === 'demanded' || above === 'offered')) ||
          (meaning === 'possible' && above === 'considered'))
      ) {
        // "never asked for talks" asks for nothing.
        if (above === 'demanded' && isNegated(context, governor) && governor.upos === 'VERB')
          asserted = false;
        if (!(finite && lemmaOf(governor) === 'insist' && meaning !== 'obligation'))
          [meaning, by] = [above, governor];
        // "may decide to load": what may be intended is weighed.
        if (meaning === 'intended' && ownMeaning(context, governor) === 'possible') meaning = 'considered';
      } else if (
        meaning === 'open' &&
        (GO_ON.has(lemmaOf(governor)) ||
          /^(oblige)$/.test(lemmaOf(governor)) ||
          relation === 'amod' ||
          isByGerund(context, word))
      ) {
        meaning = governor.upos === 'NOUN' ? 'done' : ownMeaning(context, governor);
      } else if (
        meaning === 'open' &&
        relation === 'advcl' &&
        predicate === word &&
        predicate.xpos === 'VB'
      ) {
        // "would work to keep it alive": a purpose stands as what serves it does, and is no fact.
        const served = ownMeaning(context, governor);
        if (/^(future|conditional|obligation|possible)$/.test(served)) meaning = served;
      } else if (
        meaning === 'open' &&
        act.upos === 'NOUN' &&
        relation === 'nsubj' &&
        governor.upos !== 'NOUN'
      ) {
        // "the response would be swift"
        const happens = ownMeaning(context, governor);
        if (happens === 'conditional' || happens === 'future') meaning = happens;
      } else if (
        meaning === 'open' &&
        !alleged &&
        act === predicate &&
        relation === 'nmod' &&
        governor.upos === 'NOUN'
      ) {
        // "agreements on disarmament" disarm nobody.
        break;
      }
      const reaches = relation !== 'advcl' || governor.upos === 'NOUN';
      if (!finite && reaches && relation !== 'nsubj' && isNegated(context, governor, word)) negate();
      // "does not mean that it will", "is not aware that": the denial reaches in.
      if (
        finite &&
        /^(mean|imply|signify|entail|aware|evidence|sign|indication|proof)$/.test(lemmaOf(governor)) &&
        isNegated(context, governor)
      )
        negate();
      if (finite && !alleged) closed = true;
    }
    if (standsAlone(context, governor, ownMeaning(context, governor))) closed = true;
    if (isRelation(governor, 'ccomp') && !alleged)
      closed = closed || (ownMeaning(context, governor) !== 'open' && !isUnderDenial(context, governor));
    if (
      dependentsBy(sentence, governor, 'mark', 'advmod').some(
        (mark) => isConditionMark(context, mark) && mark.index < word.index,
      ) &&
      !isRelation(word, 'parataxis')
    ) {
      asserted = false;
    }
    word = governor;
  }
  if (isQuestion(context)) asserted = false;
  return { meaning, polarity, warned, asserted, ...(by === undefined ? {} : { by }) };
}

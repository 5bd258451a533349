import type { Word } from '../text/tree.ts';
import type { ActorContext } from './actors.ts';
import {
  ABLE,
  CONSIDER,
  DEMAND,
  DENY,
  FORBID,
  GO_ON,
  IF_MARKS,
  INTEND,
  JUDGE,
  NOT_DO,
  OFFER,
  ORDER,
  REFUSE,
  REPORT,
  UNTRUE,
  WARN,
} from './attitudes.ts';
import type { Modality, Polarity } from './claim.ts';
import { dependentsBy, dependentsOf, governorOf, isRelation, lemmaOf } from './syntax.ts';

/** How a clause or its governors mean an act, before what is known of the act itself is applied. */
export type Meaning =
  | 'done'
  | 'future'
  | 'conditional'
  | 'possible'
  | 'obligation'
  | 'considered'
  | 'intended'
  | 'demanded'
  | 'offered'
  | 'refused'
  | 'ordered'
  | 'denied'
  | 'hoped'
  | 'open';

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

const NEGATIVE = /^(not|n't|n’t|never|no|neither|nor|without|hardly|nobody|none)$/i;
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

/**
 * Whether the clause of a word denies it: "not", "never", "no longer", "no" with its object or subject, "without". What
 * `from`, the argument that the climb came through, denies has been counted: "has no intention of" denies once.
 */
export function isNegated(context: ActorContext, word: Word, from?: Word): boolean {
  const below = dependentsOf(context.sentence, word);
  const direct = below.some(
    (other) =>
      isRelation(other, 'advmod', 'cc', 'det', 'mark', 'case') &&
      NEGATIVE.test(other.form) &&
      !isOnly(context, other),
  );
  const linear = isNegatedInOrder(context, word);
  const byArgument = below.some(
    (other) =>
      other !== from &&
      isRelation(other, 'obj', 'nsubj', 'nsubj:pass') &&
      (dependentsBy(context.sentence, other, 'det').some(({ form }) => /^(no|neither)$/i.test(form)) ||
        /^(nothing|nobody|none|neither)$/i.test(other.form)),
  );
  return direct || byArgument || linear;
}

/** By the order of words: "no longer bound", "neither China nor Russia has tested", "sought no wider war". */
function isNegatedInOrder({ sentence }: ActorContext, { index, upos }: Word): boolean {
  const { words } = sentence;
  const before = words.slice(Math.max(0, index - 3), index).map(({ form }) => form.toLowerCase());
  if (before.join(' ').includes('no longer')) return true;
  if (upos !== 'VERB') return false;
  const neither = words.findLast(({ form, index: at }) => at < index && /^neither$/i.test(form));
  if (neither !== undefined) {
    const between = words.slice(neither.index + 1, index);
    const nor = between.some(({ form }) => /^nor$/i.test(form));
    if (nor && !between.some((word) => word.upos === 'VERB')) return true;
  }
  return false;
}

/** "not only tested but does not deny the test. */
const isOnly = (context: ActorContext, word: Word): boolean =>
  /^(only|just|merely|simply)$/i.test(context.sentence.words[word.index + 1]?.form ?? '');

function auxiliaries(context: ActorContext, word: Word): string[] {
  return dependentsBy(context.sentence, word, 'aux').map((other) => other.form.toLowerCase());
}

const before3 = ({ sentence }: ActorContext, { index }: Word): string =>
  sentence.words
    .slice(Math.max(0, index - 3), index)
    .map(({ form }) => form)
    .join(' ');

/** What tense and auxiliaries of a predicate say of it. */
function ownMeaning(context: ActorContext, predicate: Word): Meaning {
  const bare = predicate.upos === 'AUX' ? [predicate.form.toLowerCase()] : [];
  const aux = [...auxiliaries(context, predicate), ...bare];
  const copula = dependentsBy(context.sentence, predicate, 'cop').map(({ form }) => form.toLowerCase());
  // A participle that is hung on its object keeps the auxiliary before it: "had previously halted conversations".
  const before = context.sentence.words.slice(Math.max(0, predicate.index - 2), predicate.index);
  if (isRelation(predicate, 'amod') && before.some(({ lemma, upos }) => lemma === 'have' && upos === 'AUX'))
    return 'done';
  const has = (...forms: string[]) => forms.some((form) => aux.includes(form) || copula.includes(form));
  const firstBefore = context.sentence.words[predicate.index - 2];
  // "Putin to place arms in Belarus": a headline's future.
  if (
    context.sentence.place === 'headline' &&
    context.sentence.words[predicate.index - 1]?.form.toLowerCase() === 'to' &&
    firstBefore?.upos === 'PROPN' &&
    !context.sentence.words.slice(0, predicate.index).some(({ upos }) => upos === 'VERB') &&
    predicate.xpos === 'VB'
  )
    return 'future';
  // "demanded that it stop": a bare form behind a demand is no fact.
  const above = governorOf(context.sentence, predicate);
  if (
    isRelation(predicate, 'ccomp') &&
    /^VBP?$/.test(predicate.xpos) &&
    aux.length === 0 &&
    above !== undefined &&
    DEMAND.has(lemmaOf(above))
  )
    return 'open';
  // "Israel is to halt its offensive", "Ukrainian troops are to leave": arranged or asked for.
  if (/\b(?:is|are) (?:not )?to$/i.test(before3(context, predicate)) && predicate.xpos === 'VB')
    return 'ordered';
  if (has('would', "'d", '’d')) return 'conditional';
  if (has('will', "'ll", '’ll', 'wo', 'shall')) return 'future';
  if (has('must', 'should', 'ought')) return 'obligation';
  if (has('may', 'might', 'could', 'can', 'ca')) return 'possible';
  if (isRelation(predicate, 'amod') && /ing$/i.test(predicate.form)) return 'open';
  const toInfinitive = dependentsBy(context.sentence, predicate, 'mark').some(
    ({ form }) => form.toLowerCase() === 'to',
  );
  // "Russia's forces rehearse": a plural present that was tagged as an infinitive has a subject of its own.
  const own = dependentsBy(context.sentence, predicate, 'nsubj').some(({ index }) => index < predicate.index);
  // "claims to have hit it"
  if (toInfinitive && has('have', 'having')) return 'done';
  if (
    toInfinitive ||
    (predicate.xpos === 'VBG' && aux.length === 0 && copula.length === 0) ||
    (predicate.xpos === 'VB' && aux.length === 0 && (!own || isRelation(predicate, 'xcomp', 'ccomp')))
  )
    return 'open';
  if (predicate.xpos === 'VBN' && aux.length === 0 && isRelation(predicate, 'acl', 'amod')) return 'done';
  return predicate.upos === 'NOUN' || predicate.upos === 'PROPN'
    ? copula.length > 0
      ? 'done'
      : 'open'
    : 'done';
}

/** "untrue", "not true": said of what stands below it. */
const isUntrue = (context: ActorContext, word: Word): boolean =>
  word.upos !== 'VERB' &&
  dependentsBy(context.sentence, word, 'cop').length > 0 &&
  (UNTRUE.has(lemmaOf(word)) ||
    (/^(true|correct|accurate|so|case)$/.test(lemmaOf(word)) && isNegated(context, word)));

const MAKES_KNOWN = /^(announce|declare|unveil|proclaim|confirm)$/;

const PAST_RUN = /^(VBD|VBN)$/;

/** What a governor makes of the act below it; undefined where it changes nothing. */
function meaningOf(
  context: ActorContext,
  governor: Word,
  relation: string,
): Meaning | 'deny' | 'forbid' | 'not-do' | 'surmised' | undefined {
  const lemma = lemmaOf(governor);
  const particle = dependentsBy(context.sentence, governor, 'compound:prt').map(lemmaOf);
  const out =
    particle.includes('out') || /^out$/i.test(context.sentence.words[governor.index + 1]?.form ?? '');
  if (lemma === 'rule' && !out) return undefined;
  // "voted to approve"
  if (lemma === 'vote' && governor.upos === 'VERB' && relation === 'xcomp') return 'intended';
  if (/^(impossible|unthinkable|pointless)$/.test(lemma)) return 'refused';
  if (lemma === 'turn' && particle.includes('down')) return 'refused';
  if (lemma === 'call' && governor.upos === 'VERB') {
    const called = particle.includes('off') ? 'refused' : undefined;
    if (called !== undefined) return called;
    // "called the drill irresponsible" asks for nothing.
    if (relation === 'ccomp' || relation === 'obj') return undefined;
  }
  const to = context.sentence.words[governor.index + 1]?.form.toLowerCase() === 'to';
  if (/^(want|hope|wish|like|love|prefer)$/.test(lemma) && relation === 'xcomp' && to) return 'offered';
  // "stood prepared to": a readiness, not a plan.
  if (lemma === 'prepare' && isState(context, governor)) return 'offered';
  if (/^(hope|expect|trust)$/.test(lemma) && relation === 'ccomp') return 'hoped';
  if (
    /^(believe|think|doubt|fear|suspect|reckon|guess|suppose|worry|predict)$/.test(lemma) &&
    relation === 'ccomp'
  )
    return 'surmised';
  if (lemma === 'ought') return 'obligation';
  if (lemma === 'have' && relation === 'xcomp' && !to) return undefined;
  // "has no need to test": a want that is not felt.
  if (
    governor.upos === 'NOUN' &&
    /^(need|reason|cause|point|sense|use|wish|desire|appetite|interest)$/.test(lemma) &&
    isNegated(context, governor)
  )
    return 'intended';
  if (lemma === 'need' || lemma === 'have') {
    return relation === 'xcomp' ? 'obligation' : lemma === 'need' ? 'demanded' : undefined;
  }
  if (lemma === 'go' && relation === 'xcomp' && governor.xpos === 'VBG') return 'future';
  if (FORBID.has(lemma)) return 'forbid';
  if (NOT_DO.has(lemma) && relation !== 'ccomp') return 'not-do';
  if (DENY.has(lemma)) return 'deny';
  if (JUDGE.has(lemma) && /^(obj|ccomp|xcomp)$/.test(relation)) return 'done';
  if (REFUSE.has(lemma)) return 'refused';
  if (OFFER.has(lemma) && !(lemma === 'open' && governor.upos === 'VERB')) return 'offered';
  // "announced a halt": what is made known is decided.
  if (MAKES_KNOWN.test(lemma) && lemma !== 'confirm' && relation === 'obj') return 'intended';
  if (ORDER.has(lemma) && relation !== 'advcl' && relation !== 'obl') return 'ordered';
  // "was obliged to put it off": it was done.
  if (/^(oblige|force|compel)$/.test(lemma) && relation === 'xcomp' && isPastPassive(context, governor))
    return undefined;
  if (DEMAND.has(lemma)) return 'demanded';
  if (CONSIDER.has(lemma) && relation !== 'ccomp') return 'considered';
  if (INTEND.has(lemma) && relation !== 'advcl') return 'intended';
  // "warned Iran not to strike": a demand.
  if (
    /^(warn|caution)$/.test(lemma) &&
    relation === 'xcomp' &&
    dependentsBy(context.sentence, governor, 'obj', 'iobj').length > 0
  )
    return 'demanded';
  if (WARN.has(lemma) && /^(xcomp|obj|obl)$/.test(relation)) return 'intended';
  if (ABLE.has(lemma) && relation !== 'ccomp') return 'possible';
  return undefined;
}

const isPastPassive = ({ sentence }: ActorContext, word: Word): boolean =>
  dependentsBy(sentence, word, 'aux:pass').some(({ form }) => /^(was|were|been)$/i.test(form));

/** "denied that it was planning to build them": the denial reaches what is planned. */
const isUnderDenial = ({ sentence }: ActorContext, clause: Word): boolean => {
  const above = governorOf(sentence, clause);
  return above !== undefined && DENY.has(lemmaOf(above));
};

/** "is prepared", "stood ready": a participle that says in what state somebody is. */
const isState = ({ sentence }: ActorContext, word: Word): boolean => {
  const above = governorOf(sentence, word);
  return (
    (word.xpos === 'VBN' || word.upos === 'ADJ') &&
    (dependentsBy(sentence, word, 'cop', 'aux:pass').length > 0 ||
      (above !== undefined && /^(stand|remain|stay|be|seem|appear|feel|keep)$/.test(lemmaOf(above))))
  );
};

/** "We do not." */
const isDeniedBehind = ({ sentence }: ActorContext, { index, upos }: Word): boolean =>
  upos === 'AUX' && /^(not|n't|n’t)$/i.test(sentence.words[index + 1]?.form ?? '');

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

/** "has yet to ratify it", "is still to sign": not done so far. */
function isYetTo({ sentence }: ActorContext, predicate: Word): boolean {
  const before = sentence.words.slice(Math.max(0, predicate.index - 3), predicate.index);
  const text = before.map(({ form }) => form.toLowerCase()).join(' ');
  return /(?:^| )(?:have|has|had|is|are|remains?) (?:yet|still) to$/.test(text);
}

/** "there can be no truce": a refusal; "there were no talks": nothing done. */
function deniedExistence({ sentence }: ActorContext, act: Word): Meaning | undefined {
  if (act.upos !== 'NOUN') return undefined;
  const before = sentence.words
    .slice(Math.max(0, act.index - 7), act.index)
    .map(({ form }) => form.toLowerCase());
  const text = before.join(' ');
  if (!/\bthere (?:can|could|will|would|is|are|was|were|has|have|had)\b.*\bno\b/.test(text)) return undefined;
  return /\bthere (?:can|could|will|would)\b/.test(text) ? 'refused' : 'done';
}

/** Nouns for words that somebody has said of another: "a claim that", "talk of". */
export const isAllegation = (noun: Word): boolean =>
  REPORT.has(lemmaOf(noun)) || /^(talk|reproach|story|hint|idea)$/.test(lemmaOf(noun));

/** Whether a noun names what somebody is accused of: "accused China of secret tests". */
export function isAccused({ sentence }: ActorContext, noun: Word): boolean {
  if (noun.upos !== 'NOUN') return false;
  const before = sentence.words.slice(Math.max(0, noun.index - 12), noun.index);
  const of = before.findLast(({ form }) => form.toLowerCase() === 'of');
  const verb = before.findLast((word) => word.upos === 'VERB' && !isRelation(word, 'amod'));
  return (
    of !== undefined &&
    verb !== undefined &&
    verb.index < of.index &&
    /^(accuse|suspect)$/.test(lemmaOf(verb))
  );
}

/**
 * For a clause behind "whether": true where somebody weighs it ("discussed whether to test"), false where it is only
 * asked or left open; undefined where no "whether" governs the predicate.
 */
function whetherOver({ sentence }: ActorContext, predicate: Word): boolean | undefined {
  const before = sentence.words.slice(Math.max(0, predicate.index - 10), predicate.index);
  const whether = before.findLast(({ form }) => /^whether$/i.test(form));
  if (whether === undefined || before.some(({ form, index }) => index > whether.index && /^[,;]$/.test(form)))
    return undefined;
  const weighing = sentence.words
    .slice(Math.max(0, whether.index - 8), whether.index)
    .findLast(({ upos }) => upos === 'VERB' || upos === 'NOUN');
  const verbs = sentence.words
    .slice(Math.max(0, whether.index - 8), whether.index)
    .filter((word) => CONSIDER.has(lemmaOf(word)));
  return verbs.length > 0 && weighing !== undefined;
}

/** "declined to say when it would be lifted": what is left open is not claimed. */
function isAskedOnly({ sentence }: ActorContext, predicate: Word): boolean {
  const before = sentence.words.slice(Math.max(0, predicate.index - 9), predicate.index);
  const asks = before.findIndex(
    ({ form }, at) =>
      /^(when|how|where|why)$/i.test(form) &&
      /^(say|specify|disclose|explain|know|clear|clarify|reveal)$/.test(lemmaOf(before[at - 1] ?? predicate)),
  );
  return asks > 0;
}

const flip = (polarity: Polarity): Polarity => (polarity === 'positive' ? 'negative' : 'positive');

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

/** "if", "unless", "until", "in case": the clause is a condition, not an assertion. */
export function isConditionMark(context: ActorContext, mark: Word): boolean {
  const lemma = lemmaOf(mark);
  if (lemma === 'once' && /^(than|at)$/i.test(context.sentence.words[mark.index - 1]?.form ?? ''))
    return false;
  if (IF_MARKS.has(lemma)) return true;
  const next = context.sentence.words[mark.index + 1];
  return lemma === 'in' && next !== undefined && /^(case|event)$/.test(lemmaOf(next));
}

function isQuestion(context: ActorContext): boolean {
  const last = context.sentence.words.at(-1);
  return last !== undefined && (last.form === '?' || context.sentence.words.at(-2)?.form === '?');
}

/** The modality of the claim vocabulary, from how the act is meant and whether it is hostile and conditional. */
export function modalityOf(
  assertion: Assertion,
  hostile: boolean,
  conditional: boolean,
  ownAct: boolean,
  reported: boolean,
): Modality | undefined {
  const announced: Modality = conditional
    ? hostile || assertion.polarity === 'negative'
      ? 'threatened'
      : 'offered'
    : assertion.warned && hostile
      ? 'threatened'
      : 'announced';
  switch (assertion.meaning) {
    case 'done':
      // "Russia tests only if others do": a present on a condition is what will be done.
      return conditional && ownAct ? announced : 'done';
    case 'ordered':
      // "told Iran to honour it": another's act is asked for.
      return ownAct || !reported ? announced : 'demanded';
    case 'future':
    case 'intended':
      return announced;
    case 'conditional':
      // "said it would leave": in reported speech "would" is the future of the past.
      return conditional || assertion.warned || (reported && ownAct) ? announced : 'considered';
    case 'possible':
    case 'considered': {
      // "a truce is possible only after …", "sanctions could follow if …": what is held out on a condition. What is weighed
      // in reply to another is only weighed.
      const heldOut =
        assertion.meaning === 'possible' ||
        (assertion.by !== undefined && /^(possible|conceivable)$/.test(lemmaOf(assertion.by)));
      if (!(heldOut && conditional && ownAct && reported && assertion.polarity === 'positive'))
        return 'considered';
      return hostile ? 'threatened' : 'offered';
    }
    case 'hoped':
      // A state's hope that another will act is a request.
      return reported && !ownAct ? 'demanded' : 'considered';
    case 'refused':
      return conditional ? 'threatened' : 'announced';
    case 'obligation':
    case 'demanded':
      // "we shall have to do the same" binds oneself.
      return ownAct && assertion.meaning === 'obligation' ? announced : 'demanded';
    case 'offered':
      // "ready to test" is no offer, and "not ready to talk" is a refusal.
      if (assertion.polarity === 'negative') return conditional ? 'threatened' : 'announced';
      return hostile &&
        ownAct &&
        assertion.by !== undefined &&
        /^(ready|prepared|readiness)$/.test(lemmaOf(assertion.by))
        ? 'threatened'
        : 'offered';
    case 'denied':
      return 'denied';
    default:
      return undefined;
  }
}

import type { Word } from '../text/tree.ts';
import type { ActorContext } from './actor-reference.ts';
import {
  ABLE,
  CONSIDER,
  DEMAND,
  DENY,
  FORBID,
  INTEND,
  JUDGE,
  NOT_DO,
  OFFER,
  ORDER,
  REFUSE,
  UNTRUE,
  WARN,
} from './attitudes.ts';
import { isNegated } from './negation.ts';
import { dependentsBy, governorOf, isRelation, lemmaOf } from './syntax.ts';

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

export function auxiliaries(context: ActorContext, word: Word): string[] {
  return dependentsBy(context.sentence, word, 'aux').map((other) => other.form.toLowerCase());
}

const before3 = ({ sentence }: ActorContext, { index }: Word): string =>
  sentence.words
    .slice(Math.max(0, index - 3), index)
    .map(({ form }) => form)
    .join(' ');

/** What tense and auxiliaries of a predicate say of it. */
export function ownMeaning(context: ActorContext, predicate: Word): Meaning {
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
export const isUntrue = (context: ActorContext, word: Word): boolean =>
  word.upos !== 'VERB' &&
  dependentsBy(context.sentence, word, 'cop').length > 0 &&
  (UNTRUE.has(lemmaOf(word)) ||
    (/^(true|correct|accurate|so|case)$/.test(lemmaOf(word)) && isNegated(context, word)));

export const MAKES_KNOWN = /^(announce|declare|unveil|proclaim|confirm)$/;

/** What a governor makes of the act below it; undefined where it changes nothing. */
export function meaningOf(
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

/** "is prepared", "stood ready": a participle that says in what state somebody is. */
const isState = ({ sentence }: ActorContext, word: Word): boolean => {
  const above = governorOf(sentence, word);
  return (
    (word.xpos === 'VBN' || word.upos === 'ADJ') &&
    (dependentsBy(sentence, word, 'cop', 'aux:pass').length > 0 ||
      (above !== undefined && /^(stand|remain|stay|be|seem|appear|feel|keep)$/.test(lemmaOf(above))))
  );
};

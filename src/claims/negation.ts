import type { Word } from '../text/tree.ts';
import type { ActorContext } from './actor-reference.ts';
import { dependentsBy, dependentsOf, isRelation } from './syntax.ts';

const NEGATIVE = /^(not|n't|n’t|never|no|neither|nor|without|hardly|nobody|none)$/i;

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

/** "We do not." */
export const isDeniedBehind = ({ sentence }: ActorContext, { index, upos }: Word): boolean =>
  upos === 'AUX' && /^(not|n't|n’t)$/i.test(sentence.words[index + 1]?.form ?? '');

/** "has yet to ratify it", "is still to sign": not done so far. */
export function isYetTo({ sentence }: ActorContext, predicate: Word): boolean {
  const before = sentence.words.slice(Math.max(0, predicate.index - 3), predicate.index);
  const text = before.map(({ form }) => form.toLowerCase()).join(' ');
  return /(?:^| )(?:have|has|had|is|are|remains?) (?:yet|still) to$/.test(text);
}

/** "there can be no truce": a refusal; "there were no talks": nothing done. */
export function deniedExistence({ sentence }: ActorContext, act: Word): 'refused' | 'done' | undefined {
  if (act.upos !== 'NOUN') return undefined;
  const before = sentence.words
    .slice(Math.max(0, act.index - 7), act.index)
    .map(({ form }) => form.toLowerCase());
  const text = before.join(' ');
  if (!/\bthere (?:can|could|will|would|is|are|was|were|has|have|had)\b.*\bno\b/.test(text)) return undefined;
  return /\bthere (?:can|could|will|would)\b/.test(text) ? 'refused' : 'done';
}

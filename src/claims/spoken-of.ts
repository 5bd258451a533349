import type { Word } from '../text/tree.ts';
import type { ActorContext } from './actor-reference.ts';
import { CONSIDER, IF_MARKS } from './attitudes.ts';
import { isRelation, lemmaOf } from './syntax.ts';

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
export function whetherOver({ sentence }: ActorContext, predicate: Word): boolean | undefined {
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
export function isAskedOnly({ sentence }: ActorContext, predicate: Word): boolean {
  const before = sentence.words.slice(Math.max(0, predicate.index - 9), predicate.index);
  const asks = before.findIndex(
    ({ form }, at) =>
      /^(when|how|where|why)$/i.test(form) &&
      /^(say|specify|disclose|explain|know|clear|clarify|reveal)$/.test(lemmaOf(before[at - 1] ?? predicate)),
  );
  return asks > 0;
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

export function isQuestion(context: ActorContext): boolean {
  const last = context.sentence.words.at(-1);
  return last !== undefined && (last.form === '?' || context.sentence.words.at(-2)?.form === '?');
}

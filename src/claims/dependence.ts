import type { Word } from '../text/tree.ts';
import type { ActorContext } from './actor-reference.ts';
import { followsWill } from './condition-act.ts';
import { linkedTo } from './linked-condition.ts';
import { dependentsBy, governorsOf, isRelation, lemmaOf, subtreeOf } from './syntax.ts';
import type { Trigger } from './trigger.ts';

/** Predicates whose object or complement is a condition of their subject. */
const DEPENDS =
  /^(depend|hinge|rest|rely|turn|contingent|conditional|conditioned|dependent|subject|predicated)$/;

const REQUIRES = /^(require|need|presuppose|demand|necessitate)$/;

/** "talks depend on X", "negotiations require X": the complement, where the act is the subject. */
export function neededBy(context: ActorContext, predicate: Word, from: Word | undefined): Word | undefined {
  const lemma = lemmaOf(predicate);
  const { sentence } = context;
  if (
    from === undefined ||
    !isRelation(from, 'nsubj', 'csubj', 'nsubj:pass') ||
    from.head !== predicate.index
  )
    return undefined;
  if (DEPENDS.test(lemma)) {
    return dependentsBy(sentence, predicate, 'obl', 'advcl', 'ccomp').find(
      (word) => word.index > predicate.index,
    );
  }
  if (REQUIRES.test(lemma)) return dependentsBy(sentence, predicate, 'obj', 'ccomp', 'xcomp')[0];
  return undefined;
}

const REACH = 6;

/**
 * The same by the order of words, for sentences whose tree has gone wrong: "relations with X depend on Y's willingness",
 * "negotiations require an agreement". Only the words next behind the act count, so that no other clause is drawn in.
 */
export function neededBehind(context: ActorContext, act: Word): Word | undefined {
  const { words } = context.sentence;
  if (act.upos !== 'NOUN') return undefined;
  const verb = words
    .slice(act.index + 1, act.index + REACH)
    .find((word) => DEPENDS.test(lemmaOf(word)) || REQUIRES.test(lemmaOf(word)));
  if (verb === undefined || isRelation(act, 'compound')) return undefined;
  const between = words.slice(act.index + 1, verb.index);
  // Only a phrase of the noun's own may stand between: "with the US".
  if (
    between.some(({ upos }) => /^(VERB|PUNCT|SCONJ|CCONJ)$/.test(upos)) ||
    (between.length > 0 && between[0]!.upos !== 'ADP')
  )
    return undefined;
  const next = words[verb.index + 1]?.form.toLowerCase();
  if (DEPENDS.test(lemmaOf(verb)) && next !== 'on' && next !== 'upon') return undefined;
  return words
    .slice(verb.index + 1, verb.index + 1 + 2 * REACH)
    .find(
      (word) =>
        word.upos === 'NOUN' &&
        !isRelation(word, 'amod', 'compound') &&
        !/^['’]s?$/.test(words[word.index + 1]?.form ?? ''),
    );
}

/** Whether the trigger is the subject of "depends on" or "requires": spoken of as something that has a condition. */
export function isDependent(context: ActorContext, trigger: Trigger): boolean {
  const path = [trigger.word, trigger.predicate, ...governorsOf(context.sentence, trigger.predicate)];
  return (
    linkedTo(context.sentence, trigger.word) !== undefined ||
    neededBehind(context, trigger.word) !== undefined ||
    path.some((word, step) => neededBy(context, word, path[step - 1]) !== undefined)
  );
}

/** Whether an act stands inside what another act waits for: "depends on Washington's willingness to engage". */
export function isAwaited(context: ActorContext, trigger: Trigger, triggers: readonly Trigger[]): boolean {
  return triggers.some((other) => {
    if (other.word === trigger.word) return false;
    if (linkedTo(context.sentence, other.word)?.includes(trigger.word)) return true;
    const needed = neededBehind(context, other.word);
    if (needed === undefined) return false;
    const { words } = context.sentence;
    const comma =
      words.find(({ form, index }) => form === ',' && index > needed.index)?.index ?? words.length;
    const inside = subtreeOf(context.sentence, needed).includes(trigger.word) && trigger.word.index < comma;
    return inside || followsWill(context, needed, trigger.word);
  });
}

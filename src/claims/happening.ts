import type { Word } from '../text/tree.ts';
import type { ActorContext } from './actor-reference.ts';
import { actorsOf, modifierActor } from './actors.ts';
import { JUDGE } from './attitudes.ts';
import { isDependent } from './dependence.ts';
import { isNegated } from './negation.ts';
import { wordsBefore } from './phrases.ts';
import { isAccused } from './spoken-of.ts';
import { dependentsBy, governorOf, isRelation, lemmaOf } from './syntax.ts';
import type { Trigger } from './trigger.ts';

const COUNTING =
  /^(last|latest|first|second|third|fourth|fifth|sixth|seventh|previous|recent|final|only|sole)$/i;

/** "its sixth nuclear test", "the last American explosion": what is counted has happened, unless an attitude governs it. */
export function isCounted({ sentence }: ActorContext, noun: Word): boolean {
  if (noun.upos !== 'NOUN') return false;
  const before = wordsBefore(sentence, noun);
  const counts = before.some(({ form, upos }) => COUNTING.test(form) || upos === 'NUM');
  return counts && !/^(any|a|an|no)$/i.test(sentence.words[(before[0]?.index ?? noun.index) - 1]?.form ?? '');
}

/** Nouns for deeds that are done at one stroke: whose they are said to be has done them. */
const DEEDS =
  /^(test|revoke-ratification|withdraw|suspend|sign|ratify|trial-weapon|use-force|close-site|deploy|break-off|violate|modernise|prepare-test)$/;

/** "China's war games around Taiwan": a title that is a noun says what happens. */
const isTitle = ({ sentence }: ActorContext, word: Word): boolean =>
  sentence.place !== 'prose' &&
  word.head < 0 &&
  !sentence.words.some(({ upos }) => /^(VERB|AUX)$/.test(upos));

/** "Moscow's withdrawal from the treaty alarmed Berlin": a deed that has a doer and stands among facts was done. */
export function isPossessed(context: ActorContext, { act, word }: Trigger): boolean {
  if (!(DEEDS.test(act) || (act === 'exercise' && isTitle(context, word))) || word.upos !== 'NOUN')
    return false;
  const owners = dependentsBy(context.sentence, word, 'nmod:poss', 'nmod', 'amod', 'compound').filter(
    (other) =>
      isRelation(other, 'nmod:poss', 'amod', 'compound') ||
      dependentsBy(context.sentence, other, 'case').some(({ form }) => /^(of|by)$/i.test(form)),
  );
  // "the deployment of Russian missiles", "North Korea's missile launch"
  const owned = owners.some(
    (owner) => actorsOf(context, owner).length > 0 || modifierActor(context, owner).length > 0,
  );
  const governor = governorOf(context.sentence, word);
  if (owned && isTitle(context, word)) return true;
  return (
    owned &&
    governor !== undefined &&
    (isRelation(word, 'nsubj', 'nsubj:pass', 'obl') ||
      (isRelation(word, 'obj') && governor.upos === 'VERB')) &&
    /^VB[DNZP]$/.test(governor.xpos) &&
    !isRelation(governor, 'advcl')
  );
}

/** "condemned the launch": who judges an act says that it was done. */
const isJudged = ({ sentence }: ActorContext, noun: Word): boolean => {
  const governor = governorOf(sentence, noun);
  return governor !== undefined && isRelation(noun, 'obj') && JUDGE.has(lemmaOf(governor));
};

/** Whether a noun that names an act is spoken of as something that happens, not merely mentioned. */
export function isHappening(context: ActorContext, trigger: Trigger, meaning: string): boolean {
  if (!trigger.nominal) return true;
  // "any use of nuclear weapons": whichever there may be, none is said to be.
  const any = dependentsBy(context.sentence, trigger.word, 'det').some(({ form }) => /^any$/i.test(form));
  if (any && !/^(refused|demanded|denied)$/.test(meaning)) return isDependent(context, trigger);
  if (meaning !== 'open' && meaning !== 'done') return true;
  // "received no answer": a reply that is denied is asserted not to have come.
  if (trigger.act === 'reply' && isNegated(context, trigger.word)) return true;
  return (
    isDependent(context, trigger) ||
    isAccused(context, trigger.word) ||
    isJudged(context, trigger.word) ||
    isPossessed(context, trigger) ||
    isCounted(context, trigger.word)
  );
}

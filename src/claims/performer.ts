import type { Word } from '../text/tree.ts';
import type { ActorContext } from './actor-reference.ts';
import type { Act } from './claim.ts';
import { PARTITIVE } from './partitives.ts';
import { dependentsBy, governorOf, isRelation, lemmaOf } from './syntax.ts';
import { particleVerbs } from './verb-names.ts';

/** Verbs by which anything that a noun names is done or happens. */
const PERFORM = new Set(
  'conduct perform hold stage undertake make do carry proceed occur happen take follow come begin start continue resume'.split(
    ' ',
  ),
);

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

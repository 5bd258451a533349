import type { Sentence, Word } from '../text/tree.ts';
import { lemmaOf } from './syntax.ts';

/** "a precondition for talks": nouns that make of their subject the condition of what follows. */
const PRECONDITION = /^(precondition|pre-condition|prerequisite|condition|requirement|price)$/;
/** "tied an extension to a halt": verbs that hang their object on what follows "to" or "on". */
const LINKS = /^(tie|link|peg|condition|conditional|contingent|dependent)$/;

/** How far an act may stand from the word that links it. */
const REACH = 7;

/** Words of a phrase or of two phrases in a row, without a verb or a new clause between. */
const isPhrase = (words: readonly Word[]): boolean =>
  words.every(({ upos }) => !/^(VERB|AUX|PUNCT|SCONJ|CCONJ)$/.test(upos));

/** From a word to the next that ends its clause, where it says more of a deed than its name: not "tied to the past". */
function restOfClause({ words }: Sentence, first: number): readonly Word[] | undefined {
  const stop = words.findIndex(({ index, upos }) => index > first && upos === 'PUNCT');
  const rest = words.slice(first, stop < 0 ? words.length : stop);
  return rest.some(({ upos }) => /^(ADP|PROPN|ADJ|VERB)$/.test(upos)) ? rest : undefined;
}

/**
 * What an act is made to hang on without a conditional word: "the lifting of sanctions is a precondition for talks",
 * "tied any extension to a halt of deployments", "made a return to talks conditional on relief".
 */
export function linkedTo(sentence: Sentence, act: Word): readonly Word[] | undefined {
  return preconditionOf(sentence, act) ?? tiedTo(sentence, act);
}

function preconditionOf(sentence: Sentence, act: Word): readonly Word[] | undefined {
  const { words } = sentence;
  const noun = words
    .slice(Math.max(0, act.index - REACH), act.index)
    .findLast((word) => PRECONDITION.test(lemmaOf(word)));
  if (noun === undefined || !/^(for|of|to)$/i.test(words[noun.index + 1]?.form ?? '')) return undefined;
  if (!isPhrase(words.slice(noun.index + 1, act.index))) return undefined;
  const copula = words
    .slice(Math.max(0, noun.index - 5), noun.index)
    .findLast(({ lemma, upos }) => upos === 'AUX' && lemma === 'be');
  if (copula === undefined) return undefined;
  // "not a precondition": nothing hangs on it.
  if (words.slice(copula.index, noun.index).some(({ form }) => /^(not|n't|n’t|no|never)$/i.test(form)))
    return undefined;
  const before = words.slice(0, copula.index);
  const opens = before.findLastIndex(({ upos, xpos }) => /^(PUNCT|SCONJ)$/.test(upos) || xpos === 'VBD');
  const condition = before.slice(opens + 1).filter(({ upos }) => upos !== 'AUX');
  return condition.length > 0 && isPhrase(condition) ? condition : undefined;
}

function tiedTo(sentence: Sentence, act: Word): readonly Word[] | undefined {
  const { words } = sentence;
  if (act.upos !== 'NOUN') return undefined;
  const before = words
    .slice(Math.max(0, act.index - REACH), act.index)
    .findLast((word) => /^(tie|link|peg|condition)$/.test(lemmaOf(word)) && word.upos === 'VERB');
  if (before !== undefined && isPhrase(words.slice(before.index + 1, act.index))) {
    // "an extension to a halt to deployments": the first "to" behind the act is the link.
    const link = words.slice(act.index + 1, act.index + REACH).find(({ form }) => /^(to|on)$/i.test(form));
    if (link !== undefined && isPhrase(words.slice(act.index + 1, link.index)))
      return restOfClause(sentence, link.index + 1);
  }
  const after = words.slice(act.index + 1, act.index + REACH).find((word) => LINKS.test(lemmaOf(word)));
  if (after === undefined || !/^(to|on|upon)$/i.test(words[after.index + 1]?.form ?? '')) return undefined;
  const between = words.slice(act.index + 1, after.index);
  const passive = between.some(({ upos, lemma }) => upos === 'AUX' && lemma === 'be');
  return (passive || after.upos === 'ADJ') && isPhrase(between.filter(({ upos }) => upos !== 'AUX'))
    ? restOfClause(sentence, after.index + 2)
    : undefined;
}

import type { Sentence, Word } from '../text/tree.ts';
import type { ConditionRelation } from './claim.ts';
import { lemmaOf } from './syntax.ts';

/**
 * A stretch of a sentence that a conditional word opens, by the order of words: "if the US tests", "until then". The tree
 * goes before it; the zone serves where the tree has hung the clause elsewhere.
 */
export interface ConditionalZone {
  readonly mark: Word;
  readonly relation: ConditionRelation;
  /** Indices of the first and last word behind the mark. */
  readonly first: number;
  readonly last: number;
}

const RELATION: Readonly<Record<string, ConditionRelation>> = {
  if: 'if',
  unless: 'unless',
  until: 'until',
  till: 'until',
  provided: 'only-if',
  providing: 'only-if',
  once: 'if',
};

/** "as if" and "even if" set no condition, "until 2026" and "once again" are no clauses. */
function opens(sentence: Sentence, word: Word): boolean {
  const before = sentence.words[word.index - 1]?.form.toLowerCase();
  const next = sentence.words[word.index + 1];
  if (before === 'as' || before === 'even' || next === undefined || /^(NUM|PUNCT)$/.test(next.upos))
    return false;
  if (lemmaOf(word) === 'once') return /^(SCONJ|ADP)$/.test(word.upos) || word.relation === 'mark';
  return word.upos !== 'VERB' && (lemmaOf(word) !== 'provided' || next.form.toLowerCase() === 'that');
}

/** The conditional zones of a sentence: from the mark to the end, or to the comma that ends an opening clause. */
export function conditionalZones(sentence: Sentence): readonly ConditionalZone[] {
  const { words } = sentence;
  return words.flatMap((mark): ConditionalZone[] => {
    const plain = RELATION[mark.form.toLowerCase()];
    if (plain === undefined || !opens(sentence, mark)) return [];
    const before = words[mark.index - 1];
    const opening = before === undefined || /^(PUNCT|SCONJ|CCONJ)$/.test(before.upos);
    const stop = words.findIndex(
      ({ form, upos, index }) =>
        index > mark.index + 1 &&
        (form === ';' ||
          (upos === 'PUNCT' &&
            (opening
              ? form === ','
              : form === ',' && /^(but|and|so|which)$/i.test(words[index + 1]?.form ?? '')))),
    );
    const only = words
      .slice(Math.max(0, mark.index - 1), mark.index)
      .some(({ form }) => /^only$/i.test(form));
    const last = (stop < 0 ? words.length : stop) - 1;
    return [{ mark, relation: only ? 'only-if' : plain, first: mark.index + 1, last }];
  });
}

export const inZone = ({ first, last }: ConditionalZone, word: Word): boolean =>
  first <= word.index && word.index <= last;

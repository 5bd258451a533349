import type { Sentence, Span, Word } from '../text/tree.ts';

const DEPENDENTS = new WeakMap<Sentence, readonly (readonly Word[])[]>();

/** The words that depend directly on a word, in order. */
export function dependentsOf(sentence: Sentence, word: Word): readonly Word[] {
  let table = DEPENDENTS.get(sentence);
  if (table === undefined) {
    const rows: Word[][] = sentence.words.map(() => []);
    for (const other of sentence.words) rows[other.head]?.push(other);
    table = rows;
    DEPENDENTS.set(sentence, table);
  }
  return table[word.index] ?? [];
}

/** Whether a relation is one of those named, with or without its subtype: `nsubj:pass` is `nsubj`. */
export function isRelation(word: Word, ...relations: readonly string[]): boolean {
  const { relation } = word;
  if (relations.includes(relation)) return true;
  const colon = relation.indexOf(':');
  return colon > 0 && relations.includes(relation.slice(0, colon));
}

export function dependentsBy(
  sentence: Sentence,
  word: Word,
  ...relations: readonly string[]
): readonly Word[] {
  return dependentsOf(sentence, word).filter((other) => isRelation(other, ...relations));
}

export function governorOf(sentence: Sentence, word: Word): Word | undefined {
  return word.head < 0 ? undefined : sentence.words[word.head];
}

/** The words from a word's governor up to the root, nearest first. */
export function governorsOf(sentence: Sentence, word: Word): readonly Word[] {
  const path: Word[] = [];
  for (
    let up = governorOf(sentence, word);
    up !== undefined && path.length < 60;
    up = governorOf(sentence, up)
  ) {
    path.push(up);
  }
  return path;
}

/** A word and all that hangs below it, in order of the text; `leaveOut` prunes subtrees. */
export function subtreeOf(
  sentence: Sentence,
  word: Word,
  leaveOut: (word: Word) => boolean = () => false,
): readonly Word[] {
  const found: Word[] = [];
  const walk = (current: Word) => {
    found.push(current);
    for (const below of dependentsOf(sentence, current)) if (!leaveOut(below)) walk(below);
  };
  walk(word);
  return found.sort((a, b) => a.index - b.index);
}

/** The stretch of text from the first to the last of the words. */
export function spanOf(words: readonly Word[]): Span {
  return {
    start: Math.min(...words.map(({ start }) => start)),
    end: Math.max(...words.map(({ end }) => end)),
  };
}

/** The preposition or marker that stands with a noun: "to" in "to testing". */
export function casesOf(sentence: Sentence, word: Word): readonly string[] {
  return dependentsBy(sentence, word, 'case', 'mark').map(({ lemma }) => lemma.toLowerCase());
}

export const lemmaOf = (word: Word): string => word.lemma.toLowerCase();

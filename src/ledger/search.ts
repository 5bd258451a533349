import { isOnRecord } from './fact.ts';
import { factsById, type IndexedFact } from './fact-index.ts';
import type { AsOf } from './judgement.ts';
import type { Ledger } from './ledger.ts';

/** Facts whose sentence holds all of some words, the latest first. */
export interface FactSearch {
  readonly total: number;
  readonly facts: readonly Pick<IndexedFact, 'id' | 'kind' | 'date' | 'text' | 'source'>[];
}

/** Letters and digits without their accents, in lower case. */
const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * The facts of a ledger, on record by the days asked, that hold every word of a text; each word may be the beginning of
 * one. A text without a word finds nothing.
 */
export function searchFacts(ledger: Ledger, words: string, most: number, when: AsOf): FactSearch {
  const wanted = folded(words).match(/[\p{L}\p{N}]+/gu) ?? [];
  if (wanted.length === 0) return { total: 0, facts: [] };
  const found = [...factsById(ledger).values()]
    .filter((fact) => isOnRecord(fact, when.asOf, when.knownBy))
    .filter(({ text, id }) => {
      const words = ` ${(folded(`${text} ${id}`).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')}`;
      return wanted.every((word) => words.includes(` ${word}`));
    })
    .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : a.id < b.id ? -1 : 1));
  return {
    total: found.length,
    facts: found.slice(0, most).map(({ id, kind, date, text, source }) => ({ id, kind, date, text, source })),
  };
}

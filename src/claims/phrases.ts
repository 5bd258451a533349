import type { Sentence, Word } from '../text/tree.ts';

/** A noun phrase found by the order of words alone: its head is its last noun. */
export interface Phrase {
  readonly head: Word;
  readonly words: readonly Word[];
}

const INSIDE = /^(DET|ADJ|NUM|NOUN|PROPN|SYM)$/;
const TIME_NOUN =
  /^(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|today|yesterday|tomorrow|week|month|year|day|time)$/i;

const PARTITIVE =
  /^(any|all|some|none|one|each|most|part|both|the|last|first|many|several|two|three|number|amount|size|share)$/i;

const isHyphenOrQuote = ({ form }: Word): boolean => /^(?:[-‐‑"“”'‘’]|['’]s?)$/.test(form);

/** Whether a word may stand inside a noun phrase that has begun. */
function goesOn(sentence: Sentence, word: Word, begun: boolean): boolean {
  if (INSIDE.test(word.upos)) return true;
  const next = sentence.words[word.index + 1];
  if (word.upos === 'PRON') return !begun && /^(PRP\$|WP\$)$/.test(word.xpos);
  if (word.upos === 'PART' || isHyphenOrQuote(word)) return next !== undefined && begun;
  if (word.upos === 'ADV') return next?.upos === 'ADJ';
  // "growing arsenal", "stepped-up work": a participle before a noun; "sea-to-surface".
  if (word.upos === 'VERB' && /^VB[GN]$/.test(word.xpos))
    return next !== undefined && /^(ADJ|NOUN|PROPN)$/.test(next.upos);
  if (word.upos === 'ADP') return sentence.words[word.index - 1]?.form === '-';
  return false;
}

/**
 * The noun phrase that begins at an index, by the order of words: it serves where the tree has hung its words elsewhere.
 * A name of a day ends it ("fired missiles Tuesday").
 */
export function phraseFrom(sentence: Sentence, from: number): Phrase | undefined {
  const words: Word[] = [];
  let head: Word | undefined;
  let begin = from;
  // "any of its obligations", "the last of their treaties"
  const of = sentence.words.slice(from, from + 4).find(({ form }) => form.toLowerCase() === 'of');
  if (of !== undefined && sentence.words.slice(from, of.index).every(({ form }) => PARTITIVE.test(form)))
    begin = of.index + 1;
  for (let index = begin; index < sentence.words.length && index < begin + 14; index++) {
    const word = sentence.words[index]!;
    if (!goesOn(sentence, word, words.length > 0)) break;
    if (head !== undefined && (TIME_NOUN.test(word.form) || word.upos === 'DET')) break;
    words.push(word);
    if (word.upos === 'NOUN' || word.upos === 'PROPN') head = word;
    else if (word.form.toLowerCase() === 'it' && words.length === 1) head = word;
  }
  // "a nuclear explosive": an adjective that stands for a noun.
  if (head === undefined && words.length > 1 && words.at(-1)!.upos === 'ADJ') head = words.at(-1)!;
  if (head === undefined) return undefined;
  // "keep the treaty alive": what follows the head is not of the phrase.
  return { head, words: words.slice(0, words.indexOf(head) + 1) };
}

/** The words of the noun phrase before its head, by the order of words: "nuclear" and "weapons" before "tests". */
export function wordsBefore(sentence: Sentence, head: Word): readonly Word[] {
  const words: Word[] = [];
  for (let index = head.index - 1; index >= 0 && words.length < 8; index--) {
    const word = sentence.words[index]!;
    if (/^(ADJ|NOUN|PROPN|NUM)$/.test(word.upos) || isHyphenOrQuote(word)) words.unshift(word);
    else if (word.upos === 'VERB' && /^VB[GN]$/.test(word.xpos) && words.length > 0) {
      words.unshift(word);
      break;
    } else break;
  }
  return words;
}

/** "set off a device", "laid down its arms": what stands between a verb and its object. */
const PARTICLE = /^(off|up|down|out|back|over|away|aside|forward)$/i;

/** A preposition behind a verb and the noun phrase behind it, by the order of words. */
export interface PrepositionPhrase extends Phrase {
  readonly preposition: string;
}

/** What stands behind a verb: its object and the prepositional phrases that follow, until another verb or a comma. */
export function behind(
  sentence: Sentence,
  verb: Word,
): { readonly object?: Phrase; readonly prepositions: readonly PrepositionPhrase[] } {
  const prepositions: PrepositionPhrase[] = [];
  let object: Phrase | undefined;
  let index = verb.index + 1;
  for (let steps = 0; steps < 8 && index < sentence.words.length; steps++) {
    const word = sentence.words[index]!;
    if (/^(ADV|PART)$/.test(word.upos) && word.form.toLowerCase() !== 'to') {
      index += 1;
    } else if (
      word.index === verb.index + 1 &&
      PARTICLE.test(word.form) &&
      /^(ADP|ADV|PART)$/.test(word.upos)
    ) {
      index += 1;
    } else if (word.upos === 'ADP') {
      const phrase = phraseFrom(sentence, index + 1);
      if (phrase === undefined) {
        // A particle: "set off a device".
        if (steps > 0 || object !== undefined) break;
        index += 1;
        continue;
      }
      prepositions.push({ ...phrase, preposition: word.form.toLowerCase() });
      index = phrase.words.at(-1)!.index + 1;
    } else {
      const phrase = phraseFrom(sentence, index);
      if (phrase === undefined || object !== undefined || prepositions.length > 0) break;
      object = phrase;
      index = phrase.words.at(-1)!.index + 1;
    }
  }
  return { ...(object === undefined ? {} : { object }), prepositions };
}

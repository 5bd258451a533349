/**
 * A text as a tree: sentences of words, every node with exact UTF-16 offsets into the text as given, so that any
 * finding can be shown in the words that carry it. What stands between nodes (spaces, line breaks, bullets) is not a
 * node: `text.slice` gives it back, so the tree prints back to the same text.
 */
export interface TextTree {
  /** The text exactly as given. */
  readonly text: string;
  readonly sentences: readonly Sentence[];
  /** Stretches between quotation marks, in order of their start; one may run over several sentences. */
  readonly quotations: readonly Quotation[];
}

/** A half-open stretch of a text in UTF-16 code units: `text.slice(start, end)` is its words. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where a sentence stands in a report: bullets and headlines are read with other expectations than prose. */
export type SentencePlace = 'headline' | 'bullet' | 'prose';

export interface Sentence extends Span {
  /** Position in the text, from 0. */
  readonly index: number;
  readonly place: SentencePlace;
  /** Number of the paragraph (stretch between line breaks), from 0. */
  readonly paragraph: number;
  readonly words: readonly Word[];
}

/**
 * A syntactic word of Universal Dependencies v2. A contraction gives two words that share no characters ("don't" is
 * "do" and "n't"); where a word has no characters of its own, its span is that of the surface token.
 */
export interface Word extends Span {
  /** Position in the sentence, from 0. */
  readonly index: number;
  readonly form: string;
  readonly lemma: string;
  /** Universal part of speech: NOUN, PROPN, VERB, AUX, … */
  readonly upos: string;
  /** Penn Treebank tag: VBD, NNP, MD, … */
  readonly xpos: string;
  /** Index of the governor in the same sentence, or -1 for the root. */
  readonly head: number;
  /** Universal dependency relation to the governor, with its subtype: nsubj, nsubj:pass, advcl, … */
  readonly relation: string;
}

/** A stretch inside quotation marks; `start` and `end` include the marks that are there. */
export interface Quotation extends Span {
  /** False where the closing mark is missing and the quotation runs to the end of its paragraph. */
  readonly closed: boolean;
}

import { lemmaOfForm } from './lemma.ts';
import { parseBackward, parseWords } from './parse.ts';
import { quotationsIn } from './quotations.ts';
import { type SentenceSpan, splitSentences } from './sentences.ts';
import { formHashes, tagWords } from './tag.ts';
import type { Sentence, TextTree, Word } from './tree.ts';
import { vote } from './vote.ts';
import { type AnalyserWeights, weightsFromBytes } from './weights.ts';
import { type SplitWord, splitWords } from './words.ts';

/** A name that starts at an offset of the text: where it ends, and a word that the analyser knows to read it like. */
export interface KnownName {
  readonly end: number;
  readonly like: string;
}

/** Finds the name that starts at an offset, if one does: names of several words are read as one word. */
export type NameFinder = (text: string, offset: number) => KnownName | undefined;

/** Reads English text into trees. */
export interface Analyser {
  /**
   * The tree of a text; any text has one, and printing it gives back the same text.
   *
   * @param names names that the reader knows ("Comprehensive Nuclear-Test-Ban Treaty"): each becomes one word, tagged and
   *   parsed like a word of the training text, which saves the parser from guessing at their insides.
   */
  read(text: string, names?: NameFinder): TextTree;
}

interface Tagset {
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  /** Number of each tag's coarse part of speech. */
  readonly coarse: Uint8Array;
}

function tagsetOf({ tags }: AnalyserWeights): Tagset {
  const upos = tags.map((tag) => tag.split(' ')[0]!);
  const kinds = [...new Set(upos)].sort();
  return {
    upos,
    xpos: tags.map((tag) => tag.split(' ')[1]!),
    coarse: Uint8Array.from(upos, (tag) => kinds.indexOf(tag)),
  };
}

/** "Russia demands that …": after a name and before "that", what was tagged a plural noun is the verb. */
function mendReportVerbs(
  words: readonly (SplitWord & { readonly like?: string })[],
  tags: Uint8Array,
  { upos, xpos }: Tagset,
): Uint8Array {
  const verb = upos.findIndex((tag, index) => tag === 'VERB' && xpos[index] === 'VBZ');
  return tags.map((tag, index) => {
    const afterName =
      index > 0 && (words[index - 1]!.like !== undefined || upos[tags[index - 1]!] === 'PROPN');
    const beforeThat = words[index + 1]?.form.toLowerCase() === 'that';
    return afterName && beforeThat && xpos[tag] === 'NNS' ? verb : tag;
  });
}

/** Joins the words of each known name into one; a name that ends inside a word is left alone. */
function joinNames(
  text: string,
  words: readonly SplitWord[],
  names: NameFinder | undefined,
): readonly (SplitWord & { readonly like?: string })[] {
  if (names === undefined) return words;
  const joined: (SplitWord & { readonly like?: string })[] = [];
  for (let index = 0; index < words.length; index++) {
    const { start } = words[index]!;
    const name = names(text, start);
    const last = name === undefined ? -1 : words.findIndex(({ end }, at) => at >= index && end === name.end);
    if (name === undefined || last < 0) joined.push(words[index]!);
    else {
      joined.push({ form: text.slice(start, name.end), start, end: name.end, like: name.like });
      index = last;
    }
  }
  return joined;
}

function readSentence(
  weights: AnalyserWeights,
  tagset: Tagset,
  text: string,
  span: SentenceSpan,
  index: number,
  names: NameFinder | undefined,
): Sentence {
  const split = joinNames(text, splitWords(text, span), names);
  const hashes = split.map(({ form, like }) => formHashes(like ?? form, weights.kinds));
  const tags = mendReportVerbs(split, tagWords(weights.tagger, hashes), tagset);
  const coarse = tags.map((tag) => tagset.coarse[tag]!);
  const { heads, labels } = vote(
    weights.parsers.map(({ model, backward }) =>
      (backward ? parseBackward : parseWords)(model, hashes, tags, coarse),
    ),
  );
  const words = split.map(({ form, start, end }, position): Word => {
    const xpos = tagset.xpos[tags[position]!]!;
    return {
      index: position,
      start,
      end,
      form,
      lemma: lemmaOfForm(weights.lemmas, form, xpos),
      upos: tagset.upos[tags[position]!]!,
      xpos,
      head: heads[position]!,
      relation: heads[position] === -1 ? 'root' : weights.relations[labels[position]!]!,
    };
  });
  return { ...span, index, words };
}

/**
 * An analyser from the bytes of a weights file.
 * @throws Error when the bytes are not a weights file.
 */
export function analyserFromWeights(bytes: Uint8Array): Analyser {
  const weights = weightsFromBytes(bytes);
  const tagset = tagsetOf(weights);
  return {
    read(text, names) {
      const spans = splitSentences(text);
      return {
        text,
        sentences: spans.map((span, index) => readSentence(weights, tagset, text, span, index, names)),
        quotations: quotationsIn(text),
      };
    },
  };
}

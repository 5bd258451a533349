import { lemmaOfForm } from './lemma.ts';
import { parseWords } from './parse.ts';
import { quotationsIn } from './quotations.ts';
import { type SentenceSpan, splitSentences } from './sentences.ts';
import { formHashes, tagWords } from './tag.ts';
import type { Sentence, TextTree, Word } from './tree.ts';
import { type AnalyserWeights, weightsFromBytes } from './weights.ts';
import { splitWords } from './words.ts';

/** Reads English text into trees. */
export interface Analyser {
  /** The tree of a text; any text has one, and printing it gives back the same text. */
  read(text: string): TextTree;
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

function readSentence(
  weights: AnalyserWeights,
  tagset: Tagset,
  text: string,
  span: SentenceSpan,
  index: number,
): Sentence {
  const split = splitWords(text, span);
  const hashes = split.map(({ form }) => formHashes(form, weights.kinds));
  const tags = tagWords(weights.tagger, hashes);
  const coarse = tags.map((tag) => tagset.coarse[tag]!);
  const { heads, labels } = parseWords(weights.parser, hashes, tags, coarse);
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
    read(text) {
      const spans = splitSentences(text);
      return {
        text,
        sentences: spans.map((span, index) => readSentence(weights, tagset, text, span, index)),
        quotations: quotationsIn(text),
      };
    },
  };
}

import { placeOfWord } from './known-words.ts';
import { lemmaOfForm } from './lemma.ts';
import { LONGEST_READ, networkFromWeights, type Reading } from './network.ts';
import { quotationsIn } from './quotations.ts';
import { splitSentences } from './sentences.ts';
import type { TextTree, Word } from './tree.ts';
import { type AnalyserWeights, weightsFromBytes } from './weights.ts';
import { windowsOf } from './windows.ts';
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

/** A word of the text; a known name is one word that is read like another. */
interface NamedWord extends SplitWord {
  readonly like?: string;
}

/** "Russia demands that …": after a name and before "that", what was tagged a plural noun is the verb. */
function isMissedReportVerb(words: readonly NamedWord[], tags: readonly string[], index: number): boolean {
  const afterName =
    index > 0 && (words[index - 1]!.like !== undefined || tags[index - 1]!.startsWith('PROPN '));
  return afterName && tags[index] === 'NOUN NNS' && words[index + 1]?.form.toLowerCase() === 'that';
}

/** Joins the words of each known name into one; a name that ends inside a word is left alone. */
function joinNames(
  text: string,
  words: readonly SplitWord[],
  names: NameFinder | undefined,
): readonly NamedWord[] {
  if (names === undefined) return words;
  const joined: NamedWord[] = [];
  for (let index = 0; index < words.length; index++) {
    const { start } = words[index]!;
    const name = names(text, start);
    const last = name === undefined ? -1 : words.findIndex(({ end }, at) => at >= index && end === name.end);
    // A name of one word is read as what it is.
    if (name === undefined || last <= index) joined.push(words[index]!);
    else {
      joined.push({ form: text.slice(start, name.end), start, end: name.end, like: name.like });
      index = last;
    }
  }
  return joined;
}

/** How many sentences are read at a time: enough to find some of like length, few enough for little memory. */
const READ_AT_ONCE = 256;

/** The words of a sentence from the readings of its windows; later windows hang on the root of the first. */
function wordsOf(
  { tags: pairs, relations, lemmas, words }: AnalyserWeights,
  split: readonly NamedWord[],
  windows: readonly (Reading & { readonly start: number })[],
): readonly Word[] {
  const tags = windows.flatMap((window) => window.tags.map((tag) => pairs[tag]!));
  const first = windows[0]!.heads.indexOf(-1);
  const isWord = (word: string) => placeOfWord(words, word) >= 0;
  return windows.flatMap(({ start, heads, labels }) =>
    labels.map((label, at): Word => {
      const index = start + at;
      const { form, start: from, end } = split[index]!;
      const tag = isMissedReportVerb(split, tags, index) ? 'VERB VBZ' : tags[index]!;
      const [upos, xpos] = tag.split(' ') as [string, string];
      const head = heads[at]!;
      const joined = head < 0 && start > 0;
      return {
        index,
        start: from,
        end,
        form,
        lemma: lemmaOfForm(lemmas, form, xpos, isWord),
        upos,
        xpos,
        head: head >= 0 ? start + head : joined ? first : -1,
        relation: joined ? 'parataxis' : relations[label]!,
      };
    }),
  );
}

/**
 * An analyser from the bytes of a weights file.
 * @throws RangeError when the bytes are not a weights file.
 */
export function analyserFromWeights(bytes: Uint8Array): Analyser {
  const weights = weightsFromBytes(bytes);
  const network = networkFromWeights(weights);
  const readSome = (sentences: readonly (readonly NamedWord[])[]): readonly (readonly Word[])[] => {
    const windows = sentences.flatMap((split, sentence) => {
      const forms = split.map(({ form, like }) => like ?? form);
      return windowsOf(forms, LONGEST_READ).map(([start, end]) => ({
        sentence,
        start,
        forms: forms.slice(start, end),
      }));
    });
    const readings = network(windows.map(({ forms }) => forms));
    const bySentence: (Reading & { start: number })[][] = sentences.map(() => []);
    windows.forEach(({ sentence, start }, at) => bySentence[sentence]!.push({ ...readings[at]!, start }));
    return sentences.map((split, sentence) => wordsOf(weights, split, bySentence[sentence]!));
  };
  return {
    read(text, names) {
      const spans = splitSentences(text);
      const words: (readonly Word[])[] = [];
      for (let from = 0; from < spans.length; from += READ_AT_ONCE) {
        const some = spans.slice(from, from + READ_AT_ONCE);
        words.push(...readSome(some.map((span) => joinNames(text, splitWords(text, span), names))));
      }
      return {
        text,
        sentences: spans.map((span, index) => ({ ...span, index, words: words[index]! })),
        quotations: quotationsIn(text),
      };
    },
  };
}

import type { LemmaRules } from './lemma.ts';
import type { LinearModel } from './linear-model.ts';
import type { WordKinds } from './tag.ts';

/** What the analyser has learned; see models/README.md for the data, the licence and how to train it again. */
export interface AnalyserWeights {
  /** Joint tags, `UPOS XPOS`, by class of the tagger. */
  readonly tags: readonly string[];
  /** Dependency relations by label of the parser. */
  readonly relations: readonly string[];
  readonly lemmas: LemmaRules;
  readonly kinds: WordKinds;
  readonly tagger: LinearModel;
  readonly parsers: readonly Parser[];
}

/** One of the parsers that vote; a backward one reads the sentence from its end. */
export interface Parser {
  readonly model: LinearModel;
  readonly backward: boolean;
}

const MAGIC = 'FMW1';

interface ModelHeader {
  readonly classes: number;
  readonly bits: number;
  readonly rows: number;
  readonly entries: number;
}

interface Header {
  readonly tags: readonly string[];
  readonly relations: readonly string[];
  readonly suffixes: Readonly<Record<string, string>>;
  readonly exceptions: Readonly<Record<string, string>>;
  /** Words of each set of parts of speech, parted by spaces; sets are numbered from 1. */
  readonly kinds: readonly string[];
  readonly tagger: ModelHeader;
  readonly parsers: readonly (ModelHeader & { readonly backward: boolean })[];
}

/**
 * Reads the weights file: four letters, the length of a JSON header, the header, then for each model the numbers of its
 * rows (Uint32), their sizes (Uint8), the classes (Uint8) and the weights (Int8).
 * @throws Error when the bytes are not such a file.
 */
export function weightsFromBytes(bytes: Uint8Array): AnalyserWeights {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 8 || new TextDecoder().decode(bytes.subarray(0, 4)) !== MAGIC) {
    throw new Error('the weights of the text analyser are damaged; restore models/analyser.bin');
  }
  const headerLength = view.getUint32(4, true);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + headerLength))) as Header;
  let offset = 8 + headerLength;
  const take = (length: number): Uint8Array => {
    offset += length;
    return bytes.subarray(offset - length, offset);
  };
  const model = ({ classes, bits, rows, entries }: ModelHeader): LinearModel => {
    const numbers = new Uint32Array(Uint8Array.from(take(4 * rows)).buffer);
    const sizes = take(rows);
    const starts = new Uint32Array((1 << bits) + 1);
    for (let index = 0; index < rows; index++) starts[numbers[index]! + 1] = sizes[index]!;
    for (let row = 1; row < starts.length; row++) starts[row] = starts[row]! + starts[row - 1]!;
    const entryClass = take(entries);
    const weights = take(entries);
    return {
      classes,
      mask: (1 << bits) - 1,
      starts,
      entryClass,
      entryWeight: new Int8Array(weights.buffer, weights.byteOffset, weights.length),
    };
  };
  const tagger = model(header.tagger);
  const parsers = header.parsers.map((parser) => ({ model: model(parser), backward: parser.backward }));
  return {
    tags: header.tags,
    relations: header.relations,
    lemmas: {
      bySuffix: new Map(Object.entries(header.suffixes)),
      exceptions: new Map(Object.entries(header.exceptions)),
    },
    kinds: new Map(
      header.kinds.flatMap((words, index) => words.split(' ').map((word) => [word, index + 1] as const)),
    ),
    tagger,
    parsers,
  };
}

/** The inverse of `weightsFromBytes`, for training. */
export function weightsToBytes(weights: AnalyserWeights): Uint8Array {
  const parts: Uint8Array[] = [];
  const model = ({ classes, mask, starts, entryClass, entryWeight }: LinearModel): ModelHeader => {
    const numbers: number[] = [];
    const sizes: number[] = [];
    for (let row = 0; row <= mask; row++) {
      const size = starts[row + 1]! - starts[row]!;
      if (size > 0) {
        numbers.push(row);
        sizes.push(size);
      }
    }
    parts.push(new Uint8Array(Uint32Array.from(numbers).buffer), Uint8Array.from(sizes), entryClass);
    parts.push(new Uint8Array(entryWeight.buffer, entryWeight.byteOffset, entryWeight.length));
    return {
      classes,
      bits: Math.round(Math.log2(mask + 1)),
      rows: numbers.length,
      entries: entryClass.length,
    };
  };
  const header: Header = {
    tags: weights.tags,
    relations: weights.relations,
    suffixes: Object.fromEntries(weights.lemmas.bySuffix),
    exceptions: Object.fromEntries(weights.lemmas.exceptions),
    kinds: wordsByKind(weights.kinds),
    tagger: model(weights.tagger),
    parsers: weights.parsers.map((parser) => ({ ...model(parser.model), backward: parser.backward })),
  };
  const text = new TextEncoder().encode(JSON.stringify(header));
  const bytes = new Uint8Array(8 + text.length + parts.reduce((sum, part) => sum + part.length, 0));
  bytes.set(new TextEncoder().encode(MAGIC));
  new DataView(bytes.buffer).setUint32(4, text.length, true);
  bytes.set(text, 8);
  let offset = 8 + text.length;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}

function wordsByKind(kinds: WordKinds): readonly string[] {
  const lists: string[][] = [];
  for (const [word, kind] of kinds) {
    lists[kind - 1] ??= [];
    lists[kind - 1]!.push(word);
  }
  return lists.map((words) => words.join(' '));
}

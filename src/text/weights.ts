import type { LemmaRules } from './lemma.ts';
import { weightsBytes } from './weights-bytes.ts';

/** Rows of whole numbers; a number's value is the byte times `scale`. */
export interface ByteTable {
  readonly columns: number;
  readonly scale: number;
  readonly bytes: Int8Array;
}

/**
 * A matrix that rows are multiplied with: panels of eight columns, in each the bytes of rows 2p and 2p + 1 side by side;
 * a column's values are its bytes times its scale.
 */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly bytes: Uint8Array;
  readonly scales: Float32Array;
}

/** Names of the matrices and of the single rows of the network; scripts/train-analyser writes them in this order. */
export const MATRICES = [
  'input1',
  'forward1',
  'backward1',
  'input2',
  'forward2',
  'backward2',
  'tags',
  'views',
  'arcs',
  'labels',
] as const;
export const ROWS = [
  'bias1',
  'bias2',
  'tagsBias',
  'viewsBias',
  'arcsBias',
  'rootArc',
  'rootLabel',
  'labelsBias',
] as const;

/** What the analyser has learned; see models/README.md for the data, the licence and how to train it again. */
export interface AnalyserWeights {
  /** Pairs of tags that occur, `UPOS XPOS`; `upos` and `xpos` list each kind for itself. */
  readonly tags: readonly string[];
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  readonly relations: readonly string[];
  readonly lemmas: LemmaRules;
  /** Hashes of the known words, ascending, in the order of the rows of `vectors`. */
  readonly words: Uint32Array;
  readonly vectors: ByteTable;
  /** Tables of endings, beginnings and shapes, in the order of `FEATURE_TABLES`. */
  readonly looks: readonly ByteTable[];
  readonly matrices: Readonly<Record<(typeof MATRICES)[number], Matrix>>;
  readonly rows: Readonly<Record<(typeof ROWS)[number], Float32Array>>;
}

const MAGIC = 'FMW2';

interface Header {
  readonly tags: readonly string[];
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  readonly relations: readonly string[];
  readonly suffixes: Readonly<Record<string, string>>;
  readonly exceptions: Readonly<Record<string, string>>;
  readonly words: number;
  readonly vectors: { readonly columns: number; readonly scale: number };
  readonly looks: readonly { readonly rows: number; readonly columns: number; readonly scale: number }[];
  readonly matrices: readonly { readonly rows: number; readonly columns: number }[];
  readonly rows: readonly number[];
}

/**
 * Reads the weights file: its header, then the words' hashes, the bytes of the vectors, of the looks, of each matrix followed
 * by its scales, and the single rows.
 * @throws RangeError when the bytes are not such a file.
 */
export function weightsFromBytes(bytes: Uint8Array): AnalyserWeights {
  const file = weightsBytes<Header>(bytes, MAGIC, (header) => header, 'models/analyser.bin');
  const { header, signed, numbers } = file;
  const words = file.whole(header.words);
  const vectors = { ...header.vectors, bytes: signed(words.length * header.vectors.columns) };
  const looks = header.looks.map(({ rows, columns, scale }) => ({
    columns,
    scale,
    bytes: signed(rows * columns),
  }));
  const matrices = header.matrices.map(({ rows, columns }) => ({
    rows,
    columns,
    bytes: file.bytes(rows * columns),
    scales: numbers(columns),
  }));
  const rows = header.rows.map(numbers);
  return {
    tags: header.tags,
    upos: header.upos,
    xpos: header.xpos,
    relations: header.relations,
    lemmas: {
      bySuffix: new Map(Object.entries(header.suffixes)),
      exceptions: new Map(Object.entries(header.exceptions)),
    },
    words,
    vectors,
    looks,
    matrices: Object.fromEntries(
      MATRICES.map((name, index) => [name, matrices[index]!]),
    ) as AnalyserWeights['matrices'],
    rows: Object.fromEntries(ROWS.map((name, index) => [name, rows[index]!])) as AnalyserWeights['rows'],
  };
}

import { inflateRawSync } from 'node:zlib';
import type { Matrix } from '../text/weights.ts';
import { weightsBytes } from '../text/weights-bytes.ts';
import { ACTS, MODALITIES, RELATIONS } from './claim.ts';

/** Names of the matrices and of the single rows; scripts/train-claims writes them in this order. */
export const MATRICES = [
  'input1',
  'forward1',
  'backward1',
  'input2',
  'forward2',
  'backward2',
  'answers',
  'answersInput',
  'views',
  'viewsInput',
] as const;
export const ROWS = [
  'bias1',
  'bias2',
  'answersBias',
  'viewsBias',
  'none-actors',
  'none-condition',
  'none-speakers',
  'pairs-actors',
  'pairs-condition',
  'pairs-speakers',
] as const;

/** What the claim network has learned; models/README.md tells from what and how to train it again. */
export interface ClaimWeights {
  /** Rows of signs of words, and of signs between words. */
  readonly signs: ReadonlyMap<string, number>;
  readonly pairs: ReadonlyMap<string, number>;
  /** Numbers of a sign, and of a query or key of a pointer. */
  readonly sign: number;
  readonly pointer: number;
  /** One row of `sign` bytes for each sign of words, and what a byte of each row is worth. */
  readonly signBytes: Int8Array;
  readonly signScales: Float32Array;
  /** What each sign of a candidate adds, for whom a word stands for and for whose words a claim is in. */
  readonly actors: ReadonlyMap<string, number>;
  readonly speakers: ReadonlyMap<string, number>;
  readonly matrices: Readonly<Record<(typeof MATRICES)[number], Matrix>>;
  readonly rows: Readonly<Record<(typeof ROWS)[number], Float32Array>>;
}

interface Header {
  readonly acts: readonly string[];
  readonly modalities: readonly string[];
  readonly relations: readonly string[];
  readonly signs: readonly string[];
  readonly pairs: readonly string[];
  readonly actors: readonly string[];
  readonly speakers: readonly string[];
  readonly sign: number;
  readonly pointer: number;
  readonly matrices: readonly (readonly [rows: number, columns: number])[];
  readonly rows: readonly number[];
}

const MAGIC = 'FMC2';
const numbered = (names: readonly string[]) => new Map(names.map((name, row) => [name, row]));

/**
 * Reads the file of weights: its header, deflated, the scales and bytes of the signs' rows, of each matrix, the single rows,
 * and the candidates' signs.
 * @throws RangeError when the bytes are not such a file, or one for another vocabulary of claims.
 */
export function claimWeightsFromBytes(bytes: Uint8Array): ClaimWeights {
  const file = weightsBytes<Header>(bytes, MAGIC, inflateRawSync, 'models/claims.bin');
  const { header, numbers } = file;
  const same = (ours: readonly string[], theirs: readonly string[]) => ours.join() === theirs.join();
  if (!same(ACTS, header.acts) || !same(MODALITIES, header.modalities) || !same(RELATIONS, header.relations))
    throw new RangeError('models/claims.bin was trained for other acts; train it again (models/README.md)');
  const scales = numbers(header.signs.length);
  const signBytes = file.signed(header.signs.length * header.sign);
  const matrices = header.matrices.map(([rows, columns]): Matrix => {
    const own = numbers(columns);
    return { rows, columns, scales: own, bytes: file.bytes(rows * columns) };
  });
  const rows = header.rows.map(numbers);
  const weighed = (names: readonly string[]) => {
    const own = numbers(names.length);
    return new Map(names.map((name, i) => [name, own[i]!]));
  };
  return {
    actors: weighed(header.actors),
    speakers: weighed(header.speakers),
    signs: numbered(header.signs),
    pairs: numbered(header.pairs),
    sign: header.sign,
    pointer: header.pointer,
    signBytes,
    signScales: scales,
    matrices: Object.fromEntries(MATRICES.map((name, i) => [name, matrices[i]!])) as ClaimWeights['matrices'],
    rows: Object.fromEntries(ROWS.map((name, i) => [name, rows[i]!])) as ClaimWeights['rows'],
  };
}

// Writes the file of weights that src/text/weights.ts reads: tables and matrices as bytes with scales.
import { MATRICES, ROWS } from '../../dist/text/weights.js';
import { FEATURE_TABLES, hashOf } from '../../dist/text/word-features.js';

/** A table with one scale; the largest few numbers saturate, so that the many small ones keep their differences. */
function byteTable(numbers) {
  let squares = 0;
  let largest = 0;
  for (const number of numbers) {
    squares += number * number;
    largest = Math.max(largest, Math.abs(number));
  }
  const spread = Math.sqrt(squares / Math.max(1, numbers.length));
  const scale = Math.min(largest, 8 * spread) / 127 || 1;
  return {
    scale,
    bytes: Int8Array.from(numbers, (x) => Math.max(-127, Math.min(127, Math.round(x / scale)))),
  };
}

/** A matrix as panels of eight columns (see `Matrix`), each column with its own scale. */
export function panels({ rows, columns, numbers }) {
  const scales = new Float32Array(columns);
  const bytes = new Int8Array(rows * columns);
  for (let j = 0; j < columns; j++) {
    let largest = 0;
    for (let i = 0; i < rows; i++) largest = Math.max(largest, Math.abs(numbers[i * columns + j]));
    scales[j] = largest / 127 || 1;
    const panel = (j >> 3) * 8 * rows + (j % 8) * 2;
    for (let i = 0; i < rows; i++) {
      bytes[panel + (i >> 1) * 16 + (i % 2)] = Math.round(numbers[i * columns + j] / scales[j]);
    }
  }
  return { bytes, scales };
}

/** @param learned the learned tables by name; @param lemmas rules as `learnLemmas` gives them. */
export function weightsFile(vocabulary, learned, lemmas) {
  const width = learned.words.columns;
  const sums = vocabulary.vectors.slice();
  learned.words.numbers.forEach((number, i) => {
    sums[i] += number;
  });
  const hashed = vocabulary.words.map((word, i) => [hashOf(word), i]).sort(([a], [b]) => a - b);
  const vectors = byteTable(
    Float32Array.from(
      { length: sums.length },
      (_, i) => sums[hashed[Math.floor(i / width)][1] * width + (i % width)],
    ),
  );
  const looks = FEATURE_TABLES.map((_, i) => ({
    ...learned[`looks${i}`],
    ...byteTable(learned[`looks${i}`].numbers),
  }));
  const { tags, upos, xpos, relations } = vocabulary;
  const header = {
    tags,
    upos,
    xpos,
    relations,
    suffixes: Object.fromEntries(lemmas.bySuffix),
    exceptions: Object.fromEntries(lemmas.exceptions),
    words: hashed.length,
    vectors: { columns: width, scale: vectors.scale },
    looks: looks.map(({ rows, columns, scale }) => ({ rows, columns, scale })),
    matrices: MATRICES.map((name) => ({ rows: learned[name].rows, columns: learned[name].columns })),
    rows: ROWS.map((name) => learned[name].columns),
  };
  const text = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length);
  const bytesOf = ({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength);
  return Buffer.concat([
    Buffer.from('FMW2'),
    length,
    text,
    bytesOf(Uint32Array.from(hashed, ([hash]) => hash)),
    bytesOf(vectors.bytes),
    ...looks.map(({ bytes }) => bytesOf(bytes)),
    ...MATRICES.flatMap((name) => {
      const { bytes, scales } = panels(learned[name]);
      return [bytesOf(bytes), bytesOf(scales)];
    }),
    ...ROWS.map((name) => bytesOf(learned[name].numbers)),
  ]);
}

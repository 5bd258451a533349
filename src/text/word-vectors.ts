import { placeOfWord } from './known-words.ts';
import { type ByteTable, weightsFromBytes } from './weights.ts';
import { wordFeatures } from './word-features.ts';

/** What the analyser has learned of words by themselves: meanings as vectors, and the looks of words it does not know. */
export interface WordVectors {
  /** Numbers of a word's own vector, and of it with its looks. */
  readonly width: number;
  readonly full: number;
  /** A form's vector followed by its looks; the vector is zero for a word that the analyser does not know. */
  of(form: string): Float32Array;
}

/**
 * The word vectors of the analyser's weights.
 * @throws RangeError when the bytes are not a weights file.
 */
export function wordVectorsFromWeights(bytes: Uint8Array): WordVectors {
  const { words, vectors, looks } = weightsFromBytes(bytes);
  const full = looks.reduce((sum, { columns }) => sum + columns, vectors.columns);
  const known = new Map<string, Float32Array>();
  const write = ({ bytes: rows, columns, scale }: ByteTable, row: number, to: Float32Array) => {
    if (row < 0) return;
    for (let i = 0; i < columns; i++) to[i] = rows[row * columns + i]! * scale;
  };
  return {
    width: vectors.columns,
    full,
    of(form) {
      const found = known.get(form);
      if (found !== undefined) return found;
      const { key, rows } = wordFeatures(form);
      const vector = new Float32Array(full);
      write(vectors, placeOfWord(words, key), vector);
      let at = vectors.columns;
      for (const [table, look] of looks.entries()) {
        write(look, rows[table]!, vector.subarray(at));
        at += look.columns;
      }
      known.set(form, vector);
      return vector;
    },
  };
}

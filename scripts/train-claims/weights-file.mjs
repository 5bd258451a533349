// Writes the file of weights that src/claims/claim-weights.ts reads: matrices and the signs' rows as bytes with scales.
import { deflateRawSync } from 'node:zlib';
import { ACTS, MODALITIES, RELATIONS } from '../../dist/claims/claim.js';
import { MATRICES, ROWS } from '../../dist/claims/claim-weights.js';
import { panels } from '../train-analyser/weights-file.mjs';

/** Rows of bytes, each with its own scale. */
function byteRows({ rows, columns, numbers }) {
  const scales = new Float32Array(rows);
  const bytes = new Int8Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    const own = numbers.subarray(row * columns, (row + 1) * columns);
    scales[row] = own.reduce((most, x) => Math.max(most, Math.abs(x)), 0) / 127 || 1;
    own.forEach((x, i) => {
      bytes[row * columns + i] = Math.round(x / scales[row]);
    });
  }
  return { scales, bytes };
}

/** @param learned the learned tables by name; the signs with their rows; the weights of candidates' signs. */
export function weightsFile(learned, { signs, pairs }, { sign, pointer }, { actors, speakers }) {
  const header = {
    acts: ACTS,
    modalities: MODALITIES,
    relations: RELATIONS,
    signs: signs.names,
    pairs: pairs.names,
    actors: [...actors.keys()],
    speakers: [...speakers.keys()],
    sign,
    pointer,
    matrices: MATRICES.map((name) => [learned[name].rows, learned[name].columns]),
    rows: ROWS.map((name) => learned[name].numbers.length),
  };
  const text = deflateRawSync(JSON.stringify(header), { level: 9 });
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length);
  const bytesOf = ({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength);
  const own = byteRows(learned.signs);
  return Buffer.concat([
    Buffer.from('FMC2'),
    length,
    text,
    bytesOf(own.scales),
    bytesOf(own.bytes),
    ...MATRICES.flatMap((name) => {
      const { bytes, scales } = panels(learned[name]);
      return [bytesOf(scales), bytesOf(bytes)];
    }),
    ...ROWS.map((name) => bytesOf(learned[name].numbers)),
    ...[actors, speakers].map((weights) => bytesOf(Float32Array.from(weights.values()))),
  ]);
}

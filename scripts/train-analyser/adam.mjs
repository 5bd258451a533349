// Adam (Kingma and Ba 2015) over one long row of numbers, with gradients clipped by length and a running mean of the
// numbers (Polyak and Juditsky 1992), which is what is kept in the end; and checkpoints to go on from.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const EPSILON = 1e-8;
const LONGEST_GRADIENT = 5;

/** @param mean the share of the running mean that each step keeps. */
export function adamOf(kernel, count, { beta1, beta2, mean: keep }) {
  const [weights, gradients, first, second, mean] = Array.from({ length: 5 }, () => kernel.take(count));
  const kept = [weights, first, second, mean];
  let steps = 0;
  return {
    weights,
    gradients,
    mean,
    /** Steps that were taken. */
    get steps() {
      return steps;
    },
    /** The mean begins as the numbers that training begins with. */
    begin() {
      kernel.view(mean, count).set(kernel.view(weights, count));
    },
    /** One step against the gradients, which are cleared. @param rateOf gives the rate of a step by its number. */
    step(rateOf) {
      steps += 1;
      const length = Math.sqrt(kernel.sumOfSquares(count, gradients));
      const corrected = (rateOf(steps) * Math.sqrt(1 - beta2 ** steps)) / (1 - beta1 ** steps);
      kernel.adam(
        count,
        weights,
        gradients,
        first,
        second,
        mean,
        corrected,
        beta1,
        beta2,
        EPSILON,
        Math.min(1, LONGEST_GRADIENT / length),
        Math.min(keep, (1 + steps) / (10 + steps)),
      );
    },
    /** Writes a checkpoint, whole or not at all. */
    save(file, note) {
      const header = Buffer.from(JSON.stringify({ ...note, step: steps }));
      const length = Buffer.alloc(4);
      length.writeUInt32LE(header.length);
      const rows = kept.map((at) => {
        const { buffer, byteOffset, byteLength } = kernel.view(at, count);
        return Buffer.from(buffer, byteOffset, byteLength);
      });
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(`${file}.part`, Buffer.concat([length, header, ...rows]));
      renameSync(`${file}.part`, file);
    },
    /** Goes on from a checkpoint with the same stamp: gives what was noted in it, or nothing where there is none. */
    resume(file, stamp) {
      const note = this.load(file, (noted) => noted.stamp === stamp);
      if (note !== undefined) steps = note.step;
      return note;
    },
    /** Takes the numbers of a checkpoint that is wanted, and begins to count steps anew. */
    load(file, isWanted) {
      if (!existsSync(file)) return undefined;
      const bytes = readFileSync(file);
      const end = 4 + bytes.readUInt32LE(0);
      const note = JSON.parse(bytes.toString('utf8', 4, end));
      if (!isWanted(note)) return undefined;
      kept.forEach((at, i) => {
        const from = end + i * count * 4;
        Buffer.from(kernel.all.buffer, at, count * 4).set(bytes.subarray(from, from + count * 4));
      });
      return note;
    },
  };
}

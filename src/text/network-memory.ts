import { type Kernel, kernelWith } from './kernel.ts';
import { type Batch, SIDE_BY_SIDE } from './side-by-side.ts';
import type { Matrix } from './weights.ts';

/** Units of the Int16 numbers: of inputs (within ±8), of LSTM outputs (within ±1) and of views (within ±32). */
export const INPUT = 4096;
export const STATE = 16_384;
export const VIEW = 1024;

/** Where a matrix lies in the kernel's memory. */
export interface Loaded {
  readonly w: number;
  readonly scales: number;
  readonly columns: number;
}

/** Addresses in a memory that is not there yet. */
export interface Plan {
  /** The address of so many bytes. */
  reserve(bytes: number): number;
  /** The address of a matrix, which `start` will fill. */
  matrix(matrix: Matrix, unit: number): Loaded;
  /** The address of a row of numbers, which `start` will fill. */
  row(numbers: Float32Array): number;
  /** Makes the memory and fills in matrices and rows. */
  start(): NetworkMemory;
}

/** The kernel with its memory, seen as numbers of each kind. */
export interface NetworkMemory {
  readonly kernel: Kernel;
  readonly floats: Float32Array;
  readonly halves: Int16Array;
  readonly numbers: Int32Array;
}

/** Lays out the memory of a network: first what it needs is reserved, then `start` makes it. */
export function planMemory(): Plan {
  let end = 1024;
  const fill: ((memory: NetworkMemory) => void)[] = [];
  const reserve = (bytes: number): number => {
    end += Math.ceil(bytes / 16) * 16;
    return end - Math.ceil(bytes / 16) * 16;
  };
  return {
    reserve,
    matrix({ rows, columns, bytes, scales }, unit) {
      const loaded = { w: reserve(rows * columns), scales: reserve(4 * columns), columns };
      fill.push(({ kernel, floats }) => {
        new Uint8Array(kernel.memory.buffer, loaded.w).set(bytes);
        floats.set(
          scales.map((scale) => scale / unit),
          loaded.scales / 4,
        );
      });
      return loaded;
    },
    row(numbers) {
      const at = reserve(4 * numbers.length);
      fill.push(({ floats }) => floats.set(numbers, at / 4));
      return at;
    },
    start() {
      const kernel = kernelWith(end);
      const { buffer } = kernel.memory;
      const memory = {
        kernel,
        floats: new Float32Array(buffer),
        halves: new Int16Array(buffer),
        numbers: new Int32Array(buffer),
      };
      for (const put of fill) put(memory);
      return memory;
    },
  };
}

/** A layer's weights from one word to the next, a direction each, and room for the gates of one step. */
export interface Recurrent {
  readonly hidden: number;
  readonly directions: readonly [Loaded, Loaded];
  readonly step: number;
  readonly cells: number;
}

/** Room for the steps of layers of so many units. */
export const stepRoom = ({ reserve }: Plan, hidden: number) => ({
  hidden,
  step: reserve(SIDE_BY_SIDE * hidden * 16),
  cells: reserve(SIDE_BY_SIDE * hidden * 4),
});

/**
 * Runs one layer of LSTMs in both directions over a batch; `sums` puts the gates' sums of a step's rows into `step`. The
 * outputs are Int16 in units of `STATE`, both directions side by side.
 */
export function runLayer<Input>(
  kernel: Kernel,
  { counts, offsets }: Batch<Input>,
  { hidden: h, directions, step, cells }: Recurrent,
  out: number,
  sums: (side: number, offset: number, count: number) => void,
): void {
  for (const side of [0, 1]) {
    const { w, scales } = directions[side]!;
    const last = counts.length - 1;
    for (let i = 0; i <= last; i++) {
      const t = side === 0 ? i : last - i;
      const before = side === 0 ? t - 1 : t + 1;
      const old = i === 0 ? 0 : Math.min(counts[t]!, counts[before]!);
      sums(side, offsets[t]!, counts[t]!);
      const previous = out + (offsets[before] ?? 0) * h * 4 + side * h * 2;
      if (old > 0) kernel.multiply(old, 4 * h, h / 2, previous, 4 * h, w, scales, 0, step, 16 * h);
      kernel.lstm(counts[t]!, old, h, step, cells, STATE, out + offsets[t]! * h * 4 + side * h * 2, 4 * h);
    }
  }
}

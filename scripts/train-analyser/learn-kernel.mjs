// The training kernel with its memory: plain Float32Array views and byte addresses over one block.
import { readFileSync } from 'node:fs';

const START = 65_536; // below lies the panel of gemm
const PAGE = 65_536;

/** Loads the kernel with `megabytes` of memory, handed out piece by piece and never moved. */
export function learnKernel(megabytes) {
  const bytes = readFileSync(new URL('./kernel/learn.wasm', import.meta.url));
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes));
  const { memory } = exports;
  const pages = Math.ceil((megabytes * 2 ** 20) / PAGE);
  memory.grow(Math.max(0, pages - memory.buffer.byteLength / PAGE));
  const all = new Float32Array(memory.buffer);
  let next = START;
  return {
    ...exports,
    /** All memory; the number at byte address `a` is `all[a / 4]`. */
    all,
    /** The address of `count` fresh numbers, cleared unless told otherwise. */
    take(count, clear = true) {
      const at = next;
      next += Math.ceil(count / 4) * 16;
      if (next > memory.buffer.byteLength) throw new Error('train: the memory for training is too small');
      if (clear) all.fill(0, at / 4, next / 4);
      return at;
    },
    /** A view of `count` numbers at an address. */
    view: (at, count) => all.subarray(at / 4, at / 4 + count),
    mark: () => next,
    /** Gives back everything that was taken since the mark. */
    release(mark) {
      next = mark;
    },
  };
}

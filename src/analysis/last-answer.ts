import type { StateSpace } from '../model/index.ts';
import { byDescendingValue } from './graph.ts';

/** A decision maker's options are told apart by one word of 32 bits: five options at most. */
const BITS_AT_MOST = 5;

/**
 * Where one decision maker can take a state by its options alone, as a word: bit p stands for the p-th setting of its
 * options, the rest unchanged.
 */
export interface LastAnswer {
  /** The setting of its options in a mask. */
  settingOf(mask: number): number;
  /** The word of settings that, with the other options of a mask, give a feasible state of at least some rank. */
  settingsRanked(mask: number, least: number): number;
}

/**
 * Makes ready to ask at once which settings of a decision maker's options would bring a focal decision maker to some rank
 * or a worse one. Undefined where it has too many options for that.
 * @param rank the focal decision maker's rank of each state.
 */
export function lastAnswer(space: StateSpace, ownBits: number, rank: Uint32Array): LastAnswer | undefined {
  const own: number[] = [];
  const rest: number[] = [];
  for (let bit = 0; bit < space.options.length; bit++) ((ownBits >>> bit) & 1 ? own : rest).push(bit);
  if (own.length > BITS_AT_MOST) return undefined;
  const settings = 2 ** own.length;
  const [settingOf, contextOf] = [compressor(own), compressor(rest)];
  // For each setting of the other options: the ranks found, the worst first, and which settings rank so or worse.
  const values = new Uint32Array(2 ** space.options.length);
  const words = new Uint32Array(values.length);
  const filled = new Uint8Array(2 ** rest.length);
  for (const state of byDescendingValue(rank)) {
    const mask = space.masks[state]!;
    const context = contextOf(mask);
    const place = context * settings + filled[context]!;
    const bit = (1 << settingOf(mask)) >>> 0;
    if (filled[context]! > 0 && values[place - 1] === rank[state]) words[place - 1] = words[place - 1]! | bit;
    else {
      values[place] = rank[state]!;
      words[place] = (filled[context]! > 0 ? words[place - 1]! : 0) | bit;
      filled[context] = filled[context]! + 1;
    }
  }
  return {
    settingOf,
    settingsRanked(mask, least) {
      const context = contextOf(mask);
      const first = context * settings;
      let low = 0;
      for (let high = filled[context]!; low < high; ) {
        const middle = (low + high) >>> 1;
        if (values[first + middle]! >= least) low = middle + 1;
        else high = middle;
      }
      return low === 0 ? 0 : words[first + low - 1]!;
    },
  };
}

/** Moves some bits of a mask together, by a table for each half of the mask. */
export function compressor(bits: readonly number[]): (mask: number) => number {
  const part = (mask: number) => bits.reduce((out, bit, place) => out | (((mask >>> bit) & 1) << place), 0);
  const low = Uint32Array.from({ length: 4096 }, (_, half) => part(half));
  const high = Uint32Array.from({ length: 4096 }, (_, half) => part(half << 12));
  return (mask) => low[mask & 4095]! | high[(mask >>> 12) & 4095]!;
}

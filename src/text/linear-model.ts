/**
 * A linear model over hashed sparse features (Collins 2002, averaged perceptron): each feature owns a row of small
 * integer weights, one for each class in which it matters.
 */
export interface LinearModel {
  readonly classes: number;
  /** A feature's row is its hash's low bits: `hash & mask`. */
  readonly mask: number;
  /** Where each row's entries start; row r ends where r + 1 starts. */
  readonly starts: Uint32Array;
  readonly entryClass: Uint8Array;
  readonly entryWeight: Int8Array;
}

/** Adds the weights of the given features to `scores` (one number a class), which is cleared first. */
export function scoreFeatures(
  model: LinearModel,
  features: Int32Array,
  count: number,
  scores: Int32Array,
): void {
  scores.fill(0);
  const { mask, starts, entryClass, entryWeight } = model;
  for (let index = 0; index < count; index++) {
    const row = features[index]! & mask;
    const end = starts[row + 1]!;
    for (let entry = starts[row]!; entry < end; entry++) {
      const label = entryClass[entry]!;
      scores[label] = scores[label]! + entryWeight[entry]!;
    }
  }
}

/** Mixes two 32-bit numbers into one (the finaliser of MurmurHash3, Appleby 2011). */
export function mix(a: number, b: number): number {
  let hash = Math.imul(a ^ (b + 0x9e3779b9), 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** A 32-bit hash of a string (FNV-1a, Fowler, Noll and Vo). */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash | 0;
}

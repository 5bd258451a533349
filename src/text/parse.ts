import { type LinearModel, mix, scoreFeatures } from './linear-model.ts';
import type { FormHashes } from './tag.ts';

/**
 * A dependency parser by transitions: the arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta 2011) with the root
 * behind the last word (Ballesteros and Nivre 2013), decided greedily by a linear model trained with the dynamic oracle
 * of Goldberg and Nivre (2013).
 */
export interface ParseState {
  readonly length: number;
  /** Indices on the stack, the top last; `depth` of them count. */
  readonly stack: Int32Array;
  depth: number;
  /** The next word of the buffer; `length` is the root. */
  next: number;
  /** Governor of each word: -2 none yet, `length` the root. */
  readonly heads: Int32Array;
  readonly labels: Int32Array;
  readonly leftmost: Int32Array;
  readonly rightmost: Int32Array;
  readonly leftCount: Int32Array;
  readonly rightCount: Int32Array;
}

/** Class 0 shifts; then one class a label to attach the top to the next word (left) or to the word below it (right). */
export const SHIFT = 0;
export const leftClass = (label: number): number => 1 + 2 * label;
export const rightClass = (label: number): number => 2 + 2 * label;
export const isLeft = (transition: number): boolean => transition > 0 && transition % 2 === 1;
export const labelOf = (transition: number): number => (transition - 1) >> 1;

export function initialState(length: number): ParseState {
  return {
    length,
    stack: new Int32Array(length + 1),
    depth: 0,
    next: 0,
    heads: new Int32Array(length).fill(-2),
    labels: new Int32Array(length).fill(-1),
    leftmost: new Int32Array(length + 1).fill(-1),
    rightmost: new Int32Array(length + 1).fill(-1),
    leftCount: new Int32Array(length + 1),
    rightCount: new Int32Array(length + 1),
  };
}

export const isFinal = (state: ParseState): boolean => state.depth === 0 && state.next === state.length;

/** A tree has one root: the last word on the stack, so the root takes a word only when no other is left. */
export function mayShift(state: ParseState): boolean {
  return state.next < state.length;
}
export function mayLeft(state: ParseState): boolean {
  return state.depth > 0 && (state.next < state.length || state.depth === 1);
}
export function mayRight(state: ParseState): boolean {
  return state.depth > 1;
}

/** Applies a transition to the state, in place. */
export function apply(state: ParseState, transition: number): void {
  if (transition === SHIFT) {
    state.stack[state.depth++] = state.next++;
    return;
  }
  const child = state.stack[--state.depth]!;
  const head = isLeft(transition) ? state.next : state.stack[state.depth - 1]!;
  state.heads[child] = head;
  state.labels[child] = labelOf(transition);
  if (child < head) {
    if (state.leftmost[head]! < 0 || child < state.leftmost[head]!) state.leftmost[head] = child;
    state.leftCount[head] = state.leftCount[head]! + 1;
  } else {
    if (child > state.rightmost[head]!) state.rightmost[head] = child;
    state.rightCount[head] = state.rightCount[head]! + 1;
  }
}

export const PARSE_FEATURES = 64;
const ROOT_WORD = 11;
const NO_WORD = 13;

/** Features of a state; words by form, tag (joint UPOS and XPOS) and coarse tag, and the arcs made so far. */
export function parseFeatures(
  state: ParseState,
  words: readonly FormHashes[],
  tags: Uint8Array,
  coarse: Uint8Array,
  features: Int32Array,
): number {
  const { stack, depth, next, length, labels, leftmost, rightmost, leftCount, rightCount } = state;
  const s0 = depth > 0 ? stack[depth - 1]! : -1;
  const s1 = depth > 1 ? stack[depth - 2]! : -1;
  const s2 = depth > 2 ? stack[depth - 3]! : -1;
  const b0 = next;
  const word = (index: number) =>
    index < 0 || index > length ? NO_WORD : index === length ? ROOT_WORD : words[index]!.lower;
  const tag = (index: number) => (index < 0 || index > length ? 254 : index === length ? 253 : tags[index]!);
  const pos = (index: number) =>
    index < 0 || index > length ? 254 : index === length ? 253 : coarse[index]!;
  const label = (index: number) => (index < 0 || index >= length ? 99 : labels[index]!);
  const left = (index: number) => (index < 0 ? -1 : leftmost[index]!);
  const right = (index: number) => (index < 0 ? -1 : rightmost[index]!);
  let count = 0;
  const add = (template: number, a: number, b = 0, c = 0) => {
    features[count++] = mix(mix(mix(template, a), b), c);
  };
  const [w0, w1, wb] = [word(s0), word(s1), word(b0)];
  const [t0, t1, t2, tb, tb1, tb2] = [tag(s0), tag(s1), tag(s2), tag(b0), tag(b0 + 1), tag(b0 + 2)];
  const [p0, p1, pb] = [pos(s0), pos(s1), pos(b0)];
  const [l0, r0, lb] = [left(s0), right(s0), b0 < length ? left(b0) : -1];
  const [l1, r1] = [left(s1), right(s1)];
  const distance = s0 < 0 ? 0 : Math.min(b0 - s0, 8);
  const below = s1 < 0 ? 0 : Math.min(s0 - s1, 8);
  const valency0 = s0 < 0 ? 0 : Math.min(leftCount[s0]!, 3) * 4 + Math.min(rightCount[s0]!, 3);
  const valency1 = s1 < 0 ? 0 : Math.min(leftCount[s1]!, 3) * 4 + Math.min(rightCount[s1]!, 3);
  const valencyB = Math.min(leftCount[b0]!, 3);
  add(1, w0, t0);
  add(2, t0);
  add(3, w1, t1);
  add(4, t1);
  add(5, wb, tb);
  add(6, tb);
  add(7, word(b0 + 1), tb1);
  add(8, tb1, tb);
  add(9, tb, tb1, tb2);
  add(10, w0, wb);
  add(11, w0, tb);
  add(12, t0, wb);
  add(13, t0, tb);
  add(14, w1, w0);
  add(15, t1, w0);
  add(16, w1, t0);
  add(17, t1, t0);
  add(18, t1, t0, tb);
  add(19, t0, tb, tb1);
  add(20, t2, t1, t0);
  add(21, w1, t0, tb);
  add(22, t1, w0, tb);
  add(23, t1, t0, wb);
  add(24, t0, tb, tag(l0));
  add(25, t0, tb, tag(r0));
  add(26, t0, tb, tag(lb));
  add(27, t1, t0, tag(l1));
  add(28, t1, t0, tag(r1));
  add(29, t1, t0, tag(l0));
  add(30, t1, t0, tag(r0));
  add(31, w0, label(l0), label(r0));
  add(32, t0, label(l0), label(r0));
  add(33, w1, label(l1), label(r1));
  add(34, t1, label(l1), label(r1));
  add(35, wb, label(lb));
  add(36, tb, label(lb));
  add(37, w0, valency0);
  add(38, t0, valency0);
  add(39, w1, valency1);
  add(40, t1, valency1);
  add(41, tb, valencyB);
  add(42, t0, tb, distance);
  add(43, t1, t0, below);
  add(44, w0, distance);
  add(45, wb, distance);
  add(46, p0, pb, distance);
  add(47, p1, p0, valency1);
  add(48, w0, tag(s0 + 1));
  add(49, wb, tag(b0 - 1));
  add(50, t0, word(l0));
  add(51, t0, word(r0));
  add(52, tb, word(lb), t0);
  add(53, t1, word(r1), t0);
  add(54, p1, p0, pb);
  add(55, w1, wb);
  add(56, t1, tb);
  add(57, word(s2), t1, t0);
  add(58, t0, s0 >= 0 ? words[s0]!.suffixes[2]! : 0, tb);
  add(59, t0, b0 < length ? words[b0]!.suffixes[2]! : 0, tb);
  add(60, p0, pb, word(r0));
  add(61, word(b0 + 1), t0, tb);
  add(62, word(b0 + 2));
  return count;
}

export interface Parsed {
  /** Governor of each word, -1 for the root. */
  readonly heads: Int32Array;
  readonly labels: Int32Array;
}

/** The best legal transition by the scores. */
export function bestTransition(state: ParseState, scores: Int32Array | Float32Array): number {
  const [shift, left, right] = [mayShift(state), mayLeft(state), mayRight(state)];
  // The last label is "root": the root takes it, and nothing else does.
  const rootClass = leftClass((scores.length - 3) / 2);
  const toRoot = state.next === state.length && state.depth === 1;
  if (toRoot) return rootClass;
  let best = -1;
  for (let transition = 0; transition < scores.length; transition++) {
    const legal =
      transition === SHIFT ? shift : transition < rootClass && (isLeft(transition) ? left : right);
    if (legal && (best < 0 || scores[transition]! > scores[best]!)) best = transition;
  }
  return best;
}

/** Parses from the end: the same system over the words turned round, and the heads turned back. */
export function parseBackward(
  model: LinearModel,
  words: readonly FormHashes[],
  tags: Uint8Array,
  coarse: Uint8Array,
): Parsed {
  const last = words.length - 1;
  const { heads, labels } = parseWords(
    model,
    [...words].reverse(),
    tags.slice().reverse(),
    coarse.slice().reverse(),
  );
  return {
    heads: heads.map((head) => (head < 0 ? -1 : last - head)).reverse(),
    labels: labels.slice().reverse(),
  };
}

export function parseWords(
  model: LinearModel,
  words: readonly FormHashes[],
  tags: Uint8Array,
  coarse: Uint8Array,
): Parsed {
  const state = initialState(words.length);
  const features = new Int32Array(PARSE_FEATURES);
  const scores = new Int32Array(model.classes);
  while (!isFinal(state)) {
    const count = parseFeatures(state, words, tags, coarse, features);
    scoreFeatures(model, features, count, scores);
    apply(state, bestTransition(state, scores));
  }
  return { heads: state.heads.map((head) => (head === words.length ? -1 : head)), labels: state.labels };
}

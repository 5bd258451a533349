import type { Model } from '../../src/model/index.ts';
/**
 * The definitions of the graph model once more, as slowly and plainly as they stand in the literature: sets of words,
 * no ranks, no bits, no search but the one that a definition asks for. It shares no code with src/.
 */
export interface PlainConflict {
  readonly states: readonly string[];
  readonly makers: readonly string[];
  readonly moves: (maker: number, state: number) => readonly number[];
  /** How a decision maker holds b against a: better, equal, worse, or nobody knows. */
  readonly compare: (maker: number, a: number, b: number) => '>' | '=' | '<' | '?';
  /** How strongly a is preferred to b, where it is. */
  readonly strongly: (maker: number, a: number, b: number) => boolean;
  readonly letters: readonly (readonly boolean[])[];
}
export declare function plainConflict(model: Model): PlainConflict;
/** States after legal sequences of some movers' steps, nobody twice running; only allowed steps. */
export declare function sequences(
  conflict: PlainConflict,
  movers: readonly number[],
  from: number,
  allowed: (mover: number, from: number, to: number) => boolean,
): ReadonlySet<number>;
/** The words of a definition that the extensions change. */
export interface Terms {
  /** i would leave s for q. */
  readonly tempts: (i: number, s: number, q: number) => boolean;
  /** j would answer by going from p to q. */
  readonly answers: (j: number, p: number, q: number) => boolean;
  /** Ending at q, i wishes it had stayed at s. */
  readonly punishes: (i: number, s: number, q: number) => boolean;
}
export declare const plainTerms: ({ compare }: PlainConflict) => Terms;
/** Li, Hipel, Kilgour and Fang 2004. */
export declare const extensionTerms: ({ compare }: PlainConflict, which: 'a' | 'b' | 'c' | 'd') => Terms;
/** Hamouda, Kilgour and Hipel 2004. */
export declare const strongTerms: (conflict: PlainConflict) => Terms;
/** Stable states of decision maker i by a concept. */
export declare function stable(
  conflict: PlainConflict,
  i: number,
  concept: string,
  terms: Terms,
): readonly number[];
/** Coalitional stability (Kilgour, Hipel, Fang and Peng 2001; Inohara and Hipel 2008). */
export declare function coalitionStable(
  conflict: PlainConflict,
  H: readonly number[],
  answering: readonly (readonly number[])[],
  concept: string,
): readonly number[];

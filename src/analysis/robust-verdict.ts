import type { Conflict } from './conflict.ts';
import { completionReading, type Reading, stableUnder } from './reading.ts';
import type { Concept } from './stability.ts';

/** Concepts for which verdicts under every completion of unknown preference are defined here. */
export const ROBUST_CONCEPTS = ['nash', 'gmr', 'smr', 'seq'] as const satisfies readonly Concept[];

/** How a decision maker's verdicts depend on what is unknown. States are given by index. */
export interface RobustVerdict {
  /** Stable however the unknown preferences turn out. */
  readonly always: readonly number[];
  /** Stable however they turn out: no. */
  readonly never: readonly number[];
  /**
   * Stable or not by how they turn out; in a small space with the unknown pairs each of which alone decides it, and the way in which it
   * must turn out: `stableIfWorse` where the state stays stable once the other is known to be no better, whatever the
   * rest; `unstableIfBetter` where it is not once the other is known to be better.
   */
  readonly open: readonly {
    readonly state: number;
    readonly deciding: readonly {
      readonly other: number;
      readonly stableIfWorse: boolean;
      readonly unstableIfBetter: boolean;
    }[];
  }[];
}

/** Every unknown pair is tried at every open state, so larger spaces are told without the pairs that decide. */
const STATES_WITH_PAIRS = 128;

/**
 * Verdicts over all completions of the unknown preferences, each unknown pair taken by itself. For nash, gmr and smr a
 * state is stable in every completion exactly where it is in the worst, and in none where it is not in the best, since a
 * pair that is no improvement deters. For seq `always` is exact; the best case lets the others answer along an unknown
 * pair in either direction, so a state is `open` where that helps it.
 */
export function robustVerdict(conflict: Conflict, maker: number, concept: Concept): RobustVerdict {
  const worst = completionReading(conflict, 'worst');
  const best = completionReading(conflict, 'best');
  const surely = stableUnder(conflict, maker, concept, worst);
  const perhaps = stableUnder(conflict, maker, concept, best);
  const states = [...surely.keys()];
  const open = states.filter((state) => !surely[state] && perhaps[state]);
  const isUnknown = conflict.preferences[maker]!.isUnknown ?? (() => false);
  return {
    always: states.filter((state) => surely[state]),
    never: states.filter((state) => !perhaps[state]),
    open: open.map((state) => ({
      state,
      deciding: (states.length > STATES_WITH_PAIRS ? [] : states)
        .filter((other) => isUnknown(state, other))
        .map((other) => ({
          other,
          stableIfWorse: stableAt(
            conflict,
            maker,
            concept,
            state,
            settled(worst, maker, state, other, false),
          ),
          unstableIfBetter: !stableAt(
            conflict,
            maker,
            concept,
            state,
            settled(best, maker, state, other, true),
          ),
        }))
        .filter(({ stableIfWorse, unstableIfBetter }) => stableIfWorse || unstableIfBetter),
    })),
  };
}

/** A reading in which the order of one pair is known. */
function settled(reading: Reading, maker: number, state: number, other: number, better: boolean): Reading {
  const isPair = (m: number, a: number, b: number) => m === maker && a === state && b === other;
  return {
    answers: reading.answers,
    leaves: (m, from, to) => (isPair(m, from, to) ? better : reading.leaves(m, from, to)),
    deters: (m, at, end) => (isPair(m, at, end) ? !better : reading.deters(m, at, end)),
  };
}

const stableAt = (
  conflict: Conflict,
  maker: number,
  concept: Concept,
  state: number,
  reading: Reading,
): boolean => stableUnder(conflict, maker, concept, reading, [state])[0] === 1;

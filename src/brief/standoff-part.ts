import type { Escalation, FirstMove, Gain, Wait } from '../analysis/index.ts';
import { positionFormulaText } from '../model/index.ts';
import type { Brief } from './brief.ts';
import { escalationSentence } from './escalation-text.ts';
import { capitalised, positionSentence, wordingOf } from './words.ts';

/** An option as data. */
export interface OptionPart {
  readonly id: string;
  readonly actor: string;
  readonly act: string;
  readonly label: string;
  readonly taken: boolean;
  readonly irreversible: boolean;
  readonly hostile: boolean;
}

/** A position as data, as a sentence too. */
export interface PositionPart {
  readonly id: string;
  readonly holder: string;
  readonly kind: string;
  readonly formula: string;
  readonly sentence: string;
  readonly date?: string;
  readonly strength: number;
  readonly claims: readonly string[];
  readonly facts: readonly string[];
}

/** The part of a brief that tells who waits for whom, as data with its sentences. */
export interface StandoffPart {
  readonly parties: readonly { readonly id: string; readonly name: string }[];
  readonly options: readonly OptionPart[];
  readonly positions: readonly PositionPart[];
  readonly waits: readonly Wait[];
  readonly deadlocks: readonly (readonly string[])[];
  readonly firstMoves: readonly (FirstMove & { readonly movers: readonly Gain[] })[];
  /** Outcomes for which too many sets of moves would have to be tried. */
  readonly undetermined: readonly string[];
  readonly summary: readonly string[];
  readonly escalation: readonly (Escalation & { readonly sentence: string })[];
  /** What a state of the analysis is called, an option a letter in this order. */
  readonly letters: readonly string[];
}

/** Who waits for whom in a brief, as data. */
export function standoffPart({ standoff, analysis, summary, escalation }: Brief): StandoffPart {
  const words = wordingOf(standoff);
  return {
    parties: standoff.parties,
    options: standoff.options.map(({ id, actor, kind, label, taken }) => ({
      id,
      actor,
      act: kind.id,
      label,
      taken,
      irreversible: kind.irreversible,
      hostile: kind.hostile,
    })),
    positions: standoff.positions.map((position) => ({
      ...position,
      formula: positionFormulaText(position.formula, position.holder),
      sentence: positionSentence(words, position),
    })),
    waits: analysis?.waits ?? [],
    deadlocks: analysis?.deadlocks ?? [],
    firstMoves: analysis?.firstMoves ?? [],
    undetermined: analysis?.undetermined ?? [],
    summary,
    escalation: escalation.map((one) => ({ ...one, sentence: capitalised(escalationSentence(words, one)) })),
    letters: analysis?.options.map(({ id }) => id) ?? [],
  };
}

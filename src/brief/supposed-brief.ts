import {
  analyse,
  consequencesOf,
  type Difference,
  differenceOf,
  escalationsOf,
  rulesOf,
  type Supposition,
  supposed,
} from '../analysis/index.ts';
import { optionsIn, type Standoff } from '../model/index.ts';
import type { Brief } from './brief.ts';
import { worstOutcomes } from './escalation-text.ts';
import { questionOf } from './from-analysis.ts';
import { summaryOf } from './summary.ts';

/** A brief as it would be under a supposition, and what that changes in the analysis. */
export interface SupposedBrief {
  readonly brief: Brief;
  /** Absent where the words imply no options. */
  readonly difference?: Difference;
}

function supposedStandoff(standoff: Standoff, { set = {}, drop = [], add = [] }: Supposition): Standoff {
  return {
    ...standoff,
    options: standoff.options.map((option) => ({ ...option, taken: set[option.id] ?? option.taken })),
    positions: [...standoff.positions.filter(({ id }) => !drop.includes(id)), ...add],
  };
}

/**
 * What a supposition makes of a brief: the stand-off, its analysis and its summary anew; claims and news stay as they are.
 * A position that speaks of options which the model leaves out counts for who waits and who can begin, not for preferences.
 */
export function supposedBrief(brief: Brief, supposition: Supposition): SupposedBrief {
  const standoff = supposedStandoff(brief.standoff, supposition);
  if (brief.model === undefined || brief.analysis === undefined) return { brief: { ...brief, standoff } };
  const kept = new Set(brief.model.options.map(({ id }) => id));
  const model = supposed(brief.model, {
    ...supposition,
    add: (supposition.add ?? []).filter(({ formula }) => optionsIn(formula).every((id) => kept.has(id))),
  });
  const question = questionOf(standoff);
  const analysis = analyse(model, { standoff: question });
  const draft = {
    ...brief,
    standoff,
    model,
    analysis,
    escalation: escalationsOf(model, worstOutcomes(standoff, model)),
  };
  const follows = consequencesOf(standoff.positions.flatMap(rulesOf), question.taken);
  return {
    brief: { ...draft, summary: summaryOf(draft) },
    difference: differenceOf(brief.analysis, analysis, follows),
  };
}

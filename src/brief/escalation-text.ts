import type { Escalation } from '../analysis/index.ts';
import type { Model, Standoff } from '../model/index.ts';
import { listed } from './listed.ts';
import type { Wording } from './words.ts';

/** The gravest options of a model: each alone, and all of them together. */
export function worstOutcomes(standoff: Standoff, model: Model): readonly (readonly string[])[] {
  const kept = new Set(model.options.map(({ id }) => id));
  const hostile = standoff.options.filter(
    ({ id, kind }) => kept.has(id) && kind.hostile && kind.severity > 0,
  );
  const gravest = Math.max(0, ...hostile.map(({ kind }) => kind.severity));
  const worst = hostile.filter(({ kind }) => kind.severity === gravest).map(({ id }) => id);
  return worst.length > 1 ? [...worst.map((id) => [id]), worst] : worst.map((id) => [id]);
}

/** How near an outcome is and what stops it, in a sentence. */
export function escalationSentence(
  words: Wording,
  { options, moves, canStart, byImprovements, against }: Escalation,
): string {
  const outcome = options.map(words.does).join(' and ');
  const length = `${moves.length} move${moves.length === 1 ? '' : 's'} from the status quo`;
  const begin = `${listed(canStart.map(words.name), 'or')} can begin`;
  const unwilling = [...new Set(against.map(({ dm }) => words.name(dm)))];
  const stop = byImprovements
    ? 'each step would improve things for its mover, so that only a change of preference stops it'
    : unwilling.length === 0
      ? 'nothing but the order of moves stops it'
      : `what stops it is that ${listed(unwilling)} would have to move against ${unwilling.length === 1 ? 'its' : 'their'} stated preference`;
  return `That ${outcome} is ${length}; ${begin}; ${stop}.`;
}

import { type Formula, optionsAskedFor } from '../model/index.ts';
import { isFirm, type ResponseRule } from './response-rules.ts';

/** One thing that follows: an option taken, by which positions, after what. */
export interface Consequence {
  readonly option: string;
  /** Ids of the positions whose commitment fires. */
  readonly positions: readonly string[];
  /** Options whose being taken its condition speaks of. */
  readonly after: readonly string[];
}

/**
 * Whether a condition holds while options are being taken. What must be taken is looked for among those taken by now;
 * what must *not* be taken, among those taken at the start, since no words say that a step will be undone or that
 * somebody foresees it. So what follows does not depend on the order in which it is worked out.
 */
function isMet(
  formula: Formula,
  now: ReadonlySet<string>,
  start: ReadonlySet<string>,
  wanted = true,
): boolean {
  const of = (part: Formula, value = wanted): boolean => isMet(part, now, start, value);
  switch (formula.kind) {
    case 'option':
      return wanted ? now.has(formula.option) : !start.has(formula.option);
    case 'constant':
      return formula.value === wanted;
    case 'not':
      return of(formula.of, !wanted);
    case 'and':
      return wanted ? of(formula.left) && of(formula.right) : of(formula.left) || of(formula.right);
    case 'or':
      return wanted ? of(formula.left) || of(formula.right) : of(formula.left) && of(formula.right);
    case 'if':
      return wanted
        ? of(formula.then) || of(formula.when, false)
        : of(formula.then, false) && of(formula.when, true);
    case 'iff':
      return (
        (of(formula.left, true) && of(formula.right, wanted)) ||
        (of(formula.left, false) && of(formula.right, !wanted))
      );
  }
}

/**
 * What follows once some options are taken: the least fixed point of the firm commitments. A commitment fires when its
 * own condition holds and so does every condition that its holder has put on that option.
 */
export function consequencesOf(
  rules: readonly ResponseRule[],
  taken: ReadonlySet<string>,
): readonly Consequence[] {
  const firm = rules.filter(isFirm);
  const guards = new Map<string, ResponseRule[]>();
  for (const rule of firm) {
    if (!rule.necessary) continue;
    const list = guards.get(rule.option) ?? [];
    list.push(rule);
    guards.set(rule.option, list);
  }
  const now = new Set(taken);
  const holds = ({ when }: ResponseRule) => when === undefined || isMet(when, now, taken);
  const followed: Consequence[] = [];
  for (let changed = true; changed; ) {
    changed = false;
    for (const rule of firm) {
      if (!rule.sufficient || now.has(rule.option) || !holds(rule)) continue;
      if (!(guards.get(rule.option) ?? []).every(holds)) continue;
      const firing = firm.filter((other) => other.sufficient && other.option === rule.option && holds(other));
      now.add(rule.option);
      followed.push({
        option: rule.option,
        positions: [...new Set(firing.map(({ position }) => position.id))],
        after: [
          ...new Set(firing.flatMap(({ when }) => (when === undefined ? [] : optionsAskedFor(when)))),
        ].filter((option) => now.has(option) && option !== rule.option),
      });
      changed = true;
    }
  }
  return followed;
}

/** Whether a formula holds once some options are taken, by plain truth. */
export const holdsAmong = (formula: Formula, taken: ReadonlySet<string>): boolean =>
  isMet(formula, taken, taken);

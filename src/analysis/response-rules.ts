import { COMMITS_FROM, type Formula, optionsIn, type Position } from '../model/index.ts';

/** A commitment to take an option once a condition holds (always, where there is none). */
export interface ResponseRule {
  readonly option: string;
  readonly when?: Formula;
  /** True where the words also say that the option is not taken before the condition holds. */
  readonly waits: boolean;
  readonly position: Position;
}

/**
 * What a position commits its holder to, as a rule: `o` and `o if F` and `o iff F` commit to o; `o only if F` commits to
 * nothing but rules o out before F. Demands and weak positions commit to nothing.
 */
export function rulesOf(position: Position): readonly ResponseRule[] {
  const { formula, holder, kind } = position;
  if (kind === 'demand') return [];
  const own = (part: Formula): string | undefined =>
    part.kind === 'option' && part.option.startsWith(`${holder}.`) ? part.option : undefined;
  if (formula.kind === 'if') {
    const option = own(formula.then);
    if (option !== undefined) return [{ option, when: formula.when, waits: false, position }];
    // "o only if F" is written "F if o".
    const waiting = own(formula.when);
    return waiting === undefined ? [] : [{ option: waiting, when: formula.then, waits: true, position }];
  }
  if (formula.kind === 'iff') {
    const [left, right] = [unnegated(formula.left), unnegated(formula.right)];
    const option = own(left.formula);
    if (option === undefined) return [];
    const when: Formula = left.negated === right.negated ? right.formula : { kind: 'not', of: right.formula };
    return [{ option, when, waits: true, position }];
  }
  const option = own(formula);
  return option === undefined ? [] : [{ option, waits: false, position }];
}

const unnegated = (formula: Formula): { readonly formula: Formula; readonly negated: boolean } =>
  formula.kind === 'not' ? { formula: formula.of, negated: true } : { formula, negated: false };

/** Whether a rule carries the stand-off: said firmly enough, and not a bare "only if". */
export const commits = ({ position }: ResponseRule): boolean =>
  position.strength >= COMMITS_FROM && !isOnlyIf(position.formula, position.holder);

const isOnlyIf = (formula: Formula, holder: string): boolean =>
  formula.kind === 'if' && formula.when.kind === 'option' && formula.when.option.startsWith(`${holder}.`);

export const optionsWaitedFor = ({ when }: ResponseRule): readonly string[] =>
  when === undefined ? [] : optionsIn(when);

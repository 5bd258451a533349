import { COMMITS_FROM, type Formula, optionsAskedFor, type Position } from '../model/index.ts';

/** What a position says of one option of its holder: that it is taken, or only taken, where a condition holds. */
export interface ResponseRule {
  readonly option: string;
  /** Absent where the option is taken in any case. */
  readonly when?: Formula;
  /** The words commit the holder to the option once the condition holds. */
  readonly sufficient: boolean;
  /** The words rule the option out until the condition holds. */
  readonly necessary: boolean;
  readonly position: Position;
}

const unnegated = (formula: Formula): { readonly formula: Formula; readonly negated: boolean } =>
  formula.kind === 'not' ? { formula: formula.of, negated: true } : { formula, negated: false };

/**
 * The rules that a position states for its holder's options: `o` commits, `o if F` commits once F holds, `o only if F`
 * (written `F if o`) rules o out before F, `o iff F` does both. A demand states none.
 */
export function rulesOf(position: Position): readonly ResponseRule[] {
  const { formula, holder, kind } = position;
  if (kind === 'demand') return [];
  const own = (part: Formula): string | undefined =>
    part.kind === 'option' && part.option.startsWith(`${holder}.`) ? part.option : undefined;
  if (formula.kind === 'if') {
    const option = own(formula.then);
    // "x only if y" of two options of its own: a refusal speaks of x.
    const refusesOwn = kind === 'refusal' && own(formula.when) !== undefined;
    if (option !== undefined && !refusesOwn)
      return [{ option, when: formula.when, sufficient: true, necessary: false, position }];
    const waiting = own(formula.when);
    return waiting === undefined
      ? []
      : [{ option: waiting, when: formula.then, sufficient: false, necessary: true, position }];
  }
  if (formula.kind === 'iff') {
    const [left, right] = [unnegated(formula.left), unnegated(formula.right)];
    const option = own(left.formula);
    if (option === undefined) return [];
    const when: Formula = left.negated === right.negated ? right.formula : { kind: 'not', of: right.formula };
    return [{ option, when, sufficient: true, necessary: true, position }];
  }
  const option = own(formula);
  return option === undefined ? [] : [{ option, sufficient: true, necessary: false, position }];
}

/** Whether a position is firm enough to carry the stand-off: what is merely weighed is not. */
export const isFirm = ({ position }: ResponseRule): boolean => position.strength >= COMMITS_FROM;

/** The options that must be taken before a rule's own is: "unless they test" waits for nothing. */
export const optionsWaitedFor = ({ when }: ResponseRule): readonly string[] =>
  when === undefined ? [] : [...new Set(optionsAskedFor(when))];

/** Options whose holder refuses them without a condition. */
export function refusedBy(positions: readonly Position[]): ReadonlySet<string> {
  return new Set(
    positions.flatMap(({ formula, holder, strength, kind }) =>
      kind !== 'demand' &&
      strength >= COMMITS_FROM &&
      formula.kind === 'not' &&
      formula.of.kind === 'option' &&
      formula.of.option.startsWith(`${holder}.`)
        ? [formula.of.option]
        : [],
    ),
  );
}

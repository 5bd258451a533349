import { type Formula, optionsIn } from './formula.ts';
import { formulaText } from './formula-text.ts';
import { COMMITS_FROM, type Position } from './position.ts';

/** A position that a later one of the same holder has taken the place of. */
export interface PastPosition {
  readonly position: Position;
  /** Id of the position that stands now. */
  readonly by: string;
}

/** Positions sorted by whether they still stand. */
export interface Standing {
  readonly standing: readonly Position[];
  readonly past: readonly PastPosition[];
  /** Pairs of ids: said on one day by one holder, and contradicting each other. */
  readonly contradictions: readonly (readonly [string, string])[];
}

/** What a position is about: the holder's own option that it speaks of first, or what it demands. */
function subjectOf({ formula, holder, kind }: Position): string {
  if (kind === 'demand') return `demand ${optionsIn(formula).join(' ')}`;
  const own = optionsIn(formula).find((option) => option.startsWith(`${holder}.`));
  return own ?? formulaText(formula);
}

/** The options that a position makes its own depend on, in a word; empty where it depends on none. */
const conditionsOf = (position: Position): string =>
  optionsIn(position.formula)
    .filter((option) => option !== subjectOf(position))
    .sort()
    .join(' ');

const isPlainRefusal = (formula: Formula): boolean => formula.kind === 'not' && formula.of.kind === 'option';

/** Whether a later position takes an earlier one's place, both by one holder on one subject. */
function replaces(later: Position, earlier: Position): boolean {
  // What is only weighed takes nothing back that was said outright.
  if (later.strength < COMMITS_FROM && earlier.strength >= COMMITS_FROM) return false;
  const [now, before] = [conditionsOf(later), conditionsOf(earlier)];
  // A promise of restraint that is given anew tells all that it now hangs on.
  if (later.kind === 'pledge' && earlier.kind === 'pledge') return true;
  if (now !== before) return now === '' || before === '';
  // "b if a" and "b only if a" stand together; of two of one form the later counts.
  return !(
    later.formula.kind === 'if' &&
    earlier.formula.kind === 'if' &&
    formulaText(later.formula.when) === formulaText(earlier.formula.then)
  );
}

const contradict = (a: Position, b: Position): boolean =>
  a.kind !== 'demand' &&
  conditionsOf(a) === '' &&
  conditionsOf(b) === '' &&
  isPlainRefusal(a.formula) !== isPlainRefusal(b.formula);

/**
 * The positions that stand, of many said at many times: the latest of a holder on a subject. A later position takes the
 * place of an earlier one that depends on the same options, or where one of the two depends on none; positions that
 * depend on different options stand side by side. Of one day both stand, and where they contradict each other the pair
 * is named. Positions without a date stand, and replace nothing.
 */
export function standingPositions(positions: readonly Position[]): Standing {
  const past: PastPosition[] = [];
  const contradictions: (readonly [string, string])[] = [];
  const standing = positions.filter((earlier, place) => {
    const rivals = positions.filter(
      (other, at) =>
        at !== place && other.holder === earlier.holder && subjectOf(other) === subjectOf(earlier),
    );
    const later = rivals
      .filter(({ date }) => date !== undefined && earlier.date !== undefined && date > earlier.date)
      .filter((other) => replaces(other, earlier))
      .sort((a, b) => (a.date! < b.date! ? 1 : -1));
    if (later[0] !== undefined) {
      past.push({ position: earlier, by: later[0].id });
      return false;
    }
    for (const other of rivals) {
      if (other.date === earlier.date && earlier.id < other.id && contradict(earlier, other))
        contradictions.push([earlier.id, other.id]);
    }
    return true;
  });
  return { standing, past, contradictions };
}

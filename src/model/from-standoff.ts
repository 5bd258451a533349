import { type Formula, not, option, optionsIn } from './formula.ts';
import { formulaText } from './formula-text.ts';
import { type DecisionMaker, type Model, statement } from './model.ts';
import { COMMITS_FROM, type Position } from './position.ts';
import type { Standoff } from './standoff.ts';

/** A model keeps to as many options as can be analysed and read; the least spoken of go first. */
const OPTIONS_IN_MODEL = 12;

/** The options of other parties on which a position makes its holder's own depend. */
function triggersOf(position: Position): readonly Formula[] {
  const { formula, holder } = position;
  const condition = formula.kind === 'if' ? formula.when : formula.kind === 'iff' ? formula.right : undefined;
  if (condition === undefined) return [];
  return optionsIn(condition).every((id) => !id.startsWith(`${holder}.`)) ? [condition] : [];
}

const isHostile = (standoff: Standoff, formula: Formula): boolean =>
  optionsIn(formula).some((id) => standoff.options.find((candidate) => candidate.id === id)?.kind.hostile);

const weight = (position: Position): number => position.strength;
const byWeight = (a: Position, b: Position): number => weight(b) - weight(a) || (a.id < b.id ? -1 : 1);

/** Preference statements of a holder in the order of the rules below, each once. */
function statementsOf(standoff: Standoff, holder: string): readonly Formula[] {
  const unclear = new Set(standoff.contradictions.map(([, second]) => second));
  // What is only weighed, without a condition, tells nothing of what is wanted.
  const own = standoff.positions
    .filter(
      (position) =>
        position.holder === holder &&
        !unclear.has(position.id) &&
        (position.strength >= COMMITS_FROM || position.formula.kind !== 'option'),
    )
    .sort(byWeight);
  const of = (...kinds: readonly Position['kind'][]) => own.filter(({ kind }) => kinds.includes(kind));
  const statements: Formula[] = [
    // 1. What it threatens to answer, it does not want to happen.
    ...of('threat').flatMap((position) => triggersOf(position).map(not)),
    // 2. It keeps its word: threats, refusals and pledges as said.
    ...of('threat').map(({ formula }) => formula),
    ...of('refusal', 'pledge', 'assumption').map(({ formula }) => formula),
    // 3. What it asks of others, and what its offers wait for.
    ...of('demand').map(({ formula }) => formula),
    ...of('offer').flatMap((position) =>
      triggersOf(position).filter((trigger) => !isHostile(standoff, trigger)),
    ),
    // 4. Its offers as said.
    ...of('offer').map(({ formula }) => formula),
    // 5. Hostile acts of its own that no words of its call for, it would rather leave.
    ...standoff.options
      .filter(
        ({ actor, kind, id }) =>
          actor === holder && kind.hostile && !own.some(({ formula }) => formulaText(formula) === id),
      )
      .map(({ id }) => not(option(id))),
  ];
  const seen = new Set<string>();
  return statements.filter((statement) => {
    const text = formulaText(statement);
    return seen.has(text) ? false : seen.add(text);
  });
}

/** Options on which a holder's words are silent: nobody is taken to be indifferent because no report asked it. */
function silences(spoken: readonly Formula[], options: readonly string[]): readonly string[] {
  const known = new Set(spoken.flatMap(optionsIn));
  return options.filter((id) => !known.has(id)).sort();
}

/** The model's options: those that most positions speak of, in the order of the parties. */
function chosenOptions(standoff: Standoff): ReadonlySet<string> {
  const spoken = (id: string) =>
    standoff.positions.filter(({ formula }) => optionsIn(formula).includes(id)).length;
  const ranked = [...standoff.options].sort((a, b) => spoken(b.id) - spoken(a.id) || (a.id < b.id ? -1 : 1));
  return new Set(ranked.slice(0, OPTIONS_IN_MODEL).map(({ id }) => id));
}

/**
 * The conflict model that a stand-off's words imply. Its rules of preference are in docs/positions.md, in order: what a
 * holder threatens to answer it does not want; it keeps its word; it wants what it demands and what its offers wait for.
 */
export function modelFromStandoff(standoff: Standoff, title: string): Model {
  const chosen = chosenOptions(standoff);
  const options = standoff.options.filter(({ id }) => chosen.has(id));
  const speaksOnlyOfChosen = (formula: Formula) => optionsIn(formula).every((id) => chosen.has(id));
  // Of two positions of one day that contradict each other the analyst cannot tell which is meant.
  const doubtful = new Set(
    standoff.contradictions.map(([first]) => standoff.positions.find(({ id }) => id === first)!.formula),
  );
  const owners = new Set(options.map(({ actor }) => actor));
  const decisionMakers = standoff.parties
    .filter(({ id }) => owners.has(id))
    .map(({ id, name }): DecisionMaker => {
      const spoken = statementsOf(standoff, id).filter(speaksOnlyOfChosen);
      const silentOn = silences(spoken, [...chosen]);
      return {
        id,
        name,
        preferences: spoken.map((formula) => statement(formula, { certain: !doubtful.has(formula) })),
        ...(silentOn.length === 0 ? {} : { silentOn }),
      };
    });
  return {
    title,
    options: options.map(({ id, label, actor, kind }) => ({
      id,
      name: label,
      owners: [actor],
      direction: kind.irreversible ? 'forward' : 'both',
    })),
    decisionMakers,
    infeasible: [],
    statusQuo: options.filter(({ taken }) => taken).map(({ id }) => id),
    positions: standoff.positions.filter(({ formula }) => speaksOnlyOfChosen(formula)),
  };
}

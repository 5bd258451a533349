import { type Formula, optionsIn } from './formula.ts';
import type { Model } from './model.ts';
import { inOwnersOrder } from './option-order.ts';
import { unmergedRanks } from './unmerged.ts';

type Literal = readonly [place: number, value: 'Y' | 'N'];
type Clause = readonly Literal[];

/** A formula over more options than this is not written out as alternatives: there would be too many. */
const OPTIONS_IN_FORMULA = 12;

/**
 * A formula as alternatives of literals (disjunctive normal form), contradictions left out. `wanted` is false for its
 * negation.
 */
function clauses(formula: Formula, placeOf: ReadonlyMap<string, number>, wanted = true): readonly Clause[] {
  const join = (left: readonly Clause[], right: readonly Clause[]): readonly Clause[] =>
    left.flatMap((a) =>
      right.flatMap((b) => {
        const both = new Map(a);
        for (const [place, value] of b) {
          if (both.has(place) && both.get(place) !== value) return [];
          both.set(place, value);
        }
        return [[...both] as Clause];
      }),
    );
  const of = (part: Formula, value = wanted) => clauses(part, placeOf, value);
  switch (formula.kind) {
    case 'option':
      return [[[placeOf.get(formula.option)!, wanted ? 'Y' : 'N']]];
    case 'constant':
      return formula.value === wanted ? [[]] : [];
    case 'not':
      return of(formula.of, !wanted);
    case 'and':
      return wanted ? join(of(formula.left), of(formula.right)) : [...of(formula.left), ...of(formula.right)];
    case 'or':
      return wanted ? [...of(formula.left), ...of(formula.right)] : join(of(formula.left), of(formula.right));
    case 'if':
      return wanted
        ? [...of(formula.then), ...of(formula.when, false)]
        : join(of(formula.then, false), of(formula.when, true));
    case 'iff':
      return [
        ...join(of(formula.left, true), of(formula.right, wanted)),
        ...join(of(formula.left, false), of(formula.right, !wanted)),
      ];
  }
}

/** The alternatives of a formula, those that another contains left out, in an order that does not depend on its form. */
function alternatives(formula: Formula, placeOf: ReadonlyMap<string, number>): readonly Clause[] {
  const byText = new Map<string, Clause>();
  for (const clause of clauses(formula, placeOf)) {
    const sorted = [...clause].sort(([a], [b]) => a - b);
    byText.set(JSON.stringify(sorted), sorted);
  }
  const all = [...byText.values()];
  const within = (narrow: Clause, wide: Clause) =>
    narrow !== wide && wide.every(([place, value]) => narrow.some(([p, v]) => p === place && v === value));
  return all.filter((clause) => !all.some((other) => within(clause, other)));
}

/**
 * Writes a model as a `.gmcr` file that GMCR+ loads, with notes on what that format cannot carry.
 * @returns `text` absent where the model has no options, which the format cannot do without.
 * @throws StateSpaceError where the model's states cannot be listed.
 */
export function modelToGmcr(given: Model): { readonly text?: string; readonly notes: readonly string[] } {
  const notes: string[] = [];
  if (given.states !== undefined)
    return {
      notes: ['a graph of named states has no options, which the .gmcr format needs; nothing was written'],
    };
  const model = inOwnersOrder(given);
  const ordered = model.options;
  const placeOf = new Map(ordered.map(({ id }, place) => [id, place]));
  const lost = (cond: boolean, note: string) => {
    if (cond) notes.push(note);
  };
  lost(
    model.options.some(({ owners }) => owners.length > 1),
    'shared options are written at each owner; GMCR+ misplaces moves on them',
  );
  lost(model.coalesce !== undefined, 'states that stand for several are written one by one');
  lost(model.statusQuo !== undefined, 'the status quo is left out: the format has no field for it');
  lost(model.positions.length > 0, 'the positions are left out: the format has no field for them');
  lost(
    model.decisionMakers.some(({ forbidden = [] }) => forbidden.length > 0),
    'forbidden moves are left out: the format knows irreversible options only',
  );
  const makers = model.decisionMakers;
  lost(
    makers.some(({ preferences }) => preferences.some(({ strong }) => strong)) ||
      makers.some(({ ranking = [] }) => ranking.some(({ strong }) => strong)),
    'strength of preference (>>) is left out',
  );
  lost(
    makers.some(
      ({ unknown = [], comparisons, preferences }) =>
        unknown.length > 0 || comparisons !== undefined || preferences.some(({ certain }) => !certain),
    ),
    'unknown preferences are left out; statements of unknown direction are written as if wanted',
  );
  lost(
    makers.some(({ silentOn }) => silentOn !== undefined),
    'what decision makers are silent on is left out: the format holds them indifferent',
  );
  lost(
    makers.some(({ view }) => Object.keys(view?.preferences ?? {}).length > 0),
    "what a decision maker takes the others' preferences to be is left out",
  );
  const condition = (formula: Formula): unknown => {
    const found = alternatives(formula, placeOf);
    return found.length === 1 ? found[0] : { compound: true, members: found };
  };
  const { space, ranks } = unmergedRanks(model);
  const manual =
    makers.some(
      ({ ranking, weights = [], comparisons }) =>
        ranking !== undefined || weights.length > 0 || comparisons !== undefined,
    ) || model.coalesce !== undefined;
  const isLong = (formula: Formula) => optionsIn(formula).length > OPTIONS_IN_FORMULA;
  const large = makers.some(({ preferences }) => preferences.some(({ formula }) => isLong(formula)));
  if ([...model.infeasible, ...makers.flatMap(({ view }) => view?.unseen ?? [])].some(isLong))
    return {
      notes: [
        `a rule on states speaks of more than ${OPTIONS_IN_FORMULA} options, too many to write out as patterns; split it, nothing was written`,
      ],
    };
  const byHand = manual || large;
  lost(
    byHand && !manual,
    'some statements speak of too many options to be written out; states are ranked instead',
  );
  lost(
    manual && makers.some(({ preferences }) => preferences.length > 0),
    'statements are written as the ranking of states that they give',
  );
  lost(
    space.options.length > 12,
    `GMCR+ may not cope: it takes about 152 s and 1.2 GB for 13 options, and this model has ${space.options.length}`,
  );
  lost(
    makers.some(({ preferences }) => preferences.length > 63),
    'GMCR+ reads 63 statements of a decision maker at most',
  );
  const rankingOf = (index: number): readonly (number | readonly number[])[] => {
    const rank = ranks[index]!;
    const classes: number[][] = [];
    rank.forEach((place, state) => {
      classes[place - 1] ??= [];
      classes[place - 1]!.push(state + 1);
    });
    return classes.map((states) => (states.length === 1 ? states[0]! : states));
  };
  const ids = makers.map(({ id }) => id);
  const groups = model.coalitions ?? [];
  const alone = ids.filter((id) => !groups.some((group) => group.includes(id)));
  const coalitions = [
    ...groups.map((group) =>
      group.length === 1 ? ids.indexOf(group[0]!) : group.map((id) => ids.indexOf(id)),
    ),
    ...alone.map((id) => ids.indexOf(id)),
  ];
  const directions = { both: 'both', forward: 'fwd', back: 'back' } as const;
  const file = {
    options: ordered.map(({ name, direction }) => ({ name, permittedDirection: directions[direction] })),
    decisionMakers: makers.map((maker, index) => ({
      name: maker.name,
      options: ordered.flatMap(({ owners }, place) => (owners.includes(maker.id) ? [place] : [])),
      misperceptions: (maker.view?.unseen ?? []).flatMap((formula) => alternatives(formula, placeOf)),
      preferences: byHand ? [] : maker.preferences.map(({ formula }) => condition(formula)),
      ...(byHand ? { preferenceRanking: rankingOf(index) } : {}),
    })),
    // GMCR+ takes simple conditions only, so that each alternative stands alone.
    infeasibles: model.infeasible.flatMap((formula) => alternatives(formula, placeOf)),
    useManualPreferenceRanking: byHand,
    coalitions,
    program: 'gmcr-py',
    version: '0.4.1',
  };
  return { text: `${JSON.stringify(file, null, 1)}\n`, notes };
}

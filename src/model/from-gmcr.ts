import { z } from 'zod';
import { and, type Formula, not, option, or } from './formula.ts';
import { ModelError } from './from-yaml.ts';
import { type DecisionMaker, type Model, type Option, problemOf, statement } from './model.ts';
import { feasibleStates, stateText } from './states.ts';

const literal = z.tuple([z.int().min(0), z.enum(['Y', 'N'])]);
const simple = z.array(literal);
const condition = z.union([simple, z.object({ compound: z.literal(true), members: z.array(simple) })]);
const places = z.array(z.union([z.int(), z.array(z.int())]));
const shape = z.object({
  options: z.array(
    z.object({ name: z.string(), permittedDirection: z.enum(['both', 'fwd', 'back']).default('both') }),
  ),
  decisionMakers: z
    .array(
      z.object({
        name: z.string(),
        options: z.array(z.int().min(0)),
        preferences: z.array(condition).default([]),
        preferenceRanking: places.optional(),
        preferenceVector: places.optional(),
        misperceptions: z.array(condition).optional(),
      }),
    )
    .min(1),
  infeasibles: z.array(condition).default([]),
  useManualPreferenceRanking: z.boolean().optional(),
  useManualPreferenceVectors: z.boolean().optional(),
  coalitions: places.optional(),
  program: z.string().optional(),
  version: z.string().optional(),
});

type Condition = z.infer<typeof condition>;

/** Where a parse of JSON failed, as line and column from 1. */
function placeOfJsonError(text: string, error: unknown): string {
  const found = /position (\d+)/.exec(String(error));
  const before = text.slice(0, found === null ? text.length : Number(found[1]));
  return `${before.split('\n').length}:${before.length - before.lastIndexOf('\n')}`;
}

/** Ids from free names: letters and digits, made unique by a number. */
function idsFrom(names: readonly string[], taken: Set<string>): readonly string[] {
  return names.map((name, index) => {
    const slug = name
      .normalize('NFKD')
      .replace(/[^A-Za-z0-9.]+|\.(?![A-Za-z0-9])|(?<![A-Za-z0-9])\./g, '-')
      .replace(/^-+|-+$/g, '')
      .replace(/^(?=[0-9])/, 'o')
      .slice(0, 40);
    let id = slug === '' ? `o${index + 1}` : slug;
    for (let again = 2; taken.has(id); again++) id = `${slug || 'o'}-${again}`;
    taken.add(id);
    return id;
  });
}

/**
 * Reads a `.gmcr` file of GMCR+: every field that it loads. Options are put in the order of their decision makers, as
 * GMCR+ does on loading, so that states keep their numbers.
 * @param file the file's name, for messages.
 * @returns the model, and notes on what is read by the published definitions and not as GMCR+ reads it.
 * @throws ModelError that names the file and place.
 */
export function modelFromGmcr(
  text: string,
  file: string,
): { readonly model: Model; readonly notes: readonly string[] } {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw new ModelError(
      `${file}:${placeOfJsonError(text, error)}: this is no JSON, as a .gmcr file must be; a YAML model needs a name that ends in .yaml`,
    );
  }
  const parsed = shape.safeParse(data);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new ModelError(`${file}: ${issue!.path.join('.') || 'the file'}: ${issue!.message}`);
  }
  const raw = parsed.data;
  const notes: string[] = [];
  const fail = (where: string, message: string): never => {
    throw new ModelError(`${file}: ${where}: ${message}`);
  };
  raw.decisionMakers.forEach((maker, index) => {
    for (const place of maker.options)
      if (place >= raw.options.length)
        fail(
          `decisionMakers.${index}.options`,
          `there is no option ${place}; the file has ${raw.options.length}`,
        );
  });
  const ordered = [...new Set(raw.decisionMakers.flatMap(({ options }) => options))];
  raw.options.forEach(({ name }, place) => {
    if (!ordered.includes(place))
      fail(
        `options.${place}`,
        `"${name}" is owned by nobody; give it to a decision maker (GMCR+ would call its states stable, since nobody can leave them)`,
      );
  });
  const taken = new Set<string>();
  const makerIds = idsFrom(
    raw.decisionMakers.map(({ name }) => name),
    taken,
  );
  const optionIds = idsFrom(
    ordered.map((place) => raw.options[place]!.name),
    taken,
  );
  const idOf = new Map(ordered.map((place, index) => [place, optionIds[index]!]));
  const options = ordered.map((place, index): Option => {
    const owners = raw.decisionMakers.flatMap((maker, owner) =>
      maker.options.includes(place) ? [makerIds[owner]!] : [],
    );
    if (owners.length > 1)
      notes.push(
        `"${raw.options[place]!.name}" is shared by ${owners.join(' and ')}; GMCR+ misplaces moves on shared options, here each of them may change it`,
      );
    const { name, permittedDirection } = raw.options[place]!;
    return {
      id: optionIds[index]!,
      name,
      owners,
      direction: permittedDirection === 'fwd' ? 'forward' : permittedDirection === 'back' ? 'back' : 'both',
    };
  });
  const conjunction = (literals: z.infer<typeof simple>, where: string): Formula => {
    const seen = new Map<number, 'Y' | 'N'>();
    for (const [place, value] of literals) {
      if (!idOf.has(place)) fail(where, `there is no option ${place}; the file has ${raw.options.length}`);
      if (seen.has(place) && seen.get(place) !== value)
        notes.push(`${where} names option ${place} twice; as in GMCR+ the first counts`);
      if (!seen.has(place)) seen.set(place, value);
    }
    const parts = [...seen].map(([place, value]) =>
      value === 'Y' ? option(idOf.get(place)!) : not(option(idOf.get(place)!)),
    );
    return parts.length === 0 ? { kind: 'constant', value: true } : parts.reduce(and);
  };
  const formula = (given: Condition, where: string): Formula =>
    Array.isArray(given)
      ? conjunction(given, where)
      : given.members.length === 0
        ? { kind: 'constant', value: false }
        : given.members.map((member) => conjunction(member, where)).reduce(or);
  const infeasible = raw.infeasibles.map((given, index) => formula(given, `infeasibles.${index}`));
  const manual = raw.useManualPreferenceRanking ?? raw.useManualPreferenceVectors ?? false;
  const frame: Model = { title: '', options, decisionMakers: [], infeasible, positions: [] };
  const words = manual ? orderedStates(frame, file) : [];
  const makers = raw.decisionMakers.map((maker, index): DecisionMaker => {
    const where = `decisionMakers.${index}`;
    const ranking = maker.preferenceRanking ?? maker.preferenceVector;
    const unseen = (maker.misperceptions ?? []).map((given, place) =>
      formula(given, `${where}.misperceptions.${place}`),
    );
    if (unseen.length > 0)
      notes.push(
        `"${maker.name}" does not see some states; here nobody's move into one deters it, while GMCR+ lets such moves deter`,
      );
    if (manual && ranking === undefined)
      fail(where, `the ranking of "${maker.name}" is missing, though the file ranks states by hand`);
    return {
      id: makerIds[index]!,
      name: maker.name,
      preferences: manual
        ? []
        : maker.preferences.map((given, place) => statement(formula(given, `${where}.preferences.${place}`))),
      ...(manual
        ? {
            ranking: ranking!.map((line) => ({
              strong: false,
              states: [line]
                .flat()
                .map(
                  (number) =>
                    words[number - 1] ??
                    fail(
                      `${where}.preferenceRanking`,
                      `there is no state ${number}; ${words.length} are feasible`,
                    ),
                ),
            })),
          }
        : {}),
      ...(unseen.length > 0 ? { view: { unseen, preferences: {} } } : {}),
    };
  });
  const groups = raw.coalitions?.map((group) => [group].flat());
  const joint = groups?.some((group) => group.length > 1) ?? false;
  if (groups?.flat().some((place) => makerIds[place] === undefined))
    fail('coalitions', `a member is no decision maker; the file has ${makerIds.length}`);
  const model: Model = {
    ...frame,
    decisionMakers: makers,
    ...(joint ? { coalitions: groups!.map((group) => group.map((place) => makerIds[place]!)) } : {}),
  };
  const problem = problemOf(model);
  if (problem !== undefined) throw new ModelError(`${file}: ${problem}`);
  return { model, notes };
}

function orderedStates(frame: Model, file: string): readonly string[] {
  try {
    const { masks, options } = feasibleStates(frame);
    return Array.from(masks, (mask) => stateText(mask, options.length));
  } catch (error) {
    throw new ModelError(`${file}: ${(error as Error).message}`);
  }
}

import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { type Formula, optionsIn } from './formula.ts';
import { FormulaError, parseFormula } from './formula-text.ts';
import { type Direction, type Model, problemOf } from './model.ts';
import { POSITION_KINDS, type PositionKind } from './position.ts';

/** A model file that cannot be read: what is wrong, where (line and column from 1), and what to do. */
export class ModelError extends Error {}

const id = z
  .string()
  .regex(/^[A-Za-z_][\w-]*(\.[\w-]+)*$/, 'write an id of letters, digits, - and _, such as USA.engage');
const schema = z.strictObject({
  title: z.string().default(''),
  decisionMakers: z
    .array(
      z.strictObject({
        id,
        name: z.string().optional(),
        options: z
          .array(
            z.strictObject({
              id,
              name: z.string().optional(),
              direction: z.enum(['both', 'forward', 'back']).optional(),
            }),
          )
          .default([]),
        preferences: z.array(z.string()).default([]),
      }),
    )
    .min(1, 'name at least one decision maker'),
  infeasible: z.array(z.string()).default([]),
  statusQuo: z.array(id).optional(),
  positions: z
    .array(
      z.strictObject({
        id,
        holder: id,
        kind: z.enum(POSITION_KINDS as unknown as [PositionKind, ...PositionKind[]]),
        formula: z.string(),
        date: z.string().optional(),
        strength: z.number().min(0).max(1).default(1),
        claims: z.array(z.string()).default([]),
        facts: z.array(z.string()).default([]),
      }),
    )
    .default([]),
});

/** The known name nearest to a mistyped one, by edit distance, where it is near enough to suggest. */
function nearest(name: string, known: readonly string[]): string | undefined {
  const distance = (a: string, b: string): number => {
    let row = Array.from({ length: b.length + 1 }, (_, index) => index);
    for (let i = 1; i <= a.length; i++) {
      const next = [i];
      for (let j = 1; j <= b.length; j++) {
        next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
      }
      row = next;
    }
    return row[b.length]!;
  };
  const scored = known.map((other) => ({ other, steps: distance(name.toLowerCase(), other.toLowerCase()) }));
  const best = scored.sort((a, b) => a.steps - b.steps)[0];
  return best !== undefined && best.steps <= Math.max(2, name.length / 3) ? best.other : undefined;
}

/**
 * Reads a model from YAML.
 * @param file the file's name, for messages.
 * @throws ModelError that names the file, line and column.
 */
export function modelFromYaml(text: string, file: string): Model {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${line}:${col}`;
  };
  const placeOf = (path: readonly PropertyKey[]): string => {
    for (let length = path.length; length >= 0; length--) {
      const node = document.getIn(path.slice(0, length), true) as { range?: readonly number[] } | undefined;
      if (node?.range !== undefined) return at(node.range[0]!);
    }
    return `${file}:1:1`;
  };
  const [broken] = document.errors;
  if (broken !== undefined)
    throw new ModelError(`${at(broken.pos[0])}: ${broken.message.split(' at line')[0]}`);
  let data: unknown;
  try {
    data = document.toJS({ maxAliasCount: 50 });
  } catch {
    throw new ModelError(`${file}: its aliases unfold to too much; write the parts out`);
  }
  const parsed = schema.safeParse(data);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new ModelError(
      `${placeOf(issue!.path)}: ${issue!.path.join('.') || 'the model'}: ${issue!.message}`,
    );
  }
  const raw = parsed.data;
  const options = raw.decisionMakers.flatMap((maker) =>
    maker.options.map((option) => ({
      id: option.id,
      name: option.name ?? option.id,
      owner: maker.id,
      direction: (option.direction ?? 'both') as Direction,
    })),
  );
  const known = options.map((option) => option.id);
  const formula = (source: string, path: readonly PropertyKey[]): Formula => {
    let read: Formula;
    try {
      read = parseFormula(source);
    } catch (error) {
      if (error instanceof FormulaError)
        throw new ModelError(`${placeOf(path)}: in "${source}", column ${error.column}: ${error.message}`);
      throw error;
    }
    for (const name of optionsIn(read)) {
      if (known.includes(name)) continue;
      const near = nearest(name, known);
      throw new ModelError(
        `${placeOf(path)}: "${source}" names no option "${name}"${near === undefined ? `; the options are ${known.join(', ')}` : `; did you mean ${near}?`}`,
      );
    }
    return read;
  };
  const model: Model = {
    title: raw.title,
    options,
    decisionMakers: raw.decisionMakers.map((maker, index) => ({
      id: maker.id,
      name: maker.name ?? maker.id,
      preferences: maker.preferences.map((statement, place) =>
        formula(statement, ['decisionMakers', index, 'preferences', place]),
      ),
    })),
    infeasible: raw.infeasible.map((pattern, index) => formula(pattern, ['infeasible', index])),
    ...(raw.statusQuo === undefined ? {} : { statusQuo: raw.statusQuo }),
    positions: raw.positions.map(({ date, ...position }, index) => ({
      ...position,
      formula: formula(position.formula, ['positions', index, 'formula']),
      ...(date === undefined ? {} : { date }),
    })),
  };
  raw.statusQuo?.forEach((name, index) => {
    if (!known.includes(name))
      throw new ModelError(
        `${placeOf(['statusQuo', index])}: the status quo names no option "${name}"; the options are ${known.join(', ')}`,
      );
  });
  const problem = problemOf(model);
  if (problem !== undefined) throw new ModelError(`${file}: ${problem}`);
  return model;
}

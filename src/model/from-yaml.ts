import { type Document, LineCounter, parseDocument } from 'yaml';
import { type Comparison, strictCycle } from './comparison.ts';
import { and, type Formula, not, option, optionsIn, or } from './formula.ts';
import { FormulaError, parseFormula } from './formula-text.ts';
import {
  type Arc,
  type DecisionMaker,
  type Model,
  type Option,
  problemOf,
  type RankedTogether,
  type Statement,
  statement,
} from './model.ts';
import { nearestName } from './nearest-name.ts';
import { isPattern, patternFormula } from './state-pattern.ts';
import { type ModelShape, modelShape } from './yaml-shape.ts';

/** A model file that cannot be read: what is wrong, where (line and column from 1), and what to do. */
export class ModelError extends Error {}

/** A longer file is no model that a person wrote, and would take minutes to parse. */
const CHARACTERS_AT_MOST = 4_000_000;

type Path = readonly PropertyKey[];

/**
 * Reads a model from YAML.
 * @param file the file's name, for messages.
 * @throws ModelError that names the file, line and column.
 */
export function modelFromYaml(text: string, file: string): Model {
  return readYaml(text, file).model;
}

/** A model with the document that it was read from, so that it can be rewritten with its comments. */
export function readYaml(
  text: string,
  file: string,
): { readonly model: Model; readonly document: Document.Parsed } {
  if (text.length > CHARACTERS_AT_MOST)
    throw new ModelError(
      `${file}: a model of ${text.length} characters; at most ${CHARACTERS_AT_MOST} are read: keep the statements that decide`,
    );
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${line}:${col}`;
  };
  const placeOf = (path: Path): string => {
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
  const parsed = modelShape.safeParse(data);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new ModelError(
      `${placeOf(issue!.path)}: ${issue!.path.join('.') || 'the model'}: ${issue!.message}`,
    );
  }
  const fail = (path: Path, message: string): never => {
    throw new ModelError(`${placeOf(path)}: ${message}`);
  };
  const model = modelOf(parsed.data, fail);
  const problem = problemOf(model);
  if (problem !== undefined) throw new ModelError(`${file}: ${problem}`);
  return { model, document };
}

type Fail = (path: Path, message: string) => never;

function optionsOf(raw: ModelShape, fail: Fail): readonly Option[] {
  const options = new Map<string, Option>();
  raw.decisionMakers.forEach((maker, index) => {
    maker.options.forEach(({ id, name = id, direction = 'both', shared }, place) => {
      const known = options.get(id);
      if (known !== undefined && !shared && !known.owners.includes(maker.id))
        fail(
          ['decisionMakers', index, 'options', place],
          `the option "${id}" is already ${known.owners[0]}'s; write "shared: true" here if ${maker.id} shares it, else give it its own id`,
        );
      if (known !== undefined && (!shared || known.owners.includes(maker.id)))
        fail(
          ['decisionMakers', index, 'options', place],
          `the option "${id}" is there twice; give each its own id`,
        );
      if (known === undefined && shared)
        fail(
          ['decisionMakers', index, 'options', place],
          `the option "${id}" is shared with nobody above; list it in full at the first decision maker who has it`,
        );
      options.set(
        id,
        known === undefined
          ? { id, name, owners: [maker.id], direction }
          : { ...known, owners: [...known.owners, maker.id] },
      );
    });
  });
  return [...options.values()];
}

function modelOf(raw: ModelShape, fail: Fail): Model {
  const options = optionsOf(raw, fail);
  const ids = options.map(({ id }) => id);
  const atoms = raw.states ?? ids;
  const atomNoun = raw.states === undefined ? 'option' : 'state';
  if (raw.states !== undefined && options.length > 0)
    fail(['states'], 'a model has options or named states, not both; drop one of them');
  const checked = (name: string, path: Path, what: string): string => {
    if (atoms.includes(name)) return name;
    const near = nearestName(name, atoms);
    return fail(
      path,
      `${what} names no ${atomNoun} "${name}"${near === undefined ? `; the ${atomNoun}s are ${atoms.slice(0, 30).join(', ')}` : `; did you mean ${near}?`}`,
    );
  };
  const formula = (source: string, path: Path): Formula => {
    try {
      const read = parseFormula(source);
      for (const name of optionsIn(read)) checked(name, path, `"${source}"`);
      return read;
    } catch (error) {
      if (error instanceof FormulaError)
        fail(path, `in "${source.slice(0, 60)}", column ${error.column}: ${error.message}`);
      throw error;
    }
  };
  const rule = (source: string, path: Path): Formula =>
    isPattern(source, ids.length) ? patternFormula(source, ids) : formula(source, path);
  const statements = (list: readonly string[], path: Path): readonly Statement[] => {
    const cut = list.lastIndexOf('>>');
    return list.flatMap((line, index) => {
      if (line.trim() === '>>') return [];
      const [, doubt, source] = /^\s*(\?)?\s*(.*)$/s.exec(line)!;
      return [
        statement(formula(source!, [...path, index]), {
          certain: doubt === undefined,
          strong: index < cut,
        }),
      ];
    });
  };
  const state = (word: string, path: Path): string => {
    if (raw.states !== undefined) return checked(word, path, `"${word}"`);
    if (word.length !== ids.length || !/^[YN-]+$/.test(word))
      fail(path, `"${word}" is no state; write one letter, Y or N, for each of the ${ids.length} options`);
    return word;
  };
  const silent = (name: string, path: Path): string => {
    if (raw.states !== undefined) fail(path, 'a model of named states has no options to be silent on');
    return checked(name, path, `"${name}"`);
  };
  const arcs = (list: readonly string[], path: Path): readonly Arc[] =>
    list.flatMap((line, index) => {
      const [from, to] = line.split('->').map((side) => side.trim()) as [string, string];
      return to
        .split(/[\s,]+/)
        .map((end) => ({ from: state(from, [...path, index]), to: state(end, [...path, index]) }));
    });
  const ranking = (list: readonly (string | readonly string[])[], path: Path): readonly RankedTogether[] => {
    const classes: RankedTogether[] = [];
    let strong = false;
    list.forEach((line, index) => {
      if (line === '>>') {
        strong = true;
        return;
      }
      const words = typeof line === 'string' ? [line] : line;
      classes.push({ states: words.map((word) => state(word, [...path, index])), strong });
      strong = false;
    });
    return classes;
  };
  const comparisons = (list: readonly string[], path: Path): readonly Comparison[] => {
    const lineOf: number[] = [];
    const found = list.flatMap((line, index) => {
      const parts = line.trim().split(/\s*([>=])\s*/);
      const words = parts.filter((_, place) => place % 2 === 0);
      for (const word of words) state(word, [...path, index]);
      return words.slice(1).map((below, place): Comparison => {
        lineOf.push(index);
        return { above: words[place]!, below, strict: parts[2 * place + 1] === '>' };
      });
    });
    const cycle = strictCycle(found);
    if (cycle !== undefined) {
      const last = Math.max(...cycle.map((index) => lineOf[index]!));
      const names = cycle.map((index) => found[index]!).map(({ above, below }) => `${above} over ${below}`);
      fail([...path, last], `these preferences run in a circle: ${names.join(', ')}; drop one of them`);
    }
    return found;
  };
  const makers = raw.decisionMakers.map((maker, index): DecisionMaker => {
    const path = ['decisionMakers', index];
    if (maker.ranking?.includes('>>') && maker.preferences.includes('>>'))
      fail([...path, 'ranking'], 'write ">>" in the ranking or in the preferences, not in both');
    if (
      maker.comparisons !== undefined &&
      (maker.preferences.length > 0 || maker.weights !== undefined || maker.ranking !== undefined)
    )
      fail(
        [...path, 'comparisons'],
        'comparisons stand instead of preferences, weights and a ranking; keep one kind',
      );
    if (maker.moves !== undefined && raw.states === undefined)
      fail(
        [...path, 'moves'],
        'moves are listed in a model of named states; with options, name what is "forbidden"',
      );
    return {
      id: maker.id,
      name: maker.name ?? maker.id,
      preferences: statements(maker.preferences, [...path, 'preferences']),
      ...(maker.weights === undefined
        ? {}
        : {
            weights: Object.entries(maker.weights).map(([source, weight]) => ({
              formula: formula(source, [...path, 'weights', source]),
              weight,
            })),
          }),
      ...(maker.ranking === undefined ? {} : { ranking: ranking(maker.ranking, [...path, 'ranking']) }),
      ...(maker.unknown === undefined
        ? {}
        : {
            unknown: maker.unknown.map((pair, place) => {
              const [a, b] = pair.split('?').map((word) => word.trim()) as [string, string];
              return [state(a, [...path, 'unknown', place]), state(b, [...path, 'unknown', place])] as const;
            }),
          }),
      ...(maker.comparisons === undefined
        ? {}
        : { comparisons: comparisons(maker.comparisons, [...path, 'comparisons']) }),
      ...(maker.silentOn === undefined
        ? {}
        : { silentOn: maker.silentOn.map((name, place) => silent(name, [...path, 'silentOn', place])) }),
      ...(maker.moves === undefined ? {} : { moves: arcs(maker.moves, [...path, 'moves']) }),
      ...(maker.forbidden === undefined ? {} : { forbidden: arcs(maker.forbidden, [...path, 'forbidden']) }),
      ...(maker.view === undefined
        ? {}
        : {
            view: {
              unseen: maker.view.unseen.map((source, place) =>
                rule(source, [...path, 'view', 'unseen', place]),
              ),
              preferences: Object.fromEntries(
                Object.entries(maker.view.preferences).map(([other, list]) => {
                  if (!raw.decisionMakers.some(({ id }) => id === other))
                    fail([...path, 'view', 'preferences', other], `"${other}" is no decision maker`);
                  return [other, statements(list, [...path, 'view', 'preferences', other])];
                }),
              ),
            },
          }),
    };
  });
  const listed = (names: readonly string[], path: Path) =>
    names.map((name, place) => option(checked(name, [...path, place], 'the list')));
  const infeasible = [
    ...raw.infeasible.map((source, index) => rule(source, ['infeasible', index])),
    ...raw.mutuallyExclusive.flatMap((names, index) => {
      const group = listed(names, ['mutuallyExclusive', index]);
      return group.flatMap((a, place) => group.slice(place + 1).map((b) => and(a, b)));
    }),
    ...raw.atLeastOne.map((names, index) => not(listed(names, ['atLeastOne', index]).reduce(or))),
    ...raw.always.map((source, index) => not(formula(source, ['always', index]))),
  ];
  return {
    title: raw.title,
    options,
    ...(raw.states === undefined ? {} : { states: raw.states }),
    decisionMakers: makers,
    infeasible,
    ...(raw.coalesce.length === 0
      ? {}
      : { coalesce: raw.coalesce.map((source, index) => rule(source, ['coalesce', index])) }),
    ...(raw.statusQuo === undefined ? {} : { statusQuo: statusQuo(raw.statusQuo) }),
    ...(raw.coalitions === undefined ? {} : { coalitions: raw.coalitions }),
    positions: raw.positions.map(({ date, ...position }, index) => ({
      ...position,
      formula: formula(position.formula, ['positions', index, 'formula']),
      ...(date === undefined ? {} : { date }),
    })),
  };

  function statusQuo(given: string | readonly string[]): readonly string[] {
    if (typeof given !== 'string')
      return given.map((name, index) => checked(name, ['statusQuo', index], 'the status quo'));
    const word = state(given, ['statusQuo']);
    return raw.states === undefined ? ids.filter((_, bit) => word[bit] === 'Y') : [word];
  }
}

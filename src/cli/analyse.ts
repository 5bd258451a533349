import { Command } from 'commander';
import {
  analysisFrom,
  CONCEPTS,
  type Concept,
  type Conflict,
  conflictOf,
  equilibriumOf,
  type Goal,
  reasonFor,
  requirementsFor,
  sensitivityOf,
  shareOfRankings,
  smallestChanges,
  type Verdicts,
} from '../analysis/index.ts';
import { type Model, nearestName, stateName, stateNamed } from '../model/index.ts';
import { analysisText, changesText, conceptName, reasonText, sensitivityText } from './analysis-text.ts';
import { type DrawingOptions, drawingsAsked, writeDrawings } from './conflict-drawings.ts';
import { json, writeOutput } from './output.ts';
import { readModel, refusing } from './read-model.ts';
import { UsageError } from './usage-error.ts';
import { verdictsInThreads } from './verdicts-in-threads.ts';

interface AnalyseOptions extends DrawingOptions {
  readonly concepts?: string;
  readonly coalitions?: string;
  readonly from?: string;
  readonly to?: string;
  readonly why?: string;
  readonly make?: readonly string[];
  readonly sensitivity?: boolean;
  readonly json?: boolean;
}

/** From this many states on a list of all of them is no longer printed. */
const STATES_LISTED = 1 << 16;
const STATES_IN_JSON = 1 << 20;
/** Statements that `--make` changes at most: every combination is tried. */
const CHANGES_AT_MOST = 2;

export function analyseCommand(): Command {
  return new Command('analyse')
    .summary('analyse a conflict model')
    .description(
      'Computes which states of a conflict model are stable and why, how it can evolve from the status quo, who waits for whom, and which first moves unlock what.',
    )
    .argument('<model>', 'a model: .yaml, .gmcr (GMCR+), or - for YAML from standard input')
    .option(
      '--concepts <list>',
      `concepts, with commas: ${CONCEPTS.join(', ')}; for two decision makers also l1, l2 … and nonmyopic`,
    )
    .option('--coalitions <groups>', 'who acts together, as "A,B|C", or "all" for every coalition')
    .option('--from <state>', 'where the conflict starts: a word of Y and N, or a state’s name')
    .option('--to <state>', 'also show how to get to this state')
    .option('--why <state>', 'why the state is stable or not, for each decision maker')
    .option(
      '--make <goal...>',
      'the smallest changes of statements that make a state an equilibrium: "YNNY", "not YNNY", "YNNY:seq"',
    )
    .option('--sensitivity', 'which single change of a statement changes which equilibria')
    .option('--json', 'print JSON')
    .option('--waits-graph <file.svg>', 'draw who waits for whom')
    .option('--evolution-path <file.svg>', 'draw how the conflict can go on from the status quo')
    .option('--outcome-strip <file.svg>', 'draw the stable states, option by option')
    .addHelpText(
      'after',
      '\nExamples:\n  firstmove analyse catalog/prisoners-dilemma.yaml\n  firstmove analyse catalog/elmira.yaml --why NYNNY --concepts seq\n  firstmove analyse catalog/chicken.yaml --make YY:seq\n  firstmove model story.txt | firstmove analyse - --json\n  firstmove model story.txt | firstmove analyse - --waits-graph waits.svg',
    )
    .action(async (path: string, options: AnalyseOptions) => {
      const model = readModel(path);
      const conflict = refusing(path, () => conflictOf(model));
      const asked = conceptsFrom(options.concepts);
      if (options.make !== undefined) printChanges(path, conflict, asked.concepts, options);
      else if (options.sensitivity) printSensitivity(path, model, asked.concepts, options);
      else if (options.why !== undefined) printReasons(conflict, asked.concepts, options.why, options);
      else await printAnalysis(path, conflict, asked, options);
    });
}

async function printAnalysis(
  path: string,
  conflict: Conflict,
  asked: ReturnType<typeof conceptsFrom>,
  options: AnalyseOptions,
): Promise<void> {
  const { model, space } = conflict;
  const request = {
    ...asked,
    ...(options.coalitions === undefined ? {} : { coalitions: coalitionsFrom(options.coalitions, model) }),
    ...(options.from === undefined ? {} : { from: stateFrom(conflict, options.from, '--from') }),
    ...(options.to === undefined ? {} : { to: stateFrom(conflict, options.to, '--to') }),
  };
  if (options.json && space.count > STATES_IN_JSON)
    throw new UsageError(
      `${path}: ${space.count} states are too many for one JSON text; leave out --json for the counts, or rule states out`,
    );
  if (drawingsAsked(options).length > 0 && space.count > STATES_LISTED)
    throw new UsageError(
      `${path}: ${space.count} states are too many to draw; leave out ${drawingsAsked(options).join(', ')}, or rule states out`,
    );
  const verdicts = await verdictsInThreads(conflict, asked.concepts);
  if (space.count > STATES_LISTED && !options.json) {
    writeOutput(countsText(conflict, verdicts));
    return;
  }
  const analysis = refusing(path, () => analysisFrom(conflict, verdicts, request));
  writeOutput(options.json ? json({ schema: 'firstmove/analyse/1', ...analysis }) : analysisText(analysis));
  writeDrawings(path, model, analysis, options);
}

function conceptsFrom(list: string | undefined): {
  concepts: readonly Concept[];
  horizons?: readonly number[];
  nonMyopic?: boolean;
} {
  if (list === undefined) return { concepts: CONCEPTS };
  const names = list.split(',').map((name) => name.trim().toLowerCase());
  const concepts: Concept[] = [];
  const horizons: number[] = [];
  for (const name of names) {
    const horizon = /^l([1-9]\d?)$/.exec(name);
    if (horizon !== null) horizons.push(Number(horizon[1]));
    else if ((CONCEPTS as readonly string[]).includes(name)) concepts.push(name as Concept);
    else if (name !== 'nonmyopic') {
      const near = nearestName(name, CONCEPTS);
      throw new UsageError(
        `--concepts: there is no concept "${name}"${near === undefined ? '' : `; did you mean ${near}?`}; the concepts are ${CONCEPTS.join(', ')}, l1, l2 … and nonmyopic`,
      );
    }
  }
  return { concepts, horizons, nonMyopic: names.includes('nonmyopic') };
}

function coalitionsFrom(text: string, model: Model): readonly (readonly string[])[] | 'all' {
  if (text === 'all') return 'all';
  const ids = model.decisionMakers.map(({ id }) => id);
  const groups = text.split('|').map((group) => group.split(',').map((id) => id.trim()));
  const seen = new Set<string>();
  for (const id of groups.flat()) {
    if (!ids.includes(id))
      throw new UsageError(`--coalitions: "${id}" is no decision maker; they are ${ids.join(', ')}`);
    if (seen.has(id)) throw new UsageError(`--coalitions: "${id}" stands in two groups; put it into one`);
    seen.add(id);
  }
  return groups;
}

function stateFrom({ space }: Conflict, word: string, flag: string): number {
  const state = stateNamed(space, word);
  if (state >= 0) return state;
  const example = stateName(space, 0);
  throw new UsageError(`${flag}: "${word}" is no feasible state of this model; write one such as ${example}`);
}

function printReasons(
  conflict: Conflict,
  concepts: readonly Concept[],
  word: string,
  { json: asJson }: AnalyseOptions,
): void {
  const state = stateFrom(conflict, word, '--why');
  const reasons = conflict.model.decisionMakers.flatMap((_, maker) =>
    concepts.map((concept) => reasonFor(conflict, maker, state, concept)),
  );
  const id = (maker: number) => conflict.model.decisionMakers[maker]!.id;
  const named = reasons.map(({ maker, ...reason }) => ({ dm: id(maker), ...reason }));
  writeOutput(
    asJson
      ? json({ schema: 'firstmove/why/1', state: word, reasons: named })
      : reasons.map((reason) => reasonText(conflict, reason)).join('\n'),
  );
}

function printSensitivity(
  path: string,
  model: Model,
  concepts: readonly Concept[],
  { json: asJson }: AnalyseOptions,
): void {
  const all = refusing(path, () =>
    concepts.map((concept) => ({ concept, changes: sensitivityOf(model, concept) })),
  );
  writeOutput(
    asJson
      ? json({ schema: 'firstmove/sensitivity/1', concepts: all })
      : all.map(({ concept, changes }) => sensitivityText(model, concept, changes)).join('\n\n'),
  );
}

function printChanges(
  path: string,
  conflict: Conflict,
  concepts: readonly Concept[],
  { make = [], json: asJson }: AnalyseOptions,
): void {
  const { model } = conflict;
  const goals = make.map((text): Goal => {
    const [, negated, state, concept = concepts[0] ?? 'nash'] =
      /^\s*(not\s+)?([^\s:]+)(?::(\w+))?\s*$/.exec(text) ?? [];
    if (state === undefined)
      throw new UsageError(`--make: "${text}" is no goal; write "YNNY", "not YNNY" or "YNNY:seq"`);
    const [known] = conceptsFrom(concept).concepts;
    if (known === undefined)
      throw new UsageError(`--make: "${concept}" cannot be a goal; use one of ${CONCEPTS.join(', ')}`);
    return { state, concept: known, stable: negated === undefined };
  });
  const changes = refusing(path, () => smallestChanges(model, goals, CHANGES_AT_MOST));
  const rankings = goals
    .filter(({ stable }) => stable)
    .flatMap(({ state, concept }) =>
      model.decisionMakers.map(({ id }, maker) => {
        const requirements = requirementsFor(conflict, maker, stateNamed(conflict.space, state), concept);
        return { state, concept, dm: id, requirements, share: shareOfRankings(requirements) };
      }),
    );
  if (asJson) {
    const named = changes.map((edits) =>
      edits.map(({ maker, ...edit }) => ({ dm: model.decisionMakers[maker]!.id, ...edit })),
    );
    writeOutput(json({ schema: 'firstmove/make/1', goals, changes: named, rankings }));
    return;
  }
  const name = (state: number) => stateName(conflict.space, state);
  writeOutput(
    [
      changesText(model, goals, changes, CHANGES_AT_MOST),
      ...rankings.map(({ state, concept, dm, requirements, share }) => {
        const rules = requirements.map(({ noneBetter }) =>
          noneBetter.map((set) => set.map(name).join(' and ')).join(' or '),
        );
        const part = share === undefined ? '' : ` (${(100 * share).toFixed(1)} % of its strict rankings)`;
        return requirements.length === 0
          ? `${dm} finds ${state} stable by ${concept.toUpperCase()} whatever it prefers.`
          : `${dm} finds ${state} stable by ${concept.toUpperCase()}${part} where it holds no better: ${rules.join('; and ')}.`;
      }),
    ].join('\n'),
  );
}

/** The equilibria of a large conflict: how many, and the first of them. */
function countsText(conflict: Conflict, verdicts: Verdicts): string {
  const lines = [...verdicts].map(([concept, stable]) => {
    const all = equilibriumOf(stable);
    const first: string[] = [];
    let count = 0;
    for (let state = 0; state < all.length; state++) {
      if (!all[state]) continue;
      count += 1;
      if (first.length < 5) first.push(`${stateName(conflict.space, state)} (${state + 1})`);
    }
    return `  ${conceptName(concept)}: ${count}${count === 0 ? '' : `, the first ${first.join(', ')}`}`;
  });
  return [`Feasible states: ${conflict.space.count}`, 'Equilibria', ...lines].join('\n');
}

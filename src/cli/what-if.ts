import { Command } from 'commander';
import {
  type Difference,
  type Supposition,
  SuppositionError,
  type SuppositionText,
  suppositionFrom,
  whatIf,
} from '../analysis/index.ts';
import type { Model } from '../model/index.ts';
import { conceptName } from './analysis-text.ts';
import { json, writeOutput } from './output.ts';
import { readModel, refusing } from './read-model.ts';
import { UsageError } from './usage-error.ts';

const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

export function whatIfCommand(): Command {
  return new Command('what-if')
    .summary('suppose something of a stand-off and see the difference')
    .description(
      'Sets options as taken or not, drops or adds positions, and shows what would change: what follows by the positions, equilibria, deadlocks, who waits for whom, first moves.',
    )
    .argument('<model>', 'a model: .yaml, .gmcr, or - for YAML from standard input')
    .option('--set <option=Y|N>', 'an option is taken, or not, at the status quo; may be repeated', collect)
    .option('--drop <position>', 'a position, by its id, is no longer held; may be repeated', collect)
    .option(
      '--add <holder: formula>',
      'a new position, as "RUS: RUS.test if USA.test" or "RUS demand: USA.talk"; may be repeated',
      collect,
    )
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  firstmove model story.txt --out standoff.yaml\n  firstmove what-if standoff.yaml --set USA.engage=Y\n  firstmove what-if standoff.yaml --drop p3 --add "RUS: RUS.engage"',
    )
    .action((path: string, options: SuppositionText & { json?: boolean }) => {
      const model = readModel(path);
      const supposition = suppositionOf(model, options);
      const difference = refusing(path, () => whatIf(model, supposition));
      writeOutput(
        options.json
          ? json({ schema: 'firstmove/what-if/1', ...difference })
          : differenceText(model, supposition, difference),
      );
    });
}

function suppositionOf(model: Model, text: SuppositionText): Supposition {
  if ([text.set, text.drop, text.add].every((part = []) => part.length === 0))
    throw new UsageError(
      'nothing is supposed; give --set OPTION=Y, --drop POSITION or --add "HOLDER: FORMULA"',
    );
  try {
    return suppositionFrom(text, {
      options: model.options.map(({ id }) => id),
      positions: model.positions.map(({ id }) => id),
      holders: model.decisionMakers.map(({ id }) => id),
    });
  } catch (error) {
    if (error instanceof SuppositionError) throw new UsageError(`--${error.part}: ${error.message}`);
    throw error;
  }
}

/** The difference for a person at a terminal. */
function differenceText(
  model: Model,
  { set = {}, drop = [], add = [] }: Supposition,
  difference: Difference,
): string {
  const supposing = [
    ...Object.entries(set).map(([option, yes]) => `${option} is ${yes ? 'taken' : 'not taken'}`),
    ...drop.map((id) => `${id} is dropped`),
    ...add.map(({ holder, id }) => `${holder} holds ${id}`),
  ];
  const changes = (what: string, { gone, fresh }: Difference['waits']): readonly string[] => [
    ...gone.map((line) => `  no longer ${what}: ${line}`),
    ...fresh.map((line) => `  now ${what}: ${line}`),
  ];
  const { before, after, follows, equilibria } = difference;
  const statusQuo = (analysis: Difference['before']) =>
    analysis.statusQuo === undefined ? 'infeasible' : analysis.states[analysis.statusQuo]!;
  const lines = [
    ...(statusQuo(before) === statusQuo(after)
      ? []
      : [`  status quo: ${statusQuo(before)} becomes ${statusQuo(after)}`]),
    ...follows.map(
      ({ option, positions, after: triggers }) =>
        `  then by the positions: ${option} (${positions.join(', ')}${triggers.length > 0 ? `, after ${triggers.join(' and ')}` : ''})`,
    ),
    ...changes('a deadlock', difference.deadlocks),
    ...changes('waiting', difference.waits),
    ...changes('a first move for', difference.firstMoves),
    ...Object.entries(equilibria).flatMap(([concept, { lost, gained }]) => [
      ...(lost.length > 0 ? [`  no longer equilibria, ${conceptName(concept)}: ${lost.join(', ')}`] : []),
      ...(gained.length > 0 ? [`  now equilibria, ${conceptName(concept)}: ${gained.join(', ')}`] : []),
    ]),
  ];
  return [
    `Letters stand for: ${model.options.map(({ id }) => id).join(', ')}`,
    `Suppose ${supposing.join('; ')}:`,
    ...(lines.length > 0 ? lines : ['  nothing changes']),
  ].join('\n');
}

import { Command } from 'commander';
import { type Analysis, analyse } from '../analysis/index.ts';
import { ModelError, modelFromYaml } from '../model/index.ts';
import { json, writeOutput } from './output.ts';
import { readText } from './read-input.ts';
import { UsageError } from './usage-error.ts';

function inText({
  decisionMakers,
  options,
  states,
  statusQuo,
  equilibria,
  waits,
  deadlocks,
  firstMoves,
}: Analysis): string {
  const named = (state: number) =>
    `${state + 1} ${states[state]}${state === statusQuo ? ' (status quo)' : ''}`;
  const list = (indices: readonly number[]) =>
    indices.length === 0 ? 'none' : indices.map(named).join(', ');
  return [
    `Options, in the order of the letters: ${options.map(({ id }) => id).join(', ')}`,
    `Feasible states: ${states.length}`,
    ...decisionMakers.map(
      ({ name, preferences }) =>
        `${name} prefers, most important first: ${preferences.join('; ') || 'nothing stated'}`,
    ),
    `Nash equilibria: ${list(equilibria.nash)}`,
    `Sequential equilibria: ${list(equilibria.seq)}`,
    ...waits.map(({ option, for: other }) => `${option} waits for ${other.option}`),
    ...deadlocks.map((ring) => `Deadlock: ${ring.join(' → ')} → ${ring[0]}`),
    ...firstMoves.map(
      ({ outcome, moves, unlocks }) =>
        `First move for ${outcome}: ${moves.join(' and ')}; then ${unlocks.join(', ')}`,
    ),
  ].join('\n');
}

export function analyseCommand(): Command {
  return new Command('analyse')
    .summary('analyse a conflict model')
    .description(
      'Computes which states of a conflict model are stable, who waits for whom, and which first moves unlock what.',
    )
    .argument('<model>', 'a model in YAML, or - for standard input')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  firstmove analyse catalog/prisoners-dilemma.yaml\n  firstmove model story.txt | firstmove analyse - --json',
    )
    .action((path: string, options: { json?: boolean }) => {
      const text = readText(path);
      let analysis: Analysis;
      try {
        analysis = analyse(modelFromYaml(text, path === '-' ? 'standard input' : path));
      } catch (error) {
        if (error instanceof ModelError) throw new UsageError(error.message);
        if (error instanceof RangeError) throw new UsageError(`${path}: ${error.message}`);
        throw error;
      }
      writeOutput(options.json ? json({ schema: 'firstmove/analyse/1', ...analysis }) : inText(analysis));
    });
}

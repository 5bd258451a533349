import { Command } from 'commander';
import { type ModelFormat, modelAs } from '../analysis/index.ts';
import { readYaml } from '../model/index.ts';
import { writeOutput } from './output.ts';
import { readText } from './read-input.ts';
import { readModel, refusing } from './read-model.ts';
import { UsageError } from './usage-error.ts';

const KINDS = ['.yaml', '.yml', '.gmcr', '.nfg', '.csv', '.graphml'] as const;

export function convertCommand(): Command {
  return new Command('convert')
    .summary('write a conflict model in another format')
    .description(
      'Reads a model (.yaml, .gmcr) and writes it by the ending of the second name: .yaml, .gmcr (GMCR+), .nfg (Gambit), .csv (states and ranks) or .graphml (the graph of moves). What a format cannot carry is said on standard error. YAML to YAML keeps the comments.',
    )
    .argument('<in>', 'a model: .yaml or .gmcr, or - for YAML from standard input')
    .argument('<out>', 'the file to write')
    .addHelpText(
      'after',
      '\nExamples:\n  firstmove convert catalog/chicken.yaml chicken.gmcr\n  firstmove convert old.gmcr new.yaml\n  firstmove convert catalog/chicken.yaml chicken.graphml',
    )
    .action((from: string, to: string) => {
      const kind = KINDS.find((ending) => to.toLowerCase().endsWith(ending));
      if (kind === undefined)
        throw new UsageError(
          `${to}: the ending tells no format; name a file that ends in ${KINDS.join(', ')}`,
        );
      const { text, notes } = refusing(from, () => converted(from, kind));
      if (text === undefined) throw new UsageError(`${from}: ${notes.join('; ')}`);
      for (const note of notes) console.error(`firstmove: ${to}: ${note}`);
      writeOutput(text, to);
    });
}

function converted(
  from: string,
  kind: (typeof KINDS)[number],
): { readonly text?: string; readonly notes: readonly string[] } {
  if ((kind === '.yaml' || kind === '.yml') && !from.endsWith('.gmcr')) {
    const { document } = readYaml(readText(from), from === '-' ? 'standard input' : from);
    return { text: document.toString({ lineWidth: 110 }), notes: [] };
  }
  return modelAs(readModel(from), kind === '.yml' ? 'yaml' : (kind.slice(1) as ModelFormat));
}

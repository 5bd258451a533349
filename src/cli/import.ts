import { Command } from 'commander';
import { openDesk } from '../store/open-desk.ts';
import { LineRefusal } from '../store/refusal.ts';
import { deskOptions, deskPlace } from './desk-place.ts';
import { bytesOfFile, linesIn } from './file-lines.ts';
import { UsageError } from './usage-error.ts';

interface ImportOptions {
  readonly data?: string;
  readonly database?: string;
}

export function importCommand(): Command {
  const command = new Command('import')
    .summary('bring an export onto the desk')
    .description(
      'Reads what firstmove export wrote and adds it to the desk, all or nothing. What is there already stays as it is, so that a backup can be read in again and two desks can be brought together.',
    )
    .argument('<file>', 'an export, or - for standard input')
    .addHelpText(
      'after',
      '\nExamples:\n  firstmove import desk.jsonl\n  gunzip -c desk.jsonl.gz | firstmove import - --data ./restored',
    )
    .action(importFile);
  for (const option of deskOptions()) command.addOption(option);
  return command;
}

async function importFile(file: string, place: ImportOptions): Promise<void> {
  const name = file === '-' ? 'standard input' : file;
  const lines = linesIn(await bytesOfFile(file), name);
  const desk = await openDesk(deskPlace(place), {
    say: (sentence) => console.error(`firstmove: ${sentence}`),
  });
  try {
    const added = await desk.import(lines);
    console.error(`firstmove: ${name}: ${added} new ${added === 1 ? 'statement' : 'statements'}`);
  } catch (error) {
    if (error instanceof LineRefusal) throw new UsageError(`${name}:${error.line}: ${error.message}`);
    throw error;
  } finally {
    await desk.close();
  }
}

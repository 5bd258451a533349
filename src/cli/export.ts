import { once } from 'node:events';
import { createWriteStream, renameSync, rmSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import { Command } from 'commander';
import { openDesk } from '../store/open-desk.ts';
import { deskOptions, deskPlace } from './desk-place.ts';
import { UsageError } from './usage-error.ts';

interface ExportOptions {
  readonly data?: string;
  readonly database?: string;
  readonly out?: string;
}

export function exportCommand(): Command {
  const command = new Command('export')
    .summary('write everything on the desk as JSON lines')
    .description(
      'Writes all that was ever recorded on the desk, one statement a line, in the order of recording. The same desk gives the same bytes, on every engine. firstmove import reads it back.',
    )
    .option('--out <file>', 'write to a file instead of standard output')
    .addHelpText(
      'after',
      '\nExamples:\n  firstmove export --out desk.jsonl\n  firstmove export --data ./desk | gzip > desk.jsonl.gz\n  firstmove export --data ./desk --out desk.jsonl && firstmove import desk.jsonl --database postgres://localhost/desk',
    )
    .action(exportDesk);
  for (const option of deskOptions()) command.addOption(option);
  return command;
}

async function exportDesk({ out, ...place }: ExportOptions): Promise<void> {
  const desk = await openDesk(deskPlace(place), {
    create: false,
    say: (sentence) => console.error(`firstmove: ${sentence}`),
  });
  try {
    if (out === undefined) await writeLines(desk.export(), process.stdout);
    else await writeFile(desk.export(), out);
  } finally {
    await desk.close();
  }
}

async function writeLines(lines: AsyncIterable<string>, stream: NodeJS.WritableStream): Promise<void> {
  for await (const line of lines) if (!stream.write(`${line}\n`)) await once(stream, 'drain');
}

/** Whole and at once, so that a failure leaves no half-written file behind. */
async function writeFile(lines: AsyncIterable<string>, file: string): Promise<void> {
  const draft = `${file}.${process.pid}.part`;
  const stream = createWriteStream(draft, { flush: true });
  const done = finished(stream);
  try {
    await Promise.race([writeLines(lines, stream), done]);
    stream.end();
    await done;
    renameSync(draft, file);
  } catch (error) {
    stream.destroy();
    rmSync(draft, { force: true });
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (syscall === undefined) throw error;
    throw new UsageError(`${file}: it cannot be written (${code}); check the folder and its permissions`);
  }
}

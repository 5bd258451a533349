#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { DeskLocked, DeskRefusal } from '../store/refusal.ts';
import { StandoffUnreadable } from '../store/standoff-unreadable.ts';
import { commandsFor } from './commands.ts';
import { EXIT } from './exit-codes.ts';
import { UsageError } from './usage-error.ts';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

const program = new Command('firstmove')
  .description(
    'Who must move first? Reads a stand-off between states from reports, checks what is checkable against a cited ledger, and computes which first move would unlock it.',
  )
  .version(version)
  .showHelpAfterError('(firstmove --help lists the commands; firstmove COMMAND --help shows examples)')
  .addHelpText(
    'after',
    '\nExit codes: 0 done, 1 failed, 2 wrong usage or unreadable input, 4 the desk is locked.',
  );
for (const command of await commandsFor(process.argv[2])) program.addCommand(command);
for (const command of [program, ...program.commands]) command.exitOverride();

// A reader that closes early (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.done);
  throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.usage;
  else if (
    error instanceof UsageError ||
    error instanceof StandoffUnreadable ||
    error instanceof DeskRefusal
  ) {
    console.error(`firstmove: ${error.message}`);
    process.exitCode = EXIT.usage;
  } else if (error instanceof DeskLocked) {
    console.error(`firstmove: ${error.message}`);
    process.exitCode = EXIT.locked;
  } else {
    console.error(
      `firstmove: ${error instanceof Error ? error.message : String(error)}; this is a fault of firstmove, please report it with the input`,
    );
    process.exitCode = EXIT.failed;
  }
}

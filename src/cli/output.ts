import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { UsageError } from './usage-error.ts';

/** Writes to standard output, or whole and at once to a file, so that a failure leaves no half-written one behind. */
export function writeOutput(text: string, file?: string): void {
  const whole = text.endsWith('\n') ? text : `${text}\n`;
  if (file === undefined) {
    process.stdout.write(whole);
    return;
  }
  const draft = `${file}.${process.pid}.part`;
  try {
    writeFileSync(draft, whole);
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
    throw new UsageError(`${file}: it cannot be written (${code}); check the folder and its permissions`);
  }
}

/** JSON as the commands print it: two spaces, one value a line. */
export const json = (value: unknown): string => JSON.stringify(value, null, 2);

/** Whether colour may be used on standard output: a terminal, and NO_COLOR not set (no-color.org). */
export const inColour = (): boolean => process.stdout.isTTY === true && !process.env.NO_COLOR;

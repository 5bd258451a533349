import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const cli = join(root, 'dist/cli/main.js');
export const casesFolder = join(root, 'tests/cases');

/** Documents whose commands are run as cases too, so that they cannot drift from what the tool does. */
const DOCUMENTS = ['../../docs/evidence.md'];

/** The literate cases: Markdown files that hold reports, commands and the whole output of each. */
export function caseFiles(): readonly string[] {
  const cases = ['good', 'bad'].flatMap((kind) =>
    readdirSync(join(casesFolder, kind))
      .filter((name) => name.endsWith('.md'))
      .sort()
      .map((name) => join(kind, name)),
  );
  return [...cases, ...DOCUMENTS];
}

/** Runs one command line of a case in its folder and gives back what a terminal would show. */
function shown(command: string, cwd: string): string {
  const words = command.match(/"[^"]*"|\S+/g)!.map((word) => word.replace(/^"|"$/g, ''));
  // What ships with the tool is named as in the repository.
  const inBox = (word: string) => (/^(standoffs|catalog)\//.test(word) ? join(root, word) : word);
  // A script of bench/ is named as in the repository; everything else is the command line.
  const [program, ...args] =
    words[0] === 'node' ? [join(root, words[1]!), ...words.slice(2)] : [cli, ...words.slice(1).map(inBox)];
  const result = spawnSync(process.execPath, [program, ...args], {
    cwd,
    encoding: 'utf8',
    input: '',
    env: { ...process.env, NO_COLOR: '1', COLUMNS: '100' },
  });
  const exit = result.status === 0 ? '' : `(exit ${result.status})\n`;
  return `${result.stdout}${result.stderr}${exit}`;
}

/**
 * Writes the files of a case into a folder, runs its commands, and returns the case with the output that they gave. A
 * file is a fenced block under a heading "File NAME"; commands are lines that begin with "$ firstmove" or "$ node bench/" in
 * a `console` block.
 */
export function runCase(markdown: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'firstmove-case-'));
  try {
    for (const [, name, body] of markdown.matchAll(/^#+ File (\S+)\n+```\w*\n([\s\S]*?)^```$/gm)) {
      writeFileSync(join(folder, name!), body!);
    }
    mkdirSync(join(folder, 'folder'));
    return markdown.replace(/^```console\n([\s\S]*?)^```$/gm, (_, body: string) => {
      const commands = body.split('\n').filter((line) => /^\$ (firstmove|node bench\/)/.test(line));
      const output = commands.map((command) => `${command}\n${shown(command.slice(2), folder)}`);
      return `\`\`\`console\n${output.join('').replace(/\n*$/, '\n')}\`\`\``;
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const readCase = (file: string): string => readFileSync(join(casesFolder, file), 'utf8');
export const writeCase = (file: string, text: string): void => writeFileSync(join(casesFolder, file), text);

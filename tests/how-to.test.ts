import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const page = join(root, 'docs/how-to-add-a-treaty.md');
const rewrite = process.env.REWRITE_CASES === '1';
const folder = mkdtempSync(join(tmpdir(), 'firstmove-how-to-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Follows the page from top to bottom: writes its files, adds its rows, runs its commands, and prints what they gave. */
function follow(markdown: string): string {
  const step =
    /^### (?<kind>File|Add to) (?<name>\S+)\n+```\w+\n(?<body>[\s\S]*?)^```$|^```console\n(?<commands>[\s\S]*?)^```$/gm;
  return markdown.replace(step, (whole, ...rest) => {
    const { kind, name, body, commands } = rest.at(-1) as Record<string, string | undefined>;
    if (commands === undefined) {
      const path = join(folder, 'river', name!);
      mkdirSync(dirname(path), { recursive: true });
      if (kind === 'File') writeFileSync(path, body!);
      else appendFileSync(path, body!);
      return whole;
    }
    const shown = commands
      .split('\n')
      .filter((line) => line.startsWith('$ firstmove'))
      .map((line) => {
        const words = line
          .slice(2)
          .match(/"[^"]*"|\S+/g)!
          .map((word) => word.replace(/^"|"$/g, ''));
        const result = spawnSync(process.execPath, [join(root, 'dist/cli/main.js'), ...words.slice(1)], {
          cwd: folder,
          encoding: 'utf8',
        });
        return `${line}\n${result.stdout}${result.stderr}${result.status === 0 ? '' : `(exit ${result.status})\n`}`;
      });
    return `\`\`\`console\n${shown.join('')}\`\`\``;
  });
}

describe('docs/how-to-add-a-treaty.md', () => {
  it('gives what it shows, step by step', () => {
    const written = readFileSync(page, 'utf8');
    const followed = follow(written);
    if (rewrite) writeFileSync(page, followed);
    else expect(followed).toBe(written);
  });
});

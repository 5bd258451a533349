import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const cli = resolve(import.meta.dirname, '../dist/cli/main.js');
const scriptFor = (shell: string): string =>
  spawnSync(process.execPath, [cli, 'completion', shell], { encoding: 'utf8' }).stdout;

/** What bash offers for the words of a command line, the last of them unfinished. */
function offered(script: string, words: readonly string[]): readonly string[] {
  const line = `${script}
COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _firstmove; printf '%s\\n' "\${COMPREPLY[@]}"`;
  return spawnSync('bash', ['-c', line], { encoding: 'utf8', cwd: resolve(import.meta.dirname, '..') })
    .stdout.split('\n')
    .filter((word) => word !== '');
}

describe('completion', () => {
  it('offers commands, options, choices and files to bash', () => {
    const script = scriptFor('bash');
    expect(offered(script, ['firstmove', 'an'])).toEqual(['analyse']);
    expect(offered(script, ['firstmove', 'brief', '--for'])).toEqual(['--format']);
    expect(offered(script, ['firstmove', 'brief', '--format', 'json'])).toEqual(['json', 'jsonld']);
    expect(offered(script, ['firstmove', 'brief', 'packa'])).toEqual(['package-lock.json', 'package.json']);
  });

  it.each([
    ['zsh', /brief:turn reports into a cited brief/],
    ['fish', /-n '__fish_seen_subcommand_from brief' -l format .* -x -a 'text md html json jsonld'/],
  ])('knows every command and option for %s', (shell, words) => {
    const script = scriptFor(shell);
    expect(script).toMatch(words);
    for (const command of ['check', 'analyse', 'screen', 'serve', 'completion'])
      expect(script).toContain(command);
    const parsed = spawnSync(shell, ['-n'], { input: script, encoding: 'utf8' });
    // Where the shell is installed, it reads the script without complaint.
    if (parsed.error === undefined) expect(parsed.stderr).toBe('');
  });

  it('names the shells that it knows', () => {
    const { status, stderr } = spawnSync(process.execPath, [cli, 'completion', 'tcsh'], { encoding: 'utf8' });
    expect(status).toBe(2);
    expect(stderr).toContain('bash, zsh, fish');
  });
});

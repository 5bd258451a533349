import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const cli = join(root, 'dist/cli/main.js');
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'firstmove-drawings-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (args: readonly string[], input = '') =>
  spawnSync(process.execPath, [cli, ...args], { cwd: folder, encoding: 'utf8', input });

describe('analyse draws', () => {
  it('the three figures of a model', () => {
    const model = join(root, 'catalog/chicken.yaml');
    const files = ['--waits-graph', 'w.svg', '--evolution-path', 'e.svg', '--outcome-strip', 'o.svg'];
    const { status, stderr } = run(['analyse', model, ...files]);
    expect([status, stderr]).toEqual([0, '']);
    const drawn = (name: string) => readFileSync(join(folder, name), 'utf8');
    expect(drawn('w.svg')).toContain('nobody waits for anybody');
    expect(drawn('e.svg')).toContain('>State 1 · status quo<');
    expect(drawn('o.svg')).toContain('Stable states, option by option');
  });

  it('who waits for whom by the words of a report', () => {
    const report = join(root, 'standoffs/nuclear-testing/reports/sample.txt');
    const yaml = run(['model', report]).stdout;
    expect(run(['analyse', '-', '--waits-graph', 'words.svg'], yaml).status).toBe(0);
    expect(readFileSync(join(folder, 'words.svg'), 'utf8')).toContain('>iff USA.engage<');
  });

  it('no path without a state to start from, and says what to give', () => {
    const model = 'decisionMakers: [{ id: A, options: [{ id: a }], preferences: [a] }]';
    const { status, stderr } = run(['analyse', '-', '--evolution-path', 'none.svg'], model);
    expect(status).toBe(2);
    expect(stderr).toContain('give the model a statusQuo, or --from STATE');
    expect(existsSync(join(folder, 'none.svg'))).toBe(false);
  });

  it('nothing of a model with too many states', () => {
    const options = Array.from({ length: 17 }, (_, i) => `{ id: a${i} }`).join(', ');
    const model = `decisionMakers: [{ id: A, options: [${options}], preferences: [a0] }]`;
    const { status, stderr } = run(['analyse', '-', '--outcome-strip', 'many.svg'], model);
    expect(status).toBe(2);
    expect(stderr).toContain('131072 states are too many to draw; leave out --outcome-strip');
  });
});

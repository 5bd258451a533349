import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const root = resolve(import.meta.dirname, '..');
const schemaOf = (name: string) =>
  z.fromJSONSchema(JSON.parse(readFileSync(resolve(root, `docs/schema/${name}.json`), 'utf8')));
const printed = (args: readonly string[]) =>
  JSON.parse(
    spawnSync(process.execPath, [resolve(root, 'dist/cli/main.js'), ...args, '--json'], {
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    }).stdout,
  );

describe('what the ledger commands print is as their published schemas say', () => {
  it.each([
    ['check', 'The CTBT has 185 signatures and 170 ratifications.', '--as-of', '2026-08-22'],
    ['check', 'Nonsense about nothing.', '--known-by', '2026-01-01'],
    ['status', 'ctbt', '--state', 'RUS'],
    ['status', 'new-start', '--as-of', '2026-02-04', '--state', 'RUS'],
    ['tests', '--state', 'PRK'],
    ['tests', '--state', 'ISR'],
    ['timeline', '--actor', 'RUS'],
  ])('%s %s', (command, ...args) => {
    const output = printed([command, ...args]);
    expect(schemaOf(command).parse(output)).toEqual(output);
    expect(() => schemaOf(command).parse({ ...output, schema: 'other' })).toThrow();
  });
});

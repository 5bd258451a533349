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
    spawnSync(process.execPath, [resolve(root, 'dist/cli/main.js'), ...args], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    }).stdout,
  );

const REPORTS = 'standoffs/nuclear-testing/reports';

describe('what the commands print of reports is as their published schemas say', () => {
  it.each([
    ['claims', ['claims', `${REPORTS}/questions-and-answers.txt`, `${REPORTS}/wire-story.txt`, '--json']],
    ['plover', ['claims', `${REPORTS}/analysis.txt`, '--format', 'plover']],
    ['brief', ['brief', `${REPORTS}/analysis.txt`, `${REPORTS}/sample.txt`, '--json']],
    ['brief', ['brief', `${REPORTS}/wire-story.txt`, '--record', '--known-by', '2026-01-01', '--json']],
    ['replay', ['replay', '--from', '2023-01-01', '--json']],
    ['what-if', ['what-if', `${REPORTS}/sample.txt`, '--fact', 'Russia tested on 1 June 2026', '--json']],
    ['what-if', ['what-if', 'catalog/prisoners-dilemma.yaml', '--set', 'A.defect=Y', '--json']],
  ])('%s: %s', (name, args) => {
    const output = printed(args);
    const schema = schemaOf(name);
    expect(schema.parse(output)).toEqual(output);
    expect(() => schema.parse({ ...output, schema: 'other' })).toThrow();
    expect(() => schema.parse({ ...output, unheardOf: 1 })).toThrow();
  });
});

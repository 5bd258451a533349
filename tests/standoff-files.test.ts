import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { boxFolder, readStandoffFiles } from '../src/store/standoff-files.ts';
import { parsedYaml } from '../src/tables/index.ts';

const standoffs = dirname(boxFolder);

describe('the files of a stand-off', () => {
  it.each(readdirSync(standoffs))('say in %s what their YAML says, however the build wrote them', (name) => {
    const files = readStandoffFiles(join(standoffs, name));
    const written = [...files].filter(([file]) => file.endsWith('.yaml'));
    expect(written.length).toBeGreaterThan(3);
    for (const [file, text] of written)
      expect(parsedYaml(new Map([[file, text]]), file), file).toEqual(
        parse(readFileSync(join(standoffs, name, file), 'utf8')),
      );
  });

  it('are read from the folder itself once they were changed after the build', () => {
    const path = join(boxFolder, 'lexicon/titles.yaml');
    const { atime, mtime } = statSync(path);
    utimesSync(path, atime, new Date(Date.now() + 60_000));
    try {
      expect(readStandoffFiles(boxFolder).get('lexicon/titles.yaml')).toBe(readFileSync(path, 'utf8'));
    } finally {
      utimesSync(path, atime, mtime);
    }
  });

  it('may be any folder', () => {
    const folder = mkdtempSync(join(tmpdir(), 'standoff-'));
    try {
      writeFileSync(join(folder, 'ledger.yaml'), '{ a: 1, b: [x, y] } # braces, and yet no JSON\n');
      expect(parsedYaml(readStandoffFiles(folder), 'ledger.yaml')).toEqual({ a: 1, b: ['x', 'y'] });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('say nothing where they are empty or absent', () => {
    const files = new Map([
      ['empty.yaml', ''],
      ['comment.yaml', '# a comment'],
    ]);
    for (const name of ['absent.yaml', ...files.keys()]) expect(parsedYaml(files, name)).toBeUndefined();
  });
});

// Writes the YAML files of the stand-offs that ship as JSON under dist/standoffs, since YAML takes longer to read than a
// whole report: `src/store/standoff-files.ts` takes the JSON where it is no older than the file.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parse } from 'yaml';
import { root } from './setup.mjs';

const [from, to] = [join(root, 'standoffs'), join(root, 'dist/standoffs')];
for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !entry.name.endsWith('.yaml')) continue;
  const path = join(entry.parentPath, entry.name);
  const made = join(to, `${relative(from, path)}.json`);
  mkdirSync(dirname(made), { recursive: true });
  writeFileSync(made, JSON.stringify(parse(readFileSync(path, 'utf8'))));
}

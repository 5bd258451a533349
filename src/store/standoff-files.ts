import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The stand-offs that ship with the project, and what the build made of their YAML files (`scripts/compile-standoffs.mjs`). */
const shipped = fileURLToPath(new URL('../../standoffs', import.meta.url));
const compiled = fileURLToPath(new URL('../../dist/standoffs', import.meta.url));

/** The stand-off that the tool reads where no other is named. */
export const boxFolder = join(shipped, 'nuclear-testing');

/** A file's text, or the same as JSON where the build made it after the file was last changed. */
export function textOf(path: string): string {
  const within = relative(shipped, path);
  if (path.endsWith('.yaml') && !within.startsWith('..')) {
    const made = join(compiled, `${within}.json`);
    const since = statSync(made, { throwIfNoEntry: false })?.mtimeMs ?? -1;
    if (since >= statSync(path).mtimeMs) return readFileSync(made, 'utf8');
  }
  return readFileSync(path, 'utf8');
}

/** The rows and words of a stand-off by file name (`tests.csv`, `lexicon/acts.yaml`), as the stages take them. */
export function readStandoffFiles(folder: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(csv|yaml)$/.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(relative(folder, path).split(sep).join('/'), textOf(path));
  }
  return files;
}

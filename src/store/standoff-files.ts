import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The stand-off that ships with the project. */
export const boxFolder = fileURLToPath(new URL('../../standoffs/nuclear-testing', import.meta.url));

/** The rows and words of a stand-off by file name (`tests.csv`, `lexicon/acts.yaml`), as the stages take them. */
export function readStandoffFiles(folder: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(csv|yaml)$/.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(relative(folder, path).split(sep).join('/'), readFileSync(path, 'utf8'));
  }
  return files;
}

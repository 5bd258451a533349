import { mkdirSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join, normalize, sep } from 'node:path';

const BLOCK = 512;

const textAt = (header: Buffer, start: number, length: number): string => {
  const field = header.subarray(start, start + length);
  const end = field.indexOf(0);
  return field.toString('utf8', 0, end < 0 ? length : end);
};

/** Files that are brought to the disk at once: together they take little longer than one. */
const SYNCED_AT_ONCE = 32;

async function sync(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/**
 * Writes the files and folders of a tar archive (POSIX.1-1988 "ustar", as PGlite makes them) below a folder, for its owner
 * alone. All of them are on the disk when it resolves.
 */
export async function untar(archive: Buffer, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const files: string[] = [];
  for (let at = 0; at + BLOCK <= archive.length; ) {
    const header = archive.subarray(at, at + BLOCK);
    if (header[0] === 0) break;
    const size = Number.parseInt(textAt(header, 124, 12).trim() || '0', 8);
    const name = join(textAt(header, 345, 155), textAt(header, 0, 100));
    const path = join(folder, name);
    if (!normalize(path).startsWith(normalize(folder) + sep))
      throw new Error(`${name} lies outside the archive`);
    if (textAt(header, 156, 1) === '5') mkdirSync(path, { recursive: true, mode: 0o700 });
    else {
      writeFileSync(path, archive.subarray(at + BLOCK, at + BLOCK + size), { mode: 0o600 });
      files.push(path);
    }
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  for (let at = 0; at < files.length; at += SYNCED_AT_ONCE)
    await Promise.all(files.slice(at, at + SYNCED_AT_ONCE).map(sync));
}

import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, normalize, sep } from 'node:path';

const BLOCK = 512;

const textAt = (header: Buffer, start: number, length: number): string => {
  const field = header.subarray(start, start + length);
  const end = field.indexOf(0);
  return field.toString('utf8', 0, end < 0 ? length : end);
};

/** Writes the files and folders of a tar archive (POSIX.1-1988 "ustar", as PGlite makes them) below a folder. */
export function untar(archive: Buffer, folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (let at = 0; at + BLOCK <= archive.length; ) {
    const header = archive.subarray(at, at + BLOCK);
    if (header[0] === 0) break;
    const size = Number.parseInt(textAt(header, 124, 12).trim() || '0', 8);
    const name = join(textAt(header, 345, 155), textAt(header, 0, 100));
    const path = join(folder, name);
    if (!normalize(path).startsWith(normalize(folder) + sep))
      throw new Error(`${name} lies outside the archive`);
    if (textAt(header, 156, 1) === '5') mkdirSync(path, { recursive: true });
    else {
      writeFileSync(path, archive.subarray(at + BLOCK, at + BLOCK + size));
      chmodSync(path, 0o600);
    }
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
}

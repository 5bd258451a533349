import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
};

export interface PageFile {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * The files of the built page by their address, `/assets/x.js`. They are read once: an address finds one of them or
 * nothing, so that no path leads elsewhere. Empty where the page was not built.
 */
export function pageFiles(folder: string): ReadonlyMap<string, PageFile> {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    return new Map(
      entries
        .filter((entry) => entry.isFile() && extname(entry.name) in TYPES)
        .map((entry): [string, PageFile] => {
          const path = join(entry.parentPath, entry.name);
          return [
            `/${relative(folder, path).split(sep).join('/')}`,
            { type: TYPES[extname(entry.name)]!, bytes: new Uint8Array(readFileSync(path)) },
          ];
        }),
    );
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Map();
    throw error;
  }
}

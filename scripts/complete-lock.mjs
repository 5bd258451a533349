// Adds to package-lock.json the optional packages of other platforms that the registry at hand did not offer, so that
// `npm ci` accepts the file everywhere. npm fetches such an entry only on the platform it names. Run it after a change
// of dependencies.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './setup.mjs';

const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32', 'aix', 'sunos'];
const PROCESSORS = ['arm64', 'arm', 'x64', 'ia32', 'riscv64', 'ppc64', 's390x', 'loong64', 'wasm32'];
const path = join(root, 'package-lock.json');
const lock = JSON.parse(readFileSync(path, 'utf8'));

const named = (words, list) =>
  list.find((word) => words.some((part) => part === word || part.startsWith(`${word}-`)));
for (const [owner, entry] of Object.entries({ ...lock.packages })) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const key = `node_modules/${name}`;
    if (lock.packages[key] !== undefined || lock.packages[`${owner}/${key}`] !== undefined) continue;
    const words = name.split('/').at(-1).split('-');
    const [system, processor] = [named(words, SYSTEMS), named(words, PROCESSORS)];
    if (system === undefined && processor === undefined) {
      console.error(`left out: ${name}, whose name tells no platform`);
      continue;
    }
    lock.packages[key] = {
      version,
      ...(processor ? { cpu: [processor] } : {}),
      ...(entry.dev ? { dev: true } : {}),
      optional: true,
      ...(system ? { os: [system] } : {}),
    };
  }
}
const [rootEntry, ...rest] = Object.entries(lock.packages);
lock.packages = Object.fromEntries([rootEntry, ...rest.sort(([a], [b]) => (a < b ? -1 : 1))]);
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);

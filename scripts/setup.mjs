// Set-up shared by `npm start`, `npm test` and `npm run check`: installs and builds only what has changed.
// Everything it says goes to stderr, so that a command's stdout stays clean.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stampFolder = join(root, '.setup');

/** Runs a program with its output on stderr; ends this process with the program's exit code when it fails. */
export function run(program, args, options = {}) {
  const result = spawnSync(program, args, { cwd: root, stdio: ['ignore', 2, 2], ...options });
  if (result.error) {
    console.error(`firstmove: cannot start ${program}: ${result.error.message}`);
    process.exit(1);
  }
  if (result.status !== 0) process.exit(result.status ?? 1);
}

function filesBelow(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => filesBelow(join(path, entry.name)));
}

function digest(paths) {
  const hash = createHash('sha256').update(process.version);
  for (const file of paths.flatMap((path) => filesBelow(join(root, path)))) {
    hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function onceForEach(name, inputs, output, work) {
  const stamp = join(stampFolder, name);
  const now = digest(inputs);
  if (existsSync(join(root, output)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  rmSync(stamp, { force: true });
  work();
  mkdirSync(stampFolder, { recursive: true });
  writeFileSync(stamp, now);
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(
    `firstmove: Node 20.19 or newer is needed, this is ${process.version}. Install a newer Node and try again.`,
  );
  process.exit(1);
}

/** Installs the pinned packages when package.json or the lock file changed since the last time. */
export function install() {
  requireNode();
  onceForEach('install', ['package.json', 'package-lock.json'], 'node_modules', () => {
    console.error('firstmove: installing packages (once)…');
    run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  });
}

/** Compiles src/ to dist/ when a source or the compiler's settings changed since the last time. */
export function build() {
  onceForEach('build', ['src', 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json'], 'dist', () => {
    console.error('firstmove: building (once)…');
    rmSync(join(root, 'dist'), { recursive: true, force: true });
    run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json']);
    for (const config of ['src/web/vite.config.ts', 'src/cli/vite.config.ts'])
      run(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--config', config]);
  });
  onceForEach('standoffs', ['standoffs', 'scripts/compile-standoffs.mjs'], 'dist/standoffs', () =>
    run(process.execPath, [join(root, 'scripts/compile-standoffs.mjs')]),
  );
  deskTemplate();
}

/** Makes the database that a new desk starts from when its engine changed, and puts it where the store looks for it. */
function deskTemplate() {
  const [made, place] = ['.setup/desk-template.tar.gz', 'dist/store/desk-template.tar.gz'];
  onceForEach('desk-template', ['package-lock.json', 'scripts/desk-template.mjs'], made, () => {
    console.error('firstmove: preparing the desk (once)…');
    mkdirSync(stampFolder, { recursive: true });
    rmSync(join(root, place), { force: true });
    run(process.execPath, [join(root, 'scripts/desk-template.mjs'), join(root, made)]);
  });
  if (existsSync(join(root, place))) return;
  copyFileSync(join(root, made), join(root, `${place}.part`));
  renameSync(join(root, `${place}.part`), join(root, place));
}

// Debian's packages that the tests want; installed only where that needs no asking: as root, with apt.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const MINUTES_AT_MOST = 3;

export const onPath = (program) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));

export const mayInstall = () => process.getuid?.() === 0 && onPath('apt-get');

function apt(...args) {
  return (
    spawnSync('apt-get', ['-y', '-q', ...args], {
      stdio: ['ignore', 'ignore', 'ignore'],
      timeout: MINUTES_AT_MOST * 60_000,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0
  );
}

/** Installs a package, the list of packages brought up to date where that is needed; tells whether it is there now. */
export function installed(name) {
  const install = () =>
    apt('install', '--no-install-recommends', '-o', 'Dpkg::Options::=--force-confold', name);
  return install() || (apt('update') && install());
}

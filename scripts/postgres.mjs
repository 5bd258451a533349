// Installs PostgreSQL for the tests of the desk where it is missing and can be had: as root, by apt. Its own server is not
// started: the tests start one of theirs in a temporary folder. Where it cannot be had, those tests are skipped and say so.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const MINUTES_AT_MOST = 3;

const onPath = (program) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));

/** Whether programs of a server are there; the tests look whether they are new enough. */
const isInstalled = () =>
  onPath('initdb') || (existsSync('/usr/lib/postgresql') && readdirSync('/usr/lib/postgresql').length > 0);

function apt(...args) {
  return (
    spawnSync('apt-get', ['-y', '-q', ...args], {
      stdio: ['ignore', 'ignore', 'ignore'],
      timeout: MINUTES_AT_MOST * 60_000,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0
  );
}

export function installPostgres() {
  if (isInstalled() || process.getuid?.() !== 0 || !onPath('apt-get')) return;
  console.error('firstmove: installing PostgreSQL for the tests (once)…');
  // Debian would make and start a server of its own.
  const settings = '/etc/postgresql-common/createcluster.conf';
  if (!existsSync(settings)) {
    mkdirSync('/etc/postgresql-common', { recursive: true });
    writeFileSync(settings, 'create_main_cluster = false\n');
  }
  const install = () =>
    apt('install', '--no-install-recommends', '-o', 'Dpkg::Options::=--force-confold', 'postgresql');
  if (!install() && !(apt('update') && install()))
    console.error(
      'firstmove: PostgreSQL cannot be installed; the desk is tested on its embedded database alone',
    );
}

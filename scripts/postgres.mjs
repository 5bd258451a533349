// Installs PostgreSQL for the tests of the desk where it is missing and can be had: as root, by apt. Its own server is not
// started: the tests start one of theirs in a temporary folder. Where it cannot be had, those tests are skipped and say so.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { installed, mayInstall, onPath } from './apt.mjs';

/** Whether programs of a server are there; the tests look whether they are new enough. */
const isInstalled = () =>
  onPath('initdb') || (existsSync('/usr/lib/postgresql') && readdirSync('/usr/lib/postgresql').length > 0);

export function installPostgres() {
  if (isInstalled() || !mayInstall()) return;
  console.error('firstmove: installing PostgreSQL for the tests (once)…');
  // Debian would make and start a server of its own.
  const settings = '/etc/postgresql-common/createcluster.conf';
  if (!existsSync(settings)) {
    mkdirSync('/etc/postgresql-common', { recursive: true });
    writeFileSync(settings, 'create_main_cluster = false\n');
  }
  if (!installed('postgresql'))
    console.error(
      'firstmove: PostgreSQL cannot be installed; the desk is tested on its embedded database alone',
    );
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DeskPlace } from '../src/store/desk.ts';
import { startPostgres } from './postgres-server.ts';

/** The engines that this computer has, each giving new, empty places for desks. */
export async function engines() {
  const folder = mkdtempSync(join(tmpdir(), 'firstmove-desk-'));
  const postgres = await startPostgres();
  if (postgres === undefined)
    console.warn('skipped: no PostgreSQL 15 or newer is installed, so the desk is tested on PGlite alone');
  let folders = 0;
  return {
    folder,
    hasPostgres: postgres !== undefined,
    async place(engine: 'PGlite' | 'PostgreSQL'): Promise<DeskPlace> {
      folders += 1;
      return engine === 'PGlite'
        ? { data: join(folder, `desk-${folders}`) }
        : { database: await postgres!.newDatabase() };
    },
    async stop() {
      await postgres?.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

import { readFileSync } from 'node:fs';
import type { SeismicTables } from '../seismic/tables.ts';
import { tablesFromFiles } from '../seismic/tables-from-files.ts';

/** The folder of a stand-off's seismic tables in the box that the program came in. */
const BOX = new URL('../../standoffs/nuclear-testing/seismic/', import.meta.url);

/** Reads the tables that screening rests on from the box. */
export function seismicTables(folder: URL = BOX): SeismicTables {
  return tablesFromFiles((name) => readFileSync(new URL(name, folder), 'utf8'));
}

import { readFileSync } from 'node:fs';
import type { SeismicTables, TestSite } from '../seismic/tables.ts';

/** The folder of a stand-off's seismic tables in the box that the program came in. */
const BOX = new URL('../../standoffs/nuclear-testing/seismic/', import.meta.url);

/** Reads the tables that screening rests on from the box. */
export function seismicTables(folder: URL = BOX): SeismicTables {
  const read = (name: string): never => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as never;
  return {
    sites: (read('sites.json') as { sites: readonly TestSite[] }).sites,
    relations: read('relations.json'),
    coupling: read('coupling.json'),
    thresholds: read('thresholds.json'),
    screening: read('screening.json'),
    seismicity: read('seismicity.json'),
    land: read('land.json'),
  };
}

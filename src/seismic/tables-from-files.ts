import type { SeismicTables, TestSite } from './tables.ts';

/**
 * The tables that screening rests on, from the texts of a stand-off's `seismic/*.json`; `read` gives the text of a file
 * by its name.
 */
export function tablesFromFiles(read: (name: string) => string): SeismicTables {
  const table = (name: string): never => JSON.parse(read(name)) as never;
  return {
    sites: (table('sites.json') as { readonly sites: readonly TestSite[] }).sites,
    relations: table('relations.json'),
    coupling: table('coupling.json'),
    thresholds: table('thresholds.json'),
    screening: table('screening.json'),
    seismicity: table('seismicity.json'),
    land: table('land.json'),
  };
}

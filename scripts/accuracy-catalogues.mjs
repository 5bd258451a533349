// Makes bench/catalogues/, the tables that bench/seismic-accuracy.mjs measures on, from the gathered catalogues.
//
//   node scripts/accuracy-catalogues.mjs FOLDER
//
// FOLDER holds nuclear_tests.csv, nuclear_explosions_oklahoma.csv and seismic/earthquakes_*.csv. Only columns that the
// measures need are kept, rows are never changed; underground explosions without mb are left out.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { root } from './setup.mjs';

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('usage: node scripts/accuracy-catalogues.mjs FOLDER');
  process.exit(2);
}
const out = join(root, 'bench/catalogues');
mkdirSync(out, { recursive: true });
const read = (name) => parse(readFileSync(join(folder, name), 'utf8'), { columns: true });
const cell = (value) => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
const counts = [];

function write(name, columns, rows, source) {
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))];
  writeFileSync(
    join(out, `${name}.csv`),
    `${lines.map((line) => line.map(String).map(cell).join(',')).join('\n')}\n`,
  );
  counts.push(`| \`${name}.csv\` | ${rows.length} | ${source} |`);
}

/** The one other listing of a shot: the same day within a degree; none where two would fit. */
const second = read('nuclear_explosions_oklahoma.csv').filter((row) => row.mb !== '' && row.lat !== '');
function secondMb(shot) {
  const near = second.filter(
    (row) => row.date === shot.date && Math.abs(row.lat - shot.lat) < 1 && Math.abs(row.lon - shot.lon) < 1,
  );
  return near.length === 1 ? near[0].mb : '';
}

write(
  'explosions',
  ['id', 'date', 'site', 'region', 'lat', 'lon', 'mb', 'Ms', 'agency', 'mbSecond', 'yieldKt'],
  read('nuclear_tests.csv')
    .filter((row) => row.environment === 'underground' && Number(row.mb) > 0)
    .map((row) => ({
      id: row.id,
      date: row.date,
      site: row.site,
      region: row.region_raw,
      lat: row.lat,
      lon: row.lon,
      mb: row.mb,
      Ms: row.ms,
      agency: row.source_code,
      mbSecond: secondMb(row),
      // Only a single shot whose yield is one number can be held against its magnitude.
      yieldKt:
        row.devices === '1' && row.yield_lower_kt === row.yield_upper_kt && Number(row.yield_upper_kt) > 0
          ? row.yield_upper_kt
          : '',
    })),
  'underground tests with mb of the list of Bergkvist & Ferm (FOI/SIPRI 2000), as copied by data-is-plural/nuclear-explosions@056ac3db (MIT), and six tests after Yao et al. (2018) with USGS mb; `mbSecond` is the mb of the Oklahoma Geological Survey catalogue of 9 October 2006 in the same repository',
);
const toSeconds = (row) => ({ ...row, time: row.time.replace(/\.\d+Z$/, 'Z') });
write(
  'earthquakes-isc-ehb',
  [
    'isc_event_id',
    'location_agency',
    'time',
    'lat',
    'lon',
    'smaj90_km',
    'smin90_km',
    'strike_deg',
    'depth_km',
    'depth_err_km',
    'depth_fixed',
    'mb_ISC',
    'Ms_ISC',
    'mb_NEIC',
    'Ms_NEIC',
    'mb_BJI',
    'Ms_BJI',
    'Msz_BJI',
  ],
  read('seismic/earthquakes_isc_ehb_2005_2006.csv').map(toSeconds),
  'International Seismological Centre, On-line Bulletin (free with citation), January 2005 to June 2006, as selected by GEMScienceTools/catalogue_toolkit@e1b513b',
);
write(
  'earthquakes-centennial',
  ['solution', 'time', 'lat', 'lon', 'depth_km', 'mb_ISC', 'Ms_ISC', 'mb_NEIC', 'Ms_NEIC'],
  read('seismic/earthquakes_centennial_1964_2007.csv').map(toSeconds),
  'Engdahl & Villasenor, Centennial catalogue (USGS, public domain), 1964 to 2007, as copied by davidnbresch/climada_module_earthquake_volcano@5381646',
);
writeFileSync(
  join(out, 'README.md'),
  `# Catalogues for the accuracy of screening and yield

Written by \`node scripts/accuracy-catalogues.mjs FOLDER\`; do not edit by hand. Read by \`node bench/seismic-accuracy.mjs\`.

| file | rows | source |
| --- | --- | --- |
${counts.join('\n')}
`,
);

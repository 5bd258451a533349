// Makes the archive of an initialised, empty database that a new desk starts from: initialising one takes seconds,
// unpacking one a part of a second.
//
//   node scripts/desk-template.mjs FILE.tar.gz
import { renameSync, writeFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';

const [file] = process.argv.slice(2);
if (file === undefined) {
  console.error('usage: node scripts/desk-template.mjs FILE.tar.gz');
  process.exit(2);
}
const database = await PGlite.create();
const archive = await database.dumpDataDir('gzip');
writeFileSync(`${file}.part`, Buffer.from(await archive.arrayBuffer()));
renameSync(`${file}.part`, file);
await database.close();

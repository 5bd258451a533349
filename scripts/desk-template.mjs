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
// A log in pieces of 1 MB: those of 16 MB are mostly zeros in an empty database.
const database = await PGlite.create({ initDbStartParams: ['--wal-segsize=1'] });
// What other databases would be made from; a desk makes none.
await database.exec('update pg_database set datistemplate = false');
for (const unneeded of ['template0', 'template1']) await database.exec(`drop database ${unneeded}`);
await database.exec('checkpoint');
const archive = await database.dumpDataDir('gzip');
writeFileSync(`${file}.part`, Buffer.from(await archive.arrayBuffer()));
renameSync(`${file}.part`, file);
await database.close();

// Brings the gathered data of the nuclear-testing stand-off into the repository: cleans it, converts state codes to
// ISO 3166-1 alpha-3, checks dates and numbers, marks what is doubtful, and writes rows with a source each under
// standoffs/nuclear-testing/. A second run changes nothing. What it did goes into docs/data.md.
//
//   node scripts/import-nuclear-testing.mjs FOLDER
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { accountOf } from './import-nuclear-testing/account.mjs';
import { importTables } from './import-nuclear-testing/independent-tables.mjs';
import {
  importMagnitudes,
  importPersons,
  importProgrammes,
  importStockpiles,
  importTimeline,
} from './import-nuclear-testing/records.mjs';
import { importOf } from './import-nuclear-testing/table.mjs';
import { importPublishedCounts, importTests } from './import-nuclear-testing/tests.mjs';
import { importTreaties } from './import-nuclear-testing/treaties.mjs';
import { root } from './setup.mjs';

const folder = process.argv[2];
if (folder === undefined) {
  console.error(
    'import: name the folder that holds nuclear_tests.csv, treaty_actions.csv and the other files',
  );
  process.exit(2);
}
const tables = importOf(folder, join(root, 'standoffs/nuclear-testing'));
importTests(tables);
const perYear = importPublishedCounts(tables);
importTreaties(tables);
importTimeline(tables);
importPersons(tables);
importStockpiles(tables);
importProgrammes(tables);
importMagnitudes(tables);
importTables(tables, perYear, join(root, 'tests'));
if (tables.problems.length > 0) {
  console.error(tables.problems.join('\n'));
  process.exit(1);
}
writeFileSync(join(root, 'docs/data.md'), accountOf(tables));
console.error(`import: ${tables.tables.length} files read`);

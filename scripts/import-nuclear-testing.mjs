// Brings the gathered data of the nuclear-testing stand-off into the repository: cleans it, converts state codes to
// ISO 3166-1 alpha-3, checks dates, marks what is doubtful, and writes rows with a source each under
// standoffs/nuclear-testing/. A second run changes nothing.
//
//   node scripts/import-nuclear-testing.mjs FOLDER
//
// What it corrected, and why, goes into docs/data.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import countries from 'i18n-iso-countries';
import { root } from './setup.mjs';

const folder = process.argv[2];
if (folder === undefined) {
  console.error(
    'import: name the folder that holds nuclear_tests.csv, treaty_actions.csv and the other files',
  );
  process.exit(2);
}

const DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/;
const EXTRA_CODES = { SU: 'SUN', UK: 'GBR', XK: 'XKX' };
const corrections = [];
const problems = [];

const read = (name) =>
  parse(readFileSync(join(folder, name), 'utf8'), { columns: true, skip_empty_lines: true });
const cell = (value) => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

/** ISO alpha-3 of the data's alpha-2; what is no state (UN, CTBTO, EU) keeps its name. */
function code(alpha2, where) {
  if (alpha2 === '' || /^[A-Z]{3,}$/.test(alpha2) || ['UN', 'EU'].includes(alpha2)) return alpha2;
  const found = EXTRA_CODES[alpha2] ?? countries.alpha2ToAlpha3(alpha2);
  if (found === undefined) problems.push(`${where}: no state has the code "${alpha2}"`);
  return found ?? alpha2;
}

function date(value, where) {
  if (value !== '' && !DATE.test(value)) problems.push(`${where}: "${value}" is no date`);
  return value;
}

const counts = [];
function write(name, from, rowsIn, columns, rows) {
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))];
  writeFileSync(
    join(root, 'standoffs/nuclear-testing', name),
    `${lines.map((line) => line.map(String).map(cell).join(',')).join('\n')}\n`,
  );
  counts.push({ name, from, rowsIn, rowsKept: rows.length });
}

function correct(file, what, why) {
  corrections.push({ file, what, why });
}

// Tests: two bombs of war are kept and marked, since lists count them; zero yields stay, under their flag.
const tests = read('nuclear_tests.csv');
write(
  'tests.csv',
  'nuclear_tests.csv',
  tests.length,
  [
    'id',
    'date',
    'time',
    'state',
    'site',
    'host',
    'name',
    'environment',
    'type',
    'purpose',
    'devices',
    'yieldLowerKt',
    'yieldUpperKt',
    'mb',
    'lat',
    'lon',
    'flags',
    'source',
  ],
  tests.map((row) => ({
    id: row.id,
    date: date(row.date, `nuclear_tests.csv ${row.id}`),
    time: row.time_utc,
    state: code(row.state, `nuclear_tests.csv ${row.id}`),
    site: row.site,
    host: code(row.host, `nuclear_tests.csv ${row.id}`),
    name: row.name,
    environment: row.environment,
    type: row.type,
    purpose: row.purpose,
    devices: row.devices,
    yieldLowerKt: row.yield_lower_kt,
    yieldUpperKt: row.yield_upper_kt,
    mb: row.mb,
    lat: row.lat,
    lon: row.lon,
    flags: row.flags,
    source: row.source,
  })),
);

const sites = read('test_sites.csv');
write(
  'sites.csv',
  'test_sites.csv',
  sites.length,
  [
    'site',
    'name',
    'operator',
    'host',
    'lat',
    'lon',
    'listedTests',
    'devices',
    'first',
    'last',
    'status',
    'statusSource',
    'source',
  ],
  sites.map((row) => ({
    ...row,
    operator: row.operator
      .split(';')
      .map((part) => code(part.trim(), 'test_sites.csv'))
      .join(';'),
    host: code(row.host, 'test_sites.csv'),
    listedTests: row.listed_tests,
    statusSource: row.status_source,
  })),
);

// Treaty acts: multilateral acts, the 1963 treaty and the bilateral acts in one table. `recorded` is the day from which
// the source showed the act; where nobody watched, the act's own day.
const observed = new Map();
for (const change of read('treaty_status_changes_observed.csv')) {
  if (/fix|reorder/.test(change.kind)) continue;
  const before = new Set(change.before_dates.match(/\d{4}-\d{2}-\d{2}/g) ?? []);
  for (const day of (change.after_dates.match(/\d{4}-\d{2}-\d{2}/g) ?? []).filter(
    (found) => !before.has(found),
  ))
    observed.set(`${change.treaty}|${change.state}|${day}`, change.observed_on);
}
const acts = [];
const multilateral = read('treaty_actions.csv');
for (const row of multilateral) {
  acts.push({
    treaty: row.treaty,
    state: code(row.iso2, `treaty_actions.csv ${row.state}`),
    act: row.action.replaceAll('_', '-'),
    date: date(row.date, `treaty_actions.csv ${row.state}`),
    // An old act that the collector first saw years later was on record long before.
    recorded: row.date >= '2023-10-25' ? (observed.get(`${row.treaty}|${row.state}|${row.date}`) ?? '') : '',
    note: '',
    basis: row.basis,
    source: row.source,
  });
}
for (const row of read('ptbt_status.csv')) {
  const state = row.iso3 === 'COG' && /DR Congo|Kinshasa|COD/.test(row.note) ? 'COD' : row.iso3;
  if (state !== row.iso3)
    correct('ptbt_status.csv', `${row.iso3} → ${state}`, 'the source codes DR Congo as COG');
  const doubt = row.check === 'agree' ? '' : `dates of two data sets: ${row.check.replaceAll('_', ' ')}`;
  const note = [row.note, doubt].filter(Boolean).join('; ');
  if (row.signature)
    acts.push({
      treaty: 'ptbt',
      state,
      act: 'signature',
      date: date(row.signature, 'ptbt_status.csv'),
      recorded: '',
      note,
      basis: 'dataset',
      source: row.source,
    });
  if (row.deposit)
    acts.push({
      treaty: 'ptbt',
      state,
      act: row.method || 'ratification',
      date: date(row.deposit, 'ptbt_status.csv'),
      recorded: '',
      note,
      basis: 'dataset',
      source: row.source,
    });
}
const bilateral = read('bilateral_treaty_actions.csv');
for (const row of bilateral) {
  for (const party of row.party.split(';')) {
    acts.push({
      treaty: row.treaty,
      state: code(party.trim(), 'bilateral_treaty_actions.csv'),
      act: row.action.replaceAll('_', '-'),
      date: date(row.date, 'bilateral_treaty_actions.csv'),
      recorded: '',
      note: row.note,
      basis: row.basis,
      source: row.source,
    });
  }
}
write(
  'treaty-acts.csv',
  'treaty_actions.csv, ptbt_status.csv, bilateral_treaty_actions.csv',
  multilateral.length + bilateral.length + read('ptbt_status.csv').length,
  ['treaty', 'state', 'act', 'date', 'recorded', 'note', 'basis', 'source'],
  acts,
);

const treaties = read('treaties.csv');
write(
  'treaties.csv',
  'treaties.csv',
  treaties.length,
  ['treaty', 'title', 'kind', 'opened', 'inForce', 'ended', 'status', 'rule', 'source', 'basis'],
  treaties.map((row) => ({
    ...row,
    opened: date(row.opened_or_signed, 'treaties.csv'),
    inForce: date(row.entry_into_force, 'treaties.csv'),
    ended: date(row.ended, 'treaties.csv'),
    rule: row.entry_or_end_rule,
    basis: row.date_basis,
  })),
);

// Annex 2: the states whose ratification the test-ban treaty needs, as a row each.
const ctbt = read('ctbt_status.csv');
write(
  'annex-2.csv',
  'ctbt_status.csv',
  ctbt.length,
  ['treaty', 'state', 'source'],
  ctbt
    .filter((row) => row.annex2 === 'yes')
    .map((row) => ({ treaty: 'ctbt', state: code(row.iso2, 'ctbt_status.csv'), source: row.source })),
);

const timeline = read('timeline.csv');
write(
  'timeline.csv',
  'timeline.csv',
  timeline.length,
  [
    'id',
    'date',
    'precision',
    'actor',
    'person',
    'role',
    'act',
    'condition',
    'topic',
    'paraphrase',
    'source',
    'sourceClass',
    'origin',
  ],
  timeline.map((row) => ({
    ...row,
    date: date(row.date, `timeline.csv ${row.id}`),
    actor: row.actor
      .split(';')
      .map((part) => code(part.trim(), `timeline.csv ${row.id}`))
      .join(';'),
    sourceClass: row.source_class,
  })),
);

// Persons: aliases parted by semicolons; terms of the US presidency completed from the constitution, since the copied
// data ends in August 2022.
const persons = read('persons.csv').map((row) => ({
  name: row.name,
  aliases: row.aliases
    .split('|')
    .filter((alias) => /\p{Script=Latin}/u.test(alias) && alias.includes(' '))
    .join(';'),
  role: row.role,
  actor: code(row.actor, `persons.csv ${row.name}`),
  from: date(row.from, `persons.csv ${row.name}`),
  to: date(row.to, `persons.csv ${row.name}`),
  seenInRoleOn: date(row.seen_in_role_on, `persons.csv ${row.name}`),
  source: row.source,
}));
const TWENTIETH =
  'Constitution of the United States, Amendment XX, section 1: terms end at noon on 20 January';
for (const row of persons) {
  if (row.name === 'Joe Biden' && row.role === 'President of the United States' && row.to === '') {
    row.to = '2025-01-20';
    row.source += `; ${TWENTIETH}`;
    correct('persons.csv', 'Joe Biden, President: end 2025-01-20', TWENTIETH);
  }
  if (row.name === 'Donald Trump' && row.seenInRoleOn !== '' && row.from === '') {
    row.from = '2025-01-20';
    row.source += `; ${TWENTIETH}`;
    correct('persons.csv', 'Donald Trump, President again: from 2025-01-20', TWENTIETH);
  }
}
write(
  'persons.csv',
  'persons.csv',
  persons.length,
  ['name', 'aliases', 'role', 'actor', 'from', 'to', 'seenInRoleOn', 'source'],
  persons,
);

const stockpiles = read('warhead_stockpiles.csv');
write(
  'stockpiles.csv',
  'warhead_stockpiles.csv',
  stockpiles.length,
  ['state', 'year', 'measure', 'value', 'estimator', 'source'],
  stockpiles.map((row) => ({ ...row, state: code(row.state, 'warhead_stockpiles.csv') })),
);

const programmes = read('modernisation.csv');
write(
  'programmes.csv',
  'modernisation.csv',
  programmes.length,
  ['state', 'programme', 'kind', 'status', 'asOf', 'source'],
  programmes.map((row) => ({
    ...row,
    state: code(row.state, 'modernisation.csv'),
    asOf: date(row.as_of, 'modernisation.csv'),
  })),
);

if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exit(1);
}
const table = (head, rows) =>
  [
    `| ${head.join(' | ')} |`,
    `|${' --- |'.repeat(head.length)}`,
    ...rows.map((row) => `| ${row.join(' | ')} |`),
  ].join('\n');
writeFileSync(
  join(root, 'docs/data.md'),
  `# Where the ledger's rows come from

Written by \`node scripts/import-nuclear-testing.mjs FOLDER\`; do not edit by hand. Treaty status was collected until
22 August 2026, statements until 22 May 2026: after these days silence means "not in the ledger", never "did not happen".

${table(
  ['file here', 'made from', 'rows in', 'rows kept'],
  counts.map((row) => [row.name, row.from, row.rowsIn, row.rowsKept]),
)}

A treaty table has more rows than its sources where one source row holds two acts (signature and deposit) or two parties.

## Corrections
${table(
  ['file', 'what', 'why'],
  corrections.map((row) => [row.file, row.what, row.why]),
)}

Licences: the test list copies SIPRI/FOI 2000 through a repository under MIT; stockpiles follow FAS and Our World in Data
(CC BY) and SIPRI's published totals; persons follow Wikidata (CC0); treaty acts follow the UNODA database as collected
by survivalscores.org and, for the 1963 treaty, IEADB (facts only). Each row names its source.
`,
);
console.error(`import: ${counts.reduce((sum, row) => sum + row.rowsKept, 0)} rows written`);

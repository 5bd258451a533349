// Nuclear explosions: the list of tests, the sites, a second catalogue beside it, and estimates that disagree.

/** Peaceful, safety and war explosions are told apart by the purposes of the list (SIPRI/FOI 2000, table of codes). */
function kindOf(purpose) {
  if (purpose === 'COMBAT') return 'combat';
  if (/^PNE/.test(purpose)) return 'peaceful';
  // Shots to see whether a weapon is safe in storage and transport (TRANSP) are safety experiments too.
  if (purpose === 'SE' || purpose === 'TRANSP') return 'safety';
  return 'weapon';
}

/** Names under which reports speak of the sites, and regions that hold several. */
const SITE_NAMES = {
  nevada: ['Nevada Test Site;Nevada National Security Site;Nevada', ''],
  semipalatinsk: ['Semipalatinsk test site;Semipalatinsk;Semey', ''],
  'novaya-zemlya': ['Novaya Zemlya', 'Arctic'],
  'lop-nur': ['Lop Nur;Lop Nor', 'Xinjiang'],
  mururoa: ['Mururoa;Moruroa;Mururoa Atoll', 'French Polynesia;South Pacific'],
  fangataufa: ['Fangataufa;Fangataufa Atoll', 'French Polynesia;South Pacific'],
  enewetak: ['Enewetak;Eniwetok;Enewetak Atoll', ''],
  bikini: ['Bikini Atoll;Bikini', ''],
  kiritimati: ['Christmas Island;Kiritimati', ''],
  'johnston-atoll': ['Johnston Atoll;Johnston Island', ''],
  'in-ekker': ['In Ekker;In Ecker', 'Sahara'],
  reggane: ['Reggane', 'Sahara'],
  maralinga: ['Maralinga', ''],
  'emu-field': ['Emu Field', ''],
  montebello: ['Montebello Islands;Monte Bello Islands;Montebello', ''],
  'malden-island': ['Malden Island', ''],
  amchitka: ['Amchitka;Amchitka Island', ''],
  pokhran: ['Pokhran', ''],
  'ras-koh-chagai': ['Ras Koh;Chagai', 'Balochistan'],
  kharan: ['Kharan', 'Balochistan'],
  azgir: ['Azgir', ''],
  'kapustin-yar': ['Kapustin Yar', ''],
  alamogordo: ['Alamogordo;Trinity site', 'New Mexico'],
  'punggye-ri': ['Punggye-ri;Punggye-ri test site', ''],
};

function cleanTest(row, { correct }) {
  const file = 'nuclear_tests.csv';
  const clean = { ...row };
  const original = [];
  const flags = row.flags.split(';');
  if (flags.includes('coordinates_suspect')) {
    original.push(`at ${row.lat} ${row.lon}`);
    clean.lat = clean.lon = '';
    correct(file, 'coordinates blanked', 'they lie far from the named site');
  }
  if (flags.includes('mb_suspect_high')) {
    original.push(`mb ${row.mb}`);
    clean.mb = '';
    correct(
      file,
      'mb blanked',
      'above 7 for a yield that cannot give it; very likely mb read into a wrong column',
    );
  }
  if (Number(row.yield_lower_kt) === 0 && Number(row.yield_upper_kt) === 0 && row.yield_lower_kt !== '') {
    original.push('yield 0');
    clean.yield_lower_kt = clean.yield_upper_kt = '';
    correct(file, 'yield 0 to 0 blanked', 'zero stands for missing or nil in the source');
  }
  if (flags.includes('yield_upper_below_lower')) {
    original.push(`yield ${row.yield_lower_kt} to ${row.yield_upper_kt}`);
    [clean.yield_lower_kt, clean.yield_upper_kt] = [row.yield_upper_kt, row.yield_lower_kt];
    correct(file, 'yield bounds turned', 'the upper bound lay below the lower');
  }
  return { ...clean, original: original.join('; ') };
}

export function importTests(tables) {
  const { read, write, account, code, date, number } = tables;
  const tests = read('nuclear_tests.csv');
  const ids = new Set();
  const rows = tests.map((raw) => {
    const where = `nuclear_tests.csv ${raw.id}`;
    if (ids.has(raw.id)) tables.problems.push(`${where}: the id stands twice`);
    ids.add(raw.id);
    const row = cleanTest(raw, tables);
    return {
      id: row.id,
      date: date(row.date, where),
      time: row.time_utc,
      state: code(row.state, where),
      site: row.site,
      host: code(row.host, where),
      name: row.name,
      kind: kindOf(row.purpose),
      environment: row.environment,
      type: row.type,
      purpose: row.purpose,
      devices: number(row.devices, where),
      yieldLowerKt: number(row.yield_lower_kt, where),
      yieldUpperKt: number(row.yield_upper_kt, where),
      mb: number(row.mb, where),
      lat: number(row.lat, where),
      lon: number(row.lon, where),
      flags: row.flags,
      original: row.original,
      source: row.source,
    };
  });
  write('tests.csv', Object.keys(rows[0]), rows);
  account('nuclear_tests.csv', tests.length, rows.length, 'tests.csv');

  const sites = read('test_sites.csv').map((row) => {
    const [aliases = row.name, regions = ''] = SITE_NAMES[row.site] ?? [];
    return {
      site: row.site,
      name: row.name,
      aliases,
      regions,
      operator: row.operator
        .split(';')
        .map((part) => code(part.trim(), 'test_sites.csv'))
        .join(';'),
      host: code(row.host, 'test_sites.csv'),
      lat: number(row.lat, 'test_sites.csv'),
      lon: number(row.lon, 'test_sites.csv'),
      listedTests: row.listed_tests,
      devices: row.devices,
      first: date(row.first, 'test_sites.csv'),
      last: date(row.last, 'test_sites.csv'),
      status: row.status,
      statusSource: row.status_source,
      source: row.source,
    };
  });
  for (const { site, listedTests, first, last } of sites) {
    const own = rows.filter((row) => row.site === site);
    const days = own.map((row) => row.date).sort();
    if (own.length !== Number(listedTests) || days[0] !== first || days.at(-1) !== last) {
      tables.problems.push(`test_sites.csv ${site}: its count or days disagree with the list of tests`);
    }
  }
  write('sites.csv', Object.keys(sites[0]), sites);
  account(
    'test_sites.csv',
    sites.length,
    sites.length,
    'sites.csv',
    'counts and days checked against the list',
  );

  importCatalogue(tables);
  importEstimates(tables);
}

function importCatalogue({ read, write, account, correct, code, date, number }) {
  const file = 'nuclear_explosions_oklahoma.csv';
  const catalogue = read(file);
  const rows = catalogue.map((row) => {
    const flags = row.flags.split(';').filter(Boolean);
    const magnitude = (value, name) => {
      if (value === '' || Number.isFinite(Number(value))) return value;
      correct(file, `${name} blanked`, 'no number in the catalogue');
      flags.push(`${name}_blanked_${value.replace(/\W/g, '')}`);
      return '';
    };
    let ms = magnitude(row.ms, 'ms');
    if (Number(ms) >= 9 || (ms !== '' && Number(ms) < 2)) {
      correct(file, 'Ms blanked', 'no explosion has Ms of 9 or more or, listed, below 2: a slip of columns');
      flags.push(`ms_blanked_${ms}`);
      ms = '';
    }
    return {
      date: date(row.date, file),
      time: row.time_utc,
      state: code(row.state, file),
      site: row.site,
      type: row.type,
      mb: magnitude(row.mb, 'mb'),
      ms,
      yieldRaw: row.yield_raw,
      yieldKt: number(row.yield_kt, file),
      lat: number(row.lat, file),
      lon: number(row.lon, file),
      purpose: row.purpose,
      name: row.name,
      references: row.references,
      flags: flags.join(';'),
    };
  });
  write('explosions-oklahoma.csv', Object.keys(rows[0]), rows);
  account(
    file,
    catalogue.length,
    rows.length,
    'explosions-oklahoma.csv',
    'a second list, kept apart: it splits salvoes and leaves out zero yields; its one source is named in ledger.yaml',
  );
}

function importEstimates({ read, write, account, code, date, number }) {
  const file = 'dprk_test_estimates.csv';
  const rows = read(file).map((row) => ({
    test: row.test,
    date: date(row.date, file),
    state: code('KP', file),
    estimator: row.estimator,
    quantity: row.quantity,
    value: number(row.value, file),
    low: number(row.low, file),
    high: number(row.high, file),
    note: row.note,
    source: row.source,
  }));
  write('estimates.csv', Object.keys(rows[0]), rows);
  account(file, rows.length, rows.length, 'estimates.csv', 'every estimate is kept; none is averaged');
}

/** Published totals that differ from the count of the list: both are shown. */
export function importPublishedCounts({ read, write, account, code }) {
  const file = 'tests_per_year_check.csv';
  const table = 'data-is-plural/nuclear-explosions@056ac3db documents/sipri-report-original.pdf';
  const perYear = read(file);
  const rows = [
    [
      'SUN',
      '',
      'tests',
      '715',
      `${table} (summary table)`,
      'the list itself has 714; the missing one is an underground test of 1972',
    ],
    [
      'SUN',
      '',
      'devices',
      '969',
      `${table} (summary table)`,
      'the list, with simultaneous explosions as far as they can be read, has 962',
    ],
    [
      'USA',
      '',
      'devices',
      '1149',
      `${table} (summary table)`,
      'joint tests with the United Kingdom included; the list without them has 1121',
    ],
    [
      'USA',
      '',
      'tests',
      '1054',
      `${table} (summary table)`,
      'joint tests with the United Kingdom in Nevada (24) included',
    ],
    ['USA', '', 'tests', '1032', `${table} (list)`, 'the two bombs on Japan included'],
    ['IND', '', 'devices', '6', `${table}`, 'announced numbers of devices are disputed'],
    ['PAK', '', 'devices', '6', `${table}`, 'announced numbers of devices are disputed'],
  ].map(([state, year, measure, value, source, note]) => ({ state, year, measure, value, source, note }));
  for (const row of perYear.filter((found) => found.tests_aca !== found.tests_list)) {
    const wrong = row.state === 'KP' && row.year === '2010';
    rows.push({
      state: code(row.state, file),
      year: row.year,
      measure: 'tests',
      value: row.tests_aca,
      source: row.source,
      note: wrong
        ? 'an error of that table: no explosion of 2010 is in any list'
        : 'the summary table of the list agrees with it; the list of single tests has one fewer',
    });
  }
  write('published-counts.csv', Object.keys(rows[0]), rows);
  account(
    file,
    perYear.length,
    rows.length - 7,
    'published-counts.csv; tests/tests-per-year.csv',
    'agreeing years only serve as a test; the two that differ are kept as disagreements, beside seven published totals',
  );
  return perYear;
}

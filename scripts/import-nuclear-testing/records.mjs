// The timeline, persons and their offices, stockpiles, programmes, and magnitudes of events.

export function importTimeline({ read, write, account, code, date }) {
  const rows = read('timeline.csv').map((row) => ({
    id: row.id,
    date: date(row.date, `timeline.csv ${row.id}`),
    precision: row.precision,
    actor: row.actor
      .split(';')
      .map((part) => code(part.trim(), `timeline.csv ${row.id}`))
      .join(';'),
    person: row.person,
    role: row.role,
    act: row.act,
    condition: row.condition,
    topic: row.topic,
    paraphrase: row.paraphrase,
    source: row.source,
    sourceClass: row.source_class,
    origin: row.origin,
  }));
  write('timeline.csv', Object.keys(rows[0]), rows);
  const mirrors = rows.filter((row) => row.sourceClass.startsWith('mirror')).length;
  account(
    'timeline.csv',
    rows.length,
    rows.length,
    'timeline.csv',
    `${mirrors} rows rest on mirrors, marked in sourceClass`,
  );
}

const TWENTIETH =
  'Constitution of the United States, Amendment XX, section 1: terms end at noon on 20 January';
/** Copies of August 2022: an empty end there means "no end known by then". */
const COPY_OF = '2022-08';
const SAME_PERSON = {
  'Sergey Shoygu': 'Sergey Shoigu',
  'Sergey Mironoff': 'Sergey Mironov',
  'Joseph F. Dunford, Jr.': 'Joseph Dunford',
};
/** Spellings of Russian and Ukrainian names that reports use side by side. */
const SPELLINGS = [
  [/^Sergey /, 'Sergei '],
  [/^Andrey /, 'Andrei '],
  [/^Dmitry /, 'Dmitri '],
  [/^Aleksandr /, 'Alexander '],
  [/^Vasily Nebenzya$/, 'Vassily Nebenzia'],
  [/^Valery /, 'Valeriy '],
];

export function importPersons({ read, write, account, code, date, correct }) {
  const file = 'persons.csv';
  const rows = read(file).map((row) => {
    const name = SAME_PERSON[row.name] ?? row.name;
    if (name !== row.name) correct(file, `${row.name} is ${name}`, 'one person under two spellings');
    const spelt = SPELLINGS.filter(([from]) => from.test(name)).map(([from, to]) => name.replace(from, to));
    const aliases = [...row.aliases.split('|'), ...spelt, ...(name === row.name ? [] : [row.name])];
    const dataset = row.basis.startsWith('dataset');
    const clean = {
      name,
      aliases: [...new Set(aliases)]
        .filter((alias) => alias !== name && /\p{Script=Latin}/u.test(alias) && alias.includes(' '))
        .join(';'),
      role: row.role,
      actor: code(row.actor, `${file} ${row.name}`),
      from: date(row.from, `${file} ${row.name}`),
      to: date(row.to, `${file} ${row.name}`),
      seenInRoleOn: date(row.seen_in_role_on, `${file} ${row.name}`),
      knownUntil: dataset && row.to === '' ? COPY_OF : '',
      source: row.source,
    };
    if (clean.name === 'Joe Biden' && clean.role === 'President of the United States' && clean.to === '') {
      Object.assign(clean, { to: '2025-01-20', knownUntil: '', source: `${clean.source}; ${TWENTIETH}` });
      correct(file, 'Joe Biden, President: end 2025-01-20', TWENTIETH);
    }
    if (
      clean.name === 'Kamala Harris' &&
      clean.role === 'Vice President of the United States' &&
      clean.to === ''
    ) {
      Object.assign(clean, { to: '2025-01-20', knownUntil: '', source: `${clean.source}; ${TWENTIETH}` });
      correct(file, 'Kamala Harris, Vice President: end 2025-01-20', TWENTIETH);
    }
    if (clean.name === 'Donald Trump' && clean.seenInRoleOn !== '' && clean.from === '') {
      Object.assign(clean, { from: '2025-01-20', source: `${clean.source}; ${TWENTIETH}` });
      correct(file, 'Donald Trump, President again: from 2025-01-20', TWENTIETH);
    }
    return clean;
  });
  const open = rows.filter((row) => row.knownUntil !== '').length;
  for (let row = 0; row < open; row++)
    correct(file, 'an open end is known until 2022-08 only', 'the copied data ends there');
  write(file, Object.keys(rows[0]), rows);
  account(file, rows.length, rows.length, file);
}

export function importStockpiles({ read, write, account, code, number }) {
  const rows = read('warhead_stockpiles.csv').map((row) => ({
    state: code(row.state, 'warhead_stockpiles.csv'),
    year: number(row.year, 'warhead_stockpiles.csv'),
    measure: row.measure.replaceAll('_', '-'),
    value: number(row.value, 'warhead_stockpiles.csv'),
    estimator: row.estimator,
    source: row.source,
  }));
  write('stockpiles.csv', Object.keys(rows[0]), rows);
  account('warhead_stockpiles.csv', rows.length, rows.length, 'stockpiles.csv');
}

export function importProgrammes({ read, write, account, code, date, correct }) {
  const rows = read('modernisation.csv').map((row) => {
    const [, status, by] = /^(.*?) \((as told by .*)\)$/.exec(row.status) ?? [undefined, row.status, ''];
    if (by !== '')
      correct(
        'modernisation.csv',
        'a claim is marked as told',
        'it rests on the word of another state’s minister',
      );
    return {
      state: code(row.state, 'modernisation.csv'),
      programme: row.programme,
      kind: row.kind,
      status,
      told: by,
      asOf: date(row.as_of, 'modernisation.csv'),
      source: row.source,
    };
  });
  write('programmes.csv', Object.keys(rows[0]), rows);
  account('modernisation.csv', rows.length, rows.length, 'programmes.csv');
}

export function importMagnitudes({ read, write, account, correct, date, number }) {
  const file = 'mb_ms_events.csv';
  const list = read(file);
  const seen = new Set();
  const rows = [];
  for (const row of list) {
    if (Number(row.ms) >= 9 || Number(row.ms) < 2) {
      correct(file, 'row left out', 'Ms of 9 or more or below 2: a slip of columns in the catalogue');
      continue;
    }
    const key = [row.kind, row.date, row.mb, row.ms, row.lat, row.lon].join('|');
    if (seen.has(key)) {
      correct(file, 'row left out', 'the same event, place and magnitudes stand twice');
      continue;
    }
    seen.add(key);
    rows.push({
      kind: row.kind,
      date: date(row.date, file),
      lat: number(row.lat, file),
      lon: number(row.lon, file),
      mb: number(row.mb, file),
      ms: number(row.ms, file),
      depthKm: number(row.depth_km, file),
      name: row.name,
      source: row.source,
    });
  }
  write('mb-ms-events.csv', Object.keys(rows[0]), rows);
  account(
    file,
    list.length,
    rows.length,
    'mb-ms-events.csv',
    'cleaned and kept beside the ledger for whoever screens events; no command reads it',
  );
}

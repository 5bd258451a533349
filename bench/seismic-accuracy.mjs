// Accuracy of screening and yield on public catalogues, beside the published formulas.
// npm run build && node bench/seismic-accuracy.mjs FOLDER   (FOLDER holds nuclear_tests.csv and seismic/*.csv)
// Tuned on even years; what counts are the odd years: explosions and Centennial earthquakes of odd years, and the
// ISC/EHB earthquakes of 2005.
import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBulletin, screener } from '../dist/seismic/index.js';
import { seismicTables } from '../dist/store/seismic-tables.js';

const [folder, mode] = process.argv.slice(2);
if (folder === undefined) {
  console.error('usage: node bench/seismic-accuracy.mjs FOLDER [--tuning]');
  process.exit(2);
}
const tables = seismicTables();
const screen = screener(tables);
const isHeldOut = (year) => (mode === '--tuning' ? year % 2 === 0 : year % 2 === 1);

function table(path) {
  const [heading, ...rows] = readFileSync(path, 'utf8').trim().split(/\r?\n/).map(cells);
  return rows.map((row) => Object.fromEntries(heading.map((name, i) => [name, row[i] ?? ''])));
}
function cells(line) {
  return [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map((m) => m[1].replace(/^"|"$/g, ''));
}
const number = (text) => (text === '' || text === undefined ? undefined : Number(text));
const yearOf = (seconds) => new Date(seconds * 1000).getUTCFullYear();

const tests = table(join(folder, 'nuclear_tests.csv')).filter((r) => r.environment === 'underground');
const asEvent = (r) => ({
  id: r.id,
  origins: [{ time: Date.parse(`${r.date}T00:00:00Z`) / 1000, lat: Number(r.lat), lon: Number(r.lon) }],
  magnitudes: [
    ...(r.mb === '' ? [] : [{ type: 'mb', value: Number(r.mb), agency: r.source_code }]),
    ...(r.ms === '' ? [] : [{ type: 'Ms', value: Number(r.ms), agency: r.source_code }]),
  ],
});

async function earthquakes(path) {
  const events = [];
  for await (const batch of readBulletin(createReadStream(path, 'utf8')))
    for (const item of batch) if ('event' in item) events.push(item.event);
  return events.filter((e) => isHeldOut(yearOf(e.origins[0].time))).map(screen);
}

function auc(low, high) {
  const all = [...low.map((v) => [v, 0]), ...high.map((v) => [v, 1])].sort((a, b) => a[0] - b[0]);
  let sum = 0;
  for (let i = 0; i < all.length; ) {
    let j = i;
    while (j < all.length && all[j][0] === all[i][0]) j += 1;
    for (let k = i; k < j; k++) if (all[k][1] === 1) sum += (i + j + 1) / 2;
    i = j;
  }
  return (sum - (high.length * (high.length + 1)) / 2) / (low.length * high.length);
}
const share = (list, test) => list.filter(test).length / list.length;
const row = (...words) => console.log(`| ${words.join(' | ')} |`);
const f3 = (value) => value.toFixed(3);

const clean = tests.filter(
  (r) => !['HFS', 'NOA'].includes(r.source_code) && isHeldOut(Number(r.date.slice(0, 4))),
);
const both = clean.filter((r) => r.mb !== '' && r.ms !== '').map((r) => ({ r, s: screen(asEvent(r)) }));
const explosions = both.map((x) => x.s);
const sets = [
  ['ISC/EHB', await earthquakes(join(folder, 'seismic/earthquakes_isc_ehb_2005_2006.csv'))],
  ['Centennial', await earthquakes(join(folder, 'seismic/earthquakes_centennial_1964_2007.csv'))],
];
const difference = (slope) => (s) => s.Ms.value - slope * s.mb.value;
const term = (name) => (s) => s.screening.terms.find((t) => t.name === name)?.value ?? 0;
console.log(`explosions with mb and Ms: ${explosions.length}`);
row('measure', ...sets.map(([name]) => name));
row('---', ...sets.map(() => '---'));
const measured = sets.map(([, list]) => list.filter((s) => s.mb && s.Ms));
row('earthquakes with mb and Ms', ...measured.map((l) => l.length));
for (const [name, score] of [
  ['AUC of Ms - mb (published)', difference(1)],
  ['AUC of Ms - 1.25 mb (published)', difference(1.25)],
  ['AUC of our mb:Ms term', term('mb:Ms')],
  ['AUC of mb:Ms and depth', (s) => s.screening.sourceSum],
  ['AUC of all terms', (s) => s.screening.sum],
])
  row(name, ...measured.map((l) => f3(auc(explosions.map(score), l.map(score)))));
const selby = (s) => s.Ms.value - s.mb.value > -0.64;
const out = (s) => s.screening.verdict === 'screened_out';
row('explosions out, Selby line', ...measured.map(() => f3(share(explosions, selby))));
row('earthquakes out, Selby line', ...measured.map((l) => f3(share(l, selby))));
row('explosions wrongly screened out', ...measured.map(() => f3(share(explosions, out))));
row(
  'explosions, score alone above 0',
  ...measured.map(() => f3(share(explosions, (s) => (s.screening.score ?? -1) > 0))),
);
row('earthquakes screened out', ...measured.map((l) => f3(share(l, out))));
row('all earthquakes screened out, also without Ms', ...sets.map(([, l]) => f3(share(l, out))));
for (const verdict of [
  'earthquake_like',
  'undetermined',
  'explosion_like_unspecified',
  'consistent_with_nuclear_test',
]) {
  const is = (s) => s.verdict === verdict;
  row(
    `${verdict}: earthquakes (explosions ${f3(share(explosions, is))})`,
    ...sets.map(([, l]) => f3(share(l, is))),
  );
}
if (mode === '--tuning' || process.argv.includes('--wrong'))
  for (const { r, s } of both.filter((x) => out(x.s)))
    console.log(
      'wrong:',
      r.date,
      r.site,
      r.region_raw,
      r.mb,
      r.ms,
      s.screening.terms.map((t) => `${t.name} ${t.value.toFixed(2)}`).join(', '),
    );

const announced = clean.filter(
  (r) =>
    r.mb !== '' &&
    r.yield_lower_kt === r.yield_upper_kt &&
    number(r.yield_upper_kt) > 0 &&
    r.devices === '1' &&
    Number(r.mb) > 0,
);
const published = (r) =>
  (Number(r.mb) - (r.site === 'nevada' ? 3.92 : 4.45)) / (r.site === 'nevada' ? 0.81 : 0.75);
const estimates = announced.flatMap((r) => {
  const s = screen({ ...asEvent({ ...r, ms: '' }) });
  return s.yield === undefined ? [] : [{ r, y: s.yield, truth: Math.log10(Number(r.yield_upper_kt)) }];
});
const errors = (guess) => estimates.map((e) => guess(e) - e.truth);
const rms = (list) => Math.sqrt(list.reduce((sum, e) => sum + e * e, 0) / list.length);
const within = (list, factor) => share(list, (e) => Math.abs(e) <= Math.log10(factor));
console.log(`\nyields announced exactly: ${estimates.length}`);
row('measure', 'ours', 'published, site-aware', 'one relation (4.45, 0.75)');
row('---', '---', '---', '---');
const guesses = [(e) => Math.log10(e.y.kt), (e) => published(e.r), (e) => (Number(e.r.mb) - 4.45) / 0.75].map(
  errors,
);
row('rms of log10', ...guesses.map((g) => f3(rms(g))));
row('mean of log10', ...guesses.map((g) => f3(g.reduce((a, b) => a + b, 0) / g.length)));
row(
  'median of |log10|',
  ...guesses.map((g) => f3(g.map(Math.abs).sort((a, b) => a - b)[Math.floor(g.length / 2)])),
);
row('within a factor of 2', ...guesses.map((g) => f3(within(g, 2))));
row('within a factor of 3', ...guesses.map((g) => f3(within(g, 3))));
const covered = share(estimates, (e) => e.truth >= Math.log10(e.y.low) && e.truth <= Math.log10(e.y.high));
row('coverage of the 90 % interval', f3(covered), '', '');
for (const site of new Set(estimates.map((e) => e.r.site || e.r.region_raw))) {
  const of = estimates
    .filter((e) => (e.r.site || e.r.region_raw) === site)
    .map((e) => Math.log10(e.y.kt) - e.truth);
  if (of.length > 4)
    console.log(
      `  ${site}: n ${of.length}, rms ${f3(rms(of))}, mean ${f3(of.reduce((a, b) => a + b, 0) / of.length)}`,
    );
}

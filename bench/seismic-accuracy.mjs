// Accuracy of screening and yield on public catalogues, beside the published formulas (docs/evidence.md).
//
//   npm run build && node bench/seismic-accuracy.mjs [--tuning] [--wrong]
//
// Everything that was tuned was tuned on even years; what counts are the odd years (of the ISC/EHB list, 2005). --tuning
// measures the even years instead, --wrong lists the explosions that are wrongly screened out.
import { createReadStream, readFileSync } from 'node:fs';
import { readBulletin, screener } from '../dist/seismic/index.js';
import { seismicTables } from '../dist/store/seismic-tables.js';

const tuning = process.argv.includes('--tuning');
const isMeasured = (year) => (year % 2 === 0) === tuning;
const screen = screener(seismicTables());
const catalogue = (name) => new URL(`catalogues/${name}.csv`, import.meta.url);

const [heading, ...lines] = readFileSync(catalogue('explosions'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell]) => cell));
/** Array magnitudes known to be too high are left out: the screener refuses them anyway. */
const tests = lines
  .map((cells) => Object.fromEntries(heading.map((name, i) => [name, cells[i]])))
  .filter((row) => !['HFS', 'NOA'].includes(row.agency) && isMeasured(Number(row.date.slice(0, 4))));

const asEvent = (row, mb = row.mb, ms = row.Ms) => ({
  id: row.id,
  origins: [{ time: Date.parse(row.date) / 1000, lat: Number(row.lat), lon: Number(row.lon) }],
  magnitudes: [
    { type: 'mb', value: Number(mb), agency: row.agency },
    ...(ms === '' ? [] : [{ type: 'Ms', value: Number(ms), agency: row.agency }]),
  ],
});

async function earthquakes(name) {
  const events = [];
  for await (const batch of readBulletin(createReadStream(catalogue(name), 'utf8')))
    for (const item of batch) if ('event' in item) events.push(item.event);
  return events
    .filter(({ origins }) => isMeasured(new Date(origins[0].time * 1000).getUTCFullYear()))
    .map(screen);
}

/** Chance that a value of `high` is above one of `low`; ties count half (Mann & Whitney 1947). */
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
const row = (...cells) => console.log(`| ${cells.join(' | ')} |`);
const heads = (...cells) => {
  row(...cells);
  row(...cells.map(() => '---'));
};
const f3 = (value) => value.toFixed(3);

const explosions = tests.filter((r) => r.Ms !== '').map((r) => screen(asEvent(r)));
const lists = [await earthquakes('earthquakes-isc-ehb'), await earthquakes('earthquakes-centennial')];
const withBoth = lists.map((list) => list.filter((s) => s.mb && s.Ms));
const small = explosions.filter((s) => s.mb.value <= 5).length;
console.log(
  `${tuning ? 'Even years (tuned on)' : 'Odd years (held out)'}: ${explosions.length} underground explosions with mb and Ms, ${small} of them of mb 5 or less\n`,
);
heads('screening', 'ISC/EHB 2005-06', 'Centennial 1964-2007');
row('earthquakes with mb and Ms', ...withBoth.map((list) => list.length));
const difference = (slope) => (s) => s.Ms.value - slope * s.mb.value;
const mbMs = (s) => s.screening.terms.find((term) => term.name === 'mb:Ms')?.value ?? 0;
for (const [name, score] of [
  ['AUC, Ms - mb (published)', difference(1)],
  ['AUC, Ms - 1.25 mb (published)', difference(1.25)],
  ['AUC, term mb:Ms alone', mbMs],
  ['AUC, mb:Ms and depth', (s) => s.screening.sourceSum],
  ['AUC, all terms, place with them', (s) => s.screening.sum],
])
  row(name, ...withBoth.map((list) => f3(auc(explosions.map(score), list.map(score)))));
const aboveLine = (s) => s.Ms.value - s.mb.value > -0.64;
const isOut = (s) => s.screening.verdict === 'screened_out';
row('explosions out, Selby line (published)', ...lists.map(() => f3(share(explosions, aboveLine))));
row('**explosions wrongly screened out**', ...lists.map(() => f3(share(explosions, isOut))));
const away = explosions.filter((s) => (s.association?.probability ?? 0) < 0.05);
row(`of ${away.length} explosions away from any site`, ...lists.map(() => f3(share(away, isOut))));
row('earthquakes out, Selby line (published)', ...withBoth.map((list) => f3(share(list, aboveLine))));
row('**earthquakes screened out**', ...withBoth.map((list) => f3(share(list, isOut))));
row('earthquakes screened out, those without Ms too', ...lists.map((list) => f3(share(list, isOut))));
const mistaken = (s) => ['consistent_with_nuclear_test', 'explosion_like_unspecified'].includes(s.verdict);
row('earthquakes said to look like a test', ...lists.map((list) => f3(share(list, mistaken))));
if (process.argv.includes('--wrong'))
  for (const s of explosions.filter(isOut))
    console.log(s.id, s.mb.value, s.Ms.value, s.screening.terms.map((t) => t.value.toFixed(2)).join(' '));

const announced = tests.filter((r) => r.yieldKt !== '');
const yieldOf = (r, mb) => Math.log10(screen(asEvent(r, mb, '')).yield.kt);
const isUs = (r) => r.site === 'nevada' || (r.lat > 24 && r.lat < 50 && r.lon > -125 && r.lon < -66);
const errorsOf = (guess) => announced.map((r) => guess(r) - Math.log10(Number(r.yieldKt)));
const guesses = [
  errorsOf((r) => yieldOf(r, r.mb)),
  errorsOf((r) => yieldOf(r, r.mbSecond || r.mb)),
  errorsOf((r) => (isUs(r) ? (r.mb - 3.92) / 0.81 : (r.mb - 4.45) / 0.75)),
  errorsOf((r) => (r.mb - 4.45) / 0.75),
];
const covered = (mb) =>
  share(announced, (r) => {
    const { low, high } = screen(asEvent(r, mb(r), '')).yield;
    return Number(r.yieldKt) >= low && Number(r.yieldKt) <= high;
  });
console.log(`\nYields announced as one number: ${announced.length}\n`);
heads(
  'yield',
  'firstmove',
  'firstmove, mb of the second catalogue',
  'published, site-aware',
  'published, one relation',
);
const rms = (errors) => Math.sqrt(errors.reduce((sum, e) => sum + e * e, 0) / errors.length);
const within = (factor) => (errors) => share(errors, (e) => Math.abs(e) <= Math.log10(factor));
row('rms of log10', ...guesses.map(rms).map(f3));
row('mean of log10', ...guesses.map((errors) => f3(errors.reduce((a, b) => a + b, 0) / errors.length)));
row('within a factor of 2', ...guesses.map(within(2)).map(f3));
row('within a factor of 3', ...guesses.map(within(3)).map(f3));
row(
  'coverage of the 90 % interval',
  f3(covered((r) => r.mb)),
  f3(covered((r) => r.mbSecond || r.mb)),
  '',
  '',
);

// Times of a desk with many reports: first start, reopening, submitting, listing, searching, one report, corrections,
// export and import. Needs dist/ (npm run build).
//
//   node bench/store.mjs [REPORTS] [postgres://…]      10,000 reports in a temporary folder
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reportFromText } from '../dist/report/index.js';
import { openDesk } from '../dist/store/open-desk.js';

const count = Number(process.argv[2] ?? 10_000);
const database = process.argv[3];
const folder = mkdtempSync(join(tmpdir(), 'firstmove-store-'));
const place = database === undefined ? { data: join(folder, 'desk') } : { database };

let state = 1;
const random = () => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 2 ** 32;
};

/** Words whose frequencies fall with their rank as those of a language do (Zipf 1949): the n-th about as 1/n. */
const VOCABULARY = Array.from({ length: 30_000 }, (_, rank) => {
  let word = '';
  for (let rest = rank * 7 + 30; rest > 0; rest = Math.floor(rest / 20))
    word += 'etaoinshrdlcumwfgypb'[rest % 20];
  return word;
});
const cumulated = [];
for (const rank of VOCABULARY.keys()) cumulated.push((cumulated.at(-1) ?? 0) + 1 / (rank + 2.7));
function word() {
  const at = random() * cumulated.at(-1);
  let [low, high] = [0, VOCABULARY.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cumulated[middle] < at) low = middle + 1;
    else high = middle;
  }
  return VOCABULARY[low];
}
/** A report of about 3 kB: 600 words. */
const textOf = (number) => `Report ${number}\n3 March 2026\n${Array.from({ length: 600 }, word).join(' ')}.`;

const claimOf = (report, number) => ({
  id: `${report}-c${number}`,
  report,
  span: { start: number * 10, end: number * 10 + 8 },
  quote: 'whatever',
  speaker: { actor: 'RUS' },
  act: 'engage',
  actor: 'RUS',
  modality: 'offered',
  polarity: 'positive',
  confidence: 0.8,
});

const row = (what, value) => console.log(`| ${what.padEnd(52)} | ${value.padStart(20)} |`);
const ms = (time) => `${time < 10 ? time.toFixed(1) : Math.round(time)} ms`;

async function once(what, work) {
  const start = performance.now();
  const result = await work();
  row(what, ms(performance.now() - start));
  return result;
}

/** The median and the slowest of several times. */
async function often(what, times, work) {
  const taken = [];
  for (let time = 0; time < times; time += 1) {
    const start = performance.now();
    await work(time);
    taken.push(performance.now() - start);
  }
  taken.sort((a, b) => a - b);
  row(what, `${ms(taken[times >> 1])}, at most ${ms(taken.at(-1))}`);
}

const bytesBelow = (path) =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);

try {
  row(`${count} reports, ${database === undefined ? 'PGlite' : 'Postgres server'}`, 'time');
  let desk = await once('first start', () => openDesk(place));
  const ids = [];
  const start = performance.now();
  for (let number = 0; number < count; number += 1) {
    const { id } = await desk.submit(reportFromText(textOf(number)));
    await desk.keepReading(id, {
      claims: Array.from({ length: 8 }, (_, index) => claimOf(id, index + 1)),
      sentences: Array.from({ length: 25 }, (_, index) => ({ start: index * 100, end: index * 100 + 99 })),
    });
    ids.push(id);
  }
  row('submit a report and keep its reading, each', ms((performance.now() - start) / count));
  const any = () => ids[Math.floor(random() * ids.length)];

  await once('close', () => desk.close());
  if (database === undefined) row('on the disk', `${Math.round(bytesBelow(folder) / 1e6)} MB`);
  desk = await once('reopen', () => openDesk(place));
  await often('waiting', 5, () => desk.waiting());
  await often('list: first 50', 21, () => desk.reports({ limit: 50 }));
  let { next } = await desk.reports({ limit: 50 });
  await often('list: the pages after it', 21, async () => {
    ({ next } = await desk.reports({ limit: 50, before: next }));
  });
  for (const [what, search] of [
    ['a word of nearly every report', VOCABULARY[3]],
    ['a word of one in ten', VOCABULARY[600]],
    ['a rare word', VOCABULARY[29_000]],
    ['three words', `${VOCABULARY[3]} ${VOCABULARY[40]} ${VOCABULARY[600]}`],
    ['a word of none', 'zzzz'],
  ]) {
    const { total } = await desk.reports({ limit: 50, search });
    await often(`search: ${what} (${total} found)`, 11, () => desk.reports({ limit: 50, search }));
  }
  await often('one report with its claims', 101, () => desk.report(any()));
  await often('correct a claim', 101, async () => {
    const report = any();
    await desk.correct({ report, claim: `${report}-c3`, verdict: 'reject', by: 'Ann' });
  });
  await often('corrections of a report', 101, () => desk.corrections(any()));
  await often('submit one more', 101, (time) => desk.submit(reportFromText(textOf(count + time))));
  const lines = [];
  await once('export', async () => {
    for await (const line of desk.export()) lines.push(line);
  });
  row('lines exported', `${lines.length}`);
  await desk.close();
  if (database === undefined) {
    const copy = await openDesk({ data: join(folder, 'copy') });
    await once('import', () => copy.import(lines));
    await copy.close();
  }
  row('memory of the process at its largest', `${Math.round(process.resourceUsage().maxRSS / 1e3)} MB`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

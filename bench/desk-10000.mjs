// 10,000 reports on the desk: how long every address of the page takes. Needs dist/ (npm run build).
//
//   node bench/desk-10000.mjs [REPORTS]
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { claimsFromReport, knownNames } from '../dist/claims/index.js';
import { reportFromText } from '../dist/report/index.js';
import { openDesk } from '../dist/store/open-desk.js';
import { openBox } from '../dist/store/standoff-box.js';
import { median, served, timed } from './served.mjs';

const reports = Number(process.argv[2] ?? 10_000);
const TIMES = 5;
const folder = mkdtempSync(join(tmpdir(), 'firstmove-10000-'));
const data = join(folder, 'desk');

const root = new URL('../standoffs/nuclear-testing/reports/', import.meta.url);
const sample = readFileSync(fileURLToPath(new URL('sample.txt', root)), 'utf8');
const { analyser, lexicon } = openBox();
const names = knownNames(lexicon);
// One reading, given to every report under its own ids: what is measured is the desk, not the reader.
const model = reportFromText(sample);
const tree = analyser.read(model.text, names);
const claims = claimsFromReport(model, tree, lexicon);
const sentences = tree.sentences.map(({ start, end }) => ({ start, end }));

const filling = performance.now();
// Eight claims each as the store's own bench has them; the last, which is looked at, has all of the sample's.
const desk = await openDesk({ data });
let last = '';
for (let number = 0; number < reports; number++) {
  const report = reportFromText(`${sample}\nCopy ${number}.`, { source: `copy-${number}.txt` });
  await desk.submit(report);
  await desk.keepReading(report.id, {
    sentences,
    claims: claims.slice(0, number === reports - 1 ? claims.length : 8).map((claim) => ({
      ...claim,
      id: claim.id.replace(model.id, report.id),
      report: report.id,
    })),
  });
  last = report.id;
}
await desk.close();
console.log(`${reports} reports stored in ${((performance.now() - filling) / 1000).toFixed(0)} s`);

const opening = performance.now();
const { address, close } = await served(data);
console.log(`the desk opened in ${((performance.now() - opening) / 1000).toFixed(1)} s`);
const { next } = await (await fetch(new URL('/reports.json', address))).json();
let slow = 0;
for (const path of [
  '/',
  '/index.json',
  '/reports.json',
  `/reports.json?before=${encodeURIComponent(next)}`,
  '/reports.json?search=copy%2077',
  '/reports.json?search=dialogue',
  `/reports/${last}.json`,
  `/brief.json?reports=${last}`,
  `/standoff.json?reports=${last}`,
  `/standoff.json?reports=${last}&set=USA.engage=Y`,
  '/standoff.json?record=1',
  '/outcomes.json',
  '/ledger.json',
  '/ledger/tests.json',
  '/ledger/timeline.json',
  '/ledger/search.json?q=moratorium',
  '/models.json',
  '/bulletins.json',
  '/ready',
]) {
  const first = await timed(address, path);
  const times = [first.ms];
  for (let i = 1; i < TIMES; i++) times.push((await timed(address, path)).ms);
  if (Math.max(...times) > 1000) slow += 1;
  console.log(
    `${first.ms.toFixed(0).padStart(6)} ms at first, ${median(times).toFixed(0).padStart(5)} ms the median, ${(first.bytes / 1000).toFixed(0).padStart(6)} kB  ${path}`,
  );
}
await close();
rmSync(folder, { recursive: true, force: true });
console.log(slow === 0 ? 'every address answers within 1 s' : `${slow} addresses took longer than 1 s`);
process.exitCode = slow === 0 ? 0 : 1;

// 10,000 reports on the desk: how long every address of the page takes. Needs dist/ (npm run build).
//
//   node bench/desk-10000.mjs [REPORTS]
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { claimsFromReport, knownNames } from '../dist/claims/index.js';
import { reportFromText } from '../dist/report/index.js';
import { canonicalJson } from '../dist/store/canonical-json.js';
import { openDesk } from '../dist/store/open-desk.js';
import { openBox } from '../dist/store/standoff-box.js';
import { stated, validTimes } from '../dist/store/statement.js';
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
let last = '';
let clock = Date.parse('2026-01-01T00:00:00Z');

/** The lines that an export of the full desk would have. Eight claims each; the last, which is looked at, has all. */
function* lines() {
  for (let number = 0; number < reports; number++) {
    const { id, text, publishedAt, ...heading } = reportFromText(`${sample}\nCopy ${number}.`, {
      source: `copy-${number}.txt`,
    });
    const own = claims.slice(0, number === reports - 1 ? claims.length : 8).map((claim) => ({
      ...claim,
      id: claim.id.replace(model.id, id),
      report: id,
    }));
    const act = (kind, recorded, content, more = {}) =>
      canonicalJson(stated({ kind, subject: id, recorded, content, ...more }));
    const [received, read] = [clock++, clock++].map((ms) => new Date(ms).toISOString());
    yield act(
      'report',
      received,
      { ...heading, publishedAt },
      { ...validTimes(publishedAt, publishedAt), original: text },
    );
    for (const claim of own) yield act('claim', read, claim, validTimes(claim.time?.from, claim.time?.to));
    yield act('reading', read, { claims: own.map((claim) => claim.id), sentences });
    last = id;
  }
}

const desk = await openDesk({ data });
await desk.import(lines());
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

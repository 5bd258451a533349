// 100 reports of 50 kB sent to the desk at once: how long until all are taken and read, whether any is lost, and how
// long the first page takes to answer meanwhile. Ends with 1 where one is lost. Needs dist/ (npm run build).
//
//   node bench/desk-load.mjs [REPORTS] [KILOBYTES]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { median, served, timed } from './served.mjs';

const [reports = 100, kilobytes = 50] = process.argv.slice(2).map(Number);
const SENTENCES = [
  'Russia said on Tuesday that it would resume nuclear testing if the United States tested first.',
  'The spokesman told reporters that consultations would continue over the following weeks.',
  'China denied that it had carried out a test and called the claim groundless.',
  'The United States has signed the test-ban treaty but has not ratified it.',
  'Analysts noted that harvests in the region had been poor for the third year in a row.',
  'Moscow will not enter talks unless Washington guarantees its security.',
];

/** A report of about so many kilobytes that no other equals. */
function textOf(number) {
  const lines = [`Report ${number} of the load\n5 November 2025`];
  for (let length = 0, i = number; length < kilobytes * 1000; i++) {
    const sentence = `${SENTENCES[(i * 7 + number) % SENTENCES.length]} (${i})`;
    length += sentence.length + 1;
    lines.push(sentence);
  }
  return lines.join('\n');
}

const folder = mkdtempSync(join(tmpdir(), 'firstmove-load-'));
const { address, close } = await served(join(folder, 'desk'));
const [taking, latencies] = [[], []];
let watching = true;
let during = taking;
const watcher = (async () => {
  while (watching) {
    // Counted where it was asked.
    const list = during;
    list.push((await timed(address, '/index.json')).ms);
    await sleep(50);
  }
})();

const start = performance.now();
const seconds = () => ((performance.now() - start) / 1000).toFixed(1);
const ids = await Promise.all(
  Array.from({ length: reports }, async (_, number) => {
    const response = await fetch(new URL('/reports', address), {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: textOf(number),
    });
    if (response.status !== 202) throw new Error(`report ${number}: ${response.status}`);
    return (await response.json()).reports[0].id;
  }),
);
console.log(`${ids.length} reports of ${kilobytes} kB taken in ${seconds()} s`);
during = latencies;
const tell = (what, list) =>
  console.log(
    `/index.json while ${what}: median ${median(list).toFixed(0)} ms, longest ${Math.max(...list).toFixed(0)} ms, of ${list.length}`,
  );
tell('they are taken', taking);

const stateOf = async (id) => (await (await fetch(new URL(`/reports/${id}.json`, address))).json()).report;
for (let left = ids.length; left > 0; ) {
  await sleep(1000);
  const { reports: listed } = await (await fetch(new URL('/reports.json?limit=200', address))).json();
  left = listed.filter(({ state }) => state === 'waiting').length;
}
console.log(`all read after ${seconds()} s`);
watching = false;
await watcher;
tell('they are read', latencies);
const lost = [];
for (const id of ids) {
  const { state, claims } = await stateOf(id);
  if (state !== 'read' || claims === 0) lost.push(id);
}
console.log(`lost or not read: ${lost.length}`);
await close();
rmSync(folder, { recursive: true, force: true });
process.exitCode = lost.length === 0 ? 0 : 1;

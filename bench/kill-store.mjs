// Kills a process that writes to a desk with SIGKILL at random moments and looks whether anything it had acknowledged is
// lost. Needs dist/ (npm run build). Ends with 1 where something is lost or the desk does not open.
//
//   node bench/kill-store.mjs [KILLS] [SEED]      50 kills on one desk
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { reportFromText } from '../dist/report/index.js';
import { openDesk } from '../dist/store/open-desk.js';

/** The text of a report, so that what comes back can be compared: some short, some of 50 kB. */
const textOf = (name) =>
  `Report ${name}\n${`Russia said it would resume talks if ${name} did. `.repeat(name.length % 3 === 0 ? 1_000 : 20)}`;

const claimOf = (report) => ({
  id: `${report}-c1`,
  report,
  span: { start: 0, end: 6 },
  quote: 'Report',
  speaker: { actor: 'RUS' },
  act: 'engage',
  actor: 'RUS',
  modality: 'offered',
  polarity: 'positive',
  confidence: 1,
});

/** Writes to the desk for ever, and says on standard output what the desk has acknowledged. */
async function write(folder, round) {
  const desk = await openDesk({ data: folder });
  const acknowledge = (...words) => writeSync(1, `${words.join(' ')}\n`);
  for (let number = 0; ; number += 1) {
    const name = `${round}-${'x'.repeat(number % 7)}${number}`;
    const { id } = await desk.submit(reportFromText(textOf(name)));
    acknowledge('report', id, name);
    if (number % 2 === 0) continue;
    await desk.keepReading(id, { claims: [claimOf(id)], sentences: [] });
    acknowledge('reading', id);
    const { id: correction } = await desk.correct({
      report: id,
      claim: `${id}-c1`,
      verdict: 'reject',
      by: 'Ann',
    });
    acknowledge('correction', id, correction);
    const model = await desk.saveModel({ name, yaml: textOf(name), by: 'Ann' });
    acknowledge('model', model.id, name);
  }
}

/** What of the acknowledged is not on the desk as it was given. */
async function lost(desk, acknowledged) {
  const missing = [];
  for (const line of acknowledged) {
    const [kind, id, more] = line.split(' ');
    const found = {
      report: async () => (await desk.report(id))?.text === textOf(more),
      reading: async () => (await desk.report(id))?.state === 'read',
      correction: async () => (await desk.corrections(id)).some((correction) => correction.id === more),
      model: async () => (await desk.model(id))?.yaml === textOf(more),
    };
    if (!(await found[kind]())) missing.push(line);
  }
  return missing;
}

/**
 * One process, killed `wait` milliseconds after its start or, with `atWork`, after its first acknowledgement; what it had
 * acknowledged until then.
 */
async function killed(folder, round, atWork, wait) {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), '--write', folder, String(round)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (text) => {
    said += text;
  });
  const ended = new Promise((resolve) => child.once('close', (_, signal) => resolve(signal)));
  if (atWork) await Promise.race([new Promise((resolve) => child.stdout.once('data', resolve)), ended]);
  await Promise.race([sleep(wait), ended]);
  child.kill('SIGKILL');
  if ((await ended) !== 'SIGKILL') throw new Error('the writing process ended by itself');
  // A line is whole or it was not yet said.
  return said.split('\n').slice(0, -1);
}

async function main(kills, seed) {
  const folder = mkdtempSync(join(tmpdir(), 'firstmove-kill-'));
  let state = seed;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const acknowledged = [];
  let [taken, slowest, failed] = [0, 0, 0];
  try {
    for (let round = 1; round <= kills; round += 1) {
      // Every fifth while the database is being made or opened, the others in the midst of their acts.
      const atWork = round % 5 !== 0;
      const said = await killed(join(folder, 'desk'), round, atWork, random() * (atWork ? 700 : 1_500));
      acknowledged.push(...said);
      const start = performance.now();
      const desk = await openDesk({ data: join(folder, 'desk') }, { say: () => (taken += 1) });
      slowest = Math.max(slowest, performance.now() - start);
      // The last kill's acts each time, all of them at the end.
      const missing = await lost(desk, round === kills ? acknowledged : said);
      failed += missing.length;
      for (const line of missing) console.error(`lost after kill ${round}: ${line}`);
      // Every line of the export is whole, and a reading never comes without its claims.
      const lines = [];
      if (round % 10 === 0) for await (const line of desk.export()) lines.push(line);
      await desk.close();
      if (lines.length > 0) {
        const copy = await openDesk({ data: join(folder, `copy-${round}`) });
        await copy.import(lines);
        await copy.close();
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(
    `${kills} kills (seed ${seed}): ${acknowledged.length} acts acknowledged, ${failed} lost; ${taken} locks taken over; slowest reopening ${Math.round(slowest)} ms`,
  );
  if (failed > 0 || acknowledged.length === 0) process.exitCode = 1;
}

const args = process.argv.slice(2);
if (args[0] === '--write') await write(args[1], args[2]);
else await main(Number(args[0] ?? 50), Number(args[1] ?? 1));

// Times the ledger: loading from files, a status query, checks of sentences, and growth to a million facts. Prints each
// figure beside its aim as a ratio (above 1 is better than the aim). By hand after `npm run build`:
//   node bench/ledger.mjs [largest number of facts]
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { checkStatement, ledgerFromFiles, treatyStatus, vocabularyOf } from '../dist/ledger/index.js';
import { rowsOf } from '../dist/ledger/rows.js';
import { boxFolder, readStandoffFiles } from '../dist/store/standoff-files.js';

const largest = Number(process.argv[2] ?? 1_000_000);

/** Processor time where the work is our own, so that other work on the machine counts less; wall time for processes. */
const timed = (task, wall = false) => {
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  const value = task();
  const { user, system } = process.cpuUsage(cpu);
  return { value, ms: wall ? performance.now() - start : (user + system) / 1000 };
};
const report = (what, value, unit, aim, better = 'less') => {
  const ratio = better === 'less' ? aim / value : value / aim;
  console.log(
    `${what.padEnd(52)} ${value.toFixed(value < 10 ? 3 : 0).padStart(9)} ${unit.padEnd(9)} aim ${aim} ${unit}, ratio ${ratio.toFixed(2)}`,
  );
};

// The first load of a process, with files read: what a command waits for.
const load = timed(() => {
  const files = readStandoffFiles(boxFolder);
  return { files, ledger: ledgerFromFiles(files) };
});
const { files, ledger } = load.value;
report('load of the whole ledger from files, cold', load.ms, 'ms', 150);
const again = Array.from(
  { length: 5 },
  () => timed(() => ledgerFromFiles(readStandoffFiles(boxFolder))).ms,
).sort((a, b) => a - b);
report('load of the whole ledger from files, warm median', again[2], 'ms', 150);
const words = timed(() => vocabularyOf(ledger, files));
console.log(`vocabulary for reading sentences: ${words.ms.toFixed(0)} ms`);

const days = Array.from({ length: 365 }, (_, day) =>
  new Date(Date.UTC(2012, 0, 1 + day * 13)).toISOString().slice(0, 10),
);
for (const asOf of days) treatyStatus(ledger, 'ctbt', { asOf });
const status = timed(() => {
  for (const asOf of days) treatyStatus(ledger, 'ctbt', { asOf });
});
report('a status query (196 states, any day)', status.ms / days.length, 'ms', 1);

const table = fileURLToPath(new URL('../tests/check-sentences.csv', import.meta.url));
const sentences = rowsOf(new Map([['table', readFileSync(table, 'utf8')]]), 'table');
const round = () => {
  for (const { statement, asOf } of sentences) checkStatement(ledger, words.value, statement, { asOf });
};
for (let warm = 0; warm < 5; warm++) round();
const checks = timed(() => {
  for (let count = 0; count < 10; count++) round();
});
report(
  'checks a second (reading and judging)',
  (sentences.length * 10_000) / checks.ms,
  'checks/s',
  10_000,
  'more',
);

const cli = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
for (const args of [
  ['check', 'Russia has not tested since 1990.'],
  ['status', 'ctbt'],
]) {
  const runs = Array.from(
    { length: 5 },
    () => timed(() => spawnSync(process.execPath, [cli, ...args]), true).ms,
  ).sort((a, b) => a - b);
  report(`firstmove ${args[0]} from a cold process, median of 5`, runs[2], 'ms', 500);
}

// Growth: acts of invented treaties, 200 states each, beside the real rows.
console.log('\nfacts        load ms   µs a fact   status ms   growth of load for ten times the facts');
const states = [...ledger.names.keys()].filter((code) => /^[A-Z]{3}$/.test(code)).slice(0, 200);
let before;
for (let facts = 1_000; facts <= largest; facts *= 10) {
  const treaties = Math.ceil(facts / (states.length * 2));
  const acts = ['treaty,state,act,date,recorded,note,otherDates,basis,source'];
  for (let treaty = 0; treaty < treaties; treaty++) {
    for (const [index, state] of states.entries()) {
      const year = 1950 + ((treaty * 7 + index) % 70);
      acts.push(
        `t${treaty},${state},signature,${year}-03-01,,,,,bench`,
        `t${treaty},${state},ratification,${year + 1}-09-15,,,,,bench`,
      );
    }
  }
  const many = new Map([
    ['ledger.yaml', 'collectedUntil: { tests: 2026-01-01, treaties: 2026-01-01, statements: 2026-01-01 }'],
    ['actors.csv', files.get('actors.csv')],
    [
      'treaties.csv',
      `treaty,title,opened,inForce,ended,rule,source\n${Array.from({ length: treaties }, (_, index) => `t${index},Treaty ${index},1950-01-01,,,,bench`).join('\n')}\n`,
    ],
    ['treaty-acts.csv', acts.slice(0, facts + 1).join('\n')],
  ]);
  const grown = timed(() => ledgerFromFiles(many));
  treatyStatus(grown.value, 't0', { asOf: '2000-01-01' });
  const query = timed(() => {
    for (let count = 0; count < 20; count++)
      treatyStatus(grown.value, `t${count % treaties}`, { asOf: '2000-01-01' });
  });
  console.log(
    `${String(facts).padEnd(10)} ${grown.ms.toFixed(0).padStart(9)} ${((grown.ms * 1000) / facts).toFixed(2).padStart(11)} ${(query.ms / 20).toFixed(3).padStart(11)} ${before === undefined ? '' : (grown.ms / before).toFixed(1).padStart(8)}`,
  );
  before = grown.ms;
}

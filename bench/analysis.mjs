// Times the whole analysis (every concept, decision maker and state) on conflicts of growing size, and prints the
// published figures of GMCR+ beside it. Run by hand after `npm run build`: node bench/analysis.mjs [largest options]
import { performance } from 'node:perf_hooks';
import { CONCEPTS, conflictOf, equilibriumOf, verdictsOf } from '../dist/analysis/index.js';
import { and, iff, ifThen, not, option, or, statement } from '../dist/model/index.js';

/** A repeatable random number generator (mulberry32). */
function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A conflict whose decision makers share the options evenly and hold as many statements as there are options. */
function conflict(makers, options, { infeasible = [], seed = 1 } = {}) {
  const random = randomFrom(seed);
  const ids = Array.from({ length: options }, (_, index) => `o${index}`);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const literal = () => (random() < 0.5 ? option(pick(ids)) : not(option(pick(ids))));
  const formula = () => (random() < 0.3 ? literal() : pick([and, or, iff, ifThen])(literal(), literal()));
  const names = Array.from({ length: makers }, (_, index) => `M${index}`);
  return {
    title: '',
    options: ids.map((id, index) => ({
      id,
      name: id,
      owners: [names[Math.floor((index * makers) / options)]],
      direction: 'both',
    })),
    decisionMakers: names.map((name) => ({
      id: name,
      name,
      preferences: Array.from({ length: options }, () => statement(formula())),
    })),
    infeasible,
    positions: [],
  };
}

function time(model) {
  const start = performance.now();
  const prepared = conflictOf(model);
  const verdicts = verdictsOf(prepared, CONCEPTS);
  const equilibria = [...verdicts.values()].map((stable) =>
    equilibriumOf(stable).reduce((sum, yes) => sum + yes, 0),
  );
  return { ms: performance.now() - start, states: prepared.space.count, equilibria };
}

function median(model, runs) {
  const all = Array.from({ length: runs }, () => time(model));
  all.sort((a, b) => a.ms - b.ms);
  return all[runs >> 1];
}

const memory = () => `${Math.round(process.memoryUsage.rss() / 1e6)} MB resident`;
const line = (label, { ms, states }, note = '') =>
  console.log(
    `${label.padEnd(44)} ${String(states).padStart(9)} states ${ms.toFixed(1).padStart(9)} ms  ${note}`,
  );

console.log('Nash, GMR, SMR, SEQ, SIM and symmetric SEQ for every decision maker and state');
time(conflict(2, 10));
const two = median(conflict(2, 13), 5);
line(
  '2 decision makers, 13 options',
  two,
  `GMCR+ 152,000 ms, 1.24 GB (published): ${Math.round(152_000 / two.ms)} times faster; ${memory()}`,
);
const three = median(conflict(3, 12), 5);
line(
  '3 decision makers, 12 options',
  three,
  `GMCR+ 107,000 ms (published): ${Math.round(107_000 / three.ms)} times faster; ${memory()}`,
);

const largest = Number(process.argv[2] ?? 20);
let before;
for (let options = 10; options <= largest; options++) {
  const now = options <= 16 ? median(conflict(4, options), 3) : time(conflict(4, options));
  line(
    `4 decision makers, ${options} options`,
    now,
    `${before === undefined ? '' : `${(now.ms / before.ms).toFixed(2)}-fold; `}${memory()}`,
  );
  before = now;
}
// 20 options in groups of which some combinations are ruled out: 138,240 feasible states.
const groups = [
  [0, 1, 2],
  [3, 4],
  [5, 6],
  [7, 8, 9, 10],
].map((group) => group.map((bit) => option(`o${bit}`)));
const exclusive = groups.flatMap((group) =>
  group.flatMap((a, place) => group.slice(place + 1).map((b) => and(a, b))),
);
line('4 decision makers, 20 options, ruled out', time(conflict(4, 20, { infeasible: exclusive })), memory());

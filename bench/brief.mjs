// `node bench/brief.mjs [CLAIMS]`: from positions to the brief for many claims, and first moves at 24 options, in milliseconds.
import { firstMovesFor } from '../dist/analysis/index.js';
import { briefOf } from '../dist/brief/index.js';
import { claimsFromReport, knownNames } from '../dist/claims/index.js';
import { option, parseFormula } from '../dist/model/index.js';
import { reportFromText } from '../dist/report/index.js';
import { openBox } from '../dist/store/standoff-box.js';

const wanted = Number(process.argv[2] ?? 1000);
const { analyser, lexicon, ledger, kinds, positionRows } = openBox();

const STATES = [
  'Russia',
  'China',
  'The United States',
  'France',
  'Britain',
  'India',
  'Pakistan',
  'Israel',
  'Ukraine',
  'Iran',
];
const DEEDS = [
  'test nuclear weapons',
  'resume dialogue',
  'ratify the CTBT',
  'cease fire',
  'observe the limits of New START',
];
const HOW = [
  (a, x, b, y) => `${a} will ${x} if ${b} agrees to ${y}.`,
  (a, x) => `${a} refuses to ${x}.`,
  (a, x, b, y) => `${a} will ${x} only after ${b} begins to ${y}.`,
  (a, _, b, y) => `${a} urged ${b} to ${y}.`,
];
const pick = (list, n) => list[n % list.length];
const sentence = (n) =>
  pick(HOW, n)(pick(STATES, n), pick(DEEDS, n >> 1), pick(STATES, n + 3), pick(DEEDS, n >> 2));

// Reports of twenty sentences each, a day apart, until there are claims enough.
const reports = [];
for (let n = 0, claims = 0; claims < wanted; n++) {
  const day = new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10);
  const words = Array.from({ length: 20 }, (_, at) => sentence(20 * n + at)).join(' ');
  const report = reportFromText(`Report ${n}\n${words}\n`, { publishedAt: day });
  const tree = analyser.read(report.text, knownNames(lexicon));
  const found = claimsFromReport(report, tree, lexicon);
  reports.push({ report, sentences: tree.sentences, claims: found });
  claims += found.length;
}
const timed = (work) => {
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return `${times[2].toFixed(0)} ms (${times[0].toFixed(0)}–${times[4].toFixed(0)})`;
};
const count = reports.reduce((sum, { claims }) => sum + claims.length, 0);
console.log(
  `${count} claims of ${reports.length} reports to a brief: ${timed(() => briefOf(reports, ledger, kinds, { today: '2026-01-01', asOf: '2026-01-01', positionRows }))}, aim 300 ms`,
);
const [first] = reports;
console.log(
  `one report of ${first.claims.length} claims: ${timed(() => briefOf([first], ledger, kinds, { today: '2026-01-01', asOf: '2026-01-01', positionRows }))}`,
);

// First moves among 24 options in rings and chains of conditions.
const options = Array.from({ length: 24 }, (_, at) => `S${at % 6}.o${at}`);
const positions = options.flatMap((id, at) => [
  {
    id: `p${at}`,
    holder: id.split('.')[0],
    kind: 'offer',
    formula: parseFormula(`${id} if ${options[(at + 1) % 24]} and ${options[(at + 5) % 24]}`),
    strength: 1,
    claims: [],
    facts: [],
  },
]);
console.log(
  `first moves at 24 options: ${timed(() => firstMovesFor({ positions, options, taken: new Set() }, option(options[0])))}, aim 1,000 ms`,
);

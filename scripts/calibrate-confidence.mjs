// Fits how sure the reader is of a claim on the development half of the gold set, prints a reliability table in which no
// report is judged by a fit that it had a part in (ten parts), and writes lexicon/confidence.yaml: node scripts/calibrate-confidence.mjs
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readGold } from './score-claims/gold.mjs';
import { matchClaims } from './score-claims/match.mjs';
import { readReports } from './score-claims/reader.mjs';
import { build, root } from './setup.mjs';

const RIDGE = 4;
const STEPS = 300;
const PARTS = 10;
const RATE = 2;

build();
const rows = (await readReports(readGold(join(root, 'tests/gold/development')))).flatMap(
  ({ report, tree, claims, signals }) => {
    const { pairs } = matchClaims(claims, report.claims, tree.sentences, true);
    const right = new Set(pairs.map(({ i }) => i));
    return claims.map((_, i) => ({ report: report.name, signals: signals[i], right: right.has(i) ? 1 : 0 }));
  },
);

const chance = (weights, signals) =>
  1 / (1 + Math.exp(-signals.reduce((sum, signal) => sum + (weights.get(signal) ?? 0), 0)));

/** Logistic regression with a ridge on all weights but the base, by gradient descent. */
function weightsFor(samples) {
  const weights = new Map(samples.flatMap(({ signals }) => signals.map((signal) => [signal, 0])));
  for (let step = 0; step < STEPS; step++) {
    const slope = new Map();
    for (const { signals, right } of samples) {
      const miss = right - chance(weights, signals);
      for (const signal of signals) slope.set(signal, (slope.get(signal) ?? 0) + miss);
    }
    for (const [signal, weight] of weights) {
      const pull = signal === 'base' ? 0 : RIDGE * weight;
      weights.set(signal, weight + (RATE * ((slope.get(signal) ?? 0) - pull)) / samples.length);
    }
  }
  return weights;
}

const reports = [...new Set(rows.map(({ report }) => report))];
const partOf = new Map(reports.map((report, at) => [report, at % PARTS]));
const judged = Array.from({ length: PARTS }, (_, part) => part).flatMap((left) => {
  const weights = weightsFor(rows.filter(({ report }) => partOf.get(report) !== left));
  return rows
    .filter(({ report }) => partOf.get(report) === left)
    .map(({ signals, right }) => ({ confidence: chance(weights, signals), right }));
});
const bins = [0, 0.25, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01];
console.log('confidence    claims   said   right');
for (const [index, from] of bins.slice(0, -1).entries()) {
  const inside = judged.filter(({ confidence }) => confidence >= from && confidence < bins[index + 1]);
  const mean = (of) =>
    (inside.reduce((sum, row) => sum + of(row), 0) / Math.max(inside.length, 1)).toFixed(2);
  console.log(
    `${from.toFixed(2)} to ${Math.min(bins[index + 1], 1).toFixed(2)}    ${String(inside.length).padStart(5)}   ${mean(({ confidence }) => confidence)}    ${mean(({ right }) => right)}`,
  );
}
const brier =
  judged.reduce((sum, { confidence, right }) => sum + (confidence - right) ** 2, 0) / judged.length;
console.log(
  `Brier score ${brier.toFixed(3)}; always saying the mean would give ${variance(rows).toFixed(3)}`,
);

function variance(samples) {
  const mean = samples.reduce((sum, { right }) => sum + right, 0) / samples.length;
  return mean * (1 - mean);
}

const weights = [...weightsFor(rows)].sort(([a], [b]) => (a < b ? -1 : 1));
writeFileSync(
  join(root, 'standoffs/nuclear-testing/lexicon/confidence.yaml'),
  `# How sure the reader is of a claim's act and actor: weights of a logistic regression (ridge ${RIDGE}) on ${rows.length} claims read
# from tests/gold/development, of which ${rows.filter(({ right }) => right).length} were right. Made by scripts/calibrate-confidence.mjs; do not edit by hand.
weights:
${weights.map(([signal, weight]) => `  "${signal}": ${weight.toFixed(3)}`).join('\n')}
`,
);

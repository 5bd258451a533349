// Learns whom a word stands for: a log-linear choice among candidates (Berger, Della Pietra and Della Pietra 1996) by their
// signs, with AdaGrad (Duchi, Hazan and Singer 2011) and a pull towards zero.
import { randomFrom } from '../train-analyser/random.mjs';

const RATE = 0.05;
const PULL = 1e-5;

/**
 * @param choices `{ candidates: [{ actor, signs }], gold: [code] }`; a choice none of whose candidates is gold teaches nothing.
 */
export function learnRanker(choices, { epochs, fewest, seed }) {
  const counts = new Map();
  for (const { candidates } of choices)
    for (const { signs } of candidates)
      for (const sign of signs) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  const rows = new Map();
  for (const [sign, count] of counts) if (count >= fewest) rows.set(sign, rows.size);
  const weights = new Float32Array(rows.size);
  const squares = new Float32Array(rows.size).fill(1e-2);
  const numbered = choices
    .map(({ candidates, gold }) => ({
      signs: candidates.map(({ signs }) => Int32Array.from(signs.flatMap((sign) => rows.get(sign) ?? []))),
      right: candidates.map(({ actor }) => gold.includes(actor)),
    }))
    .filter(({ right }) => right.includes(true));
  const random = randomFrom(seed);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const { signs, right } of random.shuffled(numbered)) {
      const scores = signs.map((own) => own.reduce((sum, row) => sum + weights[row], 0));
      const most = Math.max(...scores);
      const raised = scores.map((score) => Math.exp(score - most));
      const sum = raised.reduce((a, b) => a + b, 0);
      const share = 1 / right.filter(Boolean).length;
      for (const [c, own] of signs.entries()) {
        const slope = raised[c] / sum - (right[c] ? share : 0);
        if (Math.abs(slope) < 1e-4) continue;
        for (const row of own) {
          const gradient = slope + PULL * weights[row];
          squares[row] += gradient * gradient;
          weights[row] -= (RATE * gradient) / Math.sqrt(squares[row]);
        }
      }
    }
  }
  const kept = [...rows].filter(([, row]) => Math.abs(weights[row]) > 0.02);
  return new Map(kept.sort(([a], [b]) => (a < b ? -1 : 1)).map(([sign, row]) => [sign, weights[row]]));
}

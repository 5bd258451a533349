import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Analyser, analyserFromWeights } from '../text/index.ts';

/** Where they lie. */
export const ANALYSER_WEIGHTS = fileURLToPath(new URL('../../models/analyser.bin', import.meta.url));

/** The text analyser with the weights that ship with the project. */
export function readAnalyser(): Analyser {
  return analyserFromWeights(readFileSync(ANALYSER_WEIGHTS));
}

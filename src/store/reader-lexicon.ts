import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  claimNetworkFromWeights,
  claimWeightsFromBytes,
  type Lexicon,
  lexiconFromFiles,
} from '../claims/index.ts';
import { wordVectorsFromWeights } from '../text/index.ts';
import { ANALYSER_WEIGHTS } from './analyser-weights.ts';
import { boxFolder, textOf } from './standoff-files.ts';

const CLAIM_WEIGHTS = fileURLToPath(new URL('../../models/claims.bin', import.meta.url));

/** How sure the reader is was fitted on the stand-off in the box, and holds for others too until they are fitted themselves. */
const CONFIDENCE = 'lexicon/confidence.yaml';

/**
 * What the reader knows: the words of a stand-off, and the claim network that ships with the project.
 * @param files the stand-off's, as `readStandoffFiles` gives them.
 */
export function readLexicon(files: ReadonlyMap<string, string>): Lexicon {
  const weights = claimWeightsFromBytes(readFileSync(CLAIM_WEIGHTS));
  const vectors = wordVectorsFromWeights(readFileSync(ANALYSER_WEIGHTS));
  const fitted = files.has(CONFIDENCE) ? [] : [[CONFIDENCE, textOf(join(boxFolder, CONFIDENCE))] as const];
  return lexiconFromFiles(new Map([...files, ...fitted]), claimNetworkFromWeights(weights, vectors));
}

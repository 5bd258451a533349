import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  claimNetworkFromWeights,
  claimWeightsFromBytes,
  type Lexicon,
  lexiconFromFiles,
} from '../claims/index.ts';
import { wordVectorsFromWeights } from '../text/index.ts';
import { ANALYSER_WEIGHTS } from './analyser-weights.ts';

const CLAIM_WEIGHTS = fileURLToPath(new URL('../../models/claims.bin', import.meta.url));

/**
 * What the reader knows: the words of a stand-off, and the claim network that ships with the project.
 * @param files the stand-off's, as `readStandoffFiles` gives them.
 */
export function readLexicon(files: ReadonlyMap<string, string>): Lexicon {
  const weights = claimWeightsFromBytes(readFileSync(CLAIM_WEIGHTS));
  const vectors = wordVectorsFromWeights(readFileSync(ANALYSER_WEIGHTS));
  return lexiconFromFiles(files, claimNetworkFromWeights(weights, vectors));
}

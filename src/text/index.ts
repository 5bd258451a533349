export { type Analyser, analyserFromWeights, type KnownName, type NameFinder } from './analyser.ts';
export * from './tree.ts';
export { type WordVectors, wordVectorsFromWeights } from './word-vectors.ts';

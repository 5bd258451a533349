export { type Analyser, analyserFromWeights } from './analyser.ts';
export * from './tree.ts';

export * from './claim.ts';
export { claimsFromReport } from './from-report.ts';
export { type Lexicon, lexiconFromFiles } from './lexicon.ts';

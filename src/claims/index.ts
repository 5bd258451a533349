export * from './claim.ts';
export { claimsFromReport } from './from-report.ts';
export { knownNames } from './known-names.ts';
export { type Lexicon, lexiconFromFiles } from './lexicon.ts';

export * from './claim.ts';
export * from './corrected.ts';
export { claimsFromReport, claimsWithSignals } from './from-report.ts';
export { knownNames } from './known-names.ts';
export { type Lexicon, lexiconFromFiles } from './lexicon.ts';
export * from './model-answer.ts';
export { type Message, promptFor } from './model-prompt.ts';
export { type PloverEvent, ploverCsv, toPlover } from './to-plover.ts';

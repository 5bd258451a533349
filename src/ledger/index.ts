export * from './evidence-for-claim.ts';
export * from './fact.ts';
export { ledgerFromFiles } from './from-rows.ts';
export { judgeClaim } from './judge.ts';
export * from './judgement.ts';
export * from './ledger.ts';
export * from './standing.ts';
export { inSentence } from './state-name.ts';

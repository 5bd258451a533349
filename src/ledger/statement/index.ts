export { type CheckedStatement, checkStatement } from './check.ts';
export { ledgerSupposing, type SupposedLedger, UnsupposableError } from './supposed-fact.ts';
export { statementJson } from './to-json.ts';
export { type Vocabulary, vocabularyOf } from './vocabulary.ts';

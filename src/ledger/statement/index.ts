export { type CheckedStatement, checkStatement } from './check.ts';
export { statementJson } from './to-json.ts';
export { type Vocabulary, vocabularyOf } from './vocabulary.ts';

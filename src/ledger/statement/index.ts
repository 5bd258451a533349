export { type CheckedStatement, checkStatement } from './check.ts';
export { type Vocabulary, vocabularyOf } from './vocabulary.ts';

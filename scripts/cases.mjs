// `npm run cases`: runs every literate case and writes the outputs into the files, to be looked at before a commit.
process.env.REWRITE_CASES = '1';
process.argv.push('tests/cases.test.ts');
await import('./test.mjs');

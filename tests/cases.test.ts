import { describe, expect, it } from 'vitest';
import { caseFiles, readCase, runCase, writeCase } from './cases.ts';

// `npm run cases` rewrites the outputs; look at the difference before you commit it.
const rewrite = process.env.REWRITE_CASES === '1';

describe('literate cases', () => {
  it.each(caseFiles())('%s', (file) => {
    const text = readCase(file);
    const now = runCase(text);
    if (rewrite) writeCase(file, now);
    else expect(now).toBe(text);
  });
});

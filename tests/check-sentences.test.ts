import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkStatement, ledgerFromFiles, vocabularyOf } from '../src/ledger/index.ts';
import { rowsOf } from '../src/ledger/rows.ts';
import { boxFolder, readStandoffFiles } from '../src/store/standoff-files.ts';

const files = readStandoffFiles(boxFolder);
const ledger = ledgerFromFiles(files);
const vocabulary = vocabularyOf(ledger, files);
const table = (name: string) =>
  rowsOf(new Map([[name, readFileSync(join(import.meta.dirname, name), 'utf8')]]), name);

// Sentences in our own words, about half of them false or outdated as reports are; `fact` is the start of the id of a
// row that decides. A second table was written after the code was frozen (docs/verdicts.md).
describe.each(['check-sentences.csv', 'check-sentences-unseen.csv'])('%s', (name) => {
  it.each(table(name).map((row) => [row.statement!, row] as const))(
    '%s',
    (statement, { asOf, verdict, fact }) => {
      const checked = checkStatement(ledger, vocabulary, statement, { asOf: asOf! });
      expect(checked.verdict, checked.note).toBe(verdict);
      if (fact !== '')
        expect(checked.because.map((row) => row.fact).join('\n')).toMatch(
          new RegExp(`^${fact!.replace(/[.*+?()[\]\\|]/g, '\\$&')}`, 'm'),
        );
      if (verdict === 'outdated') expect(checked.until! <= asOf!).toBe(true);
      for (const { text, source } of checked.because)
        expect([text, source].every((words) => words !== '')).toBe(true);
      if (!['not-checkable', 'not-in-ledger'].includes(checked.verdict))
        expect(checked.because.length).toBeGreaterThan(0);
    },
  );

  it('gives verdicts that can be told apart', () => {
    const verdicts = new Set(table(name).map((row) => row.verdict));
    expect(verdicts.size).toBeGreaterThan(4);
  });
});

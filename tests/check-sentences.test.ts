import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkStatement, ledgerFromFiles, vocabularyOf } from '../src/ledger/index.ts';
import { boxFolder, readStandoffFiles } from '../src/store/standoff-files.ts';
import { rowsOf } from '../src/tables/index.ts';

const files = readStandoffFiles(boxFolder);
const ledger = ledgerFromFiles(files);
const vocabulary = vocabularyOf(ledger, files);
const table = (name: string) =>
  rowsOf(new Map([[name, readFileSync(join(import.meta.dirname, name), 'utf8')]]), name);
const UNDECIDED = ['not-checkable', 'not-in-ledger'];

// Sentences in our own words, half of them false or outdated as reports are; `fact` is the start of the id of a row that
// must be among those that decide.
describe('sentences and their verdicts', () => {
  const rows = table('check-sentences.csv');

  it.each(rows.map((row) => [row.statement!, row] as const))('%s', (statement, { asOf, verdict, fact }) => {
    const checked = checkStatement(ledger, vocabulary, statement, { asOf: asOf! });
    expect(checked.verdict, checked.note).toBe(verdict);
    if (fact !== '')
      expect(checked.because.map((row) => row.fact).some((id) => id.startsWith(fact!))).toBe(true);
    if (verdict === 'outdated') expect(checked.until! <= asOf!).toBe(true);
    for (const { text, source } of checked.because)
      expect([text, source].every((words) => words !== '')).toBe(true);
    if (!UNDECIDED.includes(verdict!)) expect(checked.because.length).toBeGreaterThan(0);
  });

  it('are many, and half of them are not so', () => {
    const wrong = rows.filter(({ verdict }) => !['supported', ...UNDECIDED].includes(verdict!));
    expect(rows.length).toBeGreaterThanOrEqual(300);
    expect(wrong.length / rows.filter(({ verdict }) => !UNDECIDED.includes(verdict!)).length).toBeGreaterThan(
      0.5,
    );
  });
});

// Written after the code was frozen and each set run once before any change; docs/verdicts.md has the figures of these
// runs. The verdicts stand as they were written then, also where the rules of docs/verdicts.md say otherwise.
describe.each([
  ['first', 0.98],
  ['second', 0.9],
])('the %s set of sentences that the code was not written for', (set, strict) => {
  const rows = table('check-sentences-unseen.csv').filter((row) => row.set === set);
  const judged = rows.map(({ statement, verdict, asOf }) => ({
    statement: statement!,
    verdict: verdict!,
    found: checkStatement(ledger, vocabulary, statement!, { asOf: asOf! }).verdict as string,
  }));
  const decided = judged.filter(({ found }) => !UNDECIDED.includes(found));
  const share = (right: (row: (typeof judged)[number]) => boolean) => {
    const wrong = decided.filter((row) => !right(row));
    return { right: 1 - wrong.length / decided.length, wrong: JSON.stringify(wrong, null, 1) };
  };

  it('is judged as it was written', () => {
    const { right, wrong } = share(({ found, verdict }) => found === verdict);
    expect(right, wrong).toBeGreaterThanOrEqual(strict);
  });

  it('is never called supported where it is not so, nor the other way round', () => {
    const { right, wrong } = share(
      ({ found, verdict }) => (found === 'supported') === (verdict === 'supported'),
    );
    expect(right, wrong).toBeGreaterThanOrEqual(0.98);
  });

  it('is mostly judged', () => {
    const checkable = rows.filter(({ verdict }) => !UNDECIDED.includes(verdict!));
    expect(decided.length / checkable.length).toBeGreaterThan(0.8);
  });
});

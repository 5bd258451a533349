import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Brief, briefOf, type ReadReport, toJson } from '../src/brief/index.ts';
import { claimsFromReport, knownNames } from '../src/claims/index.ts';
import { reportFromText } from '../src/report/index.ts';
import { openBox } from '../src/store/standoff-box.ts';

const { analyser, lexicon, ledger, kinds, positionRows } = openBox();
const folder = resolve(import.meta.dirname, 'gold/development');

/** Reports of the gold set, read as the commands read them. */
const reports: readonly ReadReport[] = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .slice(0, 24)
  .map((name) => {
    const report = reportFromText(readFileSync(join(folder, name), 'utf8'), { source: name });
    const tree = analyser.read(report.text, knownNames(lexicon));
    return { report, sentences: tree.sentences, claims: claimsFromReport(report, tree, lexicon) };
  });

const brief = (some: readonly ReadReport[]): Brief =>
  briefOf(some, ledger, kinds, { today: '2026-06-01', positionRows });

/** One set of reports in a hundred makes a model that takes seconds to analyse, so the properties may take their time. */
const PATIENCE = 240_000;

const someReports = fc.shuffledSubarray([...reports], { minLength: 1, maxLength: 4 });

describe('the brief of any reports', () => {
  it(
    'does not depend on the order in which they are given',
    () => {
      fc.assert(
        fc.property(someReports, (some) => {
          expect(toJson(brief([...some].reverse()))).toEqual(toJson(brief(some)));
        }),
        { numRuns: 15 },
      );
    },
    PATIENCE,
  );

  it(
    'leads every verdict, position, wait and first move back to words or rows',
    () => {
      fc.assert(
        fc.property(someReports, (some) => {
          const { claims, standoff, analysis, news } = brief(some);
          const texts = new Map(some.map(({ report }) => [report.id, report.text]));
          for (const { report, span, quote, check } of claims) {
            expect(texts.get(report)!.slice(span.start, span.end)).toBe(quote);
            if (!/^not-/.test(check.verdict)) expect(check.because.length).toBeGreaterThan(0);
            for (const { source } of check.because) expect(source).not.toBe('');
          }
          const known = new Set(claims.map(({ id }) => id));
          for (const position of standoff.positions) {
            expect(position.claims.length + position.facts.length).toBeGreaterThan(0);
            for (const id of position.claims) expect(known).toContain(id);
          }
          const held = new Set(standoff.positions.map(({ id }) => id));
          for (const { positions } of analysis?.waits ?? []) {
            expect(positions.length).toBeGreaterThan(0);
            for (const id of positions) expect(held).toContain(id);
          }
          for (const { chain, unlocks } of analysis?.firstMoves ?? []) {
            expect(chain.map(({ option }) => option)).toEqual(unlocks);
            for (const { positions } of chain) expect(positions.length).toBeGreaterThan(0);
          }
          for (const item of news) expect(item.claims.length + item.facts.length).toBeGreaterThan(0);
        }),
        { numRuns: 15 },
      );
    },
    PATIENCE,
  );

  it(
    'is the same for a report told twice',
    () => {
      fc.assert(
        fc.property(fc.constantFrom(...reports), (read) => {
          const again = reportFromText(`${read.report.text}\n\n`, { source: 'again.txt' });
          const tree = analyser.read(again.text, knownNames(lexicon));
          const twice = {
            report: again,
            sentences: tree.sentences,
            claims: claimsFromReport(again, tree, lexicon),
          };
          const [once, both] = [brief([read]), brief([read, twice])];
          // Sentences of a few words tell nothing by being repeated, so claims in these may count twice.
          expect(both.claims.length).toBeLessThan(2 * once.claims.length || 1);
          expect(both.standoff.options.map(({ id }) => id)).toEqual(
            once.standoff.options.map(({ id }) => id),
          );
        }),
        { numRuns: 12 },
      );
    },
    PATIENCE,
  );
});

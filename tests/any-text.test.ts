import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimsFromReport, knownNames } from '../src/claims/index.ts';
import { languageOf, reportFromText } from '../src/report/index.ts';
import { readAnalyser } from '../src/store/analyser-weights.ts';
import { readLexicon } from '../src/store/reader-lexicon.ts';
import { boxFolder, readStandoffFiles } from '../src/store/standoff-files.ts';

const lexicon = readLexicon(readStandoffFiles(boxFolder));
const analyser = readAnalyser();

function read(text: string) {
  const report = reportFromText(text, { publishedAt: '2025-11-05' });
  return claimsFromReport(report, analyser.read(report.text, knownNames(lexicon)), lexicon);
}

function expectSlices(text: string) {
  const claims = read(text);
  for (const { span, quote, condition, confidence } of claims) {
    expect(quote).toBe(text.slice(span.start, span.end));
    expect(quote.trim()).not.toBe('');
    expect(confidence).toBeGreaterThan(0);
    expect(confidence).toBeLessThanOrEqual(1);
    if (condition?.span !== undefined) {
      expect(span.start).toBeLessThanOrEqual(condition.span.start);
      expect(span.end).toBeGreaterThanOrEqual(condition.span.end);
    }
  }
  return claims;
}

const STORY =
  'Russia has not tested a nuclear weapon since 1990. Sergei Ryabkov said that Russia would test only if the United States resumed nuclear tests. “We signed the CTBT,” he said, “and we ratified it.” China urged Washington to respect the moratorium.';
const PIECES = [
  ...STORY.split(/(?<=[ .,])/),
  '“',
  '”',
  '"',
  '(',
  '\n',
  '\n- ',
  'Q: ',
  'KREMLIN: ',
  '…',
  '\u200f',
  '𝔑',
  '\r\n',
];

describe('any text', () => {
  it('yields claims in its own words, whatever its characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => void expectSlices(text)),
      { numRuns: 150 },
    );
  });

  it('yields claims in its own words, however its parts are thrown together', () => {
    const shuffled = fc.array(fc.constantFrom(...PIECES), { maxLength: 120 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(shuffled, (text) => void expectSlices(text)),
      { numRuns: 150 },
    );
  });

  it('is read in capitals throughout', () => {
    const claims = expectSlices(STORY.toUpperCase());
    expect(claims).toContainEqual(
      expect.objectContaining({ act: 'test', actor: 'RUS', polarity: 'negative', modality: 'done' }),
    );
  });

  it('is read with the faults of a scan', () => {
    const scanned = STORY.replaceAll(' ', '  ').replaceAll('tested', 'test-\ned').replaceAll('ff', 'ﬀ');
    expect(expectSlices(scanned).length).toBeGreaterThan(0);
  });

  it('is read with quotations in quotations and marks that never close', () => {
    expectSlices('“He said, “we will test if they test,” and left. “‘No,’ said Putin, “never.');
    const nested = Array.from({ length: 1_000 }, (_, depth) =>
      depth % 2 === 0 ? '“Lavrov said, ' : '‘Trump said, ',
    );
    const closing = Array.from({ length: 1_000 }, (_, depth) => (depth % 2 === 0 ? '’' : '”'));
    expectSlices(`${nested.join('')}Russia tested a nuclear weapon${closing.join('')}.`);
    expectSlices(`${'“'.repeat(400)}Russia will test${'”'.repeat(399)}`);
  });

  it('is read as one endless sentence', () => {
    const endless = Array.from({ length: 400 }, () => 'Russia tested a nuclear weapon and').join(' ');
    expect(expectSlices(endless).length).toBeGreaterThan(5);
  });

  it.each([
    ['ru', 'Россия не проводила ядерных испытаний с 1990 года, заявил Рябков.'],
    ['zh', '中国外交部表示中方一贯遵守暂停核试验的承诺。'],
    ['fr', 'La Russie a déclaré que les essais nucléaires ne sont pas à l’ordre du jour pour le moment.'],
    ['ar', 'قالت وزارة الخارجية إن روسيا لن تستأنف التجارب النووية.'],
  ])('says that it is not English: %s', (language, text) => {
    expect(languageOf(text)).toBe(language);
    expectSlices(text);
  });
});

describe('a long text', () => {
  /** Work counted by the calls of one function that every word passes, so that no clock decides. */
  function workOf(text: string): number {
    let calls = 0;
    const counted = (where: string, offset: number) => {
      calls += 1;
      return knownNames(lexicon)(where, offset);
    };
    const report = reportFromText(text);
    claimsFromReport(report, analyser.read(report.text, counted), lexicon);
    return calls;
  }

  it('takes work in proportion to its length', () => {
    const paragraph = `${STORY}\n`;
    const [small, large] = [10, 80].map((times) => workOf(paragraph.repeat(times)));
    expect(large! / small!).toBeLessThan(8.5);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxFolder, readStandoffFiles } from '../store/standoff-files.ts';
import {
  checkStatement,
  ledgerFromFiles,
  standingOf,
  testRecord,
  treatyStatus,
  vocabularyOf,
} from './index.ts';

const files = readStandoffFiles(boxFolder);
const ledger = ledgerFromFiles(files);
const treaties = [...ledger.treaties.keys()];
const day = fc
  .date({ min: new Date('1945-01-01T00:00:00Z'), max: new Date('2026-08-22T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** The same files with the rows of some tables in another order. */
function shuffled(names: readonly string[], seed: number): ReadonlyMap<string, string> {
  return new Map(
    [...files].map(([name, text]) => {
      if (!names.includes(name)) return [name, text];
      // Lines of these tables hold no line breaks within quotes.
      const [heading, ...lines] = text.trimEnd().split('\n');
      const keyed = lines.map((line, index) => ({
        line,
        key: Math.imul(index + 1, 2_654_435_761 ^ seed) >>> 0,
      }));
      return [name, [heading, ...keyed.sort((a, b) => a.key - b.key).map(({ line }) => line)].join('\n')];
    }),
  );
}

describe('the ledger', () => {
  it('never depends on the order of rows', () => {
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom(...treaties), day, (seed, treaty, asOf) => {
        const other = ledgerFromFiles(
          shuffled(['treaty-acts.csv', 'tests.csv', 'timeline.csv', 'persons.csv', 'annex-2.csv'], seed),
        );
        expect(treatyStatus(other, treaty, { asOf })).toEqual(treatyStatus(ledger, treaty, { asOf }));
        expect(testRecord(other, { to: asOf }).tests).toEqual(testRecord(ledger, { to: asOf }).tests);
        expect(other.statements).toEqual(ledger.statements);
      }),
      { numRuns: 15 },
    );
  });

  it('says at the end of its collection what it says now', () => {
    fc.assert(
      fc.property(fc.constantFrom(...treaties), fc.integer({ min: 0, max: 900 }), (treaty, later) => {
        const asOf = new Date(Date.UTC(2026, 7, 22 + later)).toISOString().slice(0, 10);
        expect(treatyStatus(ledger, treaty, { asOf })).toEqual(
          treatyStatus(ledger, treaty, { asOf: '2026-08-22' }),
        );
      }),
    );
  });

  it('counts no fact that was not on record, and all of them once they were', () => {
    fc.assert(
      fc.property(fc.constantFrom(...treaties), day, day, (treaty, asOf, knownBy) => {
        const known = treatyStatus(ledger, treaty, { asOf, knownBy });
        const acts = ledger.treatyActs.filter(
          (act) =>
            act.treaty === treaty && act.act === 'signature' && act.date <= asOf && act.recorded <= knownBy,
        );
        expect(known.signatures).toBe(new Set(acts.map(({ state }) => state)).size);
        expect(treatyStatus(ledger, treaty, { asOf, knownBy: '2026-12-31' })).toEqual(
          treatyStatus(ledger, treaty, { asOf }),
        );
      }),
    );
  });

  it('brings back what was superseded, with --known-by', () => {
    const asOf = '2023-11-05';
    for (const [knownBy, standing] of [
      ['2023-11-05', 'party'],
      ['2023-11-13', 'party'],
      ['2023-11-14', 'signatory'],
    ] as const) {
      expect(standingOf(ledger, 'ctbt', 'RUS', { asOf, knownBy }).standing).toBe(standing);
    }
    const vocabulary = vocabularyOf(ledger, files);
    const said = 'Eight Annex 2 states have not ratified the CTBT.';
    expect(checkStatement(ledger, vocabulary, said, { asOf, knownBy: asOf }).verdict).toBe('supported');
    expect(checkStatement(ledger, vocabulary, said, { asOf }).verdict).toBe('outdated');
  });

  it('never lets a count of tests fall with time', () => {
    fc.assert(
      fc.property(fc.constantFrom('RUS', 'USA', 'FRA', 'CHN', 'GBR', 'PRK'), day, day, (state, a, b) => {
        const [from, to] = a < b ? [a, b] : [b, a];
        const record = (until: string) => testRecord(ledger, { state, to: until });
        expect(record(to).count).toBeGreaterThanOrEqual(record(from).count);
        expect(record(to).devices).toBeGreaterThanOrEqual(record(to).count);
      }),
    );
  });
});

describe('reading a sentence', () => {
  const vocabulary = vocabularyOf(ledger, files);

  it('never judges a sentence with a word that it does not know', () => {
    const nonsense = fc.string({ unit: fc.constantFrom(...'bcdfgklmnprstvz'), minLength: 7, maxLength: 12 });
    const sentence = fc.constantFrom(
      'Russia has not tested since 1990.',
      'Nine Annex 2 states have not ratified the CTBT.',
      'The United States last tested in 1992.',
      'China has about 600 nuclear warheads.',
    );
    fc.assert(
      fc.property(sentence, nonsense, fc.nat(), (words, odd, place) => {
        const parts = words.split(' ');
        parts.splice(place % parts.length, 0, odd);
        expect(checkStatement(ledger, vocabulary, parts.join(' '), { asOf: '2026-08-22' }).verdict).toBe(
          'not-checkable',
        );
      }),
    );
  });

  it('takes any text without failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        expect(checkStatement(ledger, vocabulary, text, { asOf: '2026-08-22' }).verdict).toBeTypeOf('string');
      }),
    );
    const words = [
      ...'Russia China has not tested ratified signed since before the CTBT in 1990 , and but only last first nine states no more than'.split(
        ' ',
      ),
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 14 }), (list) => {
        expect(checkStatement(ledger, vocabulary, list.join(' '), { asOf: '2026-08-22' }).verdict).toBeTypeOf(
          'string',
        );
      }),
      { numRuns: 2_000 },
    );
  });
});

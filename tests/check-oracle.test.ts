import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkStatement, ledgerFromFiles, vocabularyOf } from '../src/ledger/index.ts';
import { boxFolder, readStandoffFiles } from '../src/store/standoff-files.ts';
import { rowsOf } from '../src/tables/index.ts';

// Sentences made from the rows themselves, right and wrong, against verdicts counted here straight from the tables.
const files = readStandoffFiles(boxFolder);
const ledger = ledgerFromFiles(files);
const vocabulary = vocabularyOf(ledger, files);
const asOf = '2026-08-22';
const verdictOf = (statement: string) => checkStatement(ledger, vocabulary, statement, { asOf });

const rows = (name: string) => rowsOf(new Map([[name, readFileSync(join(boxFolder, name), 'utf8')]]), name);
const tests = rows('tests.csv').filter(({ kind }) => kind !== 'combat');
const acts = rows('treaty-acts.csv');
const NAMES: Record<string, readonly string[]> = {
  USA: ['The United States', 'The US', 'Washington', 'America'],
  SUN: ['The Soviet Union', 'The USSR'],
  FRA: ['France', 'Paris'],
  CHN: ['China', 'Beijing'],
  GBR: ['Britain', 'The United Kingdom', 'The UK'],
  PRK: ['North Korea', 'Pyongyang', 'The DPRK'],
};
const TREATIES: Record<string, readonly string[]> = {
  ctbt: ['the CTBT', 'the Comprehensive Nuclear-Test-Ban Treaty', 'the test ban treaty'],
  tpnw: ['the TPNW', 'the Treaty on the Prohibition of Nuclear Weapons'],
  npt: ['the NPT', 'the Non-Proliferation Treaty'],
};
const oneOf = <T>(list: readonly T[]) => fc.constantFrom(...list);
const tester = oneOf(Object.keys(NAMES)).chain((code) => oneOf(NAMES[code]!).map((name) => ({ code, name })));
const treaty = oneOf(Object.keys(TREATIES)).chain((id) => oneOf(TREATIES[id]!).map((name) => ({ id, name })));
const year = fc.integer({ min: 1945, max: 2025 });
const listed = (code: string, within: number) =>
  tests.filter(({ state, date }) => state === code && date!.startsWith(String(within))).length;

describe('sentences made from rows', () => {
  it('how many tests a state made in a year', () => {
    fc.assert(
      fc.property(
        tester,
        year,
        fc.integer({ min: 1, max: 40 }),
        fc.boolean(),
        (who, within, wrong, right) => {
          const actual = listed(who.code, within);
          const said = right && actual > 0 ? actual : wrong;
          const { verdict, note } = verdictOf(`${who.name} conducted ${said} nuclear tests in ${within}.`);
          // The one year for which published counts differ stays open.
          if (verdict === 'disputed') expect([who.code, within]).toEqual(['SUN', 1972]);
          else
            expect(verdict, `${who.name} ${within} ${said}: ${note}`).toBe(
              actual === said ? 'supported' : 'contradicted',
            );
        },
      ),
      { numRuns: 400 },
    );
  });

  it('whether a state tested in a year', () => {
    const wordings = [
      (name: string, within: number) => `${name} tested a nuclear weapon in ${within}.`,
      (name: string, within: number) => `In ${within}, ${name} carried out a nuclear test.`,
      (name: string, within: number) => `${name} conducted nuclear tests in ${within}.`,
    ];
    fc.assert(
      fc.property(tester, year, oneOf(wordings), fc.boolean(), (who, within, wording, negative) => {
        const made = listed(who.code, within) > 0;
        const statement = negative
          ? `${who.name} did not test a nuclear weapon in ${within}.`
          : wording(who.name, within);
        const { verdict, note } = verdictOf(statement);
        const alleged = ['CHN', 'SUN'].includes(who.code) && within >= 2019;
        if (alleged && verdict === 'disputed') return;
        expect(verdict, `${statement} ${note}`).toBe(made === negative ? 'contradicted' : 'supported');
      }),
      { numRuns: 400 },
    );
  });

  it('since when a state has not tested', () => {
    fc.assert(
      fc.property(tester, year, (who, since) => {
        const later = tests.some(({ state, date }) => state === who.code && date! > `${since}-12-31`);
        const last = tests
          .filter(({ state }) => state === who.code)
          .at(-1)!
          .date!.slice(0, 4);
        const { verdict, note } = verdictOf(`${who.name} has not tested since ${since}.`);
        const expected = later
          ? ['outdated', 'contradicted']
          : String(since) === last
            ? ['supported']
            : ['partly'];
        if (who.code === 'CHN' && !later) expected.push('disputed');
        expect(expected, `${who.name} since ${since}: ${verdict} ${note}`).toContain(verdict);
      }),
      { numRuns: 300 },
    );
  });

  const states = [
    ...new Set(acts.filter(({ treaty: id }) => id! in TREATIES).map(({ state }) => state!)),
  ].filter(
    // Names that begin with an article or hold a second name of the ledger read as well, but not in every wording.
    (code) => /^[A-Z][a-z]+( [A-Z][a-z]+)?$/.test(ledger.names.get(code) ?? ''),
  );
  const CONSENT = ['ratification', 'accession', 'succession'];
  const done = (id: string, state: string, kinds: readonly string[]) =>
    acts.filter((row) => row.treaty === id && row.state === state && kinds.includes(row.act!));

  it('whether and when a state signed or ratified', () => {
    fc.assert(
      fc.property(
        oneOf(states),
        treaty,
        fc.boolean(),
        fc.boolean(),
        year,
        fc.boolean(),
        (state, what, signing, dated, other, right) => {
          const own = done(what.id, state, signing ? ['signature'] : CONSENT);
          const verb = signing ? 'signed' : 'ratified';
          const first = own[0]?.date?.slice(0, 4);
          const said = right && first !== undefined ? first : String(other);
          const statement = dated
            ? `${ledger.names.get(state)} ${verb} ${what.name} in ${said}.`
            : `${ledger.names.get(state)} has ${verb} ${what.name}.`;
          const { verdict, note } = verdictOf(statement);
          const undone = !signing && done(what.id, state, ['ratification-withdrawn']).length > 0;
          if (own.length === 0) expect(verdict, `${statement} ${note}`).toBe('contradicted');
          else if (!dated) expect(verdict, `${statement} ${note}`).toBe(undone ? 'outdated' : 'supported');
          else if (own.some(({ date }) => date!.startsWith(said)))
            expect(verdict, `${statement} ${note}`).toBe('supported');
          else expect(verdict, `${statement} ${note}`).toBe('partly');
        },
      ),
      { numRuns: 600 },
    );
  });

  it('how many states have signed or ratified on a day', () => {
    const days = acts.filter(({ treaty: id }) => id === 'ctbt').map(({ date }) => date!);
    fc.assert(
      fc.property(oneOf(days), fc.integer({ min: -2, max: 2 }), fc.boolean(), (day, off, signing) => {
        const until = acts.filter((row) => row.treaty === 'ctbt' && row.date! <= day);
        const signed = new Set(until.filter(({ act }) => act === 'signature').map(({ state }) => state)).size;
        const bound = new Set(until.filter(({ act }) => CONSENT.includes(act!)).map(({ state }) => state));
        for (const { act, state } of until) if (act === 'ratification-withdrawn') bound.delete(state);
        const said = (signing ? signed : bound.size) + off;
        if (said < 1) return;
        const statement = `${said} states have ${signing ? 'signed' : 'ratified'} the CTBT.`;
        const { verdict, note } = checkStatement(ledger, vocabulary, statement, { asOf: day });
        if (off === 0) expect(verdict, `${day} ${statement} ${note}`).toBe('supported');
        else expect(['contradicted', 'outdated'], `${day} ${statement} ${note}`).toContain(verdict);
      }),
      { numRuns: 300 },
    );
  });
});

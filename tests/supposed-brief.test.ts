import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AssumptionError, assumptionFrom, briefOf, standoffPart, supposedBrief } from '../src/brief/index.ts';
import { claimsFromReport, knownNames } from '../src/claims/index.ts';
import { openBox } from '../src/cli/box.ts';
import { reportFromText } from '../src/report/index.ts';
import { boxFolder } from '../src/store/standoff-files.ts';
import type { Day } from '../src/time/day.ts';

const { analyser, lexicon, ledger, kinds, positionRows } = openBox();
const report = reportFromText(readFileSync(join(boxFolder, 'reports/sample.txt'), 'utf8'));
const tree = analyser.read(report.text, knownNames(lexicon));
const brief = briefOf([{ report, tree, claims: claimsFromReport(report, tree, lexicon) }], ledger, kinds, {
  today: '2026-11-23' as Day,
  positionRows,
});
const part = standoffPart(brief);

describe('a brief under a supposition', () => {
  it('is itself where nothing is supposed', () => {
    const { brief: same, difference } = supposedBrief(brief, {});
    expect(standoffPart(same)).toEqual(part);
    expect(difference).toMatchObject({ equilibria: {}, firstMoves: { gone: [], fresh: [] } });
  });

  it('tells what follows once an option is taken', () => {
    const { brief: next, difference } = supposedBrief(brief, { set: { 'USA.engage': true } });
    expect(difference!.follows.map(({ option }) => option)).toEqual(['RUS.engage']);
    expect(difference!.firstMoves.gone).toContain('RUS.engage: USA.engage');
    expect(standoffPart(next).options.find(({ id }) => id === 'USA.engage')!.taken).toBe(true);
  });

  it('dissolves a wait once the position behind it is retracted', () => {
    const behind = part.waits.find(({ option }) => option === 'RUS.engage')!.positions;
    const { brief: next, difference } = supposedBrief(brief, { drop: behind });
    expect(difference!.waits.gone).toEqual(['RUS.engage waits for USA.engage']);
    expect(standoffPart(next).waits.map(({ option }) => option)).toEqual(['RUS.test']);
    expect(next.summary).not.toEqual(brief.summary);
  });

  it('sees a deadlock come with an assumption, marked as one', () => {
    const add = [assumptionFrom(brief.standoff, 'USA offer: USA.engage only if RUS.engage', 'a1')];
    const { brief: next, difference } = supposedBrief(brief, { add });
    expect(difference!.deadlocks.fresh).toEqual(['RUS.engage → USA.engage']);
    expect(standoffPart(next).positions.at(-1)).toMatchObject({
      id: 'a1',
      sentence: 'The United States offers to enter a dialogue only if Russia enters a dialogue.',
    });
  });
});

describe('an assumption', () => {
  it.each([
    ['USA.engage', 'write it as “HOLDER: FORMULA”'],
    ['USA: USA.enagge', 'did you mean USA.engage?'],
    ['US: USA.engage', 'no party “US”'],
    ['USA wish: USA.engage', '“wish” is no kind of position'],
    ['USA: USA.engage and', 'column 15: the formula ends where an option should stand'],
  ])('"%s" is refused in words', (text, words) => {
    expect(() => assumptionFrom(brief.standoff, text, 'a1')).toThrow(AssumptionError);
    expect(() => assumptionFrom(brief.standoff, text, 'a1')).toThrow(words);
  });
});

import { describe, expect, it } from 'vitest';
import { claimsFromReport, knownNames } from '../src/claims/index.ts';
import { optionVocabulary, positionFormulaText } from '../src/model/index.ts';
import { positionsOf } from '../src/model/positions-from-claims.ts';
import { reportFromText } from '../src/report/index.ts';
import { readAnalyser } from '../src/store/analyser-weights.ts';
import { readLexicon } from '../src/store/reader-lexicon.ts';
import { boxFolder, readStandoffFiles } from '../src/store/standoff-files.ts';

const files = readStandoffFiles(boxFolder);
const lexicon = readLexicon(files);
const kinds = optionVocabulary(files);
const analyser = readAnalyser();

/** The positions that a sentence shows, as "HOLDER kind: formula". */
function positionsIn(sentence: string): readonly string[] {
  const report = reportFromText(`Words of the day\n3 March 2026\n${sentence}\n`);
  return claimsFromReport(report, analyser.read(report.text, knownNames(lexicon)), lexicon)
    .flatMap((claim) => positionsOf(kinds, claim, '2026-03-03'))
    .map(({ holder, kind, formula }) => `${holder} ${kind}: ${positionFormulaText(formula, holder)}`);
}

describe('what a wording commits to (the table of docs/positions.md)', () => {
  it.each([
    ['Russia will test nuclear weapons if the United States tests.', 'RUS threat: RUS.test if USA.test'],
    [
      'Russia will not test nuclear weapons if the United States does not test.',
      'RUS pledge: not RUS.test if not USA.test',
    ],
    [
      'China will not test nuclear weapons unless the United States tests.',
      'CHN pledge: CHN.test only if USA.test',
    ],
    [
      'Russia will test nuclear weapons only if the United States tests first.',
      'RUS threat: RUS.test iff USA.test',
    ],
    [
      'Russia will not resume dialogue until the United States changes its policy.',
      'RUS offer: RUS.engage iff USA.change-policy',
    ],
    [
      'Britain will ratify the CTBT only after China has ratified it.',
      'GBR offer: GBR.ratify iff CHN.ratify',
    ],
    ['Russia refuses to cease fire.', 'RUS refusal: not RUS.cease-fire'],
    ['Russia demanded that the United States ratify the CTBT.', 'RUS demand: USA.ratify'],
    ['China said it was open to dialogue with the United States.', 'CHN offer: CHN.engage'],
    [
      'Russia would test nuclear weapons in response to a US nuclear test.',
      'RUS threat: RUS.test if USA.test',
    ],
  ])('%s', (sentence, expected) => {
    expect(positionsIn(sentence)).toContain(expected);
  });

  it.each([
    ['Russia tested a nuclear weapon in 1990.'],
    ['Russia denied that it would test nuclear weapons.'],
    ['Analysts asked whether China might ratify the CTBT if the United States did.'],
  ])('commits nobody: %s', (sentence) => {
    expect(positionsIn(sentence).filter((line) => !line.includes('demand'))).toEqual([]);
  });
});

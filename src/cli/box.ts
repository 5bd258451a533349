import { type Lexicon, lexiconFromFiles } from '../claims/index.ts';
import { type Ledger, ledgerFromFiles } from '../ledger/index.ts';
import { type OptionKind, optionVocabulary, type PositionRow, positionRows } from '../model/index.ts';
import { readAnalyser } from '../store/analyser-weights.ts';
import { boxFolder, readStandoffFiles } from '../store/standoff-files.ts';
import type { Analyser } from '../text/index.ts';

/** What a command needs of the stand-off in the box. */
export interface Box {
  readonly analyser: Analyser;
  readonly lexicon: Lexicon;
  readonly ledger: Ledger;
  readonly kinds: readonly OptionKind[];
  readonly positionRows: readonly PositionRow[];
}

/** What a command needs that reads no report. */
export type LedgerBox = Pick<Box, 'ledger' | 'kinds' | 'positionRows'>;

const ledgerBoxFrom = (files: ReadonlyMap<string, string>): LedgerBox => ({
  ledger: ledgerFromFiles(files),
  kinds: optionVocabulary(files.get('options.yaml') ?? ''),
  positionRows: positionRows(files.get('positions.csv') ?? ''),
});

/** The rows of the stand-off that ships with the tool, without what it takes to read reports. */
export const openLedgerBox = (): LedgerBox => ledgerBoxFrom(readStandoffFiles(boxFolder));

/** Loads the stand-off that ships with the tool, from files: no database is opened. */
export function openBox(): Box {
  const files = readStandoffFiles(boxFolder);
  return { ...ledgerBoxFrom(files), analyser: readAnalyser(), lexicon: lexiconFromFiles(files) };
}

import { type Lexicon, lexiconFromFiles } from '../claims/index.ts';
import type { Ledger } from '../ledger/index.ts';
import { type OptionKind, optionVocabulary, type PositionRow, positionRows } from '../model/index.ts';
import { readAnalyser } from '../store/analyser-weights.ts';
import type { Analyser } from '../text/index.ts';
import { openLedger } from './ledger-box.ts';

/** What a command needs of a stand-off that reads no report. */
export interface PositionsBox {
  readonly ledger: Ledger;
  readonly kinds: readonly OptionKind[];
  readonly positionRows: readonly PositionRow[];
}

/** What a command needs of a stand-off to read reports. */
export interface Box extends PositionsBox {
  readonly analyser: Analyser;
  readonly lexicon: Lexicon;
}

const positionsFrom = ({ files, ledger }: ReturnType<typeof openLedger>): PositionsBox => ({
  ledger,
  kinds: optionVocabulary(files.get('options.yaml') ?? ''),
  positionRows: positionRows(files.get('positions.csv') ?? ''),
});

/**
 * The rows of a stand-off, without what it takes to read reports: the one in the box, or a folder of rows. No database is
 * opened.
 * @throws UsageError where the folder holds no stand-off.
 */
export const openPositions = (folder?: string): PositionsBox => positionsFrom(openLedger(folder));

/** All of a stand-off: the one in the box, or a folder of rows. @throws UsageError where the folder holds none. */
export function openBox(folder?: string): Box {
  const opened = openLedger(folder);
  return {
    ...positionsFrom(opened),
    analyser: readAnalyser(),
    lexicon: lexiconFromFiles(opened.files),
  };
}

import type { Lexicon } from '../claims/index.ts';
import { type OptionKind, optionVocabulary, type PositionRow, positionRows } from '../model/index.ts';
import type { Analyser } from '../text/index.ts';
import { readAnalyser } from './analyser-weights.ts';
import { type LedgerBox, openLedger } from './ledger-box.ts';
import { readLexicon } from './reader-lexicon.ts';

/** A stand-off as far as it takes no report: facts, kinds of options, positions on record. */
export interface PositionsBox extends LedgerBox {
  readonly kinds: readonly OptionKind[];
  readonly positionRows: readonly PositionRow[];
}

/** All of a stand-off, with what it takes to read reports. */
export interface Box extends PositionsBox {
  readonly analyser: Analyser;
  readonly lexicon: Lexicon;
}

/** The rows of a stand-off, without what it takes to read reports. @throws StandoffUnreadable where there are none. */
export function openPositions(folder?: string): PositionsBox {
  const opened = openLedger(folder);
  return {
    ...opened,
    kinds: optionVocabulary(opened.files.get('options.yaml') ?? ''),
    positionRows: positionRows(opened.files.get('positions.csv') ?? ''),
  };
}

/** All of a stand-off. @throws StandoffUnreadable where the folder holds none. */
export function openBox(folder?: string): Box {
  const opened = openPositions(folder);
  return { ...opened, analyser: readAnalyser(), lexicon: readLexicon(opened.files) };
}

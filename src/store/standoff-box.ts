import type { Lexicon } from '../claims/index.ts';
import { type OptionKind, optionVocabulary, type PositionRow, positionRows } from '../model/index.ts';
import type { Analyser } from '../text/index.ts';
import { readAnalyser } from './analyser-weights.ts';
import { type LedgerBox, openLedger, placeOf } from './ledger-box.ts';
import { readLexicon } from './reader-lexicon.ts';
import { readable } from './standoff-unreadable.ts';

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

/** The rows of a stand-off, without what it takes to read reports. @throws StandoffUnreadable where they cannot be read. */
export function openPositions(folder?: string): PositionsBox {
  const opened = openLedger(folder);
  return readable(placeOf(folder), () => ({
    ...opened,
    kinds: optionVocabulary(opened.files),
    positionRows: positionRows(opened.files),
  }));
}

/** All of a stand-off. @throws StandoffUnreadable where it cannot be read. */
export function openBox(folder?: string): Box {
  const opened = openPositions(folder);
  return readable(placeOf(folder), () => ({
    ...opened,
    analyser: readAnalyser(),
    lexicon: readLexicon(opened.files),
  }));
}

import { type Lexicon, lexiconFromFiles } from '../claims/index.ts';
import { type Ledger, ledgerFromFiles } from '../ledger/index.ts';
import { type OptionKind, optionVocabulary } from '../model/index.ts';
import { readAnalyser } from '../store/analyser-weights.ts';
import { boxFolder, readStandoffFiles } from '../store/standoff-files.ts';
import type { Analyser } from '../text/index.ts';

/** What a command needs of the stand-off in the box. */
export interface Box {
  readonly analyser: Analyser;
  readonly lexicon: Lexicon;
  readonly ledger: Ledger;
  readonly kinds: readonly OptionKind[];
}

/** Loads the stand-off that ships with the tool, from files: no database is opened. */
export function openBox(): Box {
  const files = readStandoffFiles(boxFolder);
  return {
    analyser: readAnalyser(),
    lexicon: lexiconFromFiles(files),
    ledger: ledgerFromFiles(files),
    kinds: optionVocabulary(files.get('options.yaml') ?? ''),
  };
}

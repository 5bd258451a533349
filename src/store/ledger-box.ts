import { type Ledger, ledgerFromFiles } from '../ledger/index.ts';
import { boxFolder, readStandoffFiles } from './standoff-files.ts';
import { StandoffUnreadable } from './standoff-unreadable.ts';

/** The files of a stand-off by name, and the ledger of its rows. */
export interface LedgerBox {
  readonly files: ReadonlyMap<string, string>;
  readonly ledger: Ledger;
}

/**
 * The ledger of a stand-off: the one in the box, or a folder of rows. No database is opened.
 * @throws StandoffUnreadable where the folder holds none.
 */
export function openLedger(folder?: string): LedgerBox {
  try {
    const files = readStandoffFiles(folder ?? boxFolder);
    return { files, ledger: ledgerFromFiles(files) };
  } catch (error) {
    if (folder !== undefined && (error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new StandoffUnreadable(
        `${folder}: there is no such folder; name one that holds ledger.yaml and actors.csv`,
      );
    if (error instanceof RangeError)
      throw new StandoffUnreadable(`${folder ?? 'the stand-off in the box'}: ${error.message}`);
    throw error;
  }
}

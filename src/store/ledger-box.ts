import { type Ledger, ledgerFromFiles } from '../ledger/index.ts';
import { boxFolder, readStandoffFiles } from './standoff-files.ts';
import { readable, StandoffUnreadable } from './standoff-unreadable.ts';

/** The files of a stand-off by name, and the ledger of its rows. */
export interface LedgerBox {
  readonly files: ReadonlyMap<string, string>;
  readonly ledger: Ledger;
}

/**
 * The ledger of a stand-off: the one in the box, or a folder of rows. No database is opened.
 * @throws StandoffUnreadable where the folder holds none, or one whose files cannot be read.
 */
export function openLedger(folder?: string): LedgerBox {
  const files = filesOf(folder);
  return { files, ledger: readable(placeOf(folder), () => ledgerFromFiles(files)) };
}

/** What messages call it. */
export const placeOf = (folder: string | undefined): string => folder ?? 'the stand-off in the box';

function filesOf(folder: string | undefined): ReadonlyMap<string, string> {
  try {
    return readStandoffFiles(folder ?? boxFolder);
  } catch (error) {
    if (folder !== undefined && (error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new StandoffUnreadable(
        `${folder}: there is no such folder; name one that holds ledger.yaml and actors.csv`,
      );
    throw error;
  }
}

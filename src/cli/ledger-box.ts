import { type Ledger, ledgerFromFiles } from '../ledger/index.ts';
import { boxFolder, readStandoffFiles } from '../store/standoff-files.ts';
import { nearest } from './nearest.ts';
import { UsageError } from './usage-error.ts';

/** The files of a stand-off and its ledger: the one in the box, or a folder of rows. */
export function openLedger(folder: string | undefined): {
  readonly files: ReadonlyMap<string, string>;
  readonly ledger: Ledger;
} {
  try {
    const files = readStandoffFiles(folder ?? boxFolder);
    return { files, ledger: ledgerFromFiles(files) };
  } catch (error) {
    if (folder !== undefined && (error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new UsageError(
        `${folder}: there is no such folder; name one that holds ledger.yaml and actors.csv`,
      );
    if (error instanceof RangeError)
      throw new UsageError(`${folder ?? 'the stand-off in the box'}: ${error.message}`);
    throw error;
  }
}

/** A state by its code, as the ledger has it. */
export function stateOf(ledger: Ledger, text: string): string {
  const code = text.toUpperCase();
  if (ledger.names.has(code)) return code;
  const byName = [...ledger.names].find(([, name]) => name.toLowerCase() === text.toLowerCase());
  throw new UsageError(
    `"${text}" is no state of the ledger; write its ISO 3166-1 alpha-3 code, such as ${byName?.[0] ?? nearest(code, [...ledger.names.keys()]) ?? [...ledger.names.keys()][0]}`,
  );
}

import type { Ledger } from '../ledger/index.ts';
import { nearest } from './nearest.ts';
import { UsageError } from './usage-error.ts';

/** A state by its code, as the ledger has it. */
export function stateOf(ledger: Ledger, text: string): string {
  const code = text.toUpperCase();
  if (ledger.names.has(code)) return code;
  const byName = [...ledger.names].find(([, name]) => name.toLowerCase() === text.toLowerCase());
  throw new UsageError(
    `"${text}" is no state of the ledger; write its ISO 3166-1 alpha-3 code, such as ${byName?.[0] ?? nearest(code, [...ledger.names.keys()]) ?? [...ledger.names.keys()][0]}`,
  );
}

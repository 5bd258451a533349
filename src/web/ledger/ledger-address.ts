import { address, go, queryOf, withParams } from '../address.ts';

/** The parameters that hold for the whole ledger, as a query for the desk, with others beside them. */
export function ledgerQuery(more: Readonly<Record<string, string | undefined>> = {}): string {
  const query = new URLSearchParams();
  for (const name of ['asOf', 'knownBy']) {
    const value = address.value.params.get(name);
    if (value !== null) query.set(name, value);
  }
  for (const [name, value] of Object.entries(more))
    if (value !== undefined && value !== '') query.set(name, value);
  return queryOf(query);
}

/** Changes parameters of the address in place, so that a slider fills no history. */
export const adjust = (changes: Readonly<Record<string, string | undefined>>): void =>
  go(withParams(address.value, changes), { replace: true });

/** Changes parameters of the address as a step that goes back. */
export const open = (changes: Readonly<Record<string, string | undefined>>): void =>
  go(withParams(address.value, changes));

/** Closes whatever row or cell is open. */
export const closeSources = (): void => open({ fact: undefined, treaty: undefined, state: undefined });

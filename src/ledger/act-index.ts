import type { Ledger, TreatyAct } from './ledger.ts';

/** Acts by treaty and state, each in the order of dates. */
export type ActIndex = ReadonlyMap<string, ReadonlyMap<string, readonly TreatyAct[]>>;

const ordered = new WeakMap<readonly TreatyAct[], Map<string, readonly TreatyAct[]>>();

/** All acts under a treaty in the order of dates; built once for each list of acts. */
export function actsUnder(ledger: Ledger, treaty: string): readonly TreatyAct[] {
  const known = ordered.get(ledger.treatyActs) ?? new Map<string, readonly TreatyAct[]>();
  ordered.set(ledger.treatyActs, known);
  const found =
    known.get(treaty) ??
    [...(actsByState(ledger).get(treaty)?.values() ?? [])]
      .flat()
      .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  known.set(treaty, found);
  return found;
}

const built = new WeakMap<readonly TreatyAct[], ActIndex>();

/** The acts of a ledger by treaty and state; built once for each list of acts. */
export function actsByState({ treatyActs }: Ledger): ActIndex {
  const known = built.get(treatyActs);
  if (known !== undefined) return known;
  const index = new Map<string, Map<string, TreatyAct[]>>();
  for (const act of treatyActs) {
    const states = index.get(act.treaty) ?? new Map<string, TreatyAct[]>();
    index.set(act.treaty, states);
    const acts = states.get(act.state) ?? [];
    states.set(act.state, acts);
    acts.push(act);
  }
  built.set(treatyActs, index);
  return index;
}

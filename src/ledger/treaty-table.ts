import { actsByState } from './act-index.ts';
import type { AsOf } from './judgement.ts';
import type { Ledger } from './ledger.ts';
import { type Standing, standingOf } from './standing.ts';
import { stateJson } from './treaty-answer.ts';
import { type TreatyStatus, treatyStatus } from './treaty-status.ts';

/** Ids of the acts that make a standing. */
const actsOf = ({ signature, ratification, suspended, announced, withdrawn }: Standing): readonly string[] =>
  [signature, ratification, suspended, announced, withdrawn].flatMap((act) =>
    act === undefined ? [] : [act.id],
  );

/** A treaty with the standing of every state that has done anything under it by the day. */
function treatyRow(ledger: Ledger, id: string, when: AsOf) {
  const { title, opened } = ledger.treaties.get(id)!;
  const { treaty: _, ...status }: TreatyStatus = treatyStatus(ledger, id, when);
  return {
    id,
    name: title,
    ...(opened === undefined ? {} : { opened }),
    ...status,
    states: [...(actsByState(ledger).get(id)?.keys() ?? [])]
      .map((state) => standingOf(ledger, id, state, when))
      .map((standing) => ({ ...stateJson(standing), because: actsOf(standing) }))
      .filter(({ because }) => because.length > 0)
      .sort((a, b) => (a.code < b.code ? -1 : 1)),
  };
}

/** All treaties and where each state stands towards them on a day, in the ledger's order, with the facts behind it. */
export function treatyTable(ledger: Ledger, when: AsOf) {
  const treaties = [...ledger.treaties.keys()].map((id) => treatyRow(ledger, id, when));
  const codes = [...new Set(treaties.flatMap(({ states }) => states.map(({ code }) => code)))].sort();
  return {
    asOf: when.asOf,
    knownBy: when.knownBy ?? null,
    treaties,
    names: Object.fromEntries(codes.map((code) => [code, ledger.names.get(code) ?? code])),
    counts: {
      treaties: treaties.length,
      inForce: treaties.filter(({ inForce }) => inForce).length,
      states: codes.length,
    },
    collectedUntil: ledger.collectedUntil,
  };
}

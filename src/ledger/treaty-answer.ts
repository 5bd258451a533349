import { actDisagreement, countDisagreement, type Disagreement, entryDisagreement } from './disagreement.ts';
import { type AsOf, type Evidence, evidenceOf } from './judgement.ts';
import type { Ledger } from './ledger.ts';
import { type Standing, standingOf } from './standing.ts';
import { type TreatyStatus, treatyStatus } from './treaty-status.ts';

/** Where a treaty stands on a day, and one state towards it where asked, with the rows that decide. */
export interface TreatyAnswer {
  readonly asked: AsOf;
  readonly status: TreatyStatus;
  readonly standing?: Standing;
  readonly because: readonly Evidence[];
  readonly disagreements: readonly Disagreement[];
}

/** The rows that decide: a state's own acts, or the rule and the withdrawals that count. */
function evidenceFor(
  ledger: Ledger,
  treaty: string,
  standing: Standing | undefined,
  when: AsOf,
): readonly Evidence[] {
  if (standing !== undefined) {
    const { signature, ratification, suspended, announced, withdrawn } = standing;
    return [signature, ratification, suspended, announced, withdrawn]
      .filter((act) => act !== undefined)
      .map(evidenceOf);
  }
  const rule = ledger.entryRules.get(treaty);
  const row = ledger.treaties.get(treaty)!;
  const states = new Set(ledger.treatyActs.filter((act) => act.treaty === treaty).map(({ state }) => state));
  const changed = [...states]
    .map((state) => standingOf(ledger, treaty, state, when))
    .flatMap(({ suspended, announced, withdrawn }) => [suspended, announced, withdrawn])
    .filter((act) => act !== undefined);
  return [
    rule === undefined
      ? {
          fact: `treaty:${treaty}`,
          text: `${row.title}${row.rule ? `: ${row.rule}` : ''}.`,
          source: row.source,
        }
      : {
          fact: `rule:${treaty}`,
          text: `Enters into force: ${rule.text || 'by its rule'}.`,
          source: rule.source || row.source,
        },
    ...changed.map(evidenceOf),
  ];
}

/**
 * Where a treaty of the ledger stands on a day. The acts of a state that another continues are kept under that other.
 * @throws RangeError for a treaty that is not in the ledger.
 */
export function treatyAnswer(ledger: Ledger, treaty: string, asked: AsOf, state?: string): TreatyAnswer {
  const holder = [...ledger.continues].find(([, earlier]) => earlier === state)?.[0] ?? state;
  const status = treatyStatus(ledger, treaty, asked);
  const standing = holder === undefined ? undefined : standingOf(ledger, treaty, holder, asked);
  const acts =
    standing === undefined
      ? []
      : [standing.signature, standing.ratification, standing.withdrawn].filter((act) => act !== undefined);
  return {
    asked,
    status,
    ...(standing === undefined ? {} : { standing }),
    because: evidenceFor(ledger, treaty, standing, asked),
    disagreements: [
      ...acts.map((act) => actDisagreement(ledger, act, asked)),
      standing === undefined ? countDisagreement(ledger, treaty, status, asked) : undefined,
      standing === undefined ? entryDisagreement(ledger, treaty, status.since) : undefined,
    ].filter((found) => found !== undefined),
  };
}

/** A state's standing with the days of the acts that make it. */
export const stateJson = (standing: Standing) => ({
  code: standing.state,
  ...(standing.signature === undefined ? {} : { signature: standing.signature.date }),
  ...(standing.ratification === undefined ? {} : { ratification: standing.ratification.date }),
  ...(standing.suspended === undefined ? {} : { suspended: standing.suspended.date }),
  ...(standing.announced === undefined ? {} : { withdrawalAnnounced: standing.announced.date }),
  ...(standing.withdrawn === undefined ? {} : { withdrawn: standing.withdrawn.date }),
  standing: standing.standing,
});

/** The answer as data; docs/schema/status.json. */
export function treatyJson({ collectedUntil }: Ledger, answer: TreatyAnswer) {
  const { asked, status, standing, because, disagreements } = answer;
  const { required, ...counts } = status;
  return {
    schema: 'firstmove/status/1',
    ...counts,
    asOf: asked.asOf,
    knownBy: asked.knownBy ?? null,
    ...(required ? { required: { list: `${status.treaty} entry into force`, ...required } } : {}),
    ...(standing ? { state: stateJson(standing) } : {}),
    because,
    disagreements,
    collectedUntil: collectedUntil.treaties,
  };
}

import type { Claim } from '../claims/claim.ts';
import { inWords, mayCoincide } from '../time/partial-date.ts';
import { isOnRecord } from './fact.ts';
import { type AsOf, evidenceOf, type Judgement } from './judgement.ts';
import { type Ledger, nameOf, type Statement, type TreatyAct, type TreatyActRule } from './ledger.ts';
import { standingOf } from './standing.ts';
import { atStart } from './state-name.ts';

const until = (ledger: Ledger): string =>
  `Treaty acts were collected until ${inWords(ledger.collectedUntil.treaties)}.`;

/** Statements of the timeline that tell of the same act of the same state: other dates that sources give. */
function alsoTold(
  ledger: Ledger,
  claim: Claim,
  act: TreatyAct | undefined,
  when: AsOf,
): readonly Statement[] {
  const rule = ledger.statementRules.get(claim.act);
  if (rule === undefined || act === undefined) return [];
  return ledger.statements.filter(
    (row) =>
      rule.acts.includes(row.act) &&
      rule.topics.includes(row.topic) &&
      row.actors.includes(claim.actor) &&
      row.date.slice(0, 4) === act.date.slice(0, 4) &&
      row.source !== act.source.replace(/ \(.*$/, '') &&
      isOnRecord(row, when.asOf, when.knownBy),
  );
}

/** Whether the claim's date, if any, can be that of the act; "since 1996" holds for an act of 1996 or later. */
function agreesInTime(claim: Claim, date: string): boolean {
  const { from, to } = claim.time ?? {};
  if (from === undefined && to === undefined) return true;
  if (from !== undefined && to === undefined) return mayCoincide(from, date) || date >= from;
  if (from === undefined) return date <= to! || mayCoincide(to!, date);
  return mayCoincide(from, date) || mayCoincide(to!, date) || (date >= from && date <= to!);
}

/** Judges that a state did or did not sign, ratify, revoke, leave, suspend or extend a treaty. */
export function judgeTreatyAct(ledger: Ledger, claim: Claim, rule: TreatyActRule, when: AsOf): Judgement {
  const treaty = claim.object === undefined ? undefined : ledger.treaties.get(claim.object);
  if (treaty === undefined) {
    return { verdict: 'not-checkable', because: [], note: 'The words do not tell which treaty is meant.' };
  }
  const name = nameOf(ledger, claim.actor);
  const acts = ledger.treatyActs.filter(
    (act) =>
      act.treaty === treaty.id && act.state === claim.actor && isOnRecord(act, when.asOf, when.knownBy),
  );
  const matching = acts.filter(({ act }) => rule.acts.includes(act));
  const act = matching.findLast(({ date }) => agreesInTime(claim, date)) ?? matching.at(-1);
  const undone =
    act === undefined
      ? undefined
      : acts.find((other) => rule.undone.includes(other.act) && other.date >= act.date);

  if (claim.polarity === 'negative') {
    if (act === undefined) {
      const { signature, withdrawn } = standingOf(ledger, treaty.id, claim.actor, when);
      const standing = [signature, withdrawn].filter((found) => found !== undefined);
      return {
        verdict: 'supported',
        because: standing.map(evidenceOf),
        note: `The ledger holds no such act of ${name} under the ${treaty.title}. ${until(ledger)}`,
      };
    }
    if (undone !== undefined) {
      return {
        verdict: 'partly',
        because: [act, undone].map(evidenceOf),
        note: `${atStart(ledger.names.get(claim.actor) ?? claim.actor)} had done so on ${inWords(act.date)} and took it back on ${inWords(undone.date)}.`,
      };
    }
    return { verdict: 'contradicted', because: [evidenceOf(act)], note: act.text };
  }
  if (act === undefined) {
    const other = acts.find(({ act: kind }) => kind === 'ratification-withdrawn');
    if (claim.act === 'withdraw' && other !== undefined) {
      return {
        verdict: 'contradicted',
        because: [evidenceOf(other)],
        note: `${atStart(ledger.names.get(claim.actor) ?? claim.actor)} withdrew its ratification and stays a signatory; the ledger holds no withdrawal from the treaty.`,
      };
    }
    const { signature } = standingOf(ledger, treaty.id, claim.actor, when);
    return {
      verdict: signature === undefined ? 'not-in-ledger' : 'contradicted',
      because: signature === undefined ? [] : [evidenceOf(signature)],
      note: `The ledger holds no such act of ${name} under the ${treaty.title}. ${until(ledger)}`,
    };
  }
  const told = alsoTold(ledger, claim, act, when);
  const because = [act, ...told, ...(undone === undefined ? [] : [undone])].map(evidenceOf);
  if (!agreesInTime(claim, act.date) && !told.some(({ date }) => agreesInTime(claim, date))) {
    return {
      verdict: 'partly',
      because,
      note: `The act is on record, but on ${inWords(act.date)}, not ${claim.time!.text}.`,
    };
  }
  if (undone !== undefined) {
    return {
      verdict: 'outdated',
      because,
      note: `True until ${inWords(undone.date)}: ${undone.text}`,
      until: undone.date,
    };
  }
  const days = [...new Set([act.date, act.recorded, ...told.map(({ date }) => date)])].sort();
  const dates =
    days.length > 1
      ? ` Sources give ${days.map(inWords).join(', ')}; the depositary's day is ${inWords(act.date)}.`
      : '';
  return { verdict: 'supported', because, note: `${act.text}${dates}` };
}

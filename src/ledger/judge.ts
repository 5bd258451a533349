import type { Claim } from '../claims/claim.ts';
import { daysBetween } from '../time/day.ts';
import { firstDay, inWords, lastDay } from '../time/partial-date.ts';
import { isOnRecord } from './fact.ts';
import { judgeTest } from './judge-test.ts';
import { judgeTreatyAct } from './judge-treaty.ts';
import { type AsOf, evidenceOf, type Judgement } from './judgement.ts';
import { type Ledger, nameOf, type Statement } from './ledger.ts';

const CLOSEST = 3;

/** Statements on record by the same actor (and person, where named) on the topics of an act, the closest in time first. */
function statementsFor(ledger: Ledger, claim: Claim, when: AsOf): readonly Statement[] {
  const topics = ledger.statementRules.get(claim.act)?.positions ?? [];
  const speaker = claim.speaker.actor === 'press' ? claim.actor : claim.speaker.actor;
  const surname = claim.speaker.person?.split(' ').at(-1);
  const rows = ledger.statements.filter(
    (row) =>
      topics.includes(row.topic) &&
      row.actors.includes(speaker) &&
      isOnRecord(row, when.asOf, when.knownBy) &&
      (surname === undefined || row.person.includes(surname)),
  );
  const told = claim.saidAt ?? claim.time?.to ?? when.asOf;
  const distance = (row: Statement) => Math.abs(daysBetween(firstDay(row.date), lastDay(told)));
  return [...rows].sort((a, b) => distance(a) - distance(b)).slice(0, CLOSEST);
}

function judgeIntention(ledger: Ledger, claim: Claim, when: AsOf): Judgement {
  const rows = statementsFor(ledger, claim, when);
  const kind =
    {
      considered: 'something weighed',
      demanded: 'a demand',
      offered: 'an offer',
      threatened: 'a threat',
      announced: 'an announcement',
    }[claim.modality as string] ?? 'an intention';
  return {
    verdict: 'not-checkable',
    because: rows.map(evidenceOf),
    note:
      rows.length > 0
        ? `This is ${kind}, not a fact; the ledger has like statements on record.`
        : `This is ${kind}, not a fact, and the ledger has no like statement on record as of ${inWords(when.asOf)}.`,
  };
}

function judgeProgrammes(ledger: Ledger, claim: Claim, when: AsOf): Judgement {
  const rows = ledger.programmes.filter(
    (row) => row.state === claim.actor && isOnRecord(row, when.asOf, when.knownBy),
  );
  if (claim.polarity === 'negative' || rows.length === 0) {
    return {
      verdict: 'not-in-ledger',
      because: rows.map(evidenceOf),
      note: `The ledger holds ${rows.length} programmes of ${nameOf(ledger, claim.actor)} as of ${inWords(when.asOf)}; its table of programmes is not complete.`,
    };
  }
  return {
    verdict: 'supported',
    because: rows.map(evidenceOf),
    note: `The ledger holds ${rows.length} programme${rows.length === 1 ? '' : 's'} of ${nameOf(ledger, claim.actor)} as of ${inWords(when.asOf)}.`,
  };
}

/** An act of the timeline: supported where a row tells of the same act by the same actor in the claim's time. */
function judgeStatement(ledger: Ledger, claim: Claim, when: AsOf): Judgement {
  const rule = ledger.statementRules.get(claim.act);
  const { from, to } = claim.time ?? {};
  const near = ledger.statements.filter(
    (row) =>
      rule?.topics.includes(row.topic) &&
      rule.acts.includes(row.act) &&
      row.actors.includes(claim.actor) &&
      isOnRecord(row, when.asOf, when.knownBy) &&
      (from === undefined || lastDay(row.date) >= firstDay(from)) &&
      (to === undefined || firstDay(row.date) <= lastDay(to)),
  );
  const cut = `Statements were collected until ${inWords(ledger.collectedUntil.statements)}.`;
  if (near.length > 0 && claim.polarity === 'positive') {
    return {
      verdict: 'supported',
      because: near.slice(-CLOSEST).map(evidenceOf),
      note: 'The ledger tells of it.',
    };
  }
  const close = statementsFor(ledger, claim, when);
  return {
    verdict: 'not-in-ledger',
    because: close.map(evidenceOf),
    note:
      close.length > 0
        ? `The ledger has no row that settles this; the closest are shown. ${cut}`
        : `The ledger has no row on this. ${cut}`,
  };
}

/** Deliberations ("there was discussion in the US about resuming tests") against the timeline. */
function judgeDeliberation(ledger: Ledger, claim: Claim, when: AsOf): Judgement {
  const judged = judgeStatement(ledger, claim, when);
  if (judged.verdict !== 'supported') return judged;
  const [first] = judged.because;
  const rows = judged.because.length;
  return {
    ...judged,
    note: `${rows === 1 ? 'One row tells' : `${rows} rows tell`} of such deliberations in that time (${first!.text.split(':')[0]}); the ledger does not show how far they went.`,
  };
}

/**
 * Judges a claim by the rows that are on record: what was done or not done is checked, what is meant, wanted or
 * threatened is not a fact and is only set beside like statements. Where the ledger is silent it says so.
 *
 * @param words the sentence of the claim, so that "last", "first" and "never" count.
 */
export function judgeClaim(ledger: Ledger, claim: Claim, words: string, when: AsOf): Judgement {
  if (
    claim.modality === 'considered' &&
    claim.speaker.actor === 'press' &&
    claim.time?.from !== undefined &&
    claim.condition === undefined
  ) {
    return judgeDeliberation(ledger, claim, when);
  }
  if (claim.modality !== 'done' && claim.modality !== 'denied') return judgeIntention(ledger, claim, when);
  const treatyRule = ledger.treatyActRules.get(claim.act);
  if (treatyRule !== undefined && claim.modality === 'done')
    return judgeTreatyAct(ledger, claim, treatyRule, when);
  if (claim.act === 'test' || claim.act === 'resume-test') return judgeTest(ledger, claim, words, when);
  if (claim.act === 'modernise') return judgeProgrammes(ledger, claim, when);
  return judgeStatement(ledger, claim, when);
}

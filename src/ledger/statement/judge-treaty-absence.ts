import { firstDay } from '../../time/partial-date.ts';
import { actsByState, actsUnder } from '../act-index.ts';
import { isOnRecord } from '../fact.ts';
import type { AsOf } from '../judgement.ts';
import { type Ledger, nameOf, type TreatyAct } from '../ledger.ts';
import { standingOf } from '../standing.ts';
import { atStart } from '../state-name.ts';
import { type Outcome, outcome } from './outcome.ts';
import type { PropositionOf } from './proposition.ts';
import { cut, fits, isBilateral, SHOWS, stateOf, theRecord, title } from './treaty-record.ts';

/** No such act on record: a full record says no, a thin one nothing, and another act explains a wrong word. */
export function missing(
  ledger: Ledger,
  { treaty, act, polarity, whens }: PropositionOf<'treaty-act'>,
  code: string,
  acts: readonly TreatyAct[],
  when: AsOf,
): Outcome {
  const name = atStart(ledger.names.get(code) ?? code);
  const standing = standingOf(ledger, treaty, code, when);
  const rows = [standing.signature, standing.ratification, standing.withdrawn].filter(
    (row) => row !== undefined,
  );
  const because =
    rows.length > 0 ? rows : [theRecord(ledger, treaty, `holds no act of ${nameOf(ledger, code)}`)];
  if (
    whens.some(
      ({ from, rel }) =>
        rel !== 'before' &&
        rel !== 'until' &&
        from !== undefined &&
        firstDay(from) > ledger.collectedUntil.treaties,
    )
  ) {
    return outcome('unknown', because, `${cut(ledger)} It cannot tell of later days.`);
  }
  if (act === 'leave') {
    const announced = acts.find((row) => row.act === 'withdrawal-announced');
    if (announced !== undefined)
      return outcome('disputed', [announced, standing.ratification], announced.text);
    const revoked = acts.find((row) => row.act === 'ratification-withdrawn');
    if (revoked !== undefined) {
      return outcome(
        !polarity,
        [revoked],
        `${name} withdrew its ratification and stays a signatory; it has not withdrawn from the treaty.`,
      );
    }
    if (standing.suspended !== undefined) {
      return outcome(
        !polarity,
        [standing.suspended],
        `${name} suspended its participation; the ledger holds no withdrawal from the treaty.`,
      );
    }
  }
  if (isBilateral(ledger, treaty) && (act !== 'sign' || acts.length > 0 || !ledger.names.has(code))) {
    return outcome(
      'unknown',
      because,
      `The ledger holds no such act of ${nameOf(ledger, code)} under ${title(ledger, treaty)}; its record of this treaty is not complete.`,
    );
  }
  if (act === 'suspend')
    return outcome('unknown', because, 'The record of this treaty does not tell of suspensions.');
  // To ratify and to accede both bind; the words differ, the effect does not.
  if (act === 'accede' && standing.ratification !== undefined) {
    return outcome(
      polarity ? 'partly' : true,
      [standing.ratification],
      `${standing.ratification.text} It did not accede.`,
    );
  }
  return outcome(
    !polarity,
    because,
    `The record of ${title(ledger, treaty)} holds no such act of ${nameOf(ledger, code)}. ${cut(ledger)}`,
  );
}

/** "No state has withdrawn from the treaty." */
export function judgeNobody(
  ledger: Ledger,
  { treaty, act, whens }: PropositionOf<'treaty-act'>,
  when: AsOf,
): Outcome {
  if (isBilateral(ledger, treaty))
    return outcome('unknown', [], 'The record of this treaty is not complete.');
  const acts = actsUnder(ledger, treaty).filter((row) => isOnRecord(row, when.asOf, when.knownBy));
  const found = acts.filter((row) => SHOWS[act](row) && fits(row.date, whens, when));
  if (found.length > 0) return outcome(false, [found.at(-1)], found.at(-1)!.text);
  const announced = act === 'leave' ? acts.find((row) => row.act === 'withdrawal-announced') : undefined;
  if (announced !== undefined && fits(announced.date, whens, when))
    return outcome('disputed', [announced], announced.text);
  if (act === 'suspend')
    return outcome('unknown', [], 'The record of this treaty does not tell of suspensions.');
  return outcome(
    true,
    [theRecord(ledger, treaty, 'holds no such act')],
    `The record holds no such act. ${cut(ledger)}`,
  );
}

/** "Russia is the only state to have withdrawn its ratification." */
export function judgeOnly(ledger: Ledger, proposition: PropositionOf<'treaty-act'>, when: AsOf): Outcome {
  const { treaty, act, subject, whens, polarity } = proposition;
  if (!polarity || isBilateral(ledger, treaty))
    return outcome('unclear', [], 'The words leave open which states are meant.');
  const own = subject.codes.map((code) => stateOf(ledger, code));
  const all = [...(actsByState(ledger).get(treaty)?.entries() ?? [])].flatMap(([state, acts]) => {
    const found = acts.find(
      (row) => SHOWS[act](row) && isOnRecord(row, when.asOf, when.knownBy) && fits(row.date, whens, when),
    );
    return found === undefined ? [] : [{ state, found }];
  });
  const other = all.find(({ state }) => !own.includes(state));
  if (other !== undefined)
    return outcome(false, [other.found], `${other.found.text} ${all.length} states have done so.`);
  const mine = all.filter(({ state }) => own.includes(state));
  if (subject.mode === 'only' && mine.length < own.length) {
    return outcome(
      false,
      [theRecord(ledger, treaty, 'holds no such act')],
      `The record holds no such act of ${own.map((code) => nameOf(ledger, code)).join(', ')}.`,
    );
  }
  return outcome(
    true,
    mine.length > 0 ? mine.map(({ found }) => found) : [theRecord(ledger, treaty, 'holds no such act')],
    `The record holds such an act of no other state. ${cut(ledger)}`,
  );
}

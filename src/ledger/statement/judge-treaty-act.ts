import { firstDay, inWords } from '../../time/partial-date.ts';
import { actsByState } from '../act-index.ts';
import { actDisagreement, alsoTold } from '../disagreement.ts';
import { isOnRecord } from '../fact.ts';
import type { AsOf } from '../judgement.ts';
import type { Ledger } from '../ledger.ts';
import { atStart } from '../state-name.ts';
import { judgeNobody, judgeOnly, missing } from './judge-treaty-absence.ts';
import { allOf, type Outcome, outcome } from './outcome.ts';
import type { PropositionOf } from './proposition.ts';
import { cut, endOf, fits, SHOWS, stateOf, title, UNDOES } from './treaty-record.ts';

export function judgeTreatyAct(
  ledger: Ledger,
  proposition: PropositionOf<'treaty-act'>,
  when: AsOf,
): Outcome {
  const { subject, treaty, act } = proposition;
  if (subject.mode === 'none') return judgeNobody(ledger, proposition, when);
  if (subject.mode === 'only' || subject.mode === 'none-but') return judgeOnly(ledger, proposition, when);
  const one = allOf(subject.codes.map((code) => judgeOne(ledger, proposition, stateOf(ledger, code), when)));
  if (subject.person === undefined || one.truth !== 'yes') return one;
  // The act is the state's; whether this person did it, the timeline must tell.
  const surname = subject.person.split(' ').at(-1)!;
  const acts = actsByState(ledger).get(treaty)?.get(stateOf(ledger, subject.codes[0]!)) ?? [];
  const told = acts.filter(SHOWS[act]).flatMap((found) => alsoTold(ledger, found, when));
  const own = told.filter(({ person }) => person.includes(surname));
  if (own.length > 0) return { ...one, because: [...outcome(true, own, '').because, ...one.because] };
  return outcome('partly', one.because, `${one.note} That it was ${subject.person} is not in the ledger.`);
}

function judgeOne(
  ledger: Ledger,
  proposition: PropositionOf<'treaty-act'>,
  code: string,
  when: AsOf,
): Outcome {
  const { treaty, act, whens, polarity } = proposition;
  const name = atStart(ledger.names.get(code) ?? code);
  const acts = (actsByState(ledger).get(treaty)?.get(code) ?? []).filter((found) =>
    isOnRecord(found, when.asOf, when.knownBy),
  );
  const matching = acts.filter(SHOWS[act]);
  const found = matching.findLast(({ date }) => fits(date, whens, when)) ?? matching.at(-1);
  if (found === undefined) return missing(ledger, proposition, code, acts, when);
  // Nobody is bound by a treaty that has ended.
  const end = ledger.treaties.get(treaty)!.ended;
  if (act === 'join' && polarity && whens.length === 0 && end !== undefined && firstDay(end) <= when.asOf) {
    return outcome(
      false,
      [endOf(ledger, treaty), found],
      `${title(ledger, treaty)} ended on ${inWords(end)}. ${cut(ledger)}`,
    );
  }
  const undone = acts.find((other) => UNDOES[act]?.includes(other.act) && other.date >= found.date);
  const disagreement = actDisagreement(ledger, found, when);
  const told = alsoTold(ledger, found, when).filter(({ date }) => date !== found.date);
  const days = disagreement?.values.map(({ value }) => value) ?? [];
  const rule =
    disagreement === undefined ? '' : ` Sources give ${days.map(inWords).join(', ')}. ${disagreement.rule}`;
  const inTime = fits(found.date, whens, when);
  if (!polarity) {
    if (whens.some(({ rel }) => rel === 'since') && found.act !== 'signature') {
      return outcome(
        'unclear',
        [found],
        `${found.text} The words leave open what is meant to hold since then.`,
      );
    }
    if (!inTime) return outcome(true, [found], `${found.text} It is not of the time named.`);
    if (undone !== undefined && !proposition.never) {
      return outcome(
        'partly',
        [found, undone],
        `${name} had done so on ${inWords(found.date)} and took it back on ${inWords(undone.date)}.`,
      );
    }
    return outcome(false, [found], `${found.text} ${cut(ledger)}`);
  }
  // Bound from the entry into force says nothing of the day of ratification.
  if (found.act === 'in-force' && act === 'ratify' && whens.some(({ rel }) => rel !== 'since')) {
    return outcome('unknown', [found], `${found.text} The ledger does not hold the day of ratification.`);
  }
  if (!inTime) {
    const other = days.find((day) => fits(day, whens, when));
    if (other !== undefined) return outcome('disputed', [found, ...told], `${found.text}${rule}`);
    const since = whens.some(({ rel }) => rel === 'since') && whens.length === 1;
    if (since && act !== 'leave')
      return outcome(
        undone === undefined,
        [found, undone],
        `${found.text}${undone ? ` ${undone.text}` : ''}`,
      );
    return outcome('partly', [found], `The act is on record, but on ${inWords(found.date)}.${rule}`);
  }
  const dated = whens.some(
    ({ rel }) => rel === 'in' || rel === 'before' || rel === 'until' || rel === 'after',
  );
  if (undone !== undefined && !proposition.ever && !(dated && act !== 'join'))
    return outcome(false, [undone, found], undone.text);
  return outcome(
    true,
    [found, ...told, undone],
    `${found.text}${undone === undefined ? '' : ` ${undone.text}`}${rule} ${cut(ledger)}`,
  );
}

import { firstDay, inWords, lastDay, mayCoincide } from '../../time/partial-date.ts';
import type { AsOf } from '../judgement.ts';
import type { Ledger } from '../ledger.ts';
import { isStill, overlaps, type Term, termsOf } from './office-term.ts';
import { type Outcome, outcome } from './outcome.ts';
import type { PropositionOf, When } from './proposition.ts';
import { isEmpty, type Window, windowOf } from './window.ts';

/** "Became in 2017", "since 2012", "from 2017 to 2021": said of the ends of a term and not of one day. */
function judgeTerm(
  ledger: Ledger,
  { person, office, polarity, starting }: PropositionOf<'office'>,
  said: When,
  own: readonly Term[],
  others: readonly Term[],
  when: AsOf,
): Outcome {
  const cut = `Statements were collected until ${inWords(ledger.collectedUntil.statements)}.`;
  const known = own.filter(({ tenure }) => tenure.from !== undefined);
  if (known.length === 0 || said.from === undefined || said.to === undefined) {
    return outcome(
      'unknown',
      [own.at(-1)?.tenure],
      `The ledger does not show the days of this term of ${person}. ${cut}`,
    );
  }
  const begins = ({ from }: Term) => mayCoincide(from, said.from!);
  const now: Window = { from: when.asOf, to: when.asOf };
  const lasts = (term: Term) =>
    overlaps(term, now) || (term.open && isStill(ledger, term, others, now, office.one));
  const ends = (term: Term) =>
    said.rel === 'since' ? lasts(term) : lastDay(term.shownUntil) >= firstDay(said.to!);
  const fits = known.find((term) =>
    starting
      ? begins(term)
      : (begins(term) || (said.rel === 'in' && firstDay(term.from) <= lastDay(said.from!))) && ends(term),
  );
  if (fits !== undefined) return outcome(polarity, [fits.tenure], `${fits.tenure.text} ${cut}`);
  const near = known.find((term) => overlaps(term, windowOf([said], when.asOf, false)));
  if (near?.open && !lasts(near) && !starting) {
    return outcome('unknown', [near.tenure], `${near.tenure.text} ${cut}`);
  }
  return outcome(
    near === undefined || starting ? !polarity : 'partly',
    [(near ?? known.at(-1)!).tenure],
    `${(near ?? known.at(-1)!).tenure.text} ${cut}`,
  );
}

export function judgeOffice(ledger: Ledger, proposition: PropositionOf<'office'>, when: AsOf): Outcome {
  const { person, office, whens, polarity, past } = proposition;
  const terms = termsOf(ledger, office.role, office.state, when);
  const own = terms.filter(({ tenure }) => tenure.person === person);
  const cut = `Statements were collected until ${inWords(ledger.collectedUntil.statements)}.`;
  const others = terms.filter(({ tenure }) => tenure.person !== person);
  const whole = windowOf(whens, when.asOf, false);
  if (isEmpty(whole)) return outcome('unknown', [], 'The time lies after the day asked for.');
  const [said] = whens;
  if (said !== undefined && (proposition.starting || said.rel === 'since' || said.from !== said.to)) {
    return judgeTerm(ledger, proposition, said, own, others, when);
  }
  // "was president" without a day is true of any term.
  const window: Window =
    whens.length > 0
      ? whole
      : past
        ? { from: '0001-01-01', to: when.asOf }
        : { from: when.asOf, to: when.asOf };
  const held = own.find(
    (term) => overlaps(term, window) || (term.open && isStill(ledger, term, others, window, office.one)),
  );
  if (held !== undefined) return outcome(polarity, [held.tenure], `${held.tenure.text} ${cut}`);
  const taken = office.one
    ? others.find(
        (term) =>
          firstDay(term.from) <= window.from &&
          (lastDay(term.shownUntil) >= window.to ||
            (term.open &&
              isStill(
                ledger,
                term,
                terms.filter((other) => other !== term),
                window,
                true,
              ))),
      )
    : undefined;
  if (taken !== undefined)
    return outcome(!polarity, [taken.tenure, own.at(-1)?.tenure], `${taken.tenure.text} ${cut}`);
  const ended =
    own.every(({ open, shownUntil }) => !open && lastDay(shownUntil) < window.from) && own.length > 0;
  if (ended) return outcome(!polarity, [own.at(-1)!.tenure], `${own.at(-1)!.tenure.text} ${cut}`);
  const successor = office.one
    ? others.find(
        (term) => own.some((term2) => term.from > term2.shownUntil) && firstDay(term.from) <= window.from,
      )
    : undefined;
  if (successor !== undefined && own.length > 0) {
    return outcome(!polarity, [successor.tenure, own.at(-1)!.tenure], `${successor.tenure.text} ${cut}`);
  }
  return outcome(
    'unknown',
    [own.at(-1)?.tenure],
    `The ledger does not show who held this office then. ${cut}`,
  );
}

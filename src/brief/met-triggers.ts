import { holdsAmong } from '../analysis/index.ts';
import { type AsOf, actsSince, type Ledger, ownCodes } from '../ledger/index.ts';
import {
  type Formula,
  type OptionKind,
  optionOf,
  optionsAskedFor,
  optionsIn,
  type Position,
  type Standoff,
} from '../model/index.ts';
import { firstDay, inWords, lastDay } from '../time/partial-date.ts';
import type { CheckedClaim, News } from './brief.ts';
import { positionSentence, wordingOf } from './words.ts';

/** Something that shows an option taken after a position was stated. */
interface Step {
  readonly option: string;
  readonly day: string;
  readonly text: string;
  readonly claims: readonly string[];
  readonly facts: readonly string[];
  /** By a row of the ledger, or by a claim that it bears out; else only told. */
  readonly sure: boolean;
}

/** What a position makes its holder's own act hang on: the side of its formula that speaks of others only. */
function conditionOf({ formula, holder }: Position): Formula | undefined {
  const sides =
    formula.kind === 'if'
      ? [formula.when, formula.then]
      : formula.kind === 'iff'
        ? [formula.right, formula.left]
        : [];
  return sides.find((side) => optionsIn(side).every((id) => !id.startsWith(`${holder}.`)));
}

/** The day of an act that is told as done: its own, else that of the telling. */
const dayOf = (claim: CheckedClaim, dateOf: (claim: CheckedClaim) => string): string =>
  claim.time?.from === undefined ? dateOf(claim) : lastDay(claim.time.to ?? claim.time.from);

/** Whether a code stands for a party's option: OTHERS is anybody but the position's holder. */
function isMeant(ledger: Ledger, actor: string, party: string, holder: string): boolean {
  return party === 'OTHERS'
    ? !ownCodes(ledger, holder).includes(actor)
    : ownCodes(ledger, party).includes(actor);
}

function stepsTowards(
  option: string,
  kinds: readonly OptionKind[],
  { holder, date }: Position,
  claims: readonly CheckedClaim[],
  ledger: Ledger,
  when: AsOf,
  dateOf: (claim: CheckedClaim) => string,
): readonly Step[] {
  const [party, kindId] = option.split('.') as [string, string];
  const kind = kinds.find(({ id }) => id === kindId);
  if (kind === undefined || date === undefined) return [];
  const since = lastDay(date);
  const states =
    party === 'OTHERS'
      ? [...ledger.names.keys()].filter((code) => isMeant(ledger, code, party, holder))
      : [party];
  const onRecord = states.flatMap((state) =>
    kind.acts.flatMap((act) =>
      actsSince(ledger, state, act, since, when).map(
        (fact): Step => ({
          option,
          day: fact.date,
          text: fact.text,
          claims: [],
          facts: [fact.id],
          sure: true,
        }),
      ),
    ),
  );
  const told = claims
    .filter(
      (claim) =>
        claim.modality === 'done' &&
        claim.polarity === 'positive' &&
        isMeant(ledger, claim.actor, party, holder) &&
        optionOf([kind], claim)?.takes === true &&
        claim.check.verdict !== 'contradicted' &&
        firstDay(dayOf(claim, dateOf)) > since,
    )
    .map(
      (claim): Step => ({
        option,
        day: dayOf(claim, dateOf),
        text: `“${claim.quote.replace(/\s+/g, ' ')}”`,
        claims: [claim.id],
        facts: claim.check.because.map(({ fact }) => fact),
        sure: claim.check.verdict === 'supported',
      }),
    );
  return [...onRecord, ...told];
}

/**
 * The conditions of standing positions that acts after the position's day have met: by rows of the ledger, or by what the
 * reports tell as done, which is then said to be told and not on record. Each with what met it and since when.
 */
export function metTriggers(
  standoff: Standoff,
  claims: readonly CheckedClaim[],
  kinds: readonly OptionKind[],
  ledger: Ledger,
  when: AsOf,
  dateOf: (claim: CheckedClaim) => string,
): readonly News[] {
  const words = wordingOf(standoff);
  const taken = standoff.options.filter((option) => option.taken).map(({ id }) => id);
  return standoff.positions.flatMap((position): News[] => {
    const condition = conditionOf(position);
    if (condition === undefined) return [];
    const steps = [...new Set(optionsAskedFor(condition))]
      .flatMap((option) => stepsTowards(option, kinds, position, claims, ledger, when, dateOf))
      .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : Number(b.sure) - Number(a.sure)));
    const done: Step[] = [];
    for (const step of steps) {
      if (done.some(({ option, sure }) => option === step.option && (sure || !step.sure))) continue;
      done.push(step);
      const options = new Set([...taken, ...done.map(({ option }) => option)]);
      if (!holdsAmong(condition, options)) continue;
      const sure = done.every((one) => one.sure);
      const said = `The condition of “${positionSentence(words, position).replace(/\.$/, '')}” (${inWords(position.date!)})`;
      return [
        {
          kind: sure ? 'trigger-met' : 'trigger-told',
          text: sure
            ? `${said} is met since ${inWords(step.day)}: ${done.map(({ text }) => text).join(' ')}`
            : `${said} would be met since ${inWords(step.day)} by what is told: ${done.map(({ text }) => text).join(' ')}; the ledger does not bear it out.`,
          claims: [...new Set([...position.claims, ...done.flatMap((one) => one.claims)])],
          facts: [...new Set(done.flatMap((one) => one.facts))],
        },
      ];
    }
    return [];
  });
}

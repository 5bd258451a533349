import { inWords } from '../../time/partial-date.ts';
import type { AsOf } from '../judgement.ts';
import { type Ledger, nameOf, type TreatyAct } from '../ledger.ts';
import { standingOf } from '../standing.ts';
import { agrees, isNear, type Outcome, outcome } from './outcome.ts';
import type { PropositionOf } from './proposition.ts';
import { countOf, countsOn, decidingActs } from './treaty-counts.ts';
import { cut, stateOf, theRecord, title } from './treaty-record.ts';
import { isEmpty, windowOf } from './window.ts';

export function judgeTreatyCount(
  ledger: Ledger,
  proposition: PropositionOf<'treaty-count'>,
  when: AsOf,
): Outcome {
  const { treaty, measure, count, of, whens, polarity } = proposition;
  if (whens.some(({ rel }) => rel !== 'in' && rel !== 'until'))
    return outcome('unclear', [], 'The words leave open of which day they speak.');
  const window = windowOf(whens, when.asOf, false);
  if (isEmpty(window)) return outcome('unknown', [], 'The time lies after the day asked for.');
  const day = whens.length === 0 ? when.asOf : window.to;
  if (whens.length > 0 && day > ledger.collectedUntil.treaties) return outcome('unknown', [], cut(ledger));
  const asked = { ...when, asOf: day };
  const counts = countsOn(ledger, treaty, asked);
  const { status } = counts;
  const { required } = status;
  if (measure.startsWith('listed') && required === undefined) {
    return outcome('unclear', [], `${title(ledger, treaty)} has no list of states that must ratify.`);
  }
  const rows = counts.deciding.get(measure) ?? decidingActs(ledger, treaty, measure, asked);
  counts.deciding.set(measure, rows);
  if (of !== undefined && measure.startsWith('listed') && of !== required!.total && !proposition.named) {
    return outcome('unclear', rows, `The words do not say of which ${of} states they speak.`);
  }
  if (of !== undefined && measure.startsWith('listed') && of !== required!.total) {
    return outcome(
      false,
      [theRecord(ledger, treaty, `needs ${required!.total} states, not ${of}`)],
      `The list has ${required!.total} states.`,
    );
  }
  const actual = countOf(counts, measure);
  const words = {
    signatures: `${actual} states have signed`,
    ratifications: `${actual} states have ratified`,
    listed: `${actual} of the ${required?.total} states that it needs have ratified`,
    'listed-missing': `${actual} of the ${required?.total} states that it needs have not ratified: ${required?.missing.map((code) => nameOf(ledger, code)).join(', ')}`,
    'signed-only': `${actual} states have signed and not ratified`,
  }[measure];
  const note = `By the record of ${title(ledger, treaty)}, ${words}, as of ${inWords(day)}. ${cut(ledger)}`;
  const holds = agrees(actual, count.relation, count.value);
  // Fewer than the list misses is wrong of all states too; more may be right of them.
  if (proposition.bare && count.value > actual) {
    return outcome('unclear', rows, `${note} Of all states the ledger keeps no list.`);
  }
  // Within a year that is named, a count that held on some day of it is right for that day.
  if (!holds && window.from > '0001-01-01' && window.from < day) {
    const start = countsOn(ledger, treaty, { ...when, asOf: window.from }).status;
    const between = [start.signatures, start.ratifications];
    if (
      measure === 'signatures'
        ? between[0]! <= count.value && count.value <= actual
        : between[1]! <= count.value && count.value <= actual
    ) {
      return outcome(
        measure === 'signatures' || measure === 'ratifications' ? 'yes' : 'unclear',
        rows,
        `${note} It changed within the time named.`,
      );
    }
  }
  if (!holds && count.relation === '=' && isNear(actual, count.value)) return outcome(false, rows, note);
  return outcome(holds === polarity, rows, note);
}

export function judgeTreatyNeeds(
  ledger: Ledger,
  { treaty, codes, only, polarity }: PropositionOf<'treaty-needs'>,
  when: AsOf,
): Outcome {
  const { required } = countsOn(ledger, treaty, when).status;
  if (required === undefined)
    return outcome('unclear', [], `${title(ledger, treaty)} has no list of states that must ratify.`);
  const said = codes.map((code) => stateOf(ledger, code));
  const wrong = said.filter((code) => !required.missing.includes(code));
  const left = required.missing.filter((code) => !said.includes(code));
  const rows = [
    ...said
      .flatMap((code) => Object.values(standingOf(ledger, treaty, code, when)))
      .filter((row): row is TreatyAct => typeof row === 'object'),
    theRecord(ledger, treaty, `misses ${required.missing.map((code) => nameOf(ledger, code)).join(', ')}`),
  ];
  const note = `Of the states that it needs, these have not ratified: ${required.missing.map((code) => nameOf(ledger, code)).join(', ')}. ${cut(ledger)}`;
  if (wrong.length === said.length) return outcome(!polarity, rows, note);
  if (wrong.length > 0) return outcome('partly', rows, note);
  // A list of four and more is told as the whole list.
  if (left.length > 0 && (only || said.length > 3)) return outcome(only ? !polarity : 'partly', rows, note);
  return outcome(polarity, rows, note);
}

import type { Claim } from '../claims/claim.ts';
import { firstDay, inWords, lastDay, mayCoincide, type PartialDate } from '../time/partial-date.ts';
import { isOnRecord } from './fact.ts';
import { type AsOf, evidenceOf, type Judgement } from './judgement.ts';
import { type Ledger, type NuclearTest, nameOf, ownCodes } from './ledger.ts';

const TEST = '(?:[\\w-]+ ){0,4}(?:test|tests|tested|testing|explosion|detonation)';
const LAST = new RegExp(
  `\\b(?:last|latest|most recent|final) ${TEST}\\b|\\blast (?:tested|carried|conducted|held)\\b`,
  'i',
);
const FIRST = new RegExp(`(?<!for the )\\bfirst ${TEST}\\b`, 'i');
const NEVER = /\bnever\b/i;

export function testsOf(ledger: Ledger, state: string, { asOf, knownBy }: AsOf): readonly NuclearTest[] {
  const own = ownCodes(ledger, state);
  return ledger.tests.filter((test) => own.includes(test.state) && isOnRecord(test, asOf, knownBy));
}

const until = (ledger: Ledger): string =>
  `The list of tests was collected until ${inWords(ledger.collectedUntil.tests)}; later ones would not be in the ledger.`;

/** The facts that stand around a claimed test: allegations and denials of about that day. */
function allegations(ledger: Ledger, claim: Claim, when: AsOf) {
  const rule = ledger.statementRules.get('test');
  return ledger.statements.filter(
    (row) =>
      (row.act === 'allegation' || row.act === 'denial') &&
      rule?.topics.includes(row.topic) &&
      isOnRecord(row, when.asOf, when.knownBy) &&
      (row.actors.includes(claim.actor) || row.text.includes(nameOf(ledger, claim.actor))),
  );
}

function dated(claim: Claim): { from: PartialDate; to: PartialDate } | undefined {
  const { from, to } = claim.time ?? {};
  if (from === undefined || to === undefined) return undefined;
  return { from, to };
}

/** Judges that a state did or did not test, by the list of tests. `words` are the sentence's own, for "last" and "first". */
export function judgeTest(ledger: Ledger, claim: Claim, words: string, when: AsOf): Judgement {
  const tests = testsOf(ledger, claim.actor, when);
  const name = nameOf(ledger, claim.actor);
  const last = tests.at(-1);
  if (!ledger.names.has(claim.actor)) {
    return {
      verdict: 'not-checkable',
      because: [],
      note: 'The words name no single state whose tests could be looked up.',
    };
  }
  if (claim.polarity === 'negative') return judgeAbsence(ledger, claim, words, tests, when);
  const time = dated(claim);
  if (time === undefined) {
    if (
      tests.length === 0 ||
      (allegations(ledger, claim, when).length > 0 && claim.speaker.actor !== 'press')
    ) {
      return disputedOrUnknown(ledger, claim, when);
    }
    return {
      verdict: 'supported',
      because: [last!].map(evidenceOf),
      note: `The ledger lists ${tests.length} tests by ${name}, the last on ${inWords(last!.date)}.`,
    };
  }
  const within = tests.filter(
    ({ date }) => firstDay(date) <= lastDay(time.to) && lastDay(date) >= firstDay(time.from),
  );
  if (LAST.test(words) && last !== undefined && within.length > 0) {
    return mayCoincide(last.date, time.to) || mayCoincide(last.date, time.from)
      ? {
          verdict: 'supported',
          because: [evidenceOf(last)],
          note: `The last listed test by ${name} was on ${inWords(last.date)}. ${until(ledger)}`,
        }
      : {
          verdict: 'contradicted',
          because: [evidenceOf(last)],
          note: `The last listed test by ${name} was on ${inWords(last.date)}, not in ${inWords(time.to)}.`,
        };
  }
  if (
    LAST.test(words) &&
    last !== undefined &&
    within.length === 0 &&
    lastDay(time.to) <= ledger.collectedUntil.tests
  ) {
    return {
      verdict: 'contradicted',
      because: [evidenceOf(last)],
      note: `The last listed test by ${name} was on ${inWords(last.date)}; none is listed for ${inWords(time.to)}.`,
    };
  }
  if (FIRST.test(words) && tests[0] !== undefined) {
    const [first] = tests as [NuclearTest];
    const same = mayCoincide(first.date, time.from);
    return {
      verdict: same ? 'supported' : 'contradicted',
      because: [evidenceOf(first)],
      note: `The first listed test by ${name} was on ${inWords(first.date)}.`,
    };
  }
  if (within.length > 0) {
    const more = within.length > 1 ? ` and ${within.length - 1} more in that time` : '';
    return {
      verdict: 'supported',
      because: [evidenceOf(within.at(-1)!)],
      note: `${within.at(-1)!.text}${more ? ` The ledger lists it${more}.` : ''}`,
    };
  }
  return disputedOrUnknown(ledger, claim, when);
}

/** A test that the list does not hold: disputed where somebody alleged or denied it, else simply not in the ledger. */
function disputedOrUnknown(ledger: Ledger, claim: Claim, when: AsOf): Judgement {
  const rows = allegations(ledger, claim, when);
  if (rows.length > 0) {
    return {
      verdict: 'disputed',
      because: rows.map(evidenceOf),
      note: 'The list of tests holds no such test; it was alleged and denied, and the ledger keeps both.',
    };
  }
  return {
    verdict: 'not-in-ledger',
    because: [],
    note: `The list of tests holds no such test. ${until(ledger)}`,
  };
}

function judgeAbsence(
  ledger: Ledger,
  claim: Claim,
  words: string,
  tests: readonly NuclearTest[],
  when: AsOf,
): Judgement {
  const name = nameOf(ledger, claim.actor);
  const last = tests.at(-1);
  const { from, to } = claim.time ?? {};
  if (claim.modality === 'denied') {
    const rows = allegations(ledger, claim, when);
    return rows.length > 0
      ? {
          verdict: 'disputed',
          because: rows.map(evidenceOf),
          note: 'An allegation and a denial stand against each other; the list of tests holds no such test.',
        }
      : {
          verdict: 'not-in-ledger',
          because: [],
          note: `The ledger has no allegation that this denies. ${until(ledger)}`,
        };
  }
  if (last === undefined) {
    return {
      verdict: 'supported',
      because: [],
      note: `The ledger lists no test by ${name}. ${until(ledger)}`,
    };
  }
  if (from === undefined && to === undefined) {
    if (NEVER.test(words)) {
      return {
        verdict: 'contradicted',
        because: [evidenceOf(last)],
        note: `The ledger lists ${tests.length} tests by ${name}.`,
      };
    }
    return {
      verdict: 'not-checkable',
      because: [evidenceOf(last)],
      note: `The words do not say since when. The last listed test by ${name} was on ${inWords(last.date)}.`,
    };
  }
  const start = from === undefined ? '0000' : lastDay(from);
  const end = to === undefined ? when.asOf : lastDay(to);
  const counter = tests.filter(({ date }) => date > start && date <= end);
  if (counter.length > 0) {
    return {
      verdict: 'contradicted',
      because: [evidenceOf(counter.at(-1)!)],
      note: `The ledger lists ${counter.length} test${counter.length === 1 ? '' : 's'} by ${name} in that time, the last on ${inWords(counter.at(-1)!.date)}.`,
    };
  }
  return {
    verdict: 'supported',
    because: [evidenceOf(last)],
    note: `The last listed test by ${name} was on ${inWords(last.date)}, at ${last.siteName}. ${until(ledger)}`,
  };
}

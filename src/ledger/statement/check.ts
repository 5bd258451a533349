import { addDays, type Day } from '../../time/day.ts';
import { firstDay, inWords } from '../../time/partial-date.ts';
import type { AsOf, Evidence, Judgement, Verdict } from '../judgement.ts';
import type { Ledger } from '../ledger.ts';
import { changesOf, judgeProposition, mayHold } from './judge-proposition.ts';
import { allOf, type Outcome } from './outcome.ts';
import type { Proposition, Reading, Tense } from './proposition.ts';
import { readStatement } from './read.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A statement judged by the ledger, as `firstmove check` prints it. */
export interface CheckedStatement extends Judgement {
  readonly statement: string;
  readonly asOf: Day;
  readonly knownBy?: Day;
}

type Clause = { readonly proposition: Proposition; readonly tense: Tense };

const VERDICTS: Readonly<Record<Outcome['truth'], Verdict>> = {
  yes: 'supported',
  no: 'contradicted',
  partly: 'partly',
  disputed: 'disputed',
  unknown: 'not-in-ledger',
  unclear: 'not-checkable',
};

const judgeAll = (ledger: Ledger, clauses: readonly Clause[], when: AsOf): Outcome =>
  allOf(clauses.map(({ proposition }) => judgeProposition(ledger, proposition, when)));

/** Sentences about a closed past are false, not outdated: "North Korea last tested in 2016". */
const isHistory = ({ proposition, tense }: Clause): boolean =>
  proposition.kind === 'test-edge' ||
  proposition.kind === 'test-again' ||
  proposition.kind === 'test-elapsed' ||
  proposition.kind === 'deed' ||
  (proposition.kind === 'treaty-rank' && proposition.edge === undefined) ||
  proposition.kind === 'treaty-order' ||
  (proposition.kind === 'treaty-act' && proposition.never === true) ||
  (tense === 'past' && proposition.kind.startsWith('test')) ||
  (proposition.kind === 'treaty-act' &&
    proposition.subject.mode === 'each' &&
    proposition.whens.length > 0 &&
    proposition.polarity) ||
  ('scope' in proposition && proposition.scope.whens.some(({ rel }) => rel === 'in' || rel === 'before'));

/**
 * The day until which a statement that is not so now was so: the latest change before which it held. Only a statement
 * about the present can be outdated.
 */
function heldUntil(
  ledger: Ledger,
  clauses: readonly Clause[],
  when: AsOf,
): { until: Day; then: Outcome } | undefined {
  if (clauses.some(isHistory)) return undefined;
  const changes = clauses.map(({ proposition }) => changesOf(ledger, proposition, when.asOf));
  const days = changes.length === 1 ? [...changes[0]!] : [...new Set(changes.flat())].sort();
  for (const day of days.reverse()) {
    const before = { ...when, asOf: addDays(firstDay(day), -1) };
    if (!clauses.every(({ proposition }) => mayHold(ledger, proposition, before))) continue;
    const then = judgeAll(ledger, clauses, before);
    // That there had been no test yet says nothing about a later claim of none.
    if (then.truth === 'yes' && then.because.some(({ fact }) => fact !== 'list:tests'))
      return { until: firstDay(day), then };
  }
  return undefined;
}

const atStart = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

const distinct = (rows: readonly Evidence[]): readonly Evidence[] => [
  ...new Map(rows.map((row) => [row.fact, row])).values(),
];

function judged(ledger: Ledger, reading: Extract<Reading, { clauses: unknown }>, when: AsOf): Judgement {
  const { clauses } = reading;
  const each = clauses.map(({ proposition }) => judgeProposition(ledger, proposition, when));
  const now = allOf(each);
  const because = distinct(now.because);
  const whollyFalse =
    each.some(({ truth }) => truth === 'no') && !each.some(({ truth }) => truth === 'partly');
  if (now.truth === 'no' || (now.truth === 'partly' && whollyFalse)) {
    const held = heldUntil(ledger, clauses, when);
    if (held !== undefined) {
      return {
        verdict: 'outdated',
        because: because.length > 0 ? because : distinct(held.then.because),
        note: `True until ${inWords(held.until)}. ${now.note}`,
        until: held.until,
      };
    }
  }
  return { verdict: VERDICTS[now.truth], because, note: atStart(now.note) };
}

/**
 * Judges one plain sentence by the rows on record. A sentence that is not understood to its last word is not judged.
 *
 * @example checkStatement(ledger, vocabulary, 'Eight Annex 2 states have not ratified the CTBT.', { asOf: '2026-08-22' })
 *   // outdated, until 2023-11-03
 */
export function checkStatement(
  ledger: Ledger,
  vocabulary: Vocabulary,
  statement: string,
  when: AsOf,
): CheckedStatement {
  const reading = readStatement(vocabulary, statement, when.asOf);
  if ('unread' in reading) {
    return {
      statement,
      ...when,
      verdict: 'not-checkable',
      because: [],
      note: `The sentence was not judged: ${reading.unread}`,
    };
  }
  if ('unlisted' in reading) {
    return {
      statement,
      ...when,
      verdict: 'not-in-ledger',
      because: [],
      note: `The ledger keeps no list of ${reading.unlisted}, which are not counted among tests.`,
    };
  }
  const asOf = reading.asOf === undefined ? when.asOf : reading.asOf;
  const asked = { ...when, asOf };
  return { statement, ...asked, ...judged(ledger, reading, asked) };
}

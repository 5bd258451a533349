import { firstDay, lastDay, type PartialDate } from '../time/partial-date.ts';
import { isOnRecord } from './fact.ts';
import { type AsOf, type Evidence, evidenceOf } from './judgement.ts';
import { type Ledger, ownCodes, type Statement, type Tenure } from './ledger.ts';
import { officesOn } from './tenure.ts';

export interface TimelineQuery {
  readonly actor?: string;
  readonly topic?: string;
  readonly from?: PartialDate;
  readonly to?: PartialDate;
}

/** Whether what a condition waits for has happened: only what the lists can tell is called met or not met. */
export interface Trigger {
  readonly met: 'yes' | 'no' | 'unknown';
  readonly note: string;
  readonly because: readonly Evidence[];
}

/** One row of the timeline with the offices of its persons on that day and the state of its condition. */
export interface TimelineEntry {
  readonly statement: Statement;
  readonly offices: readonly Tenure[];
  readonly trigger?: Trigger;
}

/** Whether the trigger of a statement's condition was met by a day. */
export function triggerOf(
  ledger: Ledger,
  statement: Statement,
  { asOf, knownBy }: AsOf,
): Trigger | undefined {
  if (statement.condition === '') return undefined;
  const rule = ledger.triggerRules.find(({ when }) => when.test(statement.condition));
  if (rule === undefined) {
    return { met: 'unknown', note: 'The lists cannot tell whether this has happened.', because: [] };
  }
  const own = statement.actors.flatMap((actor) => ownCodes(ledger, actor));
  const met = ledger.tests.find(
    (test) =>
      test.date > statement.date &&
      isOnRecord(test, asOf, knownBy) &&
      (rule.by === 'OTHERS' ? !own.includes(test.state) : ownCodes(ledger, rule.by).includes(test.state)),
  );
  const until = ledger.collectedUntil.tests;
  return met === undefined
    ? {
        met: 'no',
        note: `No such test is listed after it; the list was collected until ${until}.`,
        because: [],
      }
    : { met: 'yes', note: 'A listed test met it.', because: [evidenceOf(met)] };
}

/** The rows of the timeline that a query asks for. */
export function timelineOf(
  ledger: Ledger,
  { actor, topic, from, to }: TimelineQuery,
  when: AsOf,
): readonly TimelineEntry[] {
  const codes = actor === undefined ? undefined : ownCodes(ledger, actor);
  return ledger.statements
    .filter(
      (row) =>
        (codes === undefined || row.actors.some((found) => codes.includes(found))) &&
        (topic === undefined || row.topic === topic) &&
        (from === undefined || lastDay(row.date) >= firstDay(from)) &&
        (to === undefined || firstDay(row.date) <= lastDay(to)) &&
        isOnRecord(row, when.asOf, when.knownBy),
    )
    .map((statement): TimelineEntry => {
      const trigger = triggerOf(ledger, statement, when);
      return {
        statement,
        offices: statement.person
          .split(';')
          .flatMap((person) =>
            person === '' ? [] : officesOn(ledger, person.trim(), firstDay(statement.date)),
          ),
        ...(trigger === undefined ? {} : { trigger }),
      };
    });
}

import { isPartialDate } from '../time/index.ts';
import type { Content } from './contents.ts';
import type { Assumption, Desk } from './desk.ts';
import { type Records, record, statementById, statementsOf } from './records.ts';
import { DeskRefusal } from './refusal.ts';
import { momentAfter, type Statement, stated, validTimes } from './statement.ts';

const assumptionOf = ({ id, subject, recorded, by, content }: Statement): Assumption => ({
  ...(content as Pick<Assumption, 'from' | 'until' | 'note'>),
  id,
  formula: subject,
  by: by!,
  at: recorded,
});

function requireDate(date: string | undefined): void {
  if (date !== undefined && !isPartialDate(date))
    throw new DeskRefusal('unfit', `"${date}" is no date; write it as 2026-11-02`);
}

/** Positions that an analyst assumes. */
export function assumptionActs(records: Records): Pick<Desk, 'assume' | 'retract' | 'assumptions'> {
  return {
    assume: ({ formula, by, from, until, note }) =>
      records.act(async (trx, at) => {
        requireDate(from);
        requireDate(until);
        const statement = stated({
          kind: 'assumption',
          subject: formula,
          recorded: at,
          ...validTimes(from, until),
          by,
          content: { from, until, note } satisfies Content<'assumption'>,
        });
        await record(trx, [statement]);
        return assumptionOf(statement);
      }),
    retract: (assumption, by) =>
      records.act(async (trx, at) => {
        if ((await statementById(trx, 'assumption', assumption)) === undefined)
          throw new DeskRefusal('unknown', `${assumption}: the desk has no such assumption`);
        await record(trx, [
          stated({ kind: 'retraction', subject: assumption, recorded: at, by, content: {} }),
        ]);
      }),
    async assumptions({ asOf, knownBy } = {}) {
      const end = knownBy === undefined ? undefined : momentAfter(knownBy);
      const isKnown = ({ recorded }: Statement) => end === undefined || recorded < end;
      const retracted = new Set(
        (await statementsOf(records.db, 'retraction')).filter(isKnown).map(({ subject }) => subject),
      );
      const { validFrom, validTo } = validTimes(asOf, asOf);
      return (await statementsOf(records.db, 'assumption'))
        .filter((statement) => isKnown(statement) && !retracted.has(statement.id))
        .filter(
          (statement) =>
            (validTo === undefined || statement.validFrom === undefined || statement.validFrom < validTo) &&
            (validFrom === undefined || statement.validTo === undefined || statement.validTo > validFrom),
        )
        .map(assumptionOf);
    },
  };
}

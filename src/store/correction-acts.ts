import type { Content } from './contents.ts';
import type { Correction, Desk } from './desk.ts';
import { type Records, record, statementsOf } from './records.ts';
import { DeskRefusal } from './refusal.ts';
import { requireReport } from './report-acts.ts';
import { readingOf } from './standing-reading.ts';
import { momentAfter, type Statement, stated } from './statement.ts';

function correctionOf({ id, subject, recorded, by, content }: Statement): Correction {
  const { span: _, ...verdict } = content as Content<'correction'>;
  return { id, report: subject, ...verdict, by: by!, at: recorded } as Correction;
}

/** An analyst's word on the claims of a report. */
export function correctionActs(records: Records): Pick<Desk, 'correct' | 'corrections'> {
  return {
    correct: ({ report, by, ...verdict }) =>
      records.act(async (trx, at) => {
        await requireReport(trx, report);
        const { claims } = await readingOf(trx, report);
        const claim = claims.find(({ id }) => id === verdict.claim);
        if (claim === undefined)
          throw new DeskRefusal('unknown', `${verdict.claim}: the report ${report} has no such claim`);
        if ((verdict.verdict === 'edit') !== (verdict.edited !== undefined)) {
          throw new DeskRefusal(
            'unfit',
            verdict.verdict === 'edit'
              ? 'an edit says what it puts right; give "edited"'
              : `only an edit puts fields right; leave out "edited", or make the verdict "edit"`,
          );
        }
        // The span goes with it: a later reading may give the same id to other words.
        const content: Content<'correction'> = { ...verdict, span: claim.span } as Content<'correction'>;
        const statement = stated({ kind: 'correction', subject: report, recorded: at, by, content });
        await record(trx, [statement]);
        return correctionOf(statement);
      }),

    async corrections(report, { knownBy } = {}) {
      const end = knownBy === undefined ? undefined : momentAfter(knownBy);
      const reading = await readingOf(records.db, report);
      const claims = new Map(reading.claims.map((claim) => [claim.id, claim]));
      return (await statementsOf(records.db, 'correction', { subject: report }))
        .filter(({ recorded, content }) => {
          const { claim, span } = content as Content<'correction'>;
          const now = claims.get(claim)?.span;
          const stands = now !== undefined && now.start === span.start && now.end === span.end;
          return stands && (end === undefined || recorded < end);
        })
        .map(correctionOf);
    },
  };
}

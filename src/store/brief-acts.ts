import type { Content } from './contents.ts';
import type { Desk, SavedBrief } from './desk.ts';
import { type Records, record, statementById, statementsOf } from './records.ts';
import { type Statement, stated } from './statement.ts';

const headingOf = ({ id, subject, recorded, by, content }: Statement): Omit<SavedBrief, 'brief'> => {
  const { reports, asOf, knownBy } = content as Content<'brief'>;
  return {
    id,
    title: subject,
    reports,
    ...(asOf === undefined ? {} : { asOf }),
    ...(knownBy === undefined ? {} : { knownBy }),
    by: by!,
    at: recorded,
  };
};

const briefOf = (statement: Statement): SavedBrief => ({
  ...headingOf(statement),
  brief: JSON.parse(statement.original!) as object,
});

/** Briefs as they stood when they were saved. */
export function briefActs(records: Records): Pick<Desk, 'saveBrief' | 'briefs' | 'brief'> {
  return {
    saveBrief: ({ title, reports, asOf, knownBy, brief, by }) =>
      records.act(async (trx, at) => {
        const statement = stated({
          kind: 'brief',
          subject: title,
          recorded: at,
          by,
          content: { reports: [...reports], asOf, knownBy } satisfies Content<'brief'>,
          // As text, so that its keys come back in their order.
          original: JSON.stringify(brief),
        });
        await record(trx, [statement]);
        return briefOf(statement);
      }),
    async briefs() {
      return (await statementsOf(records.db, 'brief')).map(headingOf).reverse();
    },
    async brief(id) {
      const brief = await statementById(records.db, 'brief', id);
      return brief && briefOf(brief);
    },
  };
}

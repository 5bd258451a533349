import type { Desk, SavedModel } from './desk.ts';
import { type Records, record, statementById, statementsOf } from './records.ts';
import { type Statement, stated } from './statement.ts';

const modelOf = ({ id, subject, recorded, by, original }: Statement): SavedModel => ({
  id,
  name: subject,
  yaml: original!,
  by: by!,
  at: recorded,
});

/** Conflict models under names. */
export function modelActs(records: Records): Pick<Desk, 'saveModel' | 'models' | 'modelHistory' | 'model'> {
  return {
    saveModel: ({ name, yaml, by }) =>
      records.act(async (trx, at) => {
        const statement = stated({
          kind: 'model',
          subject: name,
          recorded: at,
          by,
          content: {},
          original: yaml,
        });
        await record(trx, [statement]);
        return modelOf(statement);
      }),
    async models() {
      const all = await statementsOf(records.db, 'model', { original: true });
      const latest = new Map(all.map((model) => [model.subject, modelOf(model)]));
      return [...latest.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
    },
    async modelHistory(name) {
      return (await statementsOf(records.db, 'model', { subject: name, original: true }))
        .map(modelOf)
        .reverse();
    },
    async model(id) {
      const model = await statementById(records.db, 'model', id);
      return model && modelOf(model);
    },
  };
}

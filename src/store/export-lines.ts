import { canonicalJson } from './canonical-json.ts';
import type { Db } from './records.ts';
import { statementColumns, statementOf } from './tables.ts';

/** Statements read at once; texts of 50 kB make 5 MB of it. */
const BATCH = 100;

/**
 * Every statement as a line of canonical JSON, in the order of recording. The ids are read in one query, and statements
 * never change: the export shows one moment of the desk, also while others work at it.
 */
export async function* exportLines(db: Db): AsyncIterable<string> {
  const ids = await db.selectFrom('statement').select('id').orderBy('recorded').orderBy('id').execute();
  for (let at = 0; at < ids.length; at += BATCH) {
    const rows = await db
      .selectFrom('statement')
      .select(statementColumns)
      .select('original')
      .where(
        'id',
        'in',
        ids.slice(at, at + BATCH).map(({ id }) => id),
      )
      .orderBy('statement.recorded')
      .orderBy('id')
      .execute();
    for (const row of rows) yield canonicalJson(statementOf(row));
  }
}

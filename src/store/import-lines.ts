import { createHash } from 'node:crypto';
import { instantOf, secondsOf } from '../time/index.ts';
import { type Content, faultIn } from './contents.ts';
import type { Instant } from './desk.ts';
import { addStatements, type Db } from './records.ts';
import { referenceCheck } from './references.ts';
import { LineRefusal } from './refusal.ts';
import { list } from './report-acts.ts';
import { type Statement, statementId } from './statement.ts';

const BATCH = 200;

const UNEXPORTED = 'write the export again with firstmove export';

/** Whether the instant exists, in years that every engine knows and that leave later ones to come. */
const isMoment = (instant: Instant): boolean =>
  Number.isFinite(secondsOf(instant)) &&
  instantOf(secondsOf(instant)) === instant &&
  instant >= '0001' &&
  instant < '9999-12';

/** The statement that a line holds. @throws LineRefusal. */
function statementIn(text: string, line: number): Statement {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new LineRefusal(line, `it is not JSON (${(error as Error).message}); ${UNEXPORTED}`);
  }
  const fault = faultIn(value);
  if (fault !== undefined)
    throw new LineRefusal(line, `${fault}; ${UNEXPORTED}, or import it with the firstmove that wrote it`);
  const { id, ...rest } = value as Statement;
  for (const moment of [rest.recorded, rest.validFrom, rest.validTo]) {
    if (moment !== undefined && !isMoment(moment))
      throw new LineRefusal(line, `"${moment}" is no moment of the calendar; ${UNEXPORTED}`);
  }
  if (statementId(rest) !== id)
    throw new LineRefusal(
      line,
      `its content is not what its id ${id} stands for: the line was changed; ${UNEXPORTED}`,
    );
  if (rest.kind === 'report' || rest.kind === 'bulletin') {
    const { sha256 } = rest.content as Content<'report' | 'bulletin'>;
    const actual = createHash('sha256')
      .update(rest.original ?? '', 'utf8')
      .digest('hex');
    if (actual !== sha256 || rest.subject !== `${rest.kind}-${sha256.slice(0, 12)}`)
      throw new LineRefusal(line, `its words are not those that its hash stands for; ${UNEXPORTED}`);
  }
  return value as Statement;
}

/** Ids of the reports and assumptions that the desk has. */
async function subjectsOf(db: Db): Promise<readonly string[]> {
  const reports = await db.selectFrom('listing').select('report as id').execute();
  const assumptions = await db
    .selectFrom('statement')
    .select('id')
    .where('kind', '=', 'assumption')
    .execute();
  return [...reports, ...assumptions].map(({ id }) => id);
}

/** Adds the statements of an export in the transaction given; resolves to how many were new. */
export async function importLines(trx: Db, lines: AsyncIterable<string> | Iterable<string>): Promise<number> {
  const missingBefore = referenceCheck(await subjectsOf(trx));
  let added = 0;
  let batch: Statement[] = [];
  const flush = async () => {
    added += await addStatements(trx, batch);
    const reports = batch.filter(({ kind }) => kind === 'report');
    await list(trx, reports);
    batch = [];
  };
  let line = 0;
  for await (const text of lines) {
    line += 1;
    if (text.trim() === '') continue;
    const statement = statementIn(text, line);
    const missing = missingBefore(statement);
    if (missing !== undefined) {
      throw new LineRefusal(
        line,
        `it speaks of ${missing}, which is neither on a line before it nor on this desk; import the whole export`,
      );
    }
    batch.push(statement);
    if (batch.length === BATCH) await flush();
  }
  await flush();
  return added;
}

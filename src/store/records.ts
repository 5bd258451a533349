import { type Kysely, sql, type Transaction } from 'kysely';
import { canonicalJson } from './canonical-json.ts';
import type { Clock } from './clock.ts';
import { keepable } from './contents.ts';
import type { Instant } from './desk.ts';
import type { Engine } from './engine.ts';
import { DeskRefusal } from './refusal.ts';
import type { Statement, StatementKind } from './statement.ts';
import { SCHEMA, statementColumns, statementOf, type Tables } from './tables.ts';
import { unavailable } from './unavailable.ts';

/** A database or a transaction on it. */
export type Db = Kysely<Tables> | Transaction<Tables>;

/** The record of a desk: what its acts are written to and its answers read from. */
export interface Records {
  readonly db: Kysely<Tables>;
  /** Does an act: one transaction at one moment. What it resolves to is on the disk. */
  act<Result>(work: (trx: Transaction<Tables>, at: Instant) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

export function recordsOn(engine: Engine, clock: Clock): Records {
  const underWay = new Set<Promise<unknown>>();
  let closed = false;
  return {
    db: engine.db,
    async act(work) {
      if (closed) throw new DeskRefusal('unfit', `${engine.place}: the desk is closed; open it again`);
      const act = engine.db
        .transaction()
        .execute((trx) => work(trx, clock.next()))
        .catch((error) => {
          throw unavailable(engine.place, error);
        })
        .finally(engine.settle);
      const done = act.catch(() => {}).finally(() => underWay.delete(done));
      underWay.add(done);
      return act;
    },
    async close() {
      if (closed) return;
      closed = true;
      await Promise.all(underWay);
      await engine.close();
    },
  };
}

/** Adds statements that no one has looked at yet. @throws DeskRefusal where one cannot be kept. */
export const record = (trx: Db, statements: readonly Statement[]): Promise<number> =>
  addStatements(trx, statements.map(keepable));

/** Adds statements as they are; those that are there already stay. Resolves to how many were new. */
export async function addStatements(trx: Db, statements: readonly Statement[]): Promise<number> {
  if (statements.length === 0) return 0;
  const column = <T>(of: (statement: Statement) => T) => statements.map(of);
  const { rows } = await sql`
    insert into ${sql.table(`${SCHEMA}.statement`)}
      (id, kind, subject, recorded, valid_from, valid_to, stated_by, content, original)
    select * from unnest(
      ${column((s) => s.id)}::text[], ${column((s) => s.kind)}::text[], ${column((s) => s.subject)}::text[],
      ${column((s) => s.recorded)}::timestamptz[], ${column((s) => s.validFrom ?? null)}::timestamptz[],
      ${column((s) => s.validTo ?? null)}::timestamptz[], ${column((s) => s.by ?? null)}::text[],
      ${column((s) => canonicalJson(s.content))}::text[], ${column((s) => s.original ?? null)}::text[])
    on conflict (id) do nothing
    returning 1`.execute(trx);
  return rows.length;
}

/** Which statements of a kind, and whether with their words as given. */
interface StatementQuery {
  readonly subject?: string;
  readonly id?: string;
  readonly original?: boolean;
}

/** The statements of a kind, the earliest first. */
export async function statementsOf(
  db: Db,
  kind: StatementKind,
  { subject, id, original = false }: StatementQuery = {},
): Promise<readonly Statement[]> {
  const rows = await db
    .selectFrom('statement')
    .select(statementColumns)
    .$if(original, (query) => query.select('original'))
    .where('kind', '=', kind)
    .$if(subject !== undefined, (query) => query.where('subject', '=', subject!))
    .$if(id !== undefined, (query) => query.where('id', '=', id!))
    .orderBy('statement.recorded')
    .orderBy('id')
    .execute();
  return rows.map(statementOf);
}

/** The statement of that id with its words, where there is one of the kind. */
export async function statementById(db: Db, kind: StatementKind, id: string): Promise<Statement | undefined> {
  return (await statementsOf(db, kind, { id, original: true }))[0];
}

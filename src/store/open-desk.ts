import { resolve } from 'node:path';
import { sql } from 'kysely';
import { assumptionActs } from './assumption-acts.ts';
import { briefActs } from './brief-acts.ts';
import { bulletinActs } from './bulletin-acts.ts';
import { clockFrom, computerClock } from './clock.ts';
import { correctionActs } from './correction-acts.ts';
import type { Desk, DeskPlace } from './desk.ts';
import { embeddedEngine } from './embedded-engine.ts';
import { exportLines } from './export-lines.ts';
import { importLines } from './import-lines.ts';
import { migrate } from './migrations.ts';
import { modelActs } from './model-acts.ts';
import { recordsOn } from './records.ts';
import { reportActs } from './report-acts.ts';
import { reportAnswers } from './report-answers.ts';
import { serverEngine } from './server-engine.ts';
import { lastRecorded } from './tables.ts';
import { unavailable } from './unavailable.ts';

export interface OpenOptions {
  /** False to refuse a place without a desk; a new desk is made there where absent. */
  readonly create?: boolean;
  /** Takes sentences for the person, such as that the lock of a dead process was taken over. */
  readonly say?: (sentence: string) => void;
  /** Milliseconds since 1970; the computer's clock where absent. */
  readonly now?: () => number;
}

/**
 * Opens the desk that is kept at a place.
 * @throws DeskLocked where another process works on the folder; DeskRefusal where it cannot be opened.
 */
export async function openDesk(
  place: DeskPlace,
  { create = true, say = () => {}, now = computerClock }: OpenOptions = {},
): Promise<Desk> {
  const engine =
    place.database === undefined
      ? await embeddedEngine(resolve(place.data), { create, say })
      : await serverEngine(place.database);
  try {
    await migrate(engine, create);
    const clock = clockFrom(now);
    const catchUp = async () => {
      const last = await lastRecorded(engine.db);
      if (last !== undefined) clock.passed(last);
    };
    await catchUp();
    const records = recordsOn(engine, clock);
    return {
      ...reportActs(records),
      ...reportAnswers(records),
      ...correctionActs(records),
      ...modelActs(records),
      ...briefActs(records),
      ...bulletinActs(records),
      ...assumptionActs(records),
      export: () => exportLines(records.db),
      async import(lines) {
        const added = await records.act((trx) => importLines(trx, lines));
        await catchUp();
        return added;
      },
      async ready() {
        await sql`select 1`.execute(records.db).catch((error) => {
          throw unavailable(engine.place, error);
        });
      },
      close: records.close,
    };
  } catch (error) {
    await engine.close();
    throw error;
  }
}

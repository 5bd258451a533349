import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { reportFromText } from '../report/index.ts';
import type { Desk } from '../store/desk.ts';
import type { ReadingQueue } from './reading-queue.ts';

const NAME = 'sample.txt';

/**
 * Submits the sample report of a stand-off and waits until it is read, so that the first page has something to show.
 * Resolves to its id, or to undefined where the stand-off has none; what else waits is read meanwhile and afterwards.
 */
export async function submitSample(
  desk: Desk,
  readings: ReadingQueue,
  folder: string,
): Promise<string | undefined> {
  const text = await readFile(join(folder, 'reports', NAME), 'utf8').catch(() => undefined);
  if (text === undefined) {
    readings.wake();
    return undefined;
  }
  const { id } = await desk.submit(reportFromText(text, { source: NAME }));
  readings.hasten(id);
  const isRead = new Promise<void>((resolve) => {
    const stop = readings.follow((news) => {
      if (news.id !== id || (news.state !== 'read' && news.state !== 'failed')) return;
      stop();
      resolve();
    });
  });
  const { state } = (await desk.report(id))!;
  readings.wake();
  if (state === 'waiting') await isRead;
  return id;
}

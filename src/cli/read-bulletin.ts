import { basename } from 'node:path';
import type { GivenBulletin } from '../brief/index.ts';
import { bulletinCollector, screener, screenSequence } from '../seismic/index.ts';
import { seismicTables } from '../store/seismic-tables.ts';
import { printableLine } from '../text/printable.ts';
import { eventsOf } from './bulletin-source.ts';
import { UsageError } from './usage-error.ts';

/**
 * Reads and screens bulletins for claims to be set beside. Broken events are reported on standard error and counted.
 * @throws UsageError where a bulletin cannot be read, or holds no event that can.
 */
export async function readBulletins(names: readonly string[]): Promise<GivenBulletin> {
  const tables = seismicTables();
  const sequence = screenSequence(screener(tables), tables.screening.follower);
  const collector = bulletinCollector();
  let unread = 0;
  const batches = eventsOf(names, undefined, ({ where, what }) => {
    unread += 1;
    console.error(printableLine(`${where}: ${what}`));
  });
  for await (const events of batches)
    for (const event of events) for (const screened of sequence.push(event)) collector.add(screened);
  for (const screened of sequence.end()) collector.add(screened);
  const screened = collector.bulletin();
  if (screened.read === 0 && unread > 0)
    throw new UsageError(`${names.join(', ')}: none of ${unread} events could be read`);
  return {
    sources: names.map((name) => (name === '-' ? 'standard input' : basename(name))),
    unread,
    screened,
    sites: tables.sites,
  };
}

import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import {
  type BulletinEvent,
  type BulletinFormat,
  readBulletin,
  type Trouble,
  UnreadableBulletin,
} from '../seismic/index.ts';
import { UsageError } from './usage-error.ts';

/**
 * Events of several bulletins, one after the other; `-` is standard input. Broken events go to `onTrouble` with the name
 * of their file.
 * @throws UsageError where a file cannot be read at all.
 */
export async function* eventsOf(
  names: readonly string[],
  format: BulletinFormat | undefined,
  onTrouble: (trouble: Trouble) => void,
): AsyncGenerator<readonly BulletinEvent[]> {
  for (const name of names) {
    const shown = name === '-' ? 'standard input' : name;
    try {
      for await (const batch of readBulletin(await textOf(name), format)) {
        const events: BulletinEvent[] = [];
        for (const item of batch)
          if ('event' in item) events.push(item.event);
          else onTrouble({ where: `${shown}: ${item.trouble.where}`, what: item.trouble.what });
        if (events.length > 0) yield events;
      }
    } catch (error) {
      if (error instanceof UnreadableBulletin)
        throw new UsageError(`${shown} cannot be read as a bulletin: ${error.message}`);
      throw error;
    }
  }
}

async function textOf(name: string): Promise<AsyncIterable<string>> {
  if (name === '-') {
    process.stdin.setEncoding('utf8');
    return process.stdin as AsyncIterable<string>;
  }
  const found = await stat(name).catch(() => undefined);
  if (found === undefined) throw new UsageError(`there is no file ${name}`);
  if (found.isDirectory()) throw new UsageError(`${name} is a folder; name the bulletins in it`);
  return createReadStream(name, { encoding: 'utf8', highWaterMark: 256 * 1024 }) as AsyncIterable<string>;
}

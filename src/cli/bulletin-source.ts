import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { decodedText, UndecodableBulletin } from '../seismic/decode-bytes.ts';
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
 * of their file. Where one of several bulletins cannot be read as one, the others still are, and the error comes last.
 * @throws UsageError where a file is missing, before any is read; and where one cannot be read, after the others.
 */
export async function* eventsOf(
  names: readonly string[],
  format: BulletinFormat | undefined,
  onTrouble: (trouble: Trouble) => void,
): AsyncGenerator<readonly BulletinEvent[]> {
  if (names.filter((name) => name === '-').length > 1)
    throw new UsageError('standard input ("-") can be named only once');
  for (const name of names) await assertFile(name);
  let failed: UsageError | undefined;
  for (const name of names) {
    const shown = name === '-' ? 'standard input' : name;
    try {
      for await (const batch of readBulletin(decodedText(bytesOf(name), shown, console.error), format)) {
        const events: BulletinEvent[] = [];
        for (const item of batch)
          if ('event' in item) events.push(item.event);
          else onTrouble({ where: `${shown}: ${item.trouble.where}`, what: item.trouble.what });
        if (events.length > 0) yield events;
      }
    } catch (error) {
      const refused = refusalOf(error, shown);
      if (refused === undefined) throw error;
      failed ??= refused;
    }
  }
  if (failed !== undefined) throw failed;
}

/** The error as one for the user, where it is about the file; undefined where it is a fault of the program. */
function refusalOf(error: unknown, shown: string): UsageError | undefined {
  if (error instanceof UsageError) return error;
  if (error instanceof UndecodableBulletin) return new UsageError(error.message);
  if (error instanceof UnreadableBulletin)
    return new UsageError(`${shown}: it cannot be read as a bulletin: ${error.message}`);
  const { code } = error as NodeJS.ErrnoException;
  return code === 'EACCES' || code === 'EIO' || code === 'EISDIR' || code === 'EPERM'
    ? new UsageError(`${shown}: it cannot be read (${code}); check its permissions`)
    : undefined;
}

async function assertFile(name: string): Promise<void> {
  if (name === '-') return;
  const found = await stat(name).catch(() => undefined);
  if (found === undefined)
    throw new UsageError(`${name}: there is no such file; check the name and the folder`);
  if (found.isDirectory()) throw new UsageError(`${name}: it is a folder; name the bulletins in it`);
}

const bytesOf = (name: string): AsyncIterable<Buffer> =>
  name === '-' ? process.stdin : createReadStream(name, { highWaterMark: 256 * 1024 });

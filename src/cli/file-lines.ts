import { open } from 'node:fs/promises';
import { UsageError } from './usage-error.ts';

/** What the system says of a file that cannot be read, in words. */
const REMEDIES: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file; check the name and the folder',
  EACCES: 'this user may not read it; change its permissions',
  EISDIR: 'it is a folder; name a file in it',
};

/** What a file system's error means for a person who named the file; any other error as it is. */
function refused(name: string, error: unknown): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (syscall === undefined) return error;
  return new UsageError(`${name}: ${REMEDIES[code ?? ''] ?? `it cannot be read (${code})`}`);
}

/** The bytes of a file, which is opened at once, or of standard input for "-". @throws UsageError */
export async function bytesOfFile(path: string): Promise<AsyncIterable<Uint8Array>> {
  if (path === '-') return process.stdin;
  try {
    return (await open(path)).createReadStream();
  } catch (error) {
    throw refused(path, error);
  }
}

/**
 * The lines of a stream of UTF-8; only a line feed ends one, so that U+2028 may stand in it.
 * @throws UsageError where the bytes cannot be read or are no UTF-8.
 */
export async function* linesIn(chunks: AsyncIterable<Uint8Array>, name: string): AsyncIterable<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  let line = 0;
  const decoded = (chunk?: Uint8Array): string => {
    try {
      return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
    } catch {
      throw new UsageError(
        `${name}:${line + 1}: it is not UTF-8 from about here; if it is compressed, unpack it first`,
      );
    }
  };
  try {
    for await (const chunk of chunks) {
      const pieces = decoded(chunk).split('\n');
      pieces[0] = rest + pieces[0]!;
      rest = pieces.pop()!;
      for (const piece of pieces) {
        yield piece;
        line += 1;
      }
    }
  } catch (error) {
    throw refused(name, error);
  }
  rest += decoded();
  if (rest !== '') yield rest;
}

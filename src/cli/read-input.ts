import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { textFromBytes, UndecodableText } from '../report/from-bytes.ts';
import { UsageError } from './usage-error.ts';

/** A report is words; what is larger than this is something else, or should be split. */
const MEGABYTES_AT_MOST = 20;
const BYTES_AT_MOST = MEGABYTES_AT_MOST * 1024 * 1024;

const READ_ERRORS: Record<string, string> = {
  ENOENT: 'there is no such file; check the name and the folder',
  EACCES: 'this user may not read it; change its permissions',
  EISDIR: 'it is a folder; name a file in it',
  ENOTDIR: 'a part of the path is not a folder; check the path',
  ENAMETOOLONG: 'its name is too long; check the path',
};

function bytesOf(path: string): Buffer {
  const name = path === '-' ? 'standard input' : path;
  const chunks: Buffer[] = [];
  let total = 0;
  let file: number;
  try {
    file = path === '-' ? 0 : openSync(path, 'r');
  } catch (error) {
    throw new UsageError(`${name}: ${readErrorOf(error)}`);
  }
  try {
    if (path !== '-' && fstatSync(file).isDirectory()) throw new UsageError(`${name}: ${READ_ERRORS.EISDIR}`);
    for (;;) {
      const chunk = Buffer.allocUnsafe(1 << 16);
      const read = readChunk(file, chunk, name);
      if (read === 0) break;
      total += read;
      if (total > BYTES_AT_MOST) {
        throw new UsageError(
          `${name}: it holds more than ${MEGABYTES_AT_MOST} MB, too much for one report; split it into single reports`,
        );
      }
      chunks.push(chunk.subarray(0, read));
    }
  } finally {
    if (path !== '-') closeSync(file);
  }
  return Buffer.concat(chunks);
}

function readErrorOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
  return READ_ERRORS[code] ?? `it cannot be read (${code})`;
}

function readChunk(file: number, chunk: Buffer, name: string): number {
  for (;;) {
    try {
      return readSync(file, chunk);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === 'EOF') return 0;
      // A terminal or pipe without data yet: wait a little instead of spinning.
      if (code === 'EAGAIN') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
      else throw new UsageError(`${name}: ${readErrorOf(error)}`);
    }
  }
}

function decode(bytes: Buffer, name: string): string {
  try {
    return textFromBytes(bytes);
  } catch (error) {
    if (error instanceof UndecodableText) throw new UsageError(`${name}: ${error.message}`);
    throw error;
  }
}

/**
 * The text of a file, or of standard input for "-".
 * @throws UsageError that names the file, what is wrong and what to do: missing, a folder, empty, too large, not text.
 */
export function readText(path: string): string {
  const name = path === '-' ? 'standard input' : path;
  const bytes = bytesOf(path);
  const text = decode(bytes, name);
  if (text.trim() === '' || text === '\uFEFF') {
    throw new UsageError(`${name}: it is empty; there is nothing to read`);
  }
  return text;
}

import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
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
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  if (encoding === 'utf-8') {
    const zero = bytes.indexOf(0);
    if (zero >= 0) {
      throw new UsageError(
        `${name}: it is not text (byte ${zero} is zero); give the words as a text or HTML file`,
      );
    }
  }
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: encoding === 'utf-8' }).decode(bytes);
  } catch {
    const place = firstBadByte(bytes);
    throw new UsageError(
      `${name}: it is not UTF-8 (first at byte ${place}); convert it, for example with ` +
        `iconv -f WINDOWS-1252 -t UTF-8`,
    );
  }
}

/** Offset of the first byte that UTF-8 does not allow: the longest decodable prefix, found by halving. */
function firstBadByte(bytes: Buffer): number {
  let [good, bad] = [0, bytes.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      good = middle;
    } catch {
      bad = middle;
    }
  }
  return good;
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

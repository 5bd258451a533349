import { isAscii } from 'node:buffer';

/** Bytes that are no text of a bulletin: the name given, what is wrong, and what to do. */
export class UndecodableBulletin extends Error {}

/** Where an encoding that was not declared turned out. */
export type EncodingNotice = (what: string) => void;

/** Encodings by how a text begins: marks of byte order, or the zero bytes around the first character of a page. */
const BEGINNINGS: readonly (readonly [readonly number[], string])[] = [
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
  [[0x3c, 0x00], 'utf-16le'],
  [[0x00, 0x3c], 'utf-16be'],
];

/** What compressed files begin with. */
const PACKED: readonly (readonly [readonly number[], string, string])[] = [
  [[0x1f, 0x8b], 'gzip', 'gunzip'],
  [[0x50, 0x4b, 0x03, 0x04], 'zip', 'unzip'],
  [[0x42, 0x5a, 0x68], 'bzip2', 'bunzip2'],
  [[0xfd, 0x37, 0x7a, 0x58], 'xz', 'unxz'],
];

const beginsWith = (bytes: Buffer, beginning: readonly number[]): boolean =>
  beginning.every((byte, i) => bytes[i] === byte);

/**
 * Decodes a long text piece by piece: by its mark of byte order, by the encoding that an XML declaration states, else as
 * UTF-8. What turns out not to be UTF-8 is read on as Windows-1252, which spoils no number; `notice` is told once.
 * @throws UndecodableBulletin where the bytes are compressed or no text.
 */
export async function* decodedText(
  chunks: AsyncIterable<Buffer>,
  name: string,
  notice: EncodingNotice,
): AsyncGenerator<string> {
  let decode: ((chunk: Buffer) => string) | undefined;
  for await (const chunk of chunks) {
    decode ??= decoderFor(chunk, name, notice);
    yield decode(chunk);
  }
}

function decoderFor(first: Buffer, name: string, notice: EncodingNotice): (chunk: Buffer) => string {
  const packed = PACKED.find(([beginning]) => beginsWith(first, beginning));
  if (packed !== undefined)
    throw new UndecodableBulletin(
      `${name}: it is compressed (${packed[1]}); unpack it first, for example with ${packed[2]}`,
    );
  const marked = BEGINNINGS.find(([beginning]) => beginsWith(first, beginning))?.[1];
  if (marked === undefined && first.subarray(0, 4096).includes(0))
    throw new UndecodableBulletin(
      `${name}: it is not text (byte ${first.indexOf(0)} is zero); name a bulletin`,
    );
  const stated = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(
    first.toString('latin1', 0, 300),
  )?.[1];
  const label = marked ?? stated ?? 'utf-8';
  if (/^utf-?8$|^(us-)?ascii$/i.test(label)) return utf8Decoder(name, notice);
  try {
    const decoder = new TextDecoder(label);
    return (chunk) => decoder.decode(chunk, { stream: true });
  } catch {
    throw new UndecodableBulletin(
      `${name}: it states the encoding "${label}", which is not known here; convert it to UTF-8`,
    );
  }
}

function utf8Decoder(name: string, notice: EncodingNotice): (chunk: Buffer) => string {
  let rest: Buffer = Buffer.alloc(0);
  let done = 0;
  let other: InstanceType<typeof TextDecoder> | undefined;
  return (chunk) => {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const from = done - rest.length;
    done += chunk.length;
    if (other !== undefined) return other.decode(bytes);
    const whole = bytes.length - incompleteAtEnd(bytes);
    rest = bytes.subarray(whole);
    const now = bytes.subarray(0, whole);
    if (isAscii(now)) return now.toString('latin1');
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(now);
    } catch {
      notice(`${name}: it is not UTF-8 (from byte ${from + firstBad(now)} on); read as Windows-1252`);
      other = new TextDecoder('windows-1252');
      rest = Buffer.alloc(0);
      return other.decode(bytes);
    }
  };
}

/** Bytes at the end that begin a character of UTF-8 which goes on in the next piece. */
function incompleteAtEnd(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0;
  }
  return 0;
}

/** Offset of the first byte that UTF-8 does not allow. */
function firstBad(bytes: Buffer): number {
  const readable = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  return Buffer.byteLength(readable.slice(0, readable.indexOf('\uFFFD')));
}

/** Bytes that are no text: what is wrong with them, and what to do. */
export class UndecodableText extends Error {}

/** Offset of the first byte that UTF-8 does not allow: the longest decodable prefix, found by halving. */
function firstBadByte(bytes: Uint8Array): number {
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
 * The text of bytes: UTF-8, or UTF-16 where a mark of byte order says so.
 * @throws UndecodableText that says which byte is at fault.
 */
export function textFromBytes(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  if (encoding === 'utf-8') {
    const zero = bytes.indexOf(0);
    if (zero >= 0)
      throw new UndecodableText(
        `it is not text (byte ${zero} is zero); give the words as a text or HTML file`,
      );
  }
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: encoding === 'utf-8' }).decode(bytes);
  } catch {
    throw new UndecodableText(
      `it is not UTF-8 (first at byte ${firstBadByte(bytes)}); convert it, for example with ` +
        `iconv -f WINDOWS-1252 -t UTF-8`,
    );
  }
}

/** Reads what lies in a file of weights, piece after piece. */
export interface WeightsBytes<Header> {
  readonly header: Header;
  bytes(length: number): Uint8Array;
  signed(length: number): Int8Array;
  /** Numbers of four bytes, which need not lie at a multiple of four. */
  numbers(length: number): Float32Array;
  /** Whole numbers of four bytes. */
  whole(length: number): Uint32Array;
}

/**
 * Opens a file of weights: four letters, the length of a JSON header, the header, then bytes.
 * @param unpacked the header's text from its bytes.
 * @param path where the file lies, for the message.
 * @throws RangeError when the bytes are not such a file; also later, when they end too early.
 */
export function weightsBytes<Header>(
  bytes: Uint8Array,
  magic: string,
  unpacked: (header: Uint8Array) => Uint8Array,
  path: string,
): WeightsBytes<Header> {
  const damaged = new RangeError(`${path}: the weights are damaged; restore the file`);
  const text = (from: number, to: number) => bytes.subarray(from, to);
  const decoder = new TextDecoder();
  if (bytes.length < 8 || decoder.decode(text(0, 4)) !== magic) throw damaged;
  let at = 8 + new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(4, true);
  const headerOf = (): Header => {
    try {
      return JSON.parse(decoder.decode(unpacked(text(8, at)))) as Header;
    } catch {
      throw damaged;
    }
  };
  const take = (length: number): Uint8Array => {
    if (at + length > bytes.length) throw damaged;
    at += length;
    return text(at - length, at);
  };
  const aligned = (length: number) => new Uint8Array(take(4 * length)).buffer;
  return {
    header: headerOf(),
    bytes: take,
    signed(length) {
      const { buffer, byteOffset } = take(length);
      return new Int8Array(buffer, byteOffset, length);
    },
    numbers: (length) => new Float32Array(aligned(length)),
    whole: (length) => new Uint32Array(aligned(length)),
  };
}

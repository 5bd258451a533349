import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodedText } from './decode-bytes.ts';

async function decoded(bytes: Buffer, cuts: readonly number[] = []) {
  const notices: string[] = [];
  const at = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  async function* pieces() {
    for (let i = 1; i < at.length; i++) yield bytes.subarray(at[i - 1], at[i]);
  }
  let text = '';
  for await (const piece of decodedText(pieces(), 'a.xml', (what) => notices.push(what))) text += piece;
  return { text, notices };
}

const cuts = fc.array(fc.nat(), { maxLength: 6 });

describe('bytes of a bulletin', () => {
  it('are UTF-8 in pieces of any length', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 2 }), cuts, async (words, at) => {
        // A letter first, so that no mark of byte order or zero byte comes of chance.
        const text = `Ñ${words.replaceAll('\u0000', '')}`;
        expect(await decoded(Buffer.from(text), at)).toEqual({ text, notices: [] });
      }),
    );
  });

  it.each([
    ['UTF-16 with its mark', Buffer.from('\uFEFF<a>é</a>', 'utf16le'), '<a>é</a>'],
    ['UTF-16 without a mark', Buffer.from('<a>é</a>', 'utf16le'), '<a>é</a>'],
    [
      'a stated encoding',
      Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>', 'latin1'),
      '<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>',
    ],
  ])('follow %s', async (_, bytes, text) => {
    expect(await decoded(bytes)).toEqual({ text, notices: [] });
  });

  it('that are not UTF-8 are read on as Windows-1252, with one notice', async () => {
    const bytes = Buffer.concat([Buffer.from('Corée '), Buffer.from('Corée du Nord, é', 'latin1')]);
    await fc.assert(
      fc.asyncProperty(cuts, async (at) => {
        const { text, notices } = await decoded(bytes, at);
        expect(text.slice(-16)).toBe('Corée du Nord, é');
        expect(notices).toHaveLength(1);
        expect(notices[0]).toMatch(/^a\.xml: it is not UTF-8 \(from byte 1\d on\); read as Windows-1252$/);
      }),
    );
  });

  it.each([
    [Buffer.from([0x1f, 0x8b, 8, 0]), /compressed \(gzip\); unpack it first, for example with gunzip/],
    [Buffer.from('PK\u0003\u0004'), /compressed \(zip\)/],
    [Buffer.from([65, 66, 0, 1]), /not text \(byte 2 is zero\)/],
    [Buffer.from('<?xml version="1.0" encoding="klingon"?>'), /"klingon", which is not known here/],
  ])('that are no text are refused: %#', async (bytes, message) => {
    await expect(decoded(bytes)).rejects.toThrow(message);
  });
});

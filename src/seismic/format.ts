import { type BulletinItem, type BulletinReader, UnreadableBulletin } from './bulletin.ts';
import { csvReader } from './from-csv.ts';
import { fdsnTextReader } from './from-fdsn-text.ts';
import { geojsonReader } from './from-geojson.ts';
import { gseReader } from './from-gse.ts';
import { isfReader } from './from-isf.ts';
import { ndkReader } from './from-ndk.ts';
import { quakemlReader } from './from-quakeml.ts';

/** The formats that can be read. */
export type BulletinFormat = 'quakeml' | 'geojson' | 'fdsn-text' | 'isf' | 'gse' | 'ndk' | 'csv';

const READERS: Readonly<Record<BulletinFormat, () => BulletinReader>> = {
  quakeml: quakemlReader,
  geojson: geojsonReader,
  'fdsn-text': fdsnTextReader,
  isf: isfReader,
  gse: gseReader,
  ndk: ndkReader,
  csv: csvReader,
};

/** So much of a text is looked at to tell its format, characters. */
export const ENOUGH_TO_TELL = 4096;

/** The format of a bulletin by how it begins, or undefined. A mark of byte order and blanks before it do not matter. */
export function detectedFormat(beginning: string): BulletinFormat | undefined {
  const text = beginning.replace(/^\uFEFF/, '').trimStart();
  if (text.startsWith('<')) return 'quakeml';
  if (text.startsWith('{') || text.startsWith('[')) return 'geojson';
  if (/^#\s*EventID\s*\|/i.test(text)) return 'fdsn-text';
  if (/^(BEGIN )?GSE2|^DATA_TYPE \w+ GSE2/m.test(text)) return 'gse';
  if (/IMS1\.0|^\s*Date\s+Time\s+Err\s+RMS/m.test(text) || /^EVENT\s+\d+/im.test(text)) return 'isf';
  const line = text.slice(0, text.search(/\r?\n|$/));
  if (/^.{4} \d{4}\/\d\d\/\d\d \d\d:/.test(line)) return 'ndk';
  if (line.split('|').length >= 11) return 'fdsn-text';
  if (line.includes(',') && /lat/i.test(line) && /lon/i.test(line)) return 'csv';
  return undefined;
}

const BATCH_HINT = 'QuakeML, GeoJSON, FDSN event text, ISF or IMS1.0, GSE2.0, NDK and CSV can be read';

/**
 * Reads a bulletin from pieces of text, in batches of what became complete; its format is told from its beginning unless
 * it is given.
 * @throws UnreadableBulletin where the text is of no known format, or must not be read.
 */
export async function* readBulletin(
  pieces: AsyncIterable<string> | Iterable<string>,
  given?: BulletinFormat,
): AsyncGenerator<readonly BulletinItem[]> {
  let reader: BulletinReader | undefined;
  let beginning = '';
  for await (const piece of pieces) {
    if (reader !== undefined) {
      yield reader.push(piece);
      continue;
    }
    beginning += piece;
    if (given === undefined && beginning.length < ENOUGH_TO_TELL) continue;
    reader = opened(beginning, given);
    yield reader.push(stripped(beginning));
  }
  if (reader === undefined) {
    reader = opened(beginning, given);
    yield reader.push(stripped(beginning));
  }
  yield reader.end();
}

const stripped = (text: string): string => (text.startsWith('\uFEFF') ? text.slice(1) : text);

function opened(beginning: string, given: BulletinFormat | undefined): BulletinReader {
  const format = given ?? detectedFormat(beginning);
  if (format !== undefined) return READERS[format]();
  if (beginning.trim() === '') throw new UnreadableBulletin('it is empty');
  throw new UnreadableBulletin(
    `it begins with ${JSON.stringify(beginning.trimStart().slice(0, 40))}, which is no format known here: ${BATCH_HINT}`,
  );
}

import { type BulletinItem, type BulletinReader, UnreadableBulletin } from './bulletin.ts';
import { tableRows } from './from-table.ts';
import { lineReader } from './lines.ts';

const USUAL =
  'EventID|Time|Latitude|Longitude|Depth/km|Author|Catalog|Contributor|ContributorID|MagType|Magnitude|MagAuthor|EventLocationName|EventType';

/** Reads the FDSN event service's text: fields between bars, named in a heading that begins with `#`. */
export function fdsnTextReader(): BulletinReader {
  let row: ((cells: readonly string[], where: string) => BulletinItem) | undefined;
  return lineReader({
    line(line, number, out) {
      if (line.trim() === '') return;
      if (line.startsWith('#') || row === undefined) {
        const heading = line.startsWith('#') ? line.slice(1) : USUAL;
        row = tableRows(heading.split('|'));
        if (row === undefined)
          throw new UnreadableBulletin(
            `line ${number}: the heading ${JSON.stringify(heading)} names no time, latitude and longitude`,
          );
        if (line.startsWith('#')) return;
      }
      out.push(row(line.split('|'), `line ${number}`));
    },
    end() {},
  });
}

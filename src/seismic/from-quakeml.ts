import { type BulletinItem, type BulletinReader, UnreadableBulletin } from './bulletin.ts';
import type { Element } from './quakeml-element.ts';
import { eventOfElement } from './quakeml-event.ts';
import { xmlScan } from './xml-scan.ts';
import { attribute } from './xml-text.ts';

/** Elements that hold the bulk of a bulletin and nothing that is needed here. */
const PASSED_OVER = new Set([
  'pick',
  'amplitude',
  'stationMagnitude',
  'stationMagnitudeContribution',
  'focalMechanism',
  'arrival',
  'comment',
  'waveformID',
  'compositeTime',
  'confidenceEllipsoid',
]);

/** Elements that a bulletin in QuakeML may begin with: services also send its parts alone. */
const ROOTS = new Set(['quakeml', 'eventParameters', 'event']);

const HAS_ID = new Set(['event', 'origin', 'magnitude']);

/** An event with more elements than this is refused: no event of a bulletin has so many origins. */
const MOST_ELEMENTS = 200_000;

/**
 * Reads QuakeML 1.0 to 1.2 in the dialects of USGS, ISC, EMSC, GEOFON and IRIS. Depths and errors are metres, ellipses
 * carry their confidence (90 % for ISC); a plain horizontal uncertainty is one standard deviation.
 */
export function quakemlReader(): BulletinReader {
  let out: BulletinItem[] = [];
  let count = 0;
  let elements = 0;
  let path: Element[] = [];
  let root: string | undefined;

  const scan = xmlScan(
    {
      open(name, attributes) {
        root ??= name;
        if (!ROOTS.has(root))
          throw new UnreadableBulletin(
            root.toLowerCase() === 'html'
              ? 'it is a web page, not a bulletin'
              : `its root element is <${root}>, not <quakeml>`,
          );
        if (path.length === 0 && name !== 'event') return;
        if (PASSED_OVER.has(name)) return 'skip';
        const element: Element = {
          name,
          id: HAS_ID.has(name) ? attribute(attributes, 'publicID') : undefined,
          parts: [],
          text: '',
        };
        if (name === 'event') {
          count += 1;
          elements = 0;
          path = [];
        }
        elements += 1;
        if (elements > MOST_ELEMENTS) return 'skip';
        path.at(-1)?.parts.push(element);
        path.push(element);
        return;
      },
      text(text) {
        const element = path.at(-1);
        if (element !== undefined && element.text.length < 10_000) element.text += text;
      },
      close(name) {
        const element = path.at(-1);
        if (element?.name !== name) return;
        path.pop();
        if (name === 'event') out.push(eventOfElement(element, count));
      },
      broken(what) {
        const event = path[0];
        out.push({
          trouble: {
            where: `event ${event === undefined ? `after ${count}` : `${count} (${event.id ?? 'no id'})`}`,
            what: `${what}; left out`,
          },
        });
        path = [];
        return true;
      },
    },
    'event',
  );
  const taken = () => {
    const items = out;
    out = [];
    return items;
  };
  return {
    push(text) {
      scan.push(text);
      return taken();
    },
    end() {
      scan.end();
      if (root === undefined) throw new UnreadableBulletin('it has no element, so it is no QuakeML');
      return taken();
    },
  };
}

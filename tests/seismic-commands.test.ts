import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  endAsJson,
  eventAsJson,
  missed,
  missedAsJson,
  readBulletin,
  screener,
} from '../src/seismic/index.ts';
import { seismicTables } from '../src/store/seismic-tables.ts';

const root = resolve(import.meta.dirname, '..');
const schemaOf = (name: string) =>
  z.fromJSONSchema(JSON.parse(readFileSync(resolve(root, `docs/schema/${name}.json`), 'utf8')));
const tables = seismicTables();
const fixtures = [
  'punggye-ri.xml',
  'punggye-ri-2009.isf',
  'kara-sea-1997.isf',
  'lop-nor-2020.csv',
  'pokhran-1998.txt',
  'isc-style.xml',
  'usgs.geojson',
  'gse.txt',
  'cmt.ndk',
];

describe('answers of the evidence commands', () => {
  it.each(fixtures)('screen of %s fits docs/schema/screen.json', async (name) => {
    const screen = screener(tables);
    const events = [];
    const troubles = [];
    const text = readFileSync(resolve(root, 'tests/fixtures/seismic', name), 'utf8');
    for await (const batch of readBulletin([text]))
      for (const item of batch)
        if ('event' in item) events.push(eventAsJson(screen(item.event)));
        else troubles.push(item.trouble);
    const answer = {
      schema: 'firstmove/screen/1',
      events,
      read: events.length,
      ...endAsJson(troubles, { undetermined: 1 }, tables.sites.slice(0, 2)),
    };
    const parsed = schemaOf('screen').safeParse(JSON.parse(JSON.stringify(answer)));
    expect(parsed.error?.issues).toBeUndefined();
  });

  it.each([undefined, ...tables.sites.map((site) => site.id)])(
    'missed at %s fits docs/schema/missed.json',
    (id) => {
      const site = tables.sites.find((s) => s.id === id);
      const parsed = schemaOf('missed').safeParse(
        JSON.parse(JSON.stringify(missedAsJson(missed(site, tables)))),
      );
      expect(parsed.error?.issues).toBeUndefined();
    },
  );
});

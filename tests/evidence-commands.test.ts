import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

const root = resolve(import.meta.dirname, '..');
const cli = join(root, 'dist/cli/main.js');
const fixture = (name: string) => join(root, 'tests/fixtures/seismic', name);
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'firstmove-evidence-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(args: readonly string[], input: string | Buffer = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd: folder,
    encoding: 'utf8',
    input,
    maxBuffer: 1 << 28,
  });
  return { status, stdout, stderr };
}

interface Answer {
  readonly read: number;
  readonly events: readonly { readonly id: string; readonly verdict: string }[];
}
const verdicts = (text: string) => (JSON.parse(text) as Answer).events.map(({ verdict }) => verdict);
const SIX_AND_A_COLLAPSE = [
  ...Array<string>(6).fill('consistent_with_nuclear_test'),
  'collapse_or_mine_like',
];

describe('screen as a command', () => {
  it('answers by its schema, from files and standard input together', () => {
    const { status, stdout } = run(
      ['screen', fixture('isc-style.xml'), '-', '--json'],
      readFileSync(fixture('punggye-ri.xml')),
    );
    expect(status).toBe(0);
    const schema = z.fromJSONSchema(JSON.parse(readFileSync(join(root, 'docs/schema/screen.json'), 'utf8')));
    expect(schema.safeParse(JSON.parse(stdout)).error?.issues).toBeUndefined();
    expect(verdicts(stdout)).toEqual(['earthquake_like', ...SIX_AND_A_COLLAPSE]);
  });

  it('gives whole JSON also where one of its files is no bulletin', () => {
    writeFileSync(join(folder, 'letter.txt'), 'Dear all');
    const { status, stdout, stderr } = run(['screen', 'letter.txt', fixture('usgs.geojson'), '--json']);
    expect([status, (JSON.parse(stdout) as Answer).read]).toEqual([2, 2]);
    expect(stderr).toContain('letter.txt: it cannot be read as a bulletin');
  });

  it.each(['quakeml', 'isf', 'csv'])('keeps its verdicts through %s and back', (format) => {
    const written = run(['screen', fixture('punggye-ri.xml'), '--format', format]).stdout;
    expect(verdicts(run(['screen', '-', '--json'], written).stdout)).toEqual(SIX_AND_A_COLLAPSE);
  });

  it('reads UTF-16', () => {
    const bytes = Buffer.from(`\uFEFF${readFileSync(fixture('punggye-ri.xml'), 'utf8')}`, 'utf16le');
    expect(verdicts(run(['screen', '-', '--json'], bytes).stdout)).toEqual(SIX_AND_A_COLLAPSE);
  });

  it('lets no word of a bulletin steer the terminal or forge a line', () => {
    const hostile =
      'time,latitude,longitude,mb,place,id\n2020-01-01T00:00:00Z,41.6,88.7,5,"\u001b[2Jx\n\u202eforged",\u009b1mid\nx\u001b[1m,,,,,\n';
    for (const length of ['--short', '--full']) {
      const { stdout, stderr } = run(['screen', '-', length], hostile);
      expect(stdout + stderr).not.toMatch(/[\u001b\u009b\u202e]|^forged/m);
      expect(stdout).toContain('x forged');
    }
  });

  it('tells where nothing was seen', () => {
    const { stdout } = run(['screen', fixture('pokhran-1998.txt'), '--site', 'lop nor', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      events: [],
      read: 2,
      silence: [{ site: 'lop-nor', verdict: 'not_seen' }],
    });
  });

  it('draws, and says where it cannot', () => {
    expect(run(['screen', fixture('punggye-ri.xml'), '--short', '--map', 'map.svg']).status).toBe(0);
    expect(readFileSync(join(folder, 'map.svg'), 'utf8')).toContain('Punggye-ri');
    const { status, stderr } = run(['screen', fixture('punggye-ri.xml'), '--mb-ms', 'none/figure.svg']);
    expect(status).toBe(2);
    expect(stderr).toContain('none/figure.svg: it cannot be written (ENOENT)');
  });
});

describe('brief with a bulletin', () => {
  it('carries the evidence beside the verdict, which stays as it was', () => {
    writeFileSync(
      join(folder, 'story.txt'),
      'A test\n4 September 2017\nNorth Korea conducted a nuclear test on 3 September 2017.\n',
    );
    interface Told {
      readonly bulletin?: object;
      readonly claims: readonly { readonly check: object; readonly evidence?: object }[];
    }
    const brief = (...more: string[]) =>
      JSON.parse(run(['brief', 'story.txt', '--json', ...more]).stdout) as Told;
    const [without, beside] = [brief(), brief('--bulletin', fixture('punggye-ri.xml'))];
    expect(without.bulletin).toBeUndefined();
    expect(without.claims[0]!.evidence).toBeUndefined();
    expect(beside.bulletin).toEqual({
      sources: ['punggye-ri.xml'],
      events: 7,
      unread: 0,
      from: '2006-10-09',
      to: '2017-09-03',
    });
    expect(beside.claims[0]!.check).toEqual(without.claims[0]!.check);
    expect(beside.claims[0]!.evidence).toMatchObject({
      verdict: 'consistent_with_nuclear_test',
      text: expect.stringContaining('cannot be told from a nuclear test by bulletin data') as string,
      events: [{ verdict: 'consistent_with_nuclear_test' }, { verdict: 'collapse_or_mine_like' }],
    });
  });
});

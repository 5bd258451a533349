import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const cli = resolve(import.meta.dirname, '../dist/cli/main.js');
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'firstmove-bad-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd: folder,
    encoding: 'utf8',
    input,
    maxBuffer: 1 << 28,
  });
  return { status, stdout, stderr };
}

const REPORT =
  'Talks\n3 March 2026\nRussia said that it would resume talks only if the United States did so first.\n';

describe('input that is no report', () => {
  it.each<[string, string | Buffer, RegExp]>([
    [
      'binary.txt',
      Buffer.from([1, 2, 0, 3, 255]),
      /^firstmove: binary.txt: it is not text \(byte 2 is zero\); give the words as a text or HTML file\n$/,
    ],
    [
      'latin1.txt',
      Buffer.from('Le ministère a dit non.', 'latin1'),
      /^firstmove: latin1.txt: it is not UTF-8 \(first at byte \d+\); convert it, for example with iconv .*\n$/,
    ],
    [
      'large.txt',
      'Russia tested. '.repeat(3_600_000),
      /^firstmove: large.txt: it holds more than 20 MB, too much for one report; split it into single reports\n$/,
    ],
    ['blank.txt', ' \n\t\n', /^firstmove: blank.txt: it is empty; there is nothing to read\n$/],
    [
      'bare.html',
      '<!doctype html><html><body><script>x</script></body></html>',
      /^firstmove: bare.html: the page holds no words; .*\n$/,
    ],
    [
      'french.txt',
      'La Russie a dit que les essais ne sont pas prévus, sauf si les États-Unis le font.',
      /^firstmove: french.txt: it seems to be in French; the reader reads English only, so translate it first\n$/,
    ],
  ])('%s is refused in one sentence', (name, content, message) => {
    writeFileSync(join(folder, name), content);
    const { status, stdout, stderr } = run(['brief', name]);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
  });
});

describe('input in other shapes', () => {
  const act = (stdout: string) =>
    (
      JSON.parse(stdout) as {
        claims: { act: string; actor: string; quote: string; span: { start: number; end: number } }[];
      }
    ).claims;

  it('reads standard input', () => {
    expect(act(run(['claims', '-', '--json'], REPORT).stdout)).toMatchObject([
      { act: 'engage', actor: 'RUS' },
    ]);
  });

  it('reads UTF-16 with its mark, Windows line ends and a page given as text', () => {
    writeFileSync(join(folder, 'utf16.txt'), `\uFEFF${REPORT}`, 'utf16le');
    writeFileSync(join(folder, 'windows.txt'), REPORT.replaceAll('\n', '\r\n'));
    writeFileSync(
      join(folder, 'page.txt'),
      `<html><body><p>${REPORT.split('\n').join('</p><p>')}</p></body></html>`,
    );
    for (const name of ['utf16.txt', 'windows.txt', 'page.txt']) {
      expect(act(run(['claims', name, '--json']).stdout), name).toMatchObject([
        { act: 'engage', actor: 'RUS' },
      ]);
    }
  });

  it('gives the words of a page with it, so that offsets can be checked', () => {
    writeFileSync(join(folder, 'page.html'), `<!doctype html><p>${REPORT.split('\n').join('</p><p>')}</p>`);
    const { reports, claims } = JSON.parse(run(['brief', 'page.html', '--json']).stdout) as {
      reports: { text: string }[];
      claims: { quote: string; span: { start: number; end: number } }[];
    };
    for (const { quote, span } of claims) expect(reports[0]!.text.slice(span.start, span.end)).toBe(quote);
  });

  it('takes one sentence without end, quotation marks that never close, capitals and signs', () => {
    const odd = [
      `Russia ${'and China '.repeat(5_000)}tested.`,
      '“'.repeat(3_000),
      'RUSSIA SAID IT WOULD TEST IF THE UNITED STATES TESTED.',
      '\uD83D\uDE80'.repeat(2_000),
      '!?.'.repeat(2_000),
    ];
    for (const text of odd)
      expect(
        run(['claims', '-', '--json'], `${text} the of and to in that is was for`).status,
        text.slice(0, 40),
      ).toBe(0);
  });

  it('leaves no half-written file behind', () => {
    writeFileSync(join(folder, 'story.txt'), REPORT);
    const { status, stderr } = run(['brief', 'story.txt', '--out', 'no/such/folder/brief.txt']);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^firstmove: no\/such\/folder\/brief.txt: it cannot be written \(ENOENT\)/);
  });
});

describe('a stand-off of one’s own that cannot be read', () => {
  const box = resolve(import.meta.dirname, '../standoffs/nuclear-testing');
  it.each<[string, string, RegExp]>([
    ['ledger.yaml', 'collectedUntil: { tests: [', /^firstmove: own: ledger\.yaml:1: is not YAML: .*\n$/],
    ['options.yaml', '- test\n- sign\n', /^firstmove: own: options\.yaml: holds no names with values; .*\n$/],
    ['positions.csv', 'statement,holder\na,b,c\n', /^firstmove: own: positions\.csv:2: 3 cells where .*\n$/],
    [
      'lexicon/acts.yaml',
      'jump:\n  wordings: []\n',
      /^firstmove: own: lexicon\/acts\.yaml: "jump" is not an act; .*\n$/,
    ],
    [
      'lexicon/media.yaml',
      'names: "x\ny: 1\n',
      /^firstmove: own: lexicon\/media\.yaml:\d+: is not YAML: .*\n$/,
    ],
  ])('is refused in one sentence that names %s', (name, content, message) => {
    cpSync(box, join(folder, 'own'), { recursive: true });
    writeFileSync(join(folder, 'own', name), content);
    writeFileSync(join(folder, 'report.txt'), REPORT);
    const { status, stdout, stderr } = run(['brief', 'report.txt', '--standoff', 'own']);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
    rmSync(join(folder, 'own'), { recursive: true });
  });
});

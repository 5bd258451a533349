// Measures the page against DESIGN section 5: first paint of the brief, answers to a key or a click, script to load.
//   node bench/page.mjs
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';

const TARGETS = { firstPaint: 1000, interaction: 100, script: 250_000 };
const ROUNDS = 7;
const root = resolve(import.meta.dirname, '..');
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const line = (what, value, unit, most) =>
  console.log(
    `${what.padEnd(58)} ${String(value).padStart(8)} ${unit}   ${(value / most).toFixed(2)} of the target`,
  );

const assets = join(root, 'dist/web/assets');
const sizes = readdirSync(assets)
  .filter((name) => name.endsWith('.js'))
  .map((name) => ({ name, bytes: gzipSync(readFileSync(join(assets, name)), { level: 9 }).length }));
line(
  'all script, gzipped',
  sizes.reduce((sum, { bytes }) => sum + bytes, 0),
  'bytes',
  TARGETS.script,
);
const shell = readFileSync(join(root, 'dist/web/index.html'), 'utf8');
const early = sizes.filter(({ name }) => shell.includes(name)).reduce((sum, { bytes }) => sum + bytes, 0);
line('script before the first screen, gzipped', early, 'bytes', TARGETS.script);

const data = mkdtempSync(join(tmpdir(), 'firstmove-page-bench-'));
const desk = spawn(
  process.execPath,
  [join(root, 'dist/cli/main.js'), 'serve', '--port', '0', '--data', join(data, 'desk')],
  { stdio: ['ignore', 'pipe', 'ignore'] },
);
const address = await new Promise((done) => {
  let said = '';
  desk.stdout.on('data', (chunk) => {
    said += chunk;
    const [, open] = /open at (http:\S+?)\/?\s/.exec(said) ?? [];
    if (open !== undefined) done(open);
  });
});
const browserPath = [process.env.CHROMIUM ?? '', '/usr/bin/chromium'].find((path) => existsSync(path));
const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox'] });
try {
  const paints = [];
  const briefs = [];
  for (let round = 0; round < ROUNDS; round++) {
    const page = await (await browser.newContext()).newPage();
    await page.goto(address);
    await page.locator('.summary').waitFor();
    const { paint, brief } = await page.evaluate(() => ({
      paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
      brief: performance.getEntriesByName('brief-shown')[0]?.startTime ?? Number.NaN,
    }));
    paints.push(paint);
    briefs.push(brief);
    await page.context().close();
  }
  line('first contentful paint', Math.round(median(paints)), 'ms', TARGETS.firstPaint);
  line('the brief on the screen, median', Math.round(median(briefs)), 'ms', TARGETS.firstPaint);
  line('the brief on the screen, first of all', Math.round(briefs[0]), 'ms', TARGETS.firstPaint);

  const page = await browser.newPage();
  /** From a key or a click to the next frame that shows what it did. */
  const interaction = async (what, path, sign, act) => {
    await page.goto(`${address}${path}`);
    await page.locator(sign).first().waitFor();
    await page.waitForTimeout(500);
    const times = [];
    for (let round = 0; round < ROUNDS; round++) {
      await page.evaluate(() => {
        window.asked = undefined;
        window.shown = new Promise((done) => {
          for (const kind of ['keydown', 'pointerdown'])
            addEventListener(
              kind,
              () => {
                window.asked ??= performance.now();
              },
              { capture: true, once: true },
            );
          new MutationObserver((_, observer) => {
            if (window.asked === undefined) return;
            observer.disconnect();
            requestAnimationFrame(() => setTimeout(() => done(performance.now() - window.asked)));
          }).observe(document.querySelector('main'), {
            subtree: true,
            childList: true,
            attributes: true,
            characterData: true,
          });
        });
      });
      await act(page, round);
      times.push(await page.evaluate(() => window.shown));
    }
    line(what, Math.round(median(times)), 'ms', TARGETS.interaction);
  };
  await interaction('next claim, by key', '/reports', '.claim-panel', (on) => on.keyboard.press('j'));
  await interaction('part of the ledger, by click', '/ledger', '.treaty-grid', (on, round) =>
    on.getByRole('link', { name: round % 2 === 0 ? 'Timeline' : 'Treaties', exact: true }).click(),
  );
  await interaction('day of the ledger, by key', '/ledger?asOf=2000-01-01', '.treaty-grid', (on) =>
    on.keyboard.press(']'),
  );
} finally {
  await browser.close();
  const ended = new Promise((done) => desk.once('exit', done));
  desk.kill('SIGTERM');
  await ended;
  rmSync(data, { recursive: true, force: true });
}

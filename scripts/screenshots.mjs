// Pictures of every view, in light and dark, at the widths of a telephone, a desk and a projector, of a desk of its own:
//   node scripts/screenshots.mjs FOLDER [view…]
// The README's picture is one of them: node scripts/screenshots.mjs --readme docs/desk.png
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { build, install, root } from './setup.mjs';

const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const WIDTHS = [360, 1280, 1920];
const BULLETIN = 'tests/fixtures/seismic/punggye-ri-2009.isf';

/** Views by name: where they are, and what shows that they are there. */
const viewsOf = (bulletin) => ({
  brief: { path: '/', sign: '.figure-frame svg' },
  report: { path: '/reports', sign: '.claim-panel', keys: ['j', 'j', 'j', 'j', 'j'] },
  standoff: { path: '/standoff?set=USA.engage%3DY', sign: '.figure-frame svg' },
  outcomes: { path: '/outcomes', sign: '.outcomes-view .figure-frame svg' },
  treaties: { path: '/ledger?asOf=2023-11-02', sign: '.treaty-grid' },
  tests: { path: '/ledger?show=tests', sign: '.figure-frame svg' },
  timeline: { path: '/ledger?show=timeline', sign: '.timeline' },
  sources: { path: '/ledger?treaty=ctbt&state=RUS', sign: 'dialog .because' },
  evidence: { path: `/evidence/${bulletin}`, sign: '.figure-frame svg' },
});

const [target, ...asked] = process.argv.slice(2);
const forReadme = target === '--readme';
const browserPath = [process.env.CHROMIUM ?? '', ...BROWSERS].find((path) => existsSync(path));
if (target === undefined || (forReadme && asked.length !== 1) || browserPath === undefined) {
  console.error(
    browserPath === undefined
      ? 'screenshots: no Chromium here; install it, or name one with CHROMIUM=/path/to/it'
      : 'screenshots: say where: node scripts/screenshots.mjs FOLDER [view…], or --readme FILE.png',
  );
  process.exit(2);
}
install();
build();

const data = mkdtempSync(join(tmpdir(), 'firstmove-pictures-'));
const desk = spawn(
  process.execPath,
  [join(root, 'dist/cli/main.js'), 'serve', '--port', '0', '--data', join(data, 'desk')],
  { stdio: ['ignore', 'pipe', 'ignore'] },
);
const address = await new Promise((resolve, reject) => {
  let said = '';
  desk.stdout.on('data', (chunk) => {
    said += chunk;
    const [, open] = /open at (http:\S+?)\/?\s/.exec(said) ?? [];
    if (open !== undefined) resolve(open);
  });
  desk.once('exit', (code) => reject(new Error(`the desk ended with ${code}`)));
});
const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox'] });
try {
  const form = new FormData();
  form.append('bulletin', new Blob([readFileSync(join(root, BULLETIN))]), 'punggye-ri-2009.isf');
  const kept = await (await fetch(`${address}/bulletins`, { method: 'POST', body: form })).json();
  const views = viewsOf(kept.bulletins[0].id);
  if (forReadme) await picture(views.brief, { width: 1280, theme: 'light', path: asked[0], whole: false });
  else {
    mkdirSync(target, { recursive: true });
    const names = asked.length > 0 ? asked : Object.keys(views);
    for (const name of names)
      for (const theme of ['light', 'dark'])
        for (const width of WIDTHS)
          await picture(views[name], {
            width,
            theme,
            path: join(target, `${name}-${width}-${theme}.png`),
            whole: name !== 'report' || width > 360,
          });
  }
} finally {
  await browser.close();
  desk.removeAllListeners('exit');
  const ended = new Promise((resolve) => desk.once('exit', resolve));
  desk.kill('SIGTERM');
  await ended;
  rmSync(data, { recursive: true, force: true });
}

/** Takes one picture. */
async function picture({ path: at, sign, keys = [] }, { width, theme, path, whole }) {
  const page = await browser.newPage({
    viewport: { width, height: width < 500 ? 780 : 900 },
    colorScheme: theme,
    reducedMotion: 'reduce',
  });
  await page.goto(`${address}${at}`);
  await page.locator(sign).first().waitFor();
  for (const key of keys) await page.keyboard.press(key);
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path, fullPage: whole });
  await page.close();
  console.log(path);
}

// Installs Chromium for the tests of the page where it is missing and can be had. Where it cannot, those tests are skipped
// and say so.
import { existsSync } from 'node:fs';
import { installed, mayInstall, onPath } from './apt.mjs';

const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome'];

export function installChromium() {
  const given = process.env.CHROMIUM;
  if ((given !== undefined && existsSync(given)) || BROWSERS.some(onPath)) return;
  if (mayInstall()) {
    console.error('firstmove: installing Chromium for the tests of the page (once)…');
    if (installed('chromium')) return;
  }
  console.error(
    'firstmove: no Chromium here, so the page is not tried in a browser; name one with CHROMIUM=/path/to/it',
  );
}

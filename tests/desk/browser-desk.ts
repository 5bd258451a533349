import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest';

const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
/** Where this computer has a browser, if anywhere. */
const browserPath = [process.env.CHROMIUM ?? '', ...BROWSERS].find((path) => existsSync(path));

const cli = resolve(import.meta.dirname, '../../dist/cli/main.js');

/** A desk of its own with a browser before it. */
interface BrowserDesk {
  readonly address: string;
  /** A page in a window of its own; what goes wrong on it is kept in `faults`. */
  open(path: string, options?: { readonly width?: number; readonly dark?: boolean }): Promise<Page>;
  readonly faults: string[];
  close(): Promise<void>;
}

async function served(child: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((done, fail) => {
    child.stdout!.on('data', (chunk) => {
      said += chunk;
      const [, address] = /open at (http:\S+?)\/?\s/.exec(said) ?? [];
      if (address !== undefined) done(address);
    });
    child.on('exit', (code) => fail(new Error(`the desk ended with ${code}: ${said}`)));
  });
}

/** Serves a new desk on a free port and starts a browser. */
async function browserDesk(): Promise<BrowserDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'firstmove-browser-'));
  const child = spawn(process.execPath, [cli, 'serve', '--port', '0', '--data', join(folder, 'desk')], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const address = await served(child);
  const browser: Browser = await chromium.launch({
    executablePath: browserPath!,
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
  const faults: string[] = [];
  const contexts: BrowserContext[] = [];
  return {
    address,
    faults,
    async open(path, { width = 1280, dark = false } = {}) {
      const context = await browser.newContext({
        viewport: { width, height: 900 },
        colorScheme: dark ? 'dark' : 'light',
        reducedMotion: 'reduce',
      });
      contexts.push(context);
      const page = await context.newPage();
      page.setDefaultTimeout(20_000);
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('request', (request) => {
        if (!/^(blob|data):/.test(request.url()) && !request.url().startsWith(address))
          faults.push(`a request to ${request.url()}`);
      });
      await page.goto(`${address}${path}`);
      return page;
    },
    async close() {
      for (const context of contexts) await context.close();
      await browser.close();
      child.removeAllListeners('exit');
      const ended = new Promise((done) => child.once('exit', done));
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Tests of what people see, on a desk of their own; a page that errs or asks elsewhere fails its test. Skipped without a browser. */
export function onDesk(name: string, tests: (desk: Pick<BrowserDesk, 'open' | 'address'>) => void): void {
  describe.skipIf(browserPath === undefined)(name, () => {
    let desk: BrowserDesk | undefined;
    beforeAll(async () => {
      desk = await browserDesk();
    }, 60_000);
    afterAll(() => desk?.close());
    afterEach(() => {
      expect(desk!.faults.splice(0)).toEqual([]);
    });
    tests({
      get address() {
        return desk!.address;
      },
      open: (path, options) => desk!.open(path, options),
    });
  });
}

/** Presses Tab until an element has the focus, as somebody without a mouse comes to it. */
export async function tabTo(page: Page, role: Parameters<Page['getByRole']>[0], name: string): Promise<void> {
  const wanted = page.getByRole(role, { name, exact: true });
  await wanted.waitFor();
  for (let presses = 0; presses < 200; presses++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never comes to the ${role} “${name}”`);
}

import type { Hono } from 'hono';
import type { PageFile } from './page-files.ts';

/** Addresses of the page's views; the page itself tells them apart. */
const VIEWS = [
  '/',
  '/reports',
  '/reports/:id{report-[0-9a-f]+}',
  '/standoff',
  '/outcomes',
  '/ledger',
  '/evidence',
  '/evidence/:bulletin{bulletin-[0-9a-f]+}',
] as const;

const NOT_BUILT =
  '<!doctype html><html lang="en"><title>Firstmove</title><h1>Firstmove</h1><p>The page of this desk is not built. Its addresses answer all the same: <a href="/docs">what they are</a>, <a href="/brief.html">the brief of the sample report</a>.</p></html>';

/** Serves the page: its shell at every view's address, and its files at their own. */
export function registerPage(app: Hono, files: ReadonlyMap<string, PageFile>): void {
  const shell = files.get('/index.html');
  for (const view of VIEWS)
    app.get(view, (c) =>
      shell === undefined ? c.html(NOT_BUILT) : c.body(shell.bytes, 200, { 'content-type': shell.type }),
    );
  for (const [path, { type, bytes }] of files) {
    if (path === '/index.html') continue;
    // Names under assets/ carry a hash of what they hold.
    const cache = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
    app.get(path, (c) => c.body(bytes, 200, { 'content-type': type, 'cache-control': cache }));
  }
}

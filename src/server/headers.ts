import type { MiddlewareHandler } from 'hono';

/** What the page may load: its own files and nothing else; no script or style within a page. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A file that is kept and opened later: nothing in it may run or load, but it brings its own style. */
const FILE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

/** Headers that keep a browser from running, guessing, framing or telling anything. */
export const safeHeaders = (): MiddlewareHandler => async (c, next) => {
  await next();
  const isFile = c.res.headers.get('content-disposition')?.startsWith('attachment') ?? false;
  c.res.headers.set('content-security-policy', isFile ? FILE_POLICY : PAGE_POLICY);
  c.res.headers.set('x-content-type-options', 'nosniff');
  c.res.headers.set('x-frame-options', 'DENY');
  c.res.headers.set('referrer-policy', 'no-referrer');
  c.res.headers.set('cross-origin-resource-policy', 'same-origin');
  c.res.headers.set('cross-origin-opener-policy', 'same-origin');
  c.res.headers.set('permissions-policy', 'camera=(), geolocation=(), microphone=()');
  if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store');
};

import { createHash, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { Refusal } from './refusal.ts';

const LOOPBACK_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);

const nameIn = (host: string): string => host.replace(/:\d+$/, '').toLowerCase();

/**
 * Refuses requests under a name that is not this machine's: a page elsewhere can point its own name here (DNS
 * rebinding), but its requests carry that name.
 */
export const loopbackNamesOnly = (): MiddlewareHandler => async (c, next) => {
  const host = c.req.header('host') ?? new URL(c.req.url).host;
  if (!LOOPBACK_NAMES.has(nameIn(host)))
    throw new Refusal(421, 'the desk answers only under the name localhost', {
      remedy: 'open it at http://localhost, or start it with --token to serve other hosts',
    });
  await next();
};

/**
 * Refuses what a page of another origin makes a browser send: every write, and reads other than by following a link (it
 * could not see their answers, but could keep the desk busy).
 */
export const ownPagesOnly = (): MiddlewareHandler => async (c, next) => {
  const isRead = c.req.method === 'GET' || c.req.method === 'HEAD';
  const site = c.req.header('sec-fetch-site');
  const isOwnSite = site === undefined || site === 'same-origin' || site === 'none';
  if (isRead && (isOwnSite || c.req.header('sec-fetch-mode') === 'navigate')) return next();
  const origin = c.req.header('origin');
  const host = c.req.header('host') ?? new URL(c.req.url).host;
  const isOwnOrigin = origin === undefined || origin.replace(/^https?:\/\//, '') === host;
  if (!isOwnSite || !isOwnOrigin)
    throw new Refusal(403, `a page of another site may not ${isRead ? 'ask' : 'write to'} the desk`);
  return next();
};

export const TOKEN_COOKIE = 'firstmove';
const A_DAY = 86_400;

const isSame = (a: string, b: string): boolean => {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
};

/** Addresses that need no token: whether the process lives, and the link that brings the token. */
const OPEN = new Set(['/health', '/login']);

/** Asks every request for the token: as `Authorization: Bearer`, or in the cookie that the login link sets. */
export const tokenOnly =
  (token: string): MiddlewareHandler =>
  async (c, next) => {
    if (c.req.path === '/login' && c.req.method === 'GET') {
      const given = c.req.query('token') ?? '';
      if (!isSame(given, token)) throw new Refusal(401, 'this link does not open the desk');
      setCookie(c, TOKEN_COOKIE, token, {
        httpOnly: true,
        sameSite: 'Strict',
        path: '/',
        maxAge: A_DAY,
        secure: new URL(c.req.url).protocol === 'https:',
      });
      // A page, not a redirect: a Strict cookie does not go along when the link came from another site.
      return c.html(
        '<!doctype html><html lang="en"><title>Firstmove</title><meta http-equiv="refresh" content="0; url=/"><p><a href="/">Open the desk</a></p></html>',
      );
    }
    if (OPEN.has(c.req.path)) return next();
    const bearer = /^Bearer\s+(.+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
    const given = bearer ?? getCookie(c, TOKEN_COOKIE) ?? '';
    if (!isSame(given, token))
      throw new Refusal(401, 'the desk asks for its token', {
        remedy: 'open it with the link that it printed when it started, or send Authorization: Bearer',
      });
    return next();
  };

import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { Refusal } from './refusal.ts';

export interface Limits {
  /** Bytes of a body. */
  readonly body: number;
  /** Requests under way at once; streams of progress are counted apart. */
  readonly requests: number;
  /** Streams of progress at once. */
  readonly streams: number;
  /** Milliseconds in which the head of a request must have come, and all of it. */
  readonly headWithin: number;
  readonly requestWithin: number;
}

export const LIMITS: Limits = {
  body: 12 * 1024 * 1024,
  requests: 128,
  streams: 64,
  headWithin: 10_000,
  requestWithin: 60_000,
};

/** Refuses bodies that are too large, by what they say of themselves and by what comes. */
export const smallBodiesOnly = ({ body }: Limits): MiddlewareHandler =>
  bodyLimit({
    maxSize: body,
    onError: () => {
      throw new Refusal(413, `the body has more than ${Math.round(body / 1024 / 1024)} MB`, {
        remedy: 'send it in parts',
      });
    },
  });

/** Refuses what comes while too many requests are under way. */
export function fewAtOnce({ requests }: Limits): MiddlewareHandler {
  let underWay = 0;
  return async (_, next) => {
    if (underWay >= requests)
      throw new Refusal(503, 'the desk has too many requests at once', { retryAfter: 1 });
    underWay += 1;
    try {
      await next();
    } finally {
      underWay -= 1;
    }
  };
}

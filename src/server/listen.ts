import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Limits } from './limits.ts';

/** The address is taken or cannot be had: one sentence for the person. */
export class AddressRefused extends Error {}

type Answerer = (request: Request) => Response | Promise<Response>;

/** A port that is listened at. Until it is told who answers, it asks everybody to come again. */
export interface Listener {
  readonly port: number;
  answerWith(answerer: Answerer): void;
  /** Takes no more requests, and resolves when those under way are answered, or have had their time. */
  close(): Promise<void>;
}

/** Milliseconds that answers under way are waited for when the desk closes. */
const LAST_ANSWERS = 2_000;

/**
 * Milliseconds that a connection is kept for a next request. Longer than clients keep theirs, so that a busy desk does not
 * close one on which a request is just coming.
 */
const KEPT_OPEN = 75_000;

const notYet: Answerer = () =>
  Response.json(
    { error: { message: 'the desk is being opened' } },
    { status: 503, headers: { 'retry-after': '1', 'cache-control': 'no-store' } },
  );

function addressRefused(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const says: Readonly<Record<string, string>> = {
    EADDRINUSE: `port ${port} is taken by another program; name another one, for example --port ${port + 1}`,
    EACCES: `port ${port} needs more rights than this user has; name one above 1023, for example --port 4747`,
    EADDRNOTAVAIL: `this machine has no address ${host}; leave out --host, or name one it has`,
    ENOTFOUND: `no machine is called ${host}; leave out --host, or name an address of this machine`,
  };
  const sentence = says[error.code ?? ''];
  return sentence === undefined ? error : new AddressRefused(sentence);
}

/** Listens at a port; a slow sender does not keep a connection. @throws AddressRefused where it cannot be had. */
export async function listenAt(host: string, port: number, limits: Limits): Promise<Listener> {
  let answerer = notYet;
  const server = createServer(
    {
      headersTimeout: limits.headWithin,
      requestTimeout: limits.requestWithin,
      connectionsCheckingInterval: Math.min(5_000, limits.headWithin),
      keepAliveTimeout: KEPT_OPEN,
    },
    getRequestListener((request) => answerer(request)),
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  }).catch((error: NodeJS.ErrnoException) => {
    throw addressRefused(error, host, port);
  });
  return {
    port: (server.address() as { port: number }).port,
    answerWith(next) {
      answerer = next;
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      const late = setTimeout(() => server.closeAllConnections(), LAST_ANSWERS);
      await closed;
      clearTimeout(late);
    },
  };
}

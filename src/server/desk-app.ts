import { Hono } from 'hono';
import { DeskRefusal } from '../store/refusal.ts';
import { assumptionRoutes } from './assumption-routes.ts';
import { briefRoutes } from './brief-routes.ts';
import { bulletinRoutes } from './bulletin-routes.ts';
import type { DeskSetting } from './desk-setting.ts';
import { documentationRoutes } from './documentation-routes.ts';
import { eventRoutes } from './event-routes.ts';
import { loopbackNamesOnly, ownPagesOnly, tokenOnly } from './guards.ts';
import { safeHeaders } from './headers.ts';
import { healthRoutes } from './health-routes.ts';
import { ledgerRoutes } from './ledger-routes.ts';
import { fewAtOnce, LIMITS, type Limits, smallBodiesOnly } from './limits.ts';
import type { Log } from './log.ts';
import { modelRoutes } from './model-routes.ts';
import type { PageFile } from './page-files.ts';
import { registerPage } from './page-routes.ts';
import { Refusal } from './refusal.ts';
import { reportRoutes } from './report-routes.ts';
import { type Route, register } from './route.ts';
import { savedBriefRoutes } from './saved-brief-routes.ts';

export interface AppOptions {
  readonly page: ReadonlyMap<string, PageFile>;
  readonly log: Log;
  /** Version of the program, for the documentation. */
  readonly version: string;
  /** Asked of every request where given. */
  readonly token?: string;
  /** Answer under any host name; otherwise only under this machine's own. */
  readonly anyName?: boolean;
  readonly limits?: Limits;
}

/** All addresses of the desk but those of the page. */
export function deskRoutes(setting: DeskSetting, version: string, limits: Limits = LIMITS): readonly Route[] {
  const routes = [
    ...reportRoutes(setting),
    ...eventRoutes(setting, limits),
    ...briefRoutes(setting),
    ...assumptionRoutes(setting),
    ...savedBriefRoutes(setting),
    ...modelRoutes(setting),
    ...ledgerRoutes(setting),
    ...bulletinRoutes(setting),
    ...healthRoutes(setting),
  ];
  return [...routes, ...documentationRoutes(routes, version)];
}

/** The desk as an application: give it a request, it gives an answer. */
export function deskApp(
  setting: DeskSetting,
  { page, log, version, token, anyName = false, limits = LIMITS }: AppOptions,
): Hono {
  const app = new Hono();
  app.use(async (c, next) => {
    const start = performance.now();
    await next();
    log({
      event: 'request',
      method: c.req.method,
      path: c.req.path.slice(0, 200),
      status: c.res.status,
      ms: Math.round(performance.now() - start),
    });
  });
  app.use(safeHeaders());
  if (!anyName) app.use(loopbackNamesOnly());
  if (token !== undefined) app.use(tokenOnly(token));
  app.use(ownPagesOnly());
  app.use(fewAtOnce(limits));
  app.use(smallBodiesOnly(limits));
  for (const one of deskRoutes(setting, version, limits)) register(app, one);
  registerPage(app, page);
  app.notFound((c) => c.json(errorJson(new Refusal(404, 'there is nothing at this address')), 404));
  app.onError((error, c) => {
    const refusal = refusalOf(error);
    if (refusal === undefined) {
      log({ event: 'fault', path: c.req.path.slice(0, 200), message: error.stack ?? error.message });
      return c.json({ error: { message: 'the desk failed on this; its log says where' } }, 500);
    }
    if (refusal.retryAfter !== undefined) c.header('retry-after', String(refusal.retryAfter));
    if (refusal.status === 401) c.header('www-authenticate', 'Bearer');
    return c.json(errorJson(refusal), refusal.status);
  });
  return app;
}

function refusalOf(error: Error): Refusal | undefined {
  if (error instanceof Refusal) return error;
  if (error instanceof DeskRefusal) return new Refusal(error.reason === 'unknown' ? 404 : 422, error.message);
  return undefined;
}

const errorJson = ({ message, remedy, places }: Refusal) => ({
  error: { message, ...(remedy === undefined ? {} : { remedy }) },
  ...(places === undefined ? {} : { errors: places }),
});

import type { Context, Hono } from 'hono';
import { z } from 'zod';
import { Refusal } from './refusal.ts';

type Shape = z.ZodObject;
type Values<S extends Shape | undefined> = S extends Shape ? z.output<S> : Record<string, never>;

/** A body that a route takes: JSON of a shape, or raw bytes of some types. */
export type RouteBody =
  | { readonly json: z.ZodType; readonly description: string }
  | { readonly raw: readonly string[]; readonly description: string };

/** One answer of a route, for its documentation and its tests. */
export interface RouteAnswer {
  readonly description: string;
  /** Shape of the JSON; absent where the answer is none. */
  readonly json?: z.ZodType;
  readonly type?: string;
}

/** An address of the desk: what it takes, what it answers, and how. The OpenAPI document is made of these. */
export interface Route {
  readonly method: 'get' | 'post' | 'delete';
  /** Such as `/reports/{id}.json`. */
  readonly path: string;
  readonly group: string;
  readonly summary: string;
  readonly params?: Shape;
  readonly query?: Shape;
  readonly body?: RouteBody;
  readonly answers: Readonly<Record<number, RouteAnswer>>;
  readonly handle: (c: Context) => Promise<Response>;
}

interface Asked<P extends Shape | undefined, Q extends Shape | undefined, B> {
  readonly c: Context;
  readonly params: Values<P>;
  readonly query: Values<Q>;
  readonly body: B;
}

interface RouteGiven<
  P extends Shape | undefined,
  Q extends Shape | undefined,
  B extends RouteBody | undefined,
> extends Omit<Route, 'handle' | 'params' | 'query' | 'body'> {
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly answer: (
    asked: Asked<P, Q, B extends { json: infer J extends z.ZodType } ? z.output<J> : undefined>,
  ) => Promise<Response> | Response;
}

/** A route whose parameters and body are checked before it answers. */
export function route<
  P extends Shape | undefined = undefined,
  Q extends Shape | undefined = undefined,
  B extends RouteBody | undefined = undefined,
>({ answer, params, query, body, ...rest }: RouteGiven<P, Q, B>): Route {
  return {
    ...rest,
    ...(params === undefined ? {} : { params }),
    ...(query === undefined ? {} : { query }),
    ...(body === undefined ? {} : { body }),
    handle: async (c) =>
      answer({
        c,
        params: (params === undefined ? {} : checked(params, pathValues(rest.path, c), 404)) as Values<P>,
        query: checked(query ?? NO_QUERY, queryValues(c, query ?? NO_QUERY), 400) as Values<Q>,
        body: (body !== undefined && 'json' in body
          ? checked(body.json, await jsonBody(c), 400)
          : undefined) as never,
      }),
  };
}

const NO_QUERY = z.strictObject({});
const PLACE = /\{(\w+)\}/;

/** Registers a route; `{id}.json` matches a whole segment that ends so, and nothing with a slash. */
export function register(app: Hono, { method, path, handle }: Route): void {
  const pattern = path
    .split('/')
    .map((segment) => {
      const name = PLACE.exec(segment)?.[1];
      return name === undefined
        ? segment
        : `:${name}{${segment.replace(PLACE, '[^/]+').replaceAll('.', '\\.')}}`;
    })
    .join('/');
  app[method](pattern, handle);
}

function pathValues(path: string, c: Context): Readonly<Record<string, string>> {
  return Object.fromEntries(
    path.split('/').flatMap((segment) => {
      const name = PLACE.exec(segment)?.[1];
      if (name === undefined) return [];
      const end = segment.slice(segment.indexOf('}') + 1);
      const value = c.req.param(name) ?? '';
      return [[name, end === '' ? value : value.slice(0, -end.length)]];
    }),
  );
}

function queryValues(c: Context, shape: Shape): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(c.req.queries()).map(([name, values]) => {
      const wanted = shape.shape[name] as z.ZodType | undefined;
      const isList = wanted instanceof z.ZodDefault && wanted.def.innerType instanceof z.ZodArray;
      return [name, isList || values.length > 1 ? values : values[0]];
    }),
  );
}

/** Nothing that the desk takes is nested so deep. */
const LEVELS_AT_MOST = 64;

/** Whether brackets outside of strings nest deeper than so many levels. */
function isDeeper(text: string, most: number): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (inString) {
      if (sign === '\\') at += 1;
      else if (sign === '"') inString = false;
    } else if (sign === '"') inString = true;
    else if (sign === '[' || sign === '{') {
      depth += 1;
      if (depth > most) return true;
    } else if (sign === ']' || sign === '}') depth -= 1;
  }
  return false;
}

async function jsonBody(c: Context): Promise<unknown> {
  const type = c.req.header('content-type') ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type))
    throw new Refusal(415, 'the body must be JSON', { remedy: 'send it as application/json' });
  const text = await c.req.text();
  if (isDeeper(text, LEVELS_AT_MOST))
    throw new Refusal(400, `the body is nested more than ${LEVELS_AT_MOST} deep`);
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError)
      throw new Refusal(400, `the body is no JSON: ${error.message.slice(0, 200)}`);
    throw error;
  }
}

function checked<T extends z.ZodType>(shape: T, value: unknown, status: 400 | 404): z.output<T> {
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const at = issue!.path.join('.');
  throw new Refusal(status, `${at === '' ? '' : `"${at}": `}${issue!.message}`);
}

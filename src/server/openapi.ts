import { z } from 'zod';
import type { Route, RouteAnswer, RouteBody } from './route.ts';

/** The shape of every refusal. */
export const refusalShape = z.object({
  error: z.object({ message: z.string(), remedy: z.string().optional() }),
  errors: z
    .array(z.looseObject({ line: z.number(), column: z.number(), message: z.string() }))
    .optional()
    .describe('places in a text that was sent'),
});

type JsonSchema = Readonly<Record<string, unknown>>;

/** A shape as JSON Schema 2020-12, which OpenAPI 3.1 takes as it is. */
function schemaOf(shape: z.ZodType, io: 'input' | 'output' = 'output'): JsonSchema {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { io, unrepresentable: 'any' });
  return schema;
}

/** Parameters that stand in a path or after the question mark. */
function parametersOf(shape: z.ZodObject | undefined, place: 'path' | 'query'): readonly object[] {
  if (shape === undefined) return [];
  return Object.entries(shape.shape as Record<string, z.ZodType>).map(([name, one]) => {
    const { description, ...schema } = schemaOf(one, 'input');
    return {
      name,
      in: place,
      required: place === 'path' || !one.safeParse(undefined).success,
      ...(description === undefined ? {} : { description }),
      schema,
    };
  });
}

const bodyOf = (body: RouteBody): object => ({
  description: body.description,
  required: true,
  content:
    'json' in body
      ? { 'application/json': { schema: schemaOf(body.json, 'input') } }
      : Object.fromEntries(body.raw.map((type) => [type, {}])),
});

const answerOf = ({ description, json, type }: RouteAnswer): object => ({
  description,
  ...(json === undefined && type === undefined
    ? { content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } } }
    : { content: json === undefined ? { [type!]: {} } : { 'application/json': { schema: schemaOf(json) } } }),
});

/** The name of a route among the others: `getReportsId`. */
const operationId = ({ method, path }: Route): string =>
  method + path.replace(/[^A-Za-z0-9]+(\w?)/g, (_, letter: string) => letter.toUpperCase());

const operationOf = (one: Route): object => ({
  operationId: operationId(one),
  tags: [one.group],
  summary: one.summary,
  parameters: [...parametersOf(one.params, 'path'), ...parametersOf(one.query, 'query')],
  ...(one.body === undefined ? {} : { requestBody: bodyOf(one.body) }),
  responses: {
    ...Object.fromEntries(Object.entries(one.answers).map(([status, answer]) => [status, answerOf(answer)])),
    default: answerOf({ description: 'refused: one sentence, and what to do instead' }),
  },
});

/** The addresses of the desk as an OpenAPI 3.1 document. */
export function openapiOf(routes: readonly Route[], version: string): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const one of routes) {
    paths[one.path] ??= {};
    paths[one.path]![one.method] = operationOf(one);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'The desk of Firstmove',
      version,
      description:
        'Reports, their claims and verdicts, the stand-off they imply, its outcomes, ledger and evidence.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    tags: [...new Set(routes.map(({ group }) => group))].map((name) => ({ name })),
    paths,
    components: {
      schemas: { Refusal: schemaOf(refusalShape) },
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'only where the desk was started with --token',
        },
      },
    },
    security: [{}, { token: [] }],
  };
}

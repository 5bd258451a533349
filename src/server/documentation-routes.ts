import { z } from 'zod';
import { DOCUMENTATION_STYLE, documentationPage } from './documentation-page.ts';
import { openapiOf } from './openapi.ts';
import { type Route, route } from './route.ts';

/** Addresses that tell of all the others: for programs, and for people. */
export function documentationRoutes(others: readonly Route[], version: string): readonly Route[] {
  const own: Route[] = [
    route({
      method: 'get',
      path: '/openapi.json',
      group: 'Documentation',
      summary: 'These addresses as an OpenAPI 3.1 document',
      answers: {
        200: { description: 'the document', json: z.looseObject({ openapi: z.literal('3.1.0') }) },
      },
      answer: ({ c }) => c.json(openapiOf([...others, ...own], version)),
    }),
    route({
      method: 'get',
      path: '/docs',
      group: 'Documentation',
      summary: 'These addresses as a page',
      answers: { 200: { description: 'a page without a script', type: 'text/html' } },
      answer: ({ c }) => c.html(documentationPage([...others, ...own])),
    }),
    route({
      method: 'get',
      path: '/docs.css',
      group: 'Documentation',
      summary: 'The style of that page',
      answers: { 200: { description: 'a style sheet', type: 'text/css' } },
      answer: ({ c }) =>
        c.body(DOCUMENTATION_STYLE, 200, {
          'content-type': 'text/css; charset=utf-8',
          'cache-control': 'no-cache',
        }),
    }),
  ];
  return own;
}

import { z } from 'zod';
import type { DeskSetting } from './desk-setting.ts';
import { Refusal } from './refusal.ts';
import { type Route, route } from './route.ts';

const state = z.object({ ok: z.literal(true) });

/** Addresses for those who watch over the process. */
export const healthRoutes = ({ desk }: DeskSetting): readonly Route[] => [
  route({
    method: 'get',
    path: '/health',
    group: 'Process',
    summary: 'Whether the process answers',
    answers: { 200: { description: 'it does', json: state } },
    answer: ({ c }) => c.json({ ok: true }),
  }),
  route({
    method: 'get',
    path: '/ready',
    group: 'Process',
    summary: 'Whether its database answers',
    answers: {
      200: { description: 'it does', json: state },
      503: { description: 'it does not' },
    },
    answer: async ({ c }) => {
      try {
        await desk.ready();
      } catch {
        throw new Refusal(503, 'the database does not answer', { retryAfter: 1 });
      }
      return c.json({ ok: true });
    },
  }),
];

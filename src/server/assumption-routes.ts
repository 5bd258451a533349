import { z } from 'zod';
import type { DeskSetting } from './desk-setting.ts';
import { by, date, day, deskId } from './parameters.ts';
import { type Route, route } from './route.ts';
import { assumedPositions } from './supposition.ts';

const assumption = z.looseObject({ id: z.string(), formula: z.string(), by: z.string(), at: z.string() });

/** Addresses of what analysts assume: positions that nobody has said, kept and marked as such. */
export const assumptionRoutes = ({ desk, box }: DeskSetting): readonly Route[] => [
  route({
    method: 'get',
    path: '/assumptions.json',
    group: 'Stand-off',
    summary: 'What analysts assume, the earliest first',
    query: z.strictObject({ asOf: day.optional().describe('only what is assumed for this day') }),
    answers: {
      200: { description: 'those that stand', json: z.object({ assumptions: z.array(assumption) }) },
    },
    answer: async ({ c, query: { asOf } }) =>
      c.json({ assumptions: await desk.assumptions(asOf === undefined ? {} : { asOf }) }),
  }),
  route({
    method: 'post',
    path: '/assumptions',
    group: 'Stand-off',
    summary: 'Assume a position; it counts where an address is asked with assumed=1',
    body: {
      json: z.strictObject({
        formula: z.string().trim().min(1).max(1000).describe('as "CHN: CHN.test iff USA.test"'),
        by,
        from: date.optional(),
        until: date.optional(),
        note: z.string().max(2000).optional(),
      }),
      description: 'the position, by whom, and for which days',
    },
    answers: {
      201: { description: 'the assumption as kept', json: assumption },
      422: { description: 'it names what is not there' },
    },
    answer: async ({ c, body: { formula, by: who, from, until, note } }) => {
      assumedPositions(box, [formula]);
      const kept = await desk.assume({
        formula,
        by: who,
        ...(from === undefined ? {} : { from }),
        ...(until === undefined ? {} : { until }),
        ...(note === undefined ? {} : { note }),
      });
      return c.json(kept, 201);
    },
  }),
  route({
    method: 'post',
    path: '/assumptions/{id}/retraction',
    group: 'Stand-off',
    summary: 'Take an assumption back; it stays in the record',
    params: z.object({ id: deskId }),
    body: { json: z.strictObject({ by }), description: 'who takes it back' },
    answers: {
      200: { description: 'it is taken back', json: z.object({ id: z.string() }) },
      404: { description: 'there is no such assumption' },
    },
    answer: async ({ c, params: { id }, body }) => {
      await desk.retract(id, body.by);
      return c.json({ id });
    },
  }),
];

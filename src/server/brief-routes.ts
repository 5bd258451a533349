import { z } from 'zod';
import { attachment } from './attachment.ts';
import type { DeskSetting } from './desk-setting.ts';
import { reportsQuery } from './parameters.ts';
import { BRIEF_FORMATS, type BriefFormat } from './question.ts';
import { reportView } from './report-views.ts';
import { type Route, route } from './route.ts';

const position = z.looseObject({ id: z.string(), holder: z.string(), formula: z.string() });
const standoff = z.looseObject({
  parties: z.array(z.looseObject({ id: z.string(), name: z.string() })),
  options: z.array(z.looseObject({ id: z.string(), label: z.string(), taken: z.boolean() })),
  positions: z.array(position.extend({ sentence: z.string() })),
  past: z.array(position),
  waits: z.array(z.looseObject({ actor: z.string(), option: z.string() })),
  deadlocks: z.array(z.array(z.string())),
  firstMoves: z.array(z.looseObject({ outcome: z.string(), moves: z.array(z.string()) })),
});
const part = standoff.extend({ summary: z.array(z.string()), escalation: z.array(z.looseObject({})) });
const change = z.object({ gone: z.array(z.string()), fresh: z.array(z.string()) });

const SAYS: Readonly<Record<BriefFormat, string>> = {
  json: 'as data; the same as `firstmove brief --json`',
  md: 'as Markdown',
  html: 'as a page of its own, to keep',
  txt: 'as text',
  jsonld: 'as linked data',
};

/** Addresses of the brief, in each of its formats. */
const briefRoute = (setting: DeskSetting, format: BriefFormat): Route =>
  route({
    method: 'get',
    path: `/brief.${format}`,
    group: 'Brief',
    summary: `The brief of reports ${SAYS[format]}`,
    query: reportsQuery,
    answers: {
      200:
        format === 'json'
          ? {
              description: 'the brief',
              json: z.looseObject({ schema: z.literal('firstmove/brief/1'), standoff }),
            }
          : {
              description: 'a file to keep',
              type: format === 'jsonld' ? 'application/ld+json' : `text/${format}`,
            },
      404: { description: 'a report is not there' },
      409: { description: 'a report is still being read; ask again' },
    },
    answer: async ({ c, query }) => {
      const view = await reportView(setting, query);
      const { type, text } = await setting.answers.answer({ kind: 'brief', view, format });
      return c.body(text, 200, {
        'content-type': type,
        ...(format === 'json' ? {} : attachment(`brief-${view.reports[0]!.report.id}.${format}`)),
      });
    },
  });

/** Addresses of what reports come to: the brief and the stand-off. */
export const briefRoutes = (setting: DeskSetting): readonly Route[] => [
  ...BRIEF_FORMATS.map((format) => briefRoute(setting, format)),
  route({
    method: 'get',
    path: '/standoff.json',
    group: 'Stand-off',
    summary: 'Who waits for whom, and what a supposition would change',
    query: reportsQuery.extend({
      set: z
        .array(z.string().max(200))
        .max(50)
        .default([])
        .describe('RUS.test=Y or =N: an option as taken or not'),
      retract: z.array(z.string().max(100)).max(100).default([]).describe('id of a position no longer held'),
      add: z
        .array(z.string().max(1000))
        .max(20)
        .default([])
        .describe('a new position: "RUS: RUS.test if USA.test" or "RUS demand: USA.engage"'),
    }),
    answers: {
      200: {
        description: 'the stand-off today and, where something is supposed, as it would be',
        json: z.looseObject({
          before: part,
          after: part.optional(),
          difference: z
            .looseObject({ deadlocks: change, waits: change, firstMoves: change })
            .nullable()
            .optional(),
        }),
      },
      422: { description: 'the supposition names what is not there' },
    },
    answer: async ({ c, query: { set, retract, add, ...asked } }) => {
      const view = await reportView(setting, asked);
      const { type, text } = await setting.answers.answer({
        kind: 'standoff',
        view,
        supposition: { set, drop: retract, add },
      });
      return c.body(text, 200, { 'content-type': type });
    },
  }),
];

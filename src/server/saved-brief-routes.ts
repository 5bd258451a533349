import { z } from 'zod';
import type { DeskSetting } from './desk-setting.ts';
import { by, day, deskId, reportId } from './parameters.ts';
import { Refusal } from './refusal.ts';
import { reportView } from './report-views.ts';
import { type Route, route } from './route.ts';

const heading = z.looseObject({
  id: z.string(),
  title: z.string(),
  reports: z.array(z.string()),
  by: z.string(),
  at: z.string(),
});

/** Addresses of briefs as they stood when somebody saved them. */
export const savedBriefRoutes = (setting: DeskSetting): readonly Route[] => [
  route({
    method: 'get',
    path: '/briefs.json',
    group: 'Brief',
    summary: 'Saved briefs, the latest first',
    answers: { 200: { description: 'without their content', json: z.object({ briefs: z.array(heading) }) } },
    answer: async ({ c }) => c.json({ briefs: await setting.desk.briefs() }),
  }),
  route({
    method: 'post',
    path: '/briefs',
    group: 'Brief',
    summary: 'Save the brief of reports as it stands now',
    body: {
      json: z.strictObject({
        title: z.string().trim().min(1).max(300).optional(),
        reports: z.array(reportId).min(1).max(50).optional(),
        asOf: day.optional(),
        knownBy: day.optional(),
        record: z.boolean().default(false),
        by: by.default('somebody at this desk'),
      }),
      description: 'which reports (the sample where absent), asked for which days, under which title',
    },
    answers: { 201: { description: 'the brief as kept, without its content', json: heading } },
    answer: async ({ c, body: { title, by: who, ...asked } }) => {
      const view = await reportView(setting, asked);
      const { text } = await setting.answers.answer({ kind: 'brief', view, format: 'json' });
      const { brief: _, ...kept } = await setting.desk.saveBrief({
        title: title ?? view.reports[0]!.report.title,
        reports: view.reports.map(({ report }) => report.id),
        ...(asked.asOf === undefined ? {} : { asOf: asked.asOf }),
        ...(asked.knownBy === undefined ? {} : { knownBy: asked.knownBy }),
        brief: JSON.parse(text) as object,
        by: who,
      });
      return c.json(kept, 201);
    },
  }),
  route({
    method: 'get',
    path: '/briefs/{id}.json',
    group: 'Brief',
    summary: 'A saved brief',
    params: z.object({ id: deskId }),
    answers: {
      200: {
        description: 'the brief as it was, as `brief --json`, in `brief`',
        json: heading.extend({ brief: z.looseObject({ schema: z.literal('firstmove/brief/1') }) }),
      },
      404: { description: 'there is no such brief' },
    },
    answer: async ({ c, params: { id } }) => {
      const saved = await setting.desk.brief(id);
      if (saved === undefined)
        throw new Refusal(404, `the desk has no brief ${id}`, { remedy: 'take one from /briefs.json' });
      return c.json(saved);
    },
  }),
];

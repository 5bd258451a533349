import { z } from 'zod';
import { ACTS, type ClaimEdit, MODALITIES, RELATIONS } from '../claims/index.ts';
import type { Report } from '../report/index.ts';
import type { DeskSetting } from './desk-setting.ts';
import { inTurn } from './in-turn.ts';
import { by, date, reportId, viewQuery } from './parameters.ts';
import { Refusal } from './refusal.ts';
import { readReportOf, readStored } from './report-views.ts';
import { type Route, route } from './route.ts';
import { sent } from './sent.ts';
import { shownName, submittedReport } from './submitted-report.ts';

const LISTED_AT_ONCE = 50;
/** So many files come in one request at most. */
const FILES_AT_MOST = 200;

const heading = z.looseObject({
  id: reportId,
  title: z.string(),
  publishedAt: z.string().optional(),
  source: z.string().optional(),
  language: z.string(),
  sha256: z.string(),
  receivedAt: z.string(),
  state: z.enum(['waiting', 'read', 'failed']),
  claims: z.number().describe('how many claims the reader found'),
  failure: z.string().optional(),
});
const actor = z
  .string()
  .regex(/^[A-Z]{2,8}$|^press$/, 'write an actor as a code such as RUS, NATO or OTHERS');
const object = z.string().min(1).max(100);
const polarity = z.enum(['positive', 'negative']);
const name = z.string().max(200);

const edited = z
  .strictObject({
    act: z.enum(ACTS),
    actor,
    target: actor.nullable(),
    object: object.nullable(),
    modality: z.enum(MODALITIES),
    polarity,
    condition: z
      .strictObject({
        act: z.enum([...ACTS, 'other']),
        actor,
        object: object.optional(),
        polarity,
        relation: z.enum(RELATIONS),
        span: z.strictObject({ start: z.int().min(0), end: z.int().min(0) }).optional(),
      })
      .nullable(),
    speaker: z.strictObject({ actor, person: name.optional(), org: name.optional() }),
  })
  .partial()
  .describe('what is put right; what is left out stays as read, null says that there is none');

const correctionBody = z.strictObject({
  verdict: z
    .enum(['accept', 'reject', 'edit'])
    .describe('accept: as read; reject: the text does not say this; edit: as in `edited`'),
  edited: edited.optional(),
  by,
  note: z.string().max(2000).optional(),
});

const correction = z.looseObject({
  id: z.string(),
  report: z.string(),
  claim: z.string(),
  verdict: z.enum(['accept', 'reject', 'edit']),
  by: z.string(),
  at: z.string(),
});

/** Addresses of the reports: the list, one of them, sending new ones, correcting their claims. */
export function reportRoutes(setting: DeskSetting): readonly Route[] {
  const submit = inTurn((report: Report) => setting.desk.submit(report));
  return [
    route({
      method: 'get',
      path: '/index.json',
      group: 'Reports',
      summary: 'The sample report and the latest reports',
      answers: {
        200: {
          description: 'what the first page shows',
          json: z.object({
            sample: reportId.nullable(),
            reports: z.array(heading),
            total: z.number(),
            next: z.string().optional(),
          }),
        },
      },
      answer: async ({ c }) => {
        const { items, ...page } = await setting.desk.reports({ limit: LISTED_AT_ONCE });
        return c.json({ sample: setting.sample ?? null, reports: items, ...page });
      },
    }),
    route({
      method: 'get',
      path: '/reports.json',
      group: 'Reports',
      summary: 'Reports, the latest received first',
      query: z.strictObject({
        before: z.string().max(200).optional().describe('`next` of the page before'),
        search: z.string().max(300).optional().describe('beginnings of words in title or text, all of them'),
        limit: z.coerce.number().int().min(1).max(200).default(LISTED_AT_ONCE),
      }),
      answers: {
        200: {
          description: 'a page of the list',
          json: z.object({ reports: z.array(heading), total: z.number(), next: z.string().optional() }),
        },
      },
      answer: async ({ c, query: { limit, before, search } }) => {
        const { items, ...page } = await setting.desk.reports({
          limit,
          ...(before === undefined ? {} : { before }),
          ...(search === undefined ? {} : { search }),
        });
        return c.json({ reports: items, ...page });
      },
    }),
    route({
      method: 'post',
      path: '/reports',
      group: 'Reports',
      summary: 'Send reports to be read',
      query: z.strictObject({
        published: date.optional().describe('day of the reports, where they do not give it'),
        title: z.string().trim().min(1).max(300).optional(),
        source: z.string().max(300).optional().describe('where it comes from, such as a file’s name'),
      }),
      body: {
        raw: ['text/plain', 'text/html', 'multipart/form-data'],
        description: `a report’s words, a page, or up to ${FILES_AT_MOST} files; kept before the answer comes`,
      },
      answers: {
        202: {
          description: 'what was taken, and which files were not, with why',
          json: z.object({
            reports: z.array(z.object({ id: reportId, known: z.boolean(), name: z.string().optional() })),
            refused: z.array(z.object({ name: z.string(), message: z.string() })),
          }),
        },
      },
      answer: async ({ c, query: { published, title, source } }) => {
        const files = await sent(c, FILES_AT_MOST);
        const reports: { id: string; known: boolean; name?: string }[] = [];
        const refused: { name: string; message: string }[] = [];
        for (const { bytes, name: given } of files) {
          const from = shownName(given ?? source ?? '');
          try {
            const report: Report = await submittedReport(setting.answers, bytes, {
              ...(from === '' ? {} : { source: from }),
              ...(published === undefined ? {} : { publishedAt: published }),
              ...(title === undefined || files.length > 1 ? {} : { title }),
            });
            reports.push({ ...(await submit(report)), ...(from === '' ? {} : { name: from }) });
          } catch (error) {
            if (!(error instanceof Refusal) || files.length === 1) throw error;
            refused.push({ name: from, message: error.message });
          }
        }
        setting.readings.wake();
        return c.json({ reports, refused }, 202);
      },
    }),
    route({
      method: 'get',
      path: '/reports/{id}.json',
      group: 'Reports',
      summary: 'A report with its claims, checked and as corrected',
      params: z.object({ id: reportId }),
      query: viewQuery,
      answers: {
        200: {
          description: 'the report; while it waits to be read, or where it could not be, without claims',
          json: z.object({
            report: heading.extend({ text: z.string(), sentences: z.array(z.looseObject({})) }),
            asOf: z.string(),
            knownBy: z.string().optional(),
            claims: z.array(z.looseObject({ id: z.string(), correction: correction.optional() })),
            rejected: z.array(z.looseObject({ id: z.string(), correction })),
            corrections: z.array(correction),
          }),
        },
        404: { description: 'there is no such report' },
      },
      answer: async ({ c, params: { id }, query }) => {
        const stored = await setting.desk.report(id);
        if (stored === undefined)
          throw new Refusal(404, `the desk has no report ${id}`, { remedy: 'take one from /reports.json' });
        const { claimList, sentences, text, extracted: _, ...own } = stored;
        const today = setting.today();
        if (stored.state !== 'read') {
          setting.readings.hasten(id);
          return c.json({
            report: { ...own, text, sentences },
            asOf: query.asOf ?? today,
            claims: [],
            rejected: [],
            corrections: [],
          });
        }
        const corrections = await setting.desk.corrections(id);
        const { rejected, ...report } = readReportOf(stored, corrections);
        const { type, text: body } = await setting.answers.answer({
          kind: 'report',
          heading: { ...own, claims: claimList.length },
          rejected,
          corrections,
          view: {
            reports: [report],
            today,
            ...(query.asOf === undefined ? {} : { asOf: query.asOf }),
            ...(query.knownBy === undefined ? {} : { knownBy: query.knownBy }),
            record: false,
          },
        });
        return c.body(body, 200, { 'content-type': type });
      },
    }),
    route({
      method: 'post',
      path: '/reports/{id}/claims/{claim}/corrections',
      group: 'Reports',
      summary: 'Say of a claim that it stands, does not, or what is to be put right',
      params: z.object({
        id: reportId,
        claim: z.string().regex(/^[\w.:-]{1,120}$/, 'this is no id of a claim'),
      }),
      body: { json: correctionBody, description: 'an analyst’s word; the latest on a claim stands' },
      answers: {
        201: { description: 'the correction as kept', json: correction },
        404: { description: 'there is no such report or claim' },
      },
      answer: async ({ c, params: { id, claim }, body: { edited: edit, note, ...word } }) => {
        await readStored(setting, id);
        const kept = await setting.desk.correct({
          report: id,
          claim,
          ...word,
          ...(edit === undefined ? {} : { edited: edit as ClaimEdit }),
          ...(note === undefined ? {} : { note }),
        });
        return c.json(kept, 201);
      },
    }),
  ];
}

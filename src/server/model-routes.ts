import { z } from 'zod';
import { CONCEPTS, MODEL_FORMATS } from '../analysis/index.ts';
import { attachment } from './attachment.ts';
import type { DeskSetting } from './desk-setting.ts';
import type { ModelSource } from './model-source.ts';
import { by, deskId, reportsQuery } from './parameters.ts';
import type { ReportView } from './question.ts';
import { Refusal } from './refusal.ts';
import { reportView } from './report-views.ts';
import { type Route, route } from './route.ts';

/** A longer text is no model that a person wrote. */
const CHARACTERS_AT_MOST = 1_000_000;

const text = z.string().max(CHARACTERS_AT_MOST, `at most ${CHARACTERS_AT_MOST} characters`);
const source = z
  .union([
    z.strictObject({ yaml: text }),
    z.strictObject({ gmcr: text }),
    z.strictObject({ shape: z.looseObject({}) }),
  ])
  .describe('the text of a YAML file, of a GMCR+ file, or the data of a model file (docs/schema/model.json)');

const catalogId = z.string().regex(/^[a-z0-9-]{1,60}$/, 'this is no id of the catalogue');

const outcomes = z.looseObject({
  model: z.object({ yaml: z.string(), shape: z.looseObject({}).optional() }),
  analysis: z.looseObject({}).optional(),
  plain: z
    .object({
      statusQuo: z.string().optional(),
      equilibria: z.array(z.looseObject({ state: z.number(), name: z.string(), sentence: z.string() })),
      evolution: z.array(z.looseObject({ to: z.number(), sentence: z.string(), steps: z.array(z.string()) })),
    })
    .optional(),
  notes: z.array(z.string()),
  errors: z.array(z.looseObject({ message: z.string() })),
});
const heading = z.looseObject({ id: z.string(), name: z.string() });
const saved = heading.extend({ yaml: z.string(), by: z.string(), at: z.string() });

/** Addresses of conflict models: their outcomes, the reasons, other formats, saved ones and the catalogue. */
export const modelRoutes = (setting: DeskSetting): readonly Route[] => {
  const { desk, answers, catalog } = setting;
  const titles = [...catalog].map(([id, yaml]) => ({
    id,
    name: /^title:\s*['"]?(.+?)['"]?\s*$/m.exec(yaml)?.[1] ?? id,
  }));
  const savedModel = async (id: string) => {
    const model = await desk.model(id);
    if (model === undefined)
      throw new Refusal(404, `the desk has no model ${id}`, { remedy: 'take one from /models.json' });
    return model;
  };
  const outcomesOf = async (of: ModelSource | { readonly view: ReportView }) => {
    const { type, text: body } = await answers.answer({ kind: 'outcomes', of });
    return new Response(body, { headers: { 'content-type': type } });
  };
  return [
    route({
      method: 'get',
      path: '/outcomes.json',
      group: 'Outcomes',
      summary: 'A model and what follows from it: that of reports, a saved one, or one of the catalogue',
      query: reportsQuery.extend({
        model: deskId.optional().describe('id of a saved model'),
        catalog: catalogId.optional().describe('id of a published conflict'),
      }),
      answers: {
        200: { description: 'the model, its analysis, and the analysis in words', json: outcomes },
        404: { description: 'there is no such model or report' },
      },
      answer: async ({ query: { model, catalog: published, ...asked } }) => {
        if (model !== undefined) return outcomesOf({ yaml: (await savedModel(model)).yaml });
        if (published === undefined) return outcomesOf({ view: await reportView(setting, asked) });
        const yaml = catalog.get(published);
        if (yaml === undefined)
          throw new Refusal(404, `the catalogue has no "${published}"`, {
            remedy: 'take one from /catalog.json',
          });
        return outcomesOf({ yaml });
      },
    }),
    route({
      method: 'post',
      path: '/analyse.json',
      group: 'Outcomes',
      summary: 'A model as sent and what follows from it',
      body: { json: source, description: 'a model' },
      answers: {
        200: {
          description: 'as /outcomes.json; what is wrong with the model stands in `errors`, with its place',
          json: outcomes,
        },
      },
      answer: ({ body }) => outcomesOf(body as ModelSource),
    }),
    route({
      method: 'post',
      path: '/why.json',
      group: 'Outcomes',
      summary: 'Why a state is stable or not: the move, the counter-move',
      body: {
        json: z.strictObject({
          yaml: text,
          state: z.int().min(0).describe('index of the state in the analysis'),
          decisionMaker: z.string().max(200),
          concept: z.enum(CONCEPTS),
        }),
        description: 'the model and what is asked of it',
      },
      answers: {
        200: {
          description: 'the reason',
          json: z.looseObject({
            dm: z.string(),
            state: z.number(),
            concept: z.string(),
            stable: z.boolean(),
            improvements: z.array(z.looseObject({ to: z.number() })),
          }),
        },
        404: { description: 'the model has no such state or decision maker' },
        422: { description: 'the model cannot be read' },
      },
      answer: async ({ c, body: { yaml, state, decisionMaker, concept } }) => {
        const answer = await answers.answer({ kind: 'why', model: { yaml }, state, decisionMaker, concept });
        return c.body(answer.text, 200, { 'content-type': answer.type });
      },
    }),
    route({
      method: 'post',
      path: '/convert',
      group: 'Outcomes',
      summary: 'A model as a file of another format',
      body: {
        json: z.union([
          z.strictObject({ yaml: text, to: z.enum(MODEL_FORMATS) }),
          z.strictObject({ gmcr: text, to: z.enum(MODEL_FORMATS) }),
        ]),
        description: 'the model, and the format wanted',
      },
      answers: {
        200: { description: 'the file', type: 'application/octet-stream' },
        422: { description: 'the model cannot be read, or the format cannot hold it' },
      },
      answer: async ({ c, body: { to, ...model } }) => {
        const answer = await answers.answer({ kind: 'convert', model, to });
        return c.body(answer.text, 200, { 'content-type': answer.type, ...attachment(`model.${to}`) });
      },
    }),
    route({
      method: 'get',
      path: '/catalog.json',
      group: 'Outcomes',
      summary: 'Published conflicts in the box',
      answers: { 200: { description: 'their ids and titles', json: z.object({ models: z.array(heading) }) } },
      answer: ({ c }) => c.json({ models: titles }),
    }),
    route({
      method: 'get',
      path: '/models.json',
      group: 'Outcomes',
      summary: 'Saved models, the latest of each name',
      answers: { 200: { description: 'without their text', json: z.object({ models: z.array(heading) }) } },
      answer: async ({ c }) =>
        c.json({ models: (await desk.models()).map(({ yaml: _, ...model }) => model) }),
    }),
    route({
      method: 'post',
      path: '/models',
      group: 'Outcomes',
      summary: 'Save a model under a name; an earlier one of the name is kept',
      body: {
        json: z.strictObject({
          name: z.string().trim().min(1).max(200),
          yaml: text,
          by: by.default('somebody at this desk'),
        }),
        description: 'the model as YAML',
      },
      answers: { 201: { description: 'the model as kept', json: saved } },
      answer: async ({ c, body }) => c.json(await desk.saveModel(body), 201),
    }),
    route({
      method: 'get',
      path: '/models/{id}.json',
      group: 'Outcomes',
      summary: 'A saved model',
      params: z.object({ id: deskId }),
      answers: {
        200: { description: 'the model, and all saved under its name', json: saved },
        404: { description: 'there is no such model' },
      },
      answer: async ({ c, params: { id } }) => {
        const model = await savedModel(id);
        const history = await desk.modelHistory(model.name);
        return c.json({ ...model, history: history.map(({ yaml: _, ...one }) => one) });
      },
    }),
  ];
};

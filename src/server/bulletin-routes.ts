import { z } from 'zod';
import { decodedText, UndecodableBulletin } from '../seismic/decode-bytes.ts';
import { attachment } from './attachment.ts';
import type { DeskSetting } from './desk-setting.ts';
import { bulletinId } from './parameters.ts';
import { Refusal } from './refusal.ts';
import { type Route, route } from './route.ts';
import { type Sent, sent } from './sent.ts';
import { shownName } from './submitted-report.ts';

const FILES_AT_MOST = 20;

const heading = z.looseObject({ id: bulletinId, name: z.string(), receivedAt: z.string() });

async function textOf({ bytes }: Sent, name: string): Promise<string> {
  async function* once() {
    yield Buffer.from(bytes);
  }
  let text = '';
  try {
    for await (const piece of decodedText(once(), name, () => {})) text += piece;
  } catch (error) {
    if (error instanceof UndecodableBulletin) throw new Refusal(422, error.message);
    throw error;
  }
  if (text.includes('\0')) throw new Refusal(422, `${name}: it is not text`);
  return text.toWellFormed();
}

/** Addresses of seismic bulletins: sending them, the list, one of them screened. */
export const bulletinRoutes = ({ desk, answers }: DeskSetting): readonly Route[] => {
  const stored = async (id: string) => {
    const bulletin = await desk.bulletin(id);
    if (bulletin === undefined)
      throw new Refusal(404, `the desk has no bulletin ${id}`, { remedy: 'take one from /bulletins.json' });
    return bulletin;
  };
  return [
    route({
      method: 'get',
      path: '/bulletins.json',
      group: 'Evidence',
      summary: 'Bulletins, the latest received first',
      answers: { 200: { description: 'the list', json: z.object({ bulletins: z.array(heading) }) } },
      answer: async ({ c }) => c.json({ bulletins: await desk.bulletins() }),
    }),
    route({
      method: 'post',
      path: '/bulletins',
      group: 'Evidence',
      summary: 'Send bulletins: QuakeML, GeoJSON, FDSN text, ISF or IMS1.0, GSE2.0, NDK, CSV',
      query: z.strictObject({ name: z.string().max(300).optional().describe('the file’s name') }),
      body: {
        raw: ['text/plain', 'application/xml', 'application/json', 'text/csv', 'multipart/form-data'],
        description:
          'a bulletin of any of these formats, or several files; one that cannot be read is not kept',
      },
      answers: {
        201: {
          description: 'what was kept',
          json: z.object({
            bulletins: z.array(
              z.object({
                id: bulletinId,
                known: z.boolean(),
                name: z.string(),
                events: z.number(),
                unread: z.number(),
              }),
            ),
          }),
        },
        422: { description: 'it cannot be read as a bulletin' },
      },
      answer: async ({ c, query }) => {
        const bulletins: object[] = [];
        for (const file of await sent(c, FILES_AT_MOST)) {
          const name = shownName(file.name ?? query.name ?? '') || 'bulletin';
          const text = await textOf(file, name);
          const counted = await answers.answer({ kind: 'screen', name, text, format: 'count' });
          const kept = await desk.keepBulletin({ name, text });
          bulletins.push({ ...kept, name, ...(JSON.parse(counted.text) as object) });
        }
        return c.json({ bulletins }, 201);
      },
    }),
    route({
      method: 'get',
      path: '/bulletins/{id}.json',
      group: 'Evidence',
      summary: 'A bulletin, screened; as `firstmove screen --json`, with its figures as SVG',
      params: z.object({ id: bulletinId }),
      answers: {
        200: {
          description: 'events, counts, troubles, figures',
          json: z.looseObject({
            schema: z.literal('firstmove/screen/1'),
            events: z.array(z.looseObject({ id: z.string(), verdict: z.string() })),
            counts: z.record(z.string(), z.number()),
            figures: z.object({ map: z.string(), mbMs: z.string() }),
          }),
        },
        404: { description: 'there is no such bulletin' },
      },
      answer: async ({ c, params: { id } }) => {
        const { name, text } = await stored(id);
        const answer = await answers.answer({ kind: 'screen', name, text, format: 'json' });
        return c.body(answer.text, 200, { 'content-type': answer.type });
      },
    }),
    route({
      method: 'get',
      path: '/bulletins/{id}.csv',
      group: 'Evidence',
      summary: 'A bulletin, screened, as a table',
      params: z.object({ id: bulletinId }),
      answers: {
        200: { description: 'comma-separated values', type: 'text/csv' },
        404: { description: 'there is no such bulletin' },
      },
      answer: async ({ c, params: { id } }) => {
        const { name, text } = await stored(id);
        const answer = await answers.answer({ kind: 'screen', name, text, format: 'csv' });
        return c.body(answer.text, 200, { 'content-type': answer.type, ...attachment(`${id}.csv`) });
      },
    }),
  ];
};

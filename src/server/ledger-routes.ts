import { z } from 'zod';
import { testsMapFigure } from '../figures/index.ts';
import {
  type AsOf,
  checkStatement,
  factsById,
  searchFacts,
  sitesNamed,
  statementJson,
  type TestRecord,
  testRecord,
  testsCsv,
  testsJson,
  testsPerYear,
  timelineJson,
  timelineOf,
  treatyAnswer,
  treatyIdOf,
  treatyJson,
  treatyTable,
  vocabularyOf,
} from '../ledger/index.ts';
import { languageName, languageOf } from '../report/index.ts';
import { seismicTables } from '../store/seismic-tables.ts';
import { firstDay, lastDay } from '../time/index.ts';
import { attachment } from './attachment.ts';
import type { DeskSetting } from './desk-setting.ts';
import { date, day, viewQuery } from './parameters.ts';
import { Refusal } from './refusal.ts';
import { type Route, route } from './route.ts';

const FOUND_AT_ONCE = 50;

const evidence = z.looseObject({ fact: z.string(), text: z.string(), source: z.string() });
const testRow = z.looseObject({ id: z.string(), date: z.string(), state: z.string(), source: z.string() });

const testsQuery = z.strictObject({
  state: z.string().max(10).optional().describe('ISO 3166-1 alpha-3'),
  site: z.string().max(200).optional().describe('id, name or region of a site'),
  from: date.optional(),
  to: date.optional(),
  asOf: day.optional().describe('only tests until this day'),
  knownBy: day.optional(),
});

/** Addresses of the ledger: treaties on any day, tests, timeline, single facts, search, judging a sentence. */
export const ledgerRoutes = (setting: DeskSetting): readonly Route[] => {
  const { ledger, files } = setting.box;
  const vocabulary = vocabularyOf(ledger, files);
  const when = (asked: { asOf?: string | undefined; knownBy?: string | undefined }): AsOf => ({
    asOf: asked.asOf ?? setting.today(),
    ...(asked.knownBy === undefined ? {} : { knownBy: asked.knownBy }),
  });
  const stateNamed = (text: string | undefined): string | undefined => {
    if (text === undefined) return undefined;
    const code = text.toUpperCase();
    if (!ledger.names.has(code))
      throw new Refusal(400, `"${text}" is no state of the ledger`, {
        remedy: 'write its ISO 3166-1 alpha-3 code, such as USA',
      });
    return code;
  };
  const recordOf = ({ state, site, from, to, asOf, knownBy }: z.output<typeof testsQuery>) => {
    if (site !== undefined && sitesNamed(ledger, site).length === 0)
      throw new Refusal(400, `"${site}" is no site of the ledger`, {
        remedy: `it has ${[...ledger.sites.keys()].join(', ')}`,
      });
    const last = [to, asOf]
      .filter((end) => end !== undefined)
      .sort((a, b) => (lastDay(a) < lastDay(b) ? -1 : 1))[0];
    assertOrder(from, last);
    const code = stateNamed(state);
    return testRecord(ledger, {
      ...(code === undefined ? {} : { state: code }),
      ...(site === undefined ? {} : { site }),
      ...(from === undefined ? {} : { from }),
      ...(last === undefined ? {} : { to: last }),
      ...(knownBy === undefined ? {} : { knownBy }),
    });
  };
  const sitesOf = ({ tests }: TestRecord) => {
    const counts = new Map<string, number>();
    for (const { site } of tests) counts.set(site, (counts.get(site) ?? 0) + 1);
    return [...ledger.sites.values()].flatMap(({ id, name, host, lat, lon }) => {
      const count = counts.get(id);
      return count === undefined ? [] : [{ id, name, host, lat, lon, count }];
    });
  };
  return [
    route({
      method: 'get',
      path: '/ledger.json',
      group: 'Ledger',
      summary: 'Every treaty and every state’s standing towards it on a day',
      query: viewQuery,
      answers: {
        200: {
          description: 'the treaty table; `because` holds ids of facts (/ledger/facts/{id}.json)',
          json: z.looseObject({
            asOf: z.string(),
            treaties: z.array(
              z.looseObject({
                id: z.string(),
                name: z.string(),
                inForce: z.boolean(),
                states: z.array(
                  z.looseObject({ code: z.string(), standing: z.string(), because: z.array(z.string()) }),
                ),
              }),
            ),
            names: z.record(z.string(), z.string()),
          }),
        },
      },
      answer: ({ c, query }) => c.json(treatyTable(ledger, when(query))),
    }),
    route({
      method: 'get',
      path: '/ledger/names.json',
      group: 'Ledger',
      summary: 'Names of states and other actors by their codes',
      answers: {
        200: { description: 'the names', json: z.object({ names: z.record(z.string(), z.string()) }) },
      },
      answer: ({ c }) => c.json({ names: Object.fromEntries(ledger.names) }),
    }),
    route({
      method: 'get',
      path: '/ledger/treaties/{id}.json',
      group: 'Ledger',
      summary: 'One treaty on a day; the same as `firstmove status --json`',
      params: z.object({ id: z.string().max(200) }),
      query: viewQuery.extend({ state: z.string().max(10).optional() }),
      answers: {
        200: {
          description: 'the status',
          json: z.looseObject({ schema: z.literal('firstmove/status/1'), because: z.array(evidence) }),
        },
        404: { description: 'the ledger has no such treaty' },
      },
      answer: ({ c, params: { id }, query: { state, ...asked } }) => {
        const treaty = treatyIdOf(ledger, files, id);
        if (treaty === undefined)
          throw new Refusal(404, `"${id}" is no treaty of the ledger`, {
            remedy: `it has ${[...ledger.treaties.keys()].join(', ')}`,
          });
        return c.json(treatyJson(ledger, treatyAnswer(ledger, treaty, when(asked), stateNamed(state))));
      },
    }),
    route({
      method: 'get',
      path: '/ledger/tests.json',
      group: 'Ledger',
      summary: 'Tests, counted and listed; as `firstmove tests --json`, with counts by year and the sites',
      query: testsQuery,
      answers: {
        200: {
          description: 'the tests',
          json: z.looseObject({
            schema: z.literal('firstmove/tests/1'),
            count: z.number(),
            tests: z.array(testRow),
            perYear: z.array(
              z.object({ year: z.number(), total: z.number(), states: z.record(z.string(), z.number()) }),
            ),
            sites: z.array(z.looseObject({ id: z.string(), name: z.string(), count: z.number() })),
          }),
        },
      },
      answer: ({ c, query }) => {
        const record = recordOf(query);
        return c.json({
          ...testsJson(ledger, record),
          perYear: testsPerYear(record.tests),
          sites: sitesOf(record),
        });
      },
    }),
    route({
      method: 'get',
      path: '/ledger/tests.svg',
      group: 'Ledger',
      summary: 'Map of the places of the tests',
      query: testsQuery,
      answers: { 200: { description: 'the figure', type: 'image/svg+xml' } },
      answer: ({ c, query }) => {
        const places = sitesOf(recordOf(query)).flatMap(({ name, lat, lon, count }) =>
          lat === undefined || lon === undefined ? [] : [{ name, lat, lon, count }],
        );
        return c.body(testsMapFigure(places, seismicTables().land), 200, {
          'content-type': 'image/svg+xml',
          ...attachment('tests.svg'),
        });
      },
    }),
    route({
      method: 'get',
      path: '/ledger/tests.csv',
      group: 'Ledger',
      summary: 'The tests as a table',
      query: testsQuery,
      answers: { 200: { description: 'comma-separated values', type: 'text/csv' } },
      answer: ({ c, query }) =>
        c.body(testsCsv(recordOf(query)), 200, {
          'content-type': 'text/csv; charset=utf-8',
          ...attachment('tests.csv'),
        }),
    }),
    route({
      method: 'get',
      path: '/ledger/timeline.json',
      group: 'Ledger',
      summary: 'Who said or did what, on which condition; the same as `firstmove timeline --json`',
      query: viewQuery.extend({
        actor: z.string().max(10).optional(),
        topic: z.string().max(100).optional(),
        from: date.optional(),
        to: date.optional(),
      }),
      answers: {
        200: {
          description: 'rows of the timeline',
          json: z.looseObject({
            schema: z.literal('firstmove/timeline/1'),
            count: z.number(),
            entries: z.array(z.looseObject({ id: z.string(), text: z.string() })),
            topics: z.array(z.string()),
          }),
        },
      },
      answer: ({ c, query: { actor, topic, from, to, ...asked } }) => {
        const topics = [...new Set(ledger.statements.map((row) => row.topic))].sort();
        if (topic !== undefined && !topics.includes(topic))
          throw new Refusal(400, `"${topic}" is no topic of the timeline`, {
            remedy: `it has ${topics.join(', ')}`,
          });
        assertOrder(from, to);
        const code = stateNamed(actor);
        const entries = timelineOf(
          ledger,
          {
            ...(code === undefined ? {} : { actor: code }),
            ...(topic === undefined ? {} : { topic }),
            ...(from === undefined ? {} : { from }),
            ...(to === undefined ? {} : { to }),
          },
          when(asked),
        );
        return c.json({ ...timelineJson(ledger, entries, when(asked)), topics });
      },
    }),
    route({
      method: 'get',
      path: '/ledger/facts/{id}.json',
      group: 'Ledger',
      summary: 'One fact with its source',
      params: z.object({ id: z.string().max(300) }),
      answers: {
        200: {
          description: 'the fact',
          json: z.object({
            fact: z.looseObject({
              id: z.string(),
              kind: z.string(),
              date: z.string(),
              recorded: z.string(),
              text: z.string(),
              source: z.string(),
            }),
          }),
        },
        404: { description: 'the ledger has no such fact' },
      },
      answer: ({ c, params: { id } }) => {
        const fact = factsById(ledger).get(id);
        if (fact === undefined)
          throw new Refusal(404, `the ledger has no fact "${id}"`, {
            remedy: 'take an id from an answer, and encode its slashes as %2F',
          });
        return c.json({ fact });
      },
    }),
    route({
      method: 'get',
      path: '/ledger/search.json',
      group: 'Ledger',
      summary: 'Facts that hold all of some words',
      query: viewQuery.extend({ q: z.string().min(1).max(300) }),
      answers: {
        200: {
          description: `the latest ${FOUND_AT_ONCE} of them, and how many there are`,
          json: z.object({
            q: z.string(),
            total: z.number(),
            facts: z.array(z.looseObject({ id: z.string(), text: z.string(), source: z.string() })),
          }),
        },
      },
      answer: ({ c, query: { q, ...asked } }) =>
        c.json({ q, ...searchFacts(ledger, q, FOUND_AT_ONCE, when(asked)) }),
    }),
    route({
      method: 'get',
      path: '/check.json',
      group: 'Ledger',
      summary: 'Judge one sentence; the same as `firstmove check --json`',
      query: viewQuery.extend({ statement: z.string().min(1).max(1000) }),
      answers: {
        200: {
          description: 'the verdict with the rows that decide',
          json: z.looseObject({
            schema: z.literal('firstmove/check/1'),
            verdict: z.string(),
            because: z.array(evidence),
          }),
        },
      },
      answer: ({ c, query: { statement, ...asked } }) => {
        const sentence = statement.replace(/\s+/g, ' ').trim();
        if (sentence === '')
          throw new Refusal(400, 'the statement is empty', {
            remedy: 'write one sentence, such as "Russia has not tested since 1990."',
          });
        const language = languageOf(sentence);
        if (language !== 'en' && language !== 'und')
          throw new Refusal(422, `the statement seems to be in ${languageName(language)}`, {
            remedy: 'translate it first; only English is read',
          });
        const checked = checkStatement(ledger, vocabulary, sentence, when(asked));
        return c.json(statementJson(ledger, checked, asked.knownBy));
      },
    }),
  ];
};

function assertOrder(from: string | undefined, to: string | undefined): void {
  if (from !== undefined && to !== undefined && firstDay(from) > lastDay(to))
    throw new Refusal(400, `from ${from} lies after to ${to}`, { remedy: 'turn them round' });
}

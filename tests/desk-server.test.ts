import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Json,
  samplePath,
  sending,
  sendingText,
  type TestDesk,
  TODAY,
  testDesk,
} from './served-desk.ts';

const root = resolve(import.meta.dirname, '..');
const fixture = (name: string) => readFileSync(resolve(root, 'tests/fixtures/seismic', name), 'utf8');
const BULLETIN = 'punggye-ri.xml';
/** What a command prints as JSON. */
const printed = (...args: string[]) => {
  const { stdout, stderr } = spawnSync(process.execPath, [resolve(root, 'dist/cli/main.js'), ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
};

let served: TestDesk;
beforeAll(async () => {
  served = await testDesk();
}, 60_000);
afterAll(() => served?.close());

const get = (path: string) => served.json(path);

/** A report of our own, read. */
async function submitted(words: string): Promise<string> {
  const { status, body } = await served.json('/reports', sendingText(words));
  expect(status).toBe(202);
  await served.readings.idle();
  return body.reports[0].id;
}

describe('reports on the desk', () => {
  it('begin with the sample, read', async () => {
    const { body } = await get('/index.json');
    expect(body).toMatchObject({ sample: served.sample, total: 1, reports: [{ state: 'read', claims: 17 }] });
  });

  it('are taken as text, listed, searched and read', async () => {
    const id = await submitted(
      'Talks\n3 March 2026\nRussia said it would resume nuclear tests if the United States tested.',
    );
    const { body } = await get(`/reports/${id}.json`);
    expect(body.report).toMatchObject({ state: 'read', title: 'Talks', publishedAt: '2026-03-03' });
    expect(body.asOf).toBe('2026-03-03');
    expect(body.claims[0]).toMatchObject({ actor: 'RUS', check: { verdict: expect.any(String) } });
    const { text } = body.report;
    for (const { span, quote } of body.claims) expect(text.slice(span.start, span.end)).toBe(quote);
    expect((await get('/reports.json?search=talks')).body.reports.map((one: Json) => one.id)).toContain(id);
    expect((await get('/reports.json?limit=1')).body.reports).toHaveLength(1);
    const page = await get('/reports.json?limit=1');
    const next = await get(`/reports.json?limit=1&before=${encodeURIComponent(page.body.next)}`);
    expect(next.body.reports[0].id).not.toBe(page.body.reports[0].id);
  });

  it('are known when the same words come again', async () => {
    const words = 'The same words.\nThe United States said that it will not test.';
    await submitted(words);
    const { body } = await served.json('/reports', sendingText(words));
    expect(body.reports[0].known).toBe(true);
  });

  it('are taken as pages and as several files at once, those that are no reports told apart', async () => {
    const form = new FormData();
    form.append('files', new File(['One.\nChina said that it will not test.'], 'one.txt'));
    form.append(
      'files',
      new File(['<!doctype html><title>Two</title><p>Russia ratified the treaty.</p>'], 'two.html'),
    );
    form.append('files', new File([new Uint8Array([0, 1, 2])], 'three.bin'));
    const { status, body } = await served.json('/reports?published=2026-02-01', {
      method: 'POST',
      body: form,
    });
    expect(status).toBe(202);
    expect(body.reports.map(({ name }: Json) => name)).toEqual(['one.txt', 'two.html']);
    expect(body.refused).toEqual([{ name: 'three.bin', message: expect.stringContaining('it is not text') }]);
    await served.readings.idle();
    const { body: page } = await get(`/reports/${body.reports[1].id}.json`);
    expect(page.report).toMatchObject({ text: expect.not.stringContaining('<'), publishedAt: '2026-02-01' });
  });

  it.each([
    ['empty', '   \n', 422],
    ['no text', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 422],
    [
      'not in English',
      'Der Präsident sagte, dass die Vereinigten Staaten nicht zu einem Test bereit sind und dass es dabei bleibt.',
      422,
    ],
  ])('are refused in a sentence where the text is %s', async (_, body, status) => {
    const answer = await served.json('/reports', sendingText(body));
    expect(answer.status).toBe(status);
  });

  it('tell their progress as events', async () => {
    const response = await served.app.request('/events');
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    const id = await submitted('Progress.\nRussia said that it will not test.');
    let seen = '';
    while (!seen.includes('"read"')) seen += (await reader.read()).value;
    await reader.cancel();
    const events = [...seen.matchAll(/event: reading\ndata: (.+)/g)].map(([, data]) => JSON.parse(data!));
    expect(events).toMatchObject([
      { id, state: 'reading', done: 0, waiting: 1 },
      { id, state: 'read', done: 1, waiting: 0, claims: expect.any(Number) },
    ]);
  });
});

describe('an analyst’s corrections', () => {
  const words =
    'Corrected\n3 March 2026\nRussia said it would resume nuclear tests if the United States tested nuclear weapons.';

  it('change the claims and the stand-off, and can be taken back', async () => {
    const id = await submitted(words);
    const before = (await get(`/standoff.json?reports=${id}`)).body.before;
    expect(before.waits).toMatchObject([{ option: 'RUS.test', for: { option: 'USA.test' } }]);
    const [claim] = (await get(`/reports/${id}.json`)).body.claims;
    const address = `/reports/${id}/claims/${claim.id}/corrections`;
    const rejected = await served.json(address, sending({ verdict: 'reject', by: 'Ana' }));
    expect(rejected).toMatchObject({ status: 201, body: { verdict: 'reject', by: 'Ana', claim: claim.id } });
    const report = (await get(`/reports/${id}.json`)).body;
    expect(report.claims.map((one: Json) => one.id)).not.toContain(claim.id);
    expect(report.rejected).toMatchObject([{ id: claim.id, correction: { verdict: 'reject' } }]);
    expect((await get(`/standoff.json?reports=${id}`)).body.before.waits).toEqual([]);

    const edited = { condition: { ...claim.condition, actor: 'CHN' } };
    await served.json(address, sending({ verdict: 'edit', edited, by: 'Ana', note: 'it says China' }));
    const changed = (await get(`/standoff.json?reports=${id}`)).body.before;
    expect(changed.waits).toMatchObject([{ option: 'RUS.test', for: { option: 'CHN.test' } }]);

    await served.json(address, sending({ verdict: 'edit', edited: { condition: null }, by: 'Ana' }));
    expect((await get(`/standoff.json?reports=${id}`)).body.before.waits).toEqual([]);

    await served.json(address, sending({ verdict: 'accept', by: 'Ben' }));
    expect((await get(`/standoff.json?reports=${id}`)).body.before.waits).toEqual(before.waits);
    expect((await get(`/reports/${id}.json`)).body.corrections).toHaveLength(4);
  });

  it.each([
    ['no claim of the report', { verdict: 'accept', by: 'A' }, '/claims/report-000000000000-c9/', 404],
    ['an act that nobody knows', { verdict: 'edit', edited: { act: 'dance' }, by: 'A' }, undefined, 400],
    ['an edit without fields', { verdict: 'edit', by: 'A' }, undefined, 422],
    ['nobody who says so', { verdict: 'accept' }, undefined, 400],
  ])('are refused for %s', async (_, body, place, status) => {
    const [claim] = (await get(`/reports/${served.sample}.json`)).body.claims;
    const path = `/reports/${served.sample}${place ?? `/claims/${claim.id}/`}corrections`;
    expect((await served.json(path, sending(body))).status).toBe(status);
  });
});

describe('the brief', () => {
  it('is what the command prints', async () => {
    const { body } = await get(`/brief.json?asOf=${TODAY}`);
    expect(body).toEqual(printed('brief', samplePath, '--json', '--as-of', TODAY));
    const record = await get(`/brief.json?asOf=2026-06-01&knownBy=2026-05-20&record=1`);
    expect(record.body).toEqual(
      printed('brief', samplePath, '--json', '--as-of', '2026-06-01', '--known-by', '2026-05-20', '--record'),
    );
  }, 180_000);

  it.each(['md', 'html', 'txt', 'jsonld'])('comes as a file: .%s', async (format) => {
    const response = await served.app.request(`/brief.${format}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="brief-${served.sample}.${format}"`,
    );
    expect(await response.text()).toContain('Russia');
  });

  it('is saved as it stood', async () => {
    const { body: kept } = await served.json('/briefs', sending({ title: 'Monday', by: 'Ana' }));
    expect((await get('/briefs.json')).body.briefs).toMatchObject([{ id: kept.id, title: 'Monday' }]);
    const { body: saved } = await get(`/briefs/${kept.id}.json`);
    expect(saved).toMatchObject({ by: 'Ana', reports: [served.sample] });
    expect(saved.brief).toEqual((await get('/brief.json')).body);
    expect((await get('/briefs/none.json')).status).toBe(404);
  });

  it('says which report is not there, or not read', async () => {
    expect((await get('/brief.json?reports=report-000000000000')).status).toBe(404);
    expect((await get('/brief.json?reports=all')).status).toBe(400);
  });
});

describe('a supposition about the stand-off', () => {
  it('shows the difference beside today', async () => {
    const { body } = await get('/standoff.json?set=USA.engage=Y');
    expect(body.before.options.find((one: Json) => one.id === 'USA.engage').taken).toBe(false);
    expect(body.after.options.find((one: Json) => one.id === 'USA.engage').taken).toBe(true);
    expect(body.difference.follows).toMatchObject([{ option: 'RUS.engage', after: ['USA.engage'] }]);
    expect(body.difference.firstMoves.gone).toEqual(['RUS.engage: USA.engage']);
  });

  it('takes positions away and adds new ones, of parties that the words do not speak of too', async () => {
    const { before } = (await get('/standoff.json')).body;
    const wait = before.waits.find((one: Json) => one.option === 'RUS.test');
    const retracted = wait.positions.map((id: string) => `retract=${id}`).join('&');
    const { body } = await get(
      `/standoff.json?${retracted}&add=${encodeURIComponent('CHN: CHN.test iff USA.test')}`,
    );
    for (const { id } of body.after.positions) expect(wait.positions).not.toContain(id);
    expect(body.difference.waits.gone).toContain('RUS.test waits for USA.test');
    expect(body.difference.waits.fresh).toContain('CHN.test waits for USA.test');
    expect(body.after.positions.at(-1)).toMatchObject({
      kind: 'assumption',
      sentence: expect.stringContaining('China is assumed'),
    });
    for (const { claims, facts } of before.positions)
      for (const id of [...claims, ...facts]) expect(body.claims[id] ?? body.facts[id]).toBeDefined();
  });

  it.each(['set=USA.engag=Y', 'set=USA.engage', 'retract=p99', 'add=RUS', 'add=RUS: RUS.sing'])(
    'is refused in words where it names nothing: %s',
    async (query) => {
      const { status, body } = await get(`/standoff.json?${encodeURI(query)}`);
      expect(status).toBe(422);
      expect(body.error.message).toMatch(/^(set|retract|add): /);
    },
  );
});

describe('what analysts assume', () => {
  it('is kept, counts where it is asked for, and is taken back', async () => {
    const body = { formula: 'CHN: CHN.test iff USA.test', by: 'Ana', note: 'what if' };
    const { status, body: kept } = await served.json('/assumptions', sending(body));
    expect(status).toBe(201);
    expect((await get('/assumptions.json')).body.assumptions).toMatchObject([{ id: kept.id, by: 'Ana' }]);
    const waits = async (query: string) =>
      (await get(`/standoff.json${query}`)).body.before.waits.map((one: Json) => one.option);
    expect(await waits('')).not.toContain('CHN.test');
    expect(await waits('?assumed=1')).toContain('CHN.test');
    const { positions } = (await get('/brief.json?assumed=1')).body.standoff;
    expect(positions.at(-1)).toMatchObject({ id: 'assumed-1', kind: 'assumption', claims: [] });
    await served.json(`/assumptions/${kept.id}/retraction`, sending({ by: 'Ben' }));
    expect(await waits('?assumed=1')).not.toContain('CHN.test');
    expect((await served.json('/assumptions/none/retraction', sending({ by: 'Ben' }))).status).toBe(404);
    const wrong = sending({ formula: 'CHN: CHN.sing', by: 'Ana' });
    expect((await served.json('/assumptions', wrong)).status).toBe(422);
  });
});

describe('outcomes', () => {
  const chicken = readFileSync(resolve(root, 'catalog/chicken.yaml'), 'utf8');

  it('of the sample, with a sentence for each stable state', async () => {
    const { body } = await get('/outcomes.json');
    expect(body.errors).toEqual([]);
    expect(body.plain.equilibria[0]).toMatchObject({ state: 0, reached: true });
    for (const { state, sentence, concepts } of body.plain.equilibria) {
      expect(sentence).toMatch(/Stable by/);
      for (const concept of concepts) expect(body.analysis.equilibria[concept]).toContain(state);
    }
  });

  it('of a published conflict, with the ways there', async () => {
    const { body } = await get('/outcomes.json?catalog=chicken');
    expect(body.model.yaml).toBe(chicken);
    expect(body.plain.equilibria[0].sentence).toBe(
      'A: A.swerve. Stable by Nash, GMR, SMR, SEQ, SIM and SSEQ: nobody gains by moving alone. Improvements lead there from the status quo.',
    );
    expect(body.plain.evolution[0]).toMatchObject({
      to: 1,
      sentence: 'A takes “A.swerve”: the step serves its mover; only A can begin.',
    });
    expect((await get('/outcomes.json?catalog=none')).status).toBe(404);
    const { models } = (await get('/catalog.json')).body;
    expect(models).toContainEqual({ id: 'chicken', name: 'Chicken' });
  });

  it('are those of `analyse --json`', async () => {
    const { body } = await served.json('/analyse.json', sending({ yaml: chicken }));
    const { schema: _, ...analysis } = printed('analyse', 'catalog/chicken.yaml', '--json');
    expect(body.analysis).toEqual(analysis);
  });

  it('say what is wrong with a model at its place', async () => {
    const yaml = 'decisionMakers:\n  - { id: A, options: [{ id: a }], preferences: [b] }\n';
    const { status, body } = await served.json('/analyse.json', sending({ yaml }));
    expect(status).toBe(200);
    expect(body.errors).toMatchObject([{ line: 2, column: 50, message: expect.stringContaining('"b"') }]);
    const why = { yaml, state: 0, decisionMaker: 'A', concept: 'nash' };
    expect(await served.json('/why.json', sending(why))).toMatchObject({
      status: 422,
      body: { errors: [{ line: 2, column: 50 }] },
    });
  });

  it('give the reason of a verdict: the move and the counter-move', async () => {
    const ask = (more: object) =>
      served.json(
        '/why.json',
        sending({ yaml: chicken, state: 3, decisionMaker: 'A', concept: 'gmr', ...more }),
      );
    expect((await ask({})).body).toMatchObject({
      dm: 'A',
      stable: true,
      improvements: [{ to: 2, deterrent: { moves: [{ dm: 'B' }] } }],
    });
    expect((await ask({ state: 9 })).status).toBe(404);
    expect((await ask({ decisionMaker: 'C' })).status).toBe(404);
  });

  it('refuse what has too many options, in words', async () => {
    const options = Array.from({ length: 24 }, (_, i) => ({ id: `a${i}` }));
    const shape = { decisionMakers: [{ id: 'A', options }] };
    const { body } = await served.json('/analyse.json', sending({ shape }));
    expect(body.errors[0].message).toContain('24 options are too many');
  });

  it('of a model that goes out and comes back', async () => {
    const gmcr = await (await served.app.request('/convert', sending({ yaml: chicken, to: 'gmcr' }))).text();
    const { body } = await served.json('/analyse.json', sending({ gmcr }));
    expect(body.analysis.equilibria.nash).toEqual([1, 2]);
    const csv = await served.app.request('/convert', sending({ yaml: chicken, to: 'csv' }));
    expect(csv.headers.get('content-disposition')).toBe('attachment; filename="model.csv"');
  });

  it('of saved models, the latest of a name', async () => {
    const { body: first } = await served.json('/models', sending({ name: 'Mine', yaml: chicken, by: 'Ana' }));
    const { body: second } = await served.json('/models', sending({ name: 'Mine', yaml: `${chicken}\n` }));
    expect((await get('/models.json')).body.models).toMatchObject([{ id: second.id, name: 'Mine' }]);
    expect((await get(`/models/${first.id}.json`)).body).toMatchObject({
      yaml: chicken,
      by: 'Ana',
      history: [{ id: second.id }, { id: first.id }],
    });
    expect((await get(`/outcomes.json?model=${first.id}`)).body.analysis.equilibria.nash).toEqual([1, 2]);
    expect((await get('/models/nothing.json')).status).toBe(404);
  });
});

describe('the ledger on the desk', () => {
  it('is what the commands print', async () => {
    expect((await get('/ledger/treaties/ctbt.json?asOf=2023-11-02')).body).toEqual(
      printed('status', 'ctbt', '--as-of', '2023-11-02', '--json'),
    );
    expect((await get('/ledger/treaties/ctbt.json?asOf=2023-11-03&state=rus')).body).toEqual(
      printed('status', 'ctbt', '--as-of', '2023-11-03', '--state', 'RUS', '--json'),
    );
    const { perYear, sites, ...tests } = (await get('/ledger/tests.json?state=RUS&from=1989')).body;
    expect(tests).toEqual(printed('tests', '--state', 'RUS', '--from', '1989', '--json'));
    expect(perYear.reduce((sum: number, one: Json) => sum + one.total, 0)).toBe(tests.count);
    expect(sites.reduce((sum: number, one: Json) => sum + one.count, 0)).toBe(tests.count);
    const { topics, ...timeline } = (await get(`/ledger/timeline.json?actor=RUS&from=2025&asOf=${TODAY}`))
      .body;
    expect(timeline).toEqual(
      printed('timeline', '--actor', 'RUS', '--from', '2025', '--as-of', TODAY, '--json'),
    );
    expect(topics).toContain('testing-policy');
    const statement = 'Russia has not tested since 1990.';
    expect((await get(`/check.json?statement=${encodeURIComponent(statement)}&asOf=${TODAY}`)).body).toEqual(
      printed('check', statement, '--as-of', TODAY, '--json'),
    );
  });

  it('tells every treaty on a day, each cell with its facts', async () => {
    const { body } = await get('/ledger.json?asOf=2023-11-03');
    const ctbt = body.treaties.find((one: Json) => one.id === 'ctbt');
    const russia = ctbt.states.find((one: Json) => one.code === 'RUS');
    expect(russia).toMatchObject({ standing: 'signatory', withdrawn: '2023-11-03' });
    expect(body.names.RUS).toBe('Russia');
    for (const id of russia.because) {
      const { body: found } = await get(`/ledger/facts/${encodeURIComponent(id)}.json`);
      expect(found.fact).toMatchObject({ id, kind: 'treaty-act', source: expect.stringMatching(/./) });
    }
    const before = (await get('/ledger.json?asOf=2023-11-01')).body.treaties.find(
      (one: Json) => one.id === 'ctbt',
    );
    expect(before.states.find((one: Json) => one.code === 'RUS').standing).toBe('party');
  });

  it('has a page behind every fact that an answer names', async () => {
    const { body } = await get('/ledger/treaties/ctbt.json');
    const brief = await get('/brief.json');
    const facts = [...body.because, ...brief.body.claims.flatMap((claim: Json) => claim.check.because)].map(
      ({ fact }) => fact,
    );
    expect(facts.length).toBeGreaterThan(5);
    for (const id of facts)
      expect((await get(`/ledger/facts/${encodeURIComponent(id)}.json`)).status, id).toBe(200);
    expect((await get('/ledger/facts/test%3Anothing.json')).status).toBe(404);
  });

  it('is searched by the beginnings of words, by what was on record', async () => {
    const all = await get('/ledger/search.json?q=ryabk');
    expect(all.body.total).toBeGreaterThan(0);
    for (const { text, id } of all.body.facts) expect(`${text} ${id}`.toLowerCase()).toContain('ryabk');
    expect((await get('/ledger/search.json?q=ryabkov&asOf=1990-01-01')).body.total).toBe(0);
    expect((await get('/ledger/search.json?q=%20!')).body.total).toBe(0);
  });

  it.each([
    '/ledger.json?asOf=2023-02-30',
    '/ledger/tests.json?state=XXX',
    '/ledger/tests.json?site=Atlantis',
    '/ledger/tests.json?from=1990&to=1980',
    '/ledger/timeline.json?topic=cooking',
    '/ledger.json?day=2023-01-01',
    '/check.json',
  ])('refuses %s in words', async (path) => {
    expect((await get(path)).status).toBe(400);
  });
});

describe('evidence on the desk', () => {
  it('keeps bulletins and screens them as the command does', async () => {
    const name = BULLETIN;
    const { status, body } = await served.json(
      `/bulletins?name=${name}`,
      sendingText(fixture(BULLETIN), 'application/xml'),
    );
    expect(status).toBe(201);
    const [{ id, events }] = body.bulletins;
    expect(events).toBeGreaterThan(0);
    const { figures, ...screened } = (await get(`/bulletins/${id}.json`)).body;
    expect(screened).toEqual(printed('screen', `tests/fixtures/seismic/${BULLETIN}`, '--json'));
    expect(figures.map).toMatch(/^<svg/);
    expect(figures.mbMs).toMatch(/^<svg/);
    expect((await get('/bulletins.json')).body.bulletins).toMatchObject([{ id, name }]);
    const csv = await served.app.request(`/bulletins/${id}.csv`);
    expect((await csv.text()).trim().split('\n').length).toBeGreaterThan(events);
  });

  it('refuses what is no bulletin, and keeps nothing of it', async () => {
    const before = (await get('/bulletins.json')).body.bulletins.length;
    expect((await served.json('/bulletins', sendingText('once upon a time'))).status).toBe(422);
    expect((await get('/bulletins.json')).body.bulletins).toHaveLength(before);
  });
});

describe('the documentation', () => {
  it('is an OpenAPI 3.1 document of every route', async () => {
    const { body } = await get('/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    for (const { path, method } of served.routes) {
      const operation = body.paths[path][method];
      expect(operation.summary).not.toBe('');
      for (const name of [...path.matchAll(/\{(\w+)\}/g)].map(([, found]) => found))
        expect(operation.parameters).toContainEqual(
          expect.objectContaining({ name, in: 'path', required: true }),
        );
    }
    const ids = Object.values<Json>(body.paths).flatMap((one) =>
      Object.values<Json>(one).map((o) => o.operationId),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is a page of the same, without a script', async () => {
    const html = await (await served.app.request('/docs')).text();
    for (const { path } of served.routes) expect(html).toContain(`<code>${path}</code>`);
    expect(html).not.toMatch(/<script|<style|style=|https?:/);
    expect((await served.app.request('/docs.css')).headers.get('content-type')).toContain('text/css');
  });

  it('in docs/desk-api.md names every route', () => {
    const text = readFileSync(resolve(root, 'docs/desk-api.md'), 'utf8');
    for (const { path } of served.routes) {
      const words = path.split(/\{\w+\}/).filter((part) => part.length > 1);
      for (const part of words) expect(text, path).toContain(part.replace(/\/$/, ''));
    }
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIMITS } from '../src/server/limits.ts';
import { type Json, sending, sendingText, type TestDesk, testDesk } from './served-desk.ts';

let served: TestDesk;
beforeAll(async () => {
  served = await testDesk();
}, 60_000);
afterAll(() => served?.close());

const SCRIPT = `<script>alert(1)</script>"'><img src=x onerror=alert(1)>`;
const encoder = new TextEncoder();

describe('what a page may do', () => {
  it.each(['/', '/reports.json', '/brief.html', '/docs', '/nothing', '/reports/report-xyz.json', '/ready'])(
    'is told with every answer: %s',
    async (path) => {
      const { headers } = await served.app.request(path);
      const policy = headers.get('content-security-policy')!;
      expect(policy).toMatch(/^default-src 'none'/);
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/script-src[^;]*(unsafe|https?:|\*)/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    },
  );

  it('is nothing at all in a file to keep, which brings its own style', async () => {
    const { headers } = await served.app.request('/brief.html');
    expect(headers.get('content-disposition')).toMatch(/^attachment/);
    expect(headers.get('content-security-policy')).toContain('sandbox');
    expect(headers.get('content-security-policy')).not.toContain('script-src');
  });
});

describe('hostile words', () => {
  it('stay words: script in a title, markup in the text', async () => {
    const text = `${SCRIPT}\nRussia said that it would test nuclear weapons if the United States tested. ${SCRIPT}`;
    const { body } = await served.json('/reports?source=%3Cb%3E.txt', sendingText(text));
    await served.readings.idle();
    const [{ id }] = body.reports;
    const { body: report, headers } = await served.json(`/reports/${id}.json`);
    expect(report.report.text).toBe(text);
    expect(headers.get('content-type')).toMatch(/^application\/json/);
    const html = await (await served.app.request(`/brief.html?reports=${id}`)).text();
    expect(html).not.toMatch(/<script|<img/i);
    expect(html).toContain('&lt;script&gt;');
    const markdown = await (await served.app.request(`/brief.md?reports=${id}`)).text();
    expect(markdown).not.toContain('<script>alert');
    expect((await served.app.request(`/brief.txt?reports=${id}`)).headers.get('content-type')).toMatch(
      /^text\/plain/,
    );
  });

  it('of a page lose their script before they are kept', async () => {
    const page = `<!doctype html><title>${'A'.repeat(50)}</title><p>China said that it will not test.</p><script>alert(1)</script><p onclick="x()">Done.</p>`;
    const { body } = await served.json('/reports', sendingText(page, 'text/html'));
    const { body: report } = await served.json(`/reports/${body.reports[0].id}.json`);
    expect(report.report.text).not.toMatch(/alert|onclick|<p/);
  });

  it('in file names keep no path and no control characters', async () => {
    const form = new FormData();
    form.append(
      'f',
      new File(['Russia said one thing.\nIt will not test.'], '../../etc/pass\u0000wd\u202E.txt'),
    );
    const { body } = await served.json('/reports', { method: 'POST', body: form });
    expect(body.reports[0].name).not.toMatch(/[/\\\p{Cc}\u202E]/u);
  });

  it('in labels of events and names of options are no formulas in a table', async () => {
    const csv = `time,latitude,longitude,depth_km,mb,Ms,id,place\n2017-09-03T03:30:01Z,41.3,129.1,0,6.3,5.2,"=cmd|' /C calc'!A0","@SUM(1)"\n2016-01-06T01:30:00Z,41.3,129.1,0,4.9,4.0,"-2+3+cmd|' /C calc'!A0","+1"\n`;
    const { body } = await served.json('/bulletins?name=%3Dcmd().csv', sendingText(csv, 'text/csv'));
    const table = await (await served.app.request(`/bulletins/${body.bulletins[0].id}.csv`)).text();
    const cells =
      table
        .split('\n')
        .slice(1)
        .join(',')
        .match(/(?:"(?:[^"]|"")*"|[^,])+/g) ?? [];
    const formulas = cells.filter((cell) => /^"?[=+@\t\r]|^"?-(?!\d*\.?\d+(e[+-]?\d+)?"?$)/i.test(cell));
    expect(cells.length).toBeGreaterThan(20);
    expect(formulas).toEqual([]);
    expect(table).toContain("'=cmd");
    const yaml = 'decisionMakers: [{ id: A, options: [{ id: a, name: "=cmd()" }], preferences: [a] }]\n';
    const states = await (await served.app.request('/convert', sending({ yaml, to: 'csv' }))).text();
    expect(states).not.toMatch(/(^|,)"?[=+@]/m);
  });

  it('in SVG and in the page of addresses are escaped', async () => {
    const csv = `time,latitude,longitude,mb,Ms,id,place\n2017-09-03T03:30:01Z,41.3,129.1,6.3,5.2,"${SCRIPT.replaceAll('"', '""')}","${SCRIPT.replaceAll('"', '""')}"\n`;
    const { body } = await served.json('/bulletins', sendingText(csv, 'text/csv'));
    const { figures } = (await served.json(`/bulletins/${body.bulletins[0].id}.json`)).body;
    for (const svg of Object.values<string>(figures)) expect(svg).not.toMatch(/<script|<img|<[^>]*onerror=/);
  });
});

describe('tricks with addresses', () => {
  it.each([
    '/../package.json',
    '/assets/../../package.json',
    '/assets/..%2f..%2fpackage.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/..%5c..%5cpackage.json',
    '/reports/../../../etc/passwd',
    '/reports/..%2f..%2fetc%2fpasswd.json',
    '/reports/report-000000000000%00.json',
    '/reports/report-000000000000%0a.json',
    '/models/..%2f..%2fx.json',
    '/bulletins/..%2fx.csv',
    '/ledger/facts/__proto__.json',
    '/ledger/facts/constructor.json',
    '/ledger/treaties/..%2f..%2fannex-2.json',
    '/ledger/treaties/toString.json',
    '/outcomes.json?catalog=../../package',
    '/outcomes.json?catalog=results',
    '/outcomes.json?model=../../x',
    '/brief.json?reports=report-000000000000,../../x',
    '/%E0%A4%A',
    '/index.html',
    '/.env',
    `/${'a'.repeat(5000)}`,
  ])('find nothing: %s', async (path) => {
    const response = await served.app.request(`http://localhost${path}`);
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
    const { error } = (await response.json()) as Json;
    expect(error.message).toMatch(/./);
    expect(JSON.stringify(error)).not.toMatch(/node_modules|\.ts:|at Object|\/work\//);
  });

  it('serve the files of the page and nothing else', async () => {
    const bytes = encoder.encode('x');
    const app = served.another({
      page: new Map([
        ['/index.html', { type: 'text/html; charset=utf-8', bytes: encoder.encode('<p>shell</p>') }],
        ['/assets/a-1.js', { type: 'text/javascript', bytes }],
      ]),
    });
    for (const view of [
      '/',
      '/standoff',
      '/outcomes',
      '/ledger',
      '/evidence',
      `/reports/${served.sample}`,
      '/evidence/bulletin-000000000000',
    ])
      expect(await (await app.request(view)).text()).toBe('<p>shell</p>');
    const asset = await app.request('/assets/a-1.js');
    expect(asset.headers.get('cache-control')).toContain('immutable');
    for (const path of ['/assets/', '/assets/a-1.js/', '/assets/A-1.js', '/assets/../assets/a-2.js'])
      expect((await app.request(path)).status).toBe(404);
  });
});

describe('bodies', () => {
  it('that are too large are refused, by what they say and by what comes', async () => {
    const { body } = LIMITS;
    const said = await served.app.request('/reports', {
      ...sendingText('x'),
      headers: { 'content-type': 'text/plain', 'content-length': String(body + 1) },
    });
    expect(said.status).toBe(413);
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += 1 << 20;
        controller.enqueue(new Uint8Array(1 << 20).fill(97));
        if (sent > body * 4) controller.close();
      },
    });
    const comes = await served.app.request('/reports', {
      method: 'POST',
      headers: { 'content-type': 'text/plain', 'transfer-encoding': 'chunked' },
      body: endless,
      duplex: 'half',
    } as RequestInit);
    expect(comes.status).toBe(413);
    expect(sent).toBeLessThan(body * 3);
  });

  it.each([
    ['not JSON', '{"yaml": ', 400],
    ['nested too deep', `{"shape":{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`, 400],
    ['of the wrong shape', '{"yaml": 3}', 400],
    ['with a key that nobody asked for', '{"yaml": "", "__proto__": {"a": 1}, "more": 1}', 400],
    ['null', 'null', 400],
  ])('that are %s are refused in a sentence', async (_, body, status) => {
    const answer = await served.json('/analyse.json', sendingText(body, 'application/json'));
    expect(answer.status).toBe(status);
    expect(({} as Json).a).toBeUndefined();
  });

  it('of another type than JSON are refused where JSON is asked for', async () => {
    expect((await served.json('/models', sendingText('{"name":"a","yaml":""}'))).status).toBe(415);
  });

  it('with a bomb of aliases in a model are refused at once', async () => {
    const levels = Array.from({ length: 12 }, (_, i) =>
      i === 0
        ? 'a0: &a0 [x, x, x, x, x, x, x, x, x, x]'
        : `a${i}: &a${i} [${Array(10)
            .fill(`*a${i - 1}`)
            .join(', ')}]`,
    );
    const { body } = await served.json('/analyse.json', sending({ yaml: levels.join('\n') }));
    expect(body.errors[0].message).toContain('aliases');
  });

  it('with entities in a bulletin are refused', async () => {
    const xml = `<?xml version="1.0"?><!DOCTYPE q [<!ENTITY a SYSTEM "file:///etc/passwd">]><q:quakeml xmlns:q="http://quakeml.org/xmlns/quakeml/1.2"><eventParameters><event publicID="&a;"/></eventParameters></q:quakeml>`;
    const { status, body } = await served.json('/bulletins', sendingText(xml, 'application/xml'));
    expect(status).toBe(422);
    expect(JSON.stringify(body)).not.toContain('root:');
  });

  it('with words that no store keeps are refused in a sentence', async () => {
    const long = sending({ name: 'x'.repeat(500), yaml: 'a: 1', by: 'A' });
    expect((await served.json('/models', long)).status).toBe(400);
    const odd = sending({ name: 'a\u0000b', yaml: 'a: 1', by: 'A' });
    expect((await served.json('/models', odd)).status).toBe(422);
    const nul = sending({ name: 'a', yaml: 'a: "\u0000"', by: 'A' });
    expect((await served.json('/models', nul)).status).toBe(422);
  });
});

describe('who may ask', () => {
  it.each([
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    'evil.example:4747',
    '192.168.0.9',
  ])('is not a page that points its own name here: %s', async (host) => {
    const response = await served.app.request('/index.json', { headers: { host } });
    expect(response.status).toBe(421);
    expect(await response.text()).not.toContain(served.sample);
  });

  it.each(['localhost', 'localhost:4747', '127.0.0.1:4747', '[::1]:4747'])(
    'is this machine: %s',
    async (host) => {
      expect((await served.app.request('/index.json', { headers: { host } })).status).toBe(200);
    },
  );

  it('with a write is no page of another site', async () => {
    const body = { name: 'x', yaml: 'a: 1', by: 'A' };
    const host = 'localhost:4747';
    const tried = async (headers: Record<string, string>) =>
      (await served.app.request('/models', sending(body, { host, ...headers }))).status;
    expect(await tried({ origin: 'https://evil.example' })).toBe(403);
    expect(await tried({ origin: 'null' })).toBe(403);
    expect(await tried({ origin: 'http://localhost:9999' })).toBe(403);
    expect(await tried({ 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await tried({ 'sec-fetch-site': 'same-site' })).toBe(403);
    expect(await tried({ origin: `http://${host}`, 'sec-fetch-site': 'same-origin' })).toBe(201);
    expect(await tried({})).toBe(201);
  });

  it('with a read is another site’s page only by a link', async () => {
    const asked = async (headers: Record<string, string>) =>
      (await served.app.request('/index.json', { headers })).status;
    expect(await asked({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' })).toBe(403);
    expect(await asked({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' })).toBe(403);
    expect(await asked({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' })).toBe(200);
    expect(await asked({ 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors' })).toBe(200);
  });

  it('with a token is who has it, in a header or a cookie', async () => {
    const token = 'a-token-of-many-letters';
    const app = served.another({ token, anyName: true });
    const status = async (path: string, headers: Record<string, string> = {}) =>
      (await app.request(path, { headers: { host: 'desk.example', ...headers } })).status;
    expect(await status('/index.json')).toBe(401);
    expect(await status('/')).toBe(401);
    expect(await status('/docs')).toBe(401);
    expect(await status('/ready')).toBe(401);
    expect(await status('/health')).toBe(200);
    expect(await status('/index.json', { authorization: 'Bearer wrong' })).toBe(401);
    expect(await status('/index.json', { authorization: `Bearer ${token}` })).toBe(200);
    expect(await status('/index.json', { cookie: 'firstmove=wrong' })).toBe(401);
    expect(await status(`/index.json?token=${token}`)).toBe(401);
    expect(await status('/login?token=wrong')).toBe(401);
    const login = await app.request(`/login?token=${token}`, { headers: { host: 'desk.example' } });
    const cookie = login.headers.get('set-cookie')!;
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    expect(login.headers.get('referrer-policy')).toBe('no-referrer');
    expect(await status('/index.json', { cookie: cookie.split(';')[0]! })).toBe(200);
    expect(JSON.stringify(served.log)).not.toContain(token);
  });
});

describe('too much at once', () => {
  it('is refused, with when to ask again', async () => {
    const app = served.another({ limits: { ...LIMITS, requests: 2 } });
    const answers = await Promise.all(Array.from({ length: 12 }, () => app.request('/brief.json')));
    const refused = answers.filter(({ status }) => status === 503);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]!.headers.get('retry-after')).toBe('1');
    expect(answers.some(({ status }) => status === 200)).toBe(true);
    expect((await app.request('/index.json')).status).toBe(200);
  });

  it('of streams too; one that is left makes room', async () => {
    const app = served.another({ limits: { ...LIMITS, streams: 1 } });
    const first = await app.request('/events');
    expect((await app.request('/events')).status).toBe(429);
    await first.body!.cancel();
    await new Promise((resolve) => setTimeout(resolve, 20));
    const second = await app.request('/events');
    expect(second.status).toBe(200);
    await second.body!.cancel();
  });
});

describe('the log', () => {
  it('tells of every request, and of nothing that it said', async () => {
    served.log.length = 0;
    await served.app.request('/check.json?statement=A%20secret%20sentence.');
    expect(served.log).toMatchObject([{ event: 'request', method: 'GET', path: '/check.json', status: 200 }]);
    expect(JSON.stringify(served.log)).not.toContain('secret');
  });
});

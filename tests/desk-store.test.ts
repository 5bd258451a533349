import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Claim } from '../src/claims/claim.ts';
import { reportFromText } from '../src/report/index.ts';
import type { Desk } from '../src/store/desk.ts';
import { openDesk } from '../src/store/open-desk.ts';
import { DeskRefusal } from '../src/store/refusal.ts';
import { engines } from './desk-engines.ts';

const available = await engines();
afterAll(() => available.stop(), 60_000);

const NOON = Date.parse('2026-11-23T12:00:00Z');

const claimOf = (report: string, number: number, start: number, more: Partial<Claim> = {}): Claim => ({
  id: `${report}-c${number}`,
  report,
  span: { start, end: start + 6 },
  quote: 'Russia',
  speaker: { actor: 'RUS' },
  act: 'engage',
  actor: 'RUS',
  modality: 'announced',
  polarity: 'positive',
  confidence: 0.9,
  ...more,
});

/** What is thrown, as its reason and words. */
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => 'accepted',
    (error: unknown) => {
      if (!(error instanceof DeskRefusal)) throw error;
      return `${error.reason}: ${error.message}`;
    },
  );

describe.each(['PGlite', 'PostgreSQL'] as const)('a desk on %s', (engine) => {
  const test = it.skipIf(engine === 'PostgreSQL' && !available.hasPostgres);
  let desk: Desk;
  /** The clock of the desk, set by the tests. */
  let now = NOON;
  beforeAll(async () => {
    if (engine === 'PostgreSQL' && !available.hasPostgres) return;
    desk = await openDesk(await available.place(engine), { now: () => now });
  }, 60_000);
  afterAll(() => desk?.close(), 60_000);

  /** A report that no other test has submitted. */
  let reports = 0;
  const submitted = async (words = 'Russia spoke of talks.') => {
    reports += 1;
    const report = reportFromText(`Report ${reports}\n3 March 2026\n${words}`, { source: 'wire.txt' });
    await desk.submit(report);
    return report;
  };

  test('keeps a report exactly as given, once', async () => {
    const text = 'Élysée\r\n\t“Non” 🜂 \u2028 \u0001 100 % \\ \' " end\n';
    const report = reportFromText(text, { source: 'a "b".txt', publishedAt: '2026-11' });
    now = NOON + 1_000;
    expect(await desk.submit(report)).toEqual({ id: report.id, known: false });
    now = NOON + 2_000;
    expect(await desk.submit(report)).toEqual({ id: report.id, known: true });
    expect(await desk.report(report.id)).toEqual({
      ...report,
      receivedAt: '2026-11-23T12:00:01.000Z',
      state: 'waiting',
      claims: 0,
      claimList: [],
      sentences: [],
    });
    expect(await desk.report('report-000000000000')).toBeUndefined();
  });

  test('refuses words that no database can give back, and an id that stands for other words', async () => {
    const report = await submitted();
    for (const text of ['a\0b', 'a\ud800b']) {
      const broken = reportFromText(text);
      expect(await refusal(desk.submit(broken))).toMatch(/^unfit: this report cannot be kept: "original"/);
      expect(await desk.report(broken.id)).toBeUndefined();
    }
    const forged = { ...reportFromText('Other words.'), id: report.id };
    expect(await refusal(desk.submit(forged))).toMatch(/another report has this id/);
    expect((await desk.report(report.id))!.text).toBe(report.text);
  });

  test('has each report wait until it is read or failed, the earliest first', async () => {
    const [first, second, third] = [await submitted(), await submitted(), await submitted()];
    const waiting = async () =>
      (await desk.waiting()).filter((id) => [first.id, second.id, third.id].includes(id));
    expect(await waiting()).toEqual([first.id, second.id, third.id]);
    const claims = [
      claimOf(second.id, 1, 22),
      claimOf(second.id, 2, 3, { time: { text: 'then', from: '2026-02' } }),
    ];
    await desk.keepReading(second.id, { claims, sentences: [{ start: 0, end: 8 }] });
    await desk.failReading(third.id, 'it is in Latin');
    expect(await waiting()).toEqual([first.id]);
    expect(await desk.report(second.id)).toMatchObject({
      state: 'read',
      claims: 2,
      claimList: claims,
      sentences: [{ start: 0, end: 8 }],
    });
    expect(await desk.report(third.id)).toMatchObject({
      state: 'failed',
      failure: 'it is in Latin',
      claims: 0,
    });
    await desk.keepReading(third.id, { claims: [], sentences: [] });
    expect(await desk.report(third.id)).toMatchObject({ state: 'read', claims: 0 });
    expect(await refusal(desk.failReading('report-0', 'x'))).toBe(
      'unknown: report-0: the desk has no such report',
    );
    expect(await refusal(desk.keepReading(first.id, { claims, sentences: [] }))).toMatch(/^unfit: .*own id$/);
    expect(await waiting()).toEqual([first.id]);
  });

  test('lists the latest first, page by page, and finds by the beginnings of words', async () => {
    const words = ['Zephyr treaty lapsed.', 'A ZÉPHYR-treaty stood.', 'Zephyrs blew.', 'The treaty of zeal.'];
    const ids: string[] = [];
    for (const word of words) ids.push((await submitted(word)).id);
    const found = async (search: string) =>
      (await desk.reports({ limit: 50, search })).items.map(({ id }) => ids.indexOf(id));
    expect(await found('zephyr')).toEqual([2, 1, 0]);
    expect(await found('Treaty zéphyr')).toEqual([1, 0]);
    expect(await found('eph')).toEqual([]);
    expect(await found('%')).toEqual([]);
    expect(await found('ze_hyr')).toEqual([]);
    const pages: string[] = [];
    for (let before: string | undefined, page = 0; page < 3; page += 1) {
      const { items, total, next } = await desk.reports({
        limit: 2,
        search: 'treaty',
        ...(before === undefined ? {} : { before }),
      });
      expect(total).toBe(3);
      pages.push(items.map(({ id }) => ids.indexOf(id)).join());
      before = next;
      if (next === undefined) break;
    }
    expect(pages).toEqual(['3,1', '0']);
    const { items, total } = await desk.reports({ limit: 1 });
    expect(items[0]).toMatchObject({
      id: ids[3],
      language: 'en',
      publishedAt: '2026-03-03',
      source: 'wire.txt',
    });
    expect(items[0]).not.toHaveProperty('text');
    expect(total).toBe(reports + 1);
    expect(await refusal(desk.reports({ limit: 1, before: "'; drop table" }))).toMatch(/^unfit: .* no place/);
    const impossible = '2026-02-31T00:00:00.000Z~report-000000000000';
    expect(await refusal(desk.reports({ limit: 1, before: impossible }))).toMatch(/^unfit: .* no place/);
  });

  test('keeps every word of an analyst; the last on a claim stands, and each day keeps its own', async () => {
    const report = await submitted();
    const [a, b] = [claimOf(report.id, 1, 22), claimOf(report.id, 2, 3)];
    await desk.keepReading(report.id, { claims: [a, b], sentences: [] });
    now = Date.parse('2026-11-24T09:00:00Z');
    const by = 'O’Hara <o@example.org>';
    const reject = await desk.correct({ report: report.id, claim: a.id, verdict: 'reject', by });
    now = Date.parse('2026-11-25T09:00:00Z');
    const edited = { actor: 'USA', target: null, condition: null, speaker: { actor: 'press' } } as const;
    const edit = await desk.correct({
      report: report.id,
      claim: a.id,
      verdict: 'edit',
      edited,
      by,
      note: 'see p. 2',
    });
    expect(edit).toMatchObject({ edited, note: 'see p. 2', at: '2026-11-25T09:00:00.000Z', by });
    expect(await desk.corrections(report.id)).toEqual([reject, edit]);
    expect(await desk.corrections(report.id, { knownBy: '2026-11-24' })).toEqual([reject]);
    expect(await desk.corrections(report.id, { knownBy: reject.at })).toEqual([reject]);
    expect(await desk.corrections(report.id, { knownBy: '2026-10' })).toEqual([]);
    expect(await refusal(desk.corrections(report.id, { knownBy: 'soon' }))).toMatch(/"soon" is no date/);

    const asked = (more: object) =>
      refusal(desk.correct({ report: report.id, claim: b.id, verdict: 'accept', by, ...more }));
    expect(await asked({ claim: 'c9' })).toBe(`unknown: c9: the report ${report.id} has no such claim`);
    expect(await asked({ report: 'report-0' })).toBe('unknown: report-0: the desk has no such report');
    expect(await asked({ verdict: 'edit' })).toMatch(/^unfit: an edit says/);
    expect(await asked({ edited: { actor: 'USA' } })).toMatch(/^unfit: only an edit/);
    expect(await asked({ verdict: 'edit', edited: { colour: 'red' } })).toMatch(
      /^unfit: .*"edited": Unrecognized key: "colour"/,
    );
    expect(await asked({ by: 'a\0b' })).toMatch(/^unfit: .*"by": it holds control characters/);
    expect(await asked({ by: '' })).toMatch(/^unfit: .*"by": it is empty/);

    // A new reading gives the first id to other words: what was said of the old ones counts no more.
    await desk.keepReading(report.id, { claims: [{ ...b, id: a.id }], sentences: [] });
    expect(await desk.corrections(report.id)).toEqual([]);
    expect(await asked({})).toMatch(/has no such claim/);
  });

  test('keeps every model of a name; the latest stands', async () => {
    const first = await desk.saveModel({ name: 'Chicken', yaml: 'a: 1\n', by: 'Ann' });
    const other = await desk.saveModel({ name: 'Alpha', yaml: 'b: 1\n', by: 'Ann' });
    const second = await desk.saveModel({ name: 'Chicken', yaml: 'a: 2\n', by: 'Ben' });
    expect(await desk.models()).toEqual([other, second]);
    expect(await desk.modelHistory('Chicken')).toEqual([second, first]);
    expect(await desk.model(first.id)).toEqual(first);
    expect(await desk.model('model-0')).toBeUndefined();
    expect(await desk.brief(first.id)).toBeUndefined();
  });

  test('keeps briefs with their keys in order', async () => {
    const brief = {
      reports: [{ id: 'r', title: 'T\0\ud800' }],
      claims: [],
      2: 'two',
      analysis: { z: 1, a: null },
    };
    const saved = await desk.saveBrief({
      title: 'Monday',
      reports: ['r'],
      asOf: '2026-03',
      brief,
      by: 'Ann',
    });
    const back = (await desk.brief(saved.id))!;
    expect(JSON.stringify(back.brief)).toBe(JSON.stringify(brief));
    const { brief: _, ...heading } = back;
    expect(await desk.briefs()).toEqual([heading]);
    expect(heading).toMatchObject({ title: 'Monday', reports: ['r'], asOf: '2026-03', by: 'Ann' });
  });

  test('keeps a bulletin once, under its first name', async () => {
    const text = 'EventID|Time\r\n1|2017-09-03T03:30:01\r\n';
    const { id, known } = await desk.keepBulletin({ name: '../../q.txt', text });
    expect([known, id]).toEqual([false, expect.stringMatching(/^bulletin-[0-9a-f]{12}$/)]);
    expect(await desk.keepBulletin({ name: 'again.txt', text })).toEqual({ id, known: true });
    const bulletin = (await desk.bulletin(id))!;
    expect(bulletin).toMatchObject({ id, name: '../../q.txt', text });
    expect(await desk.bulletins()).toEqual([{ id, name: bulletin.name, receivedAt: bulletin.receivedAt }]);
    expect(await refusal(desk.keepBulletin({ name: 'x', text: 'a\0' }))).toMatch(/^unfit: /);
    expect(await desk.bulletin('bulletin-0')).toBeUndefined();
  });

  test('keeps assumptions for their days, and from when to when they were held', async () => {
    now = Date.parse('2026-12-01T09:00:00Z');
    const always = await desk.assume({ formula: 'RUS.test only if USA.test', by: 'Ann' });
    const march = await desk.assume({
      formula: 'USA.engage',
      by: 'Ann',
      from: '2026-03',
      until: '2026-03',
      note: 'n',
    });
    expect(await desk.assumptions()).toEqual([always, march]);
    expect(await desk.assumptions({ asOf: '2026-03-31' })).toEqual([always, march]);
    expect(await desk.assumptions({ asOf: '2026-04-01' })).toEqual([always]);
    expect(await desk.assumptions({ asOf: '2026' })).toEqual([always, march]);
    now = Date.parse('2026-12-03T09:00:00Z');
    await desk.retract(always.id, 'Ben');
    expect(await desk.assumptions()).toEqual([march]);
    expect(await desk.assumptions({ knownBy: '2026-12-02' })).toEqual([always, march]);
    expect(await desk.assumptions({ knownBy: '2026-11-30' })).toEqual([]);
    expect(await refusal(desk.retract('assumption-0', 'Ben'))).toBe(
      'unknown: assumption-0: the desk has no such assumption',
    );
    expect(await refusal(desk.assume({ formula: 'x', by: 'Ann', from: 'March' }))).toMatch(
      /"March" is no date/,
    );
  });

  test('gives each act its own moment, though the clock stands still or goes back', async () => {
    now = Date.parse('2026-12-10T09:00:00Z');
    const moments: string[] = [];
    for (let model = 0; model < 4; model += 1) {
      moments.push((await desk.saveModel({ name: 'Clock', yaml: 'x', by: 'Ann' })).at);
      if (model === 1) now = NOON;
    }
    expect(moments).toEqual([0, 1, 2, 3].map((ms) => `2026-12-10T09:00:00.00${ms}Z`));
  });

  test('takes acts that come at once, and finishes them before it closes', async () => {
    const place = await available.place(engine);
    const own = await openDesk(place);
    const texts = Array.from({ length: 40 }, (_, index) => reportFromText(`Report at once ${index % 30}`));
    const results = Promise.all(texts.map((report) => own.submit(report)));
    await own.close();
    expect((await results).filter(({ known }) => !known)).toHaveLength(30);
    await expect(own.submit(texts[0]!)).rejects.toThrow(/the desk is closed/);
    const again = await openDesk(place);
    expect(await again.waiting()).toHaveLength(30);
    await again.ready();
    await again.close();
  });
});

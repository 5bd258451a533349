import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportFromText } from '../src/report/index.ts';
import type { Desk } from '../src/store/desk.ts';
import { openDesk } from '../src/store/open-desk.ts';
import { engines } from './desk-engines.ts';

const available = await engines();
afterAll(() => available.stop(), 60_000);
const ENGINES = available.hasPostgres ? (['PGlite', 'PostgreSQL'] as const) : (['PGlite'] as const);

async function exported(desk: Desk): Promise<string> {
  const lines: string[] = [];
  for await (const line of desk.export()) lines.push(`${line}\n`);
  return lines.join('');
}
const linesOf = (text: string) => text.split('\n').slice(0, -1);

/** Anything that a person or a hostile page could write. */
const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '\u2028',
    '"\\',
    "'; drop table statement; --",
    'Zürich’s “no”',
    '𝒳',
    '\r\n',
    '{"a":1}',
    '\u0000',
  ),
);
const name = fc.constantFrom('Ann', 'Ben', 'Élise', 'B’; --', '\u{1F47B}');
const date = fc.constantFrom('2026', '2026-03', '2026-03-31', '0000', '9999-12-31', '0001-01-01');

/** One act on a desk; which report, claim or assumption it is about is drawn as a number. */
const act = fc.oneof(
  fc.record({
    kind: fc.constant('submit' as const),
    text: words,
    title: words,
    publishedAt: fc.option(date, { nil: undefined }),
  }),
  fc.record({
    kind: fc.constant('read' as const),
    about: fc.nat(),
    claims: fc.array(
      fc.record({
        object: fc.option(words, { nil: undefined }),
        from: fc.option(date, { nil: undefined }),
        confidence: fc.double({ noNaN: true, noDefaultInfinity: true }),
      }),
      { maxLength: 4 },
    ),
  }),
  fc.record({ kind: fc.constant('fail' as const), about: fc.nat(), why: words }),
  fc.record({
    kind: fc.constant('correct' as const),
    about: fc.nat(),
    claim: fc.integer({ min: 1, max: 3 }),
    verdict: fc.constantFrom('accept' as const, 'reject' as const, 'edit' as const),
    note: fc.option(words, { nil: undefined }),
    by: name,
  }),
  fc.record({ kind: fc.constant('model' as const), name: fc.oneof(name, words), yaml: words, by: name }),
  fc.record({ kind: fc.constant('brief' as const), title: name, brief: fc.object(), by: name }),
  fc.record({ kind: fc.constant('bulletin' as const), name, text: words }),
  fc.record({
    kind: fc.constant('assume' as const),
    formula: fc.oneof(name, words),
    by: name,
    from: fc.option(date, { nil: undefined }),
  }),
  fc.record({ kind: fc.constant('retract' as const), about: fc.nat(), by: name }),
  fc.record({ kind: fc.constant('clock' as const), by: fc.integer({ min: -5_000, max: 100_000 }) }),
);
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never;

const one = <T>(items: readonly T[], index: number): T | undefined =>
  items.length === 0 ? undefined : items[index % items.length];

/** Does an act; what it answers, or the words of its refusal. */
async function perform(desk: Desk, a: Act, clock: { now: number }): Promise<unknown> {
  const report = async (about: number, claims = 0) =>
    one(
      (await desk.reports({ limit: 1_000 })).items.filter((item) => item.claims >= claims),
      about,
    )?.id ?? 'report-none';
  try {
    switch (a.kind) {
      case 'submit':
        return await desk.submit(
          reportFromText(a.text, { title: a.title, ...(a.publishedAt && { publishedAt: a.publishedAt }) }),
        );
      case 'read': {
        const id = await report(a.about);
        return await desk.keepReading(id, {
          sentences: [{ start: 0, end: 1 }],
          claims: a.claims.map(({ object, from, confidence }, index) => ({
            id: `${id}-c${index + 1}`,
            report: id,
            span: { start: 0, end: 1 },
            quote: object ?? '',
            speaker: { actor: 'RUS' },
            act: 'test',
            actor: 'RUS',
            ...(object === undefined ? {} : { object }),
            ...(from === undefined ? {} : { time: { from, text: from } }),
            modality: 'done',
            polarity: 'negative',
            confidence,
          })),
        });
      }
      case 'fail':
        return await desk.failReading(await report(a.about), a.why);
      case 'correct': {
        const id = await report(a.about, 1);
        return await desk.correct({
          report: id,
          claim: `${id}-c${a.claim}`,
          verdict: a.verdict,
          ...(a.verdict === 'edit' ? { edited: { object: a.note ?? null } } : {}),
          ...(a.note === undefined ? {} : { note: a.note }),
          by: a.by,
        });
      }
      case 'model':
        return await desk.saveModel(a);
      case 'brief':
        return await desk.saveBrief({ ...a, reports: [], brief: a.brief });
      case 'bulletin':
        return await desk.keepBulletin(a);
      case 'assume':
        return await desk.assume({ formula: a.formula, by: a.by, ...(a.from && { from: a.from }) });
      case 'retract':
        return await desk.retract(one(await desk.assumptions(), a.about)?.id ?? 'none', a.by);
      case 'clock':
        clock.now += a.by;
        return clock.now;
    }
  } catch (error) {
    return (error as Error).message;
  }
}

describe('export and import', () => {
  it('give the same bytes on every engine, whatever was done', async () => {
    const clock = { now: Date.parse('2026-11-23T12:00:00Z') };
    const desks: Desk[] = [];
    for (const engine of ENGINES)
      desks.push(await openDesk(await available.place(engine), { now: () => clock.now }));
    const done = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 15 }), async (acts) => {
        for (const a of acts) {
          const start = clock.now;
          const answers: unknown[] = [];
          for (const desk of desks) {
            clock.now = start;
            answers.push(await perform(desk, a, clock));
          }
          for (const answer of answers) expect(answer).toEqual(answers[0]);
          if (typeof answers[0] !== 'string') done.set(a.kind, (done.get(a.kind) ?? 0) + 1);
        }
        const texts = await Promise.all(desks.map(exported));
        for (const text of texts) expect(text).toBe(texts[0]);
      }),
      { numRuns: 30 },
    );
    // Every kind of act was not only tried, but done.
    expect([...done.keys()].sort()).toEqual(
      [
        'assume',
        'brief',
        'bulletin',
        'clock',
        'correct',
        'fail',
        'model',
        'read',
        'retract',
        'submit',
      ].sort(),
    );

    const text = await exported(desks[0]!);
    const lines = linesOf(text);
    for (const engine of ENGINES) {
      const place = await available.place(engine);
      const restored = await openDesk(place);
      expect(await restored.import(lines)).toBe(lines.length);
      expect(await exported(restored)).toBe(text);
      expect(await restored.import(lines)).toBe(0);
      expect(await exported(restored)).toBe(text);
      // It is the same desk to work with, not only the same bytes.
      for (const answer of [
        (desk: Desk) => desk.reports({ limit: 1_000 }),
        (desk: Desk) => desk.waiting(),
        (desk: Desk) => desk.models(),
        (desk: Desk) => desk.briefs(),
        (desk: Desk) => desk.bulletins(),
        (desk: Desk) => desk.assumptions(),
      ])
        expect(await answer(restored)).toEqual(await answer(desks[0]!));
      for (const { id } of (await restored.reports({ limit: 1_000 })).items) {
        expect(await restored.report(id)).toEqual(await desks[0]!.report(id));
        expect(await restored.corrections(id)).toEqual(await desks[0]!.corrections(id));
      }
      // What is done next is later than all that was imported, though this desk's clock may be behind.
      const { at } = await restored.saveModel({ name: 'later', yaml: '', by: 'Ann' });
      expect(at > (JSON.parse(lines.at(-1)!) as { recorded: string }).recorded).toBe(true);
      await restored.close();
    }
    for (const desk of desks) await desk.close();
  }, 180_000);
});

describe.each(ENGINES)('an import on %s', (engine) => {
  let desk: Desk;
  let lines: readonly string[];
  beforeAll(async () => {
    const source = await openDesk(await available.place(engine));
    const report = reportFromText('A report');
    await source.submit(report);
    const claim = {
      id: `${report.id}-c1`,
      report: report.id,
      span: { start: 0, end: 1 },
      quote: 'A',
      speaker: { actor: 'RUS' },
      act: 'test',
      actor: 'RUS',
      modality: 'done',
      polarity: 'positive',
      confidence: 1,
    } as const;
    await source.keepReading(report.id, { claims: [claim], sentences: [] });
    await source.saveModel({ name: 'M', yaml: 'a', by: 'Ann' });
    lines = linesOf(await exported(source));
    await source.close();
    desk = await openDesk(await available.place(engine));
  }, 60_000);
  afterAll(() => desk.close(), 60_000);

  const [REPORT, CLAIM, READING, MODEL] = [0, 1, 2, 3] as const;
  const without = (line: number) => lines.filter((_, index) => index !== line);
  const changed = (line: number, from: string, to: string) =>
    lines.map((text, index) => (index === line ? text.replace(from, to) : text));

  it.each<[string, () => readonly string[], number, RegExp]>([
    [
      'a line that is no JSON',
      () => [...lines, '{"id":'],
      5,
      /^it is not JSON \(.*\); write the export again/,
    ],
    ['a line that is no statement', () => [lines[REPORT]!, '[1]'], 2, /^Invalid input: expected object/],
    ['a field too many', () => changed(MODEL, '{', '{"colour":1,'), 4, /^Unrecognized key: "colour"/],
    [
      'a kind from the future',
      () => changed(MODEL, '"model"', '"dream"'),
      4,
      /^the kind "dream" is unknown to this firstmove/,
    ],
    [
      'a changed word',
      () => changed(MODEL, '"original":"a"', '"original":"b"'),
      4,
      /: the line was changed;/,
    ],
    [
      'a changed time',
      () => changed(CLAIM, '"recorded":"20', '"recorded":"19'),
      2,
      /: the line was changed;/,
    ],
    ['no time', () => changed(CLAIM, '"recorded":"20', '"recorded":"x'), 2, /^"recorded": it is no instant/],
    [
      'a day that is none',
      () => changed(MODEL, lines[MODEL]!.match(/-\d\d-\d\dT/)![0], '-02-30T'),
      4,
      /^"\d+-02-30T.* is no moment of the calendar/,
    ],
    [
      'a claim without its report',
      () => without(REPORT),
      1,
      /^it speaks of report-[0-9a-f]{12}, which is neither/,
    ],
    [
      'a reading without its claim',
      () => without(CLAIM),
      2,
      /^it speaks of report-[0-9a-f]{12}-c1, which is neither/,
    ],
  ])('refuses %s, and leaves nothing behind', async (_, input, line, message) => {
    await expect(desk.import(input())).rejects.toMatchObject({
      line,
      message: expect.stringMatching(message),
    });
    expect(await exported(desk)).toBe('');
    expect((await desk.reports({ limit: 5 })).total).toBe(0);
  });

  it('takes lines that were written with other spaces, and leaves out empty ones', async () => {
    const loose = lines.flatMap((line) => [
      JSON.stringify(JSON.parse(line), null, ' ').replaceAll('\n', ' '),
      '',
    ]);
    expect(READING).toBeLessThan(lines.length);
    expect(await desk.import(loose)).toBe(4);
    expect(linesOf(await exported(desk))).toEqual(lines);
  });
});

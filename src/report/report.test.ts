import { describe, expect, it } from 'vitest';
import { reportFromHtml } from './from-html.ts';
import { foreignLines, isHtml, languageOf, reportFromText } from './index.ts';

describe('a report from text', () => {
  it('keeps the words as given and names them by their hash', () => {
    const text = 'A title\r\n- A bullet.\r\n\tProse with “quotes”.';
    const report = reportFromText(text, { source: 'a.txt' });
    expect(report.text).toBe(text);
    expect(report.id).toBe(`report-${report.sha256.slice(0, 12)}`);
    expect(report).toMatchObject({ title: 'A title', source: 'a.txt', extracted: false });
  });

  it.each([
    ['MOSCOW, November 5, 2025 (Agency) — The president said', '2025-11-05'],
    ['A headline\n6 February 2026\nThe delegation said', '2026-02-06'],
    ['A headline\nPublished: Nov. 5, 2025, 14:20 GMT\nText', '2025-11-05'],
    ['GENEVA, 6 Feb 2026 — A senior official', '2026-02-06'],
    ['Title\n2026-05-19\nText', '2026-05-19'],
    ['The treaty was signed on 24 September 1996 in New York.', undefined],
    ['Russia last tested in October 1990.', undefined],
  ])('dates %j as %s', (text, publishedAt) => {
    expect(reportFromText(text).publishedAt).toBe(publishedAt);
  });
});

describe('the language of a report', () => {
  it.each([
    ['en', 'Russia said that it would not test unless the United States did so first.'],
    ['ru', 'Россия заявила, что не проведёт испытаний, если этого не сделают США.'],
    ['uk', 'Росія заявила, що не проводитиме випробувань, якщо їх не проведуть США.'],
    ['fr', 'La Russie a dit que les essais ne sont pas prévus, sauf si les États-Unis le font.'],
    ['de', 'Russland wird nach den Worten des Ministers nicht testen, wenn die USA das nicht tun.'],
    ['zh', '中国外交部表示中方一贯遵守暂停核试验的承诺'],
    ['und', '12345 --- 67'],
  ])('%s', (language, text) => {
    expect(languageOf(text)).toBe(language);
  });
});

describe('lines in another language', () => {
  const english = 'Russia said that it would not test unless the United States did so first.\n'.repeat(3);
  it.each([
    ['Россия не будет проводить испытания первой.', 'ru'],
    ['La Russie a dit que les essais ne sont pas prévus, sauf si les États-Unis le font.', 'fr'],
    ['中国外交部表示中方一贯遵守暂停核试验的承诺', 'zh'],
  ])('%s', (line, language) => {
    expect(foreignLines(`${english}${line}\r\n${english}`)).toEqual([{ line: 4, language }]);
  });

  it.each(['Le Monde, Paris', '12 345', 'Kim Jong Un, Choe Son Hui and Ri Yong Ho, Pyongyang', 'Глава 1'])(
    'not %s, which is too little to tell',
    (line) => {
      expect(foreignLines(`${english}${line}\n`)).toEqual([]);
    },
  );
});

describe('a report from a page', () => {
  const page = `<!doctype html><html><head><title>Site | Story</title>
    <meta property="article:published_time" content="2025-11-05T10:00:00Z"><script>alert(1)</script></head>
    <body><nav>Home</nav><article><h1>Moscow &amp; the test ban</h1><p>Putin   said <b>no</b>.</p>
    <ul><li>One</li></ul></article><footer>©</footer></body></html>`;

  it('takes out the story, its title and its date', () => {
    expect(isHtml(page)).toBe(true);
    const report = reportFromHtml(page);
    expect(report.text).toBe('Moscow & the test ban\nPutin said no.\n- One');
    expect(report).toMatchObject({
      title: 'Moscow & the test ban',
      publishedAt: '2025-11-05',
      extracted: true,
    });
  });

  it('takes plain text with a sign of less for text', () => {
    expect(isHtml('Yields < 1 kt are not seen. a </b> c')).toBe(false);
  });
});

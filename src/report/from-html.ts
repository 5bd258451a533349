import { parseHTML } from 'linkedom';
import { isPartialDate, type PartialDate } from '../time/partial-date.ts';
import { type ReportOrigin, reportFromText } from './from-text.ts';
import type { Report } from './report.ts';

/** Elements whose words are not the story. */
const NOT_THE_STORY =
  'script,style,noscript,template,nav,aside,footer,form,iframe,svg,button,figure figcaption,[hidden],[aria-hidden="true"]';
const BLOCKS = new Set(
  'ADDRESS ARTICLE BLOCKQUOTE BR DD DIV DL DT FIGURE H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN OL P PRE SECTION TABLE TD TH TR UL'.split(
    ' ',
  ),
);

interface PageNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<PageNode>;
}

/** The words of a page, one line a block, spaces folded as a browser folds them. */
function wordsOf(node: PageNode): string {
  const parts: string[] = [];
  const walk = (current: PageNode) => {
    if (current.nodeType === 3) parts.push((current.textContent ?? '').replace(/[ \t\r\n\f]+/g, ' '));
    else if (current.nodeType === 1) {
      const block = BLOCKS.has(current.nodeName.toUpperCase());
      if (block) parts.push('\n');
      if (current.nodeName.toUpperCase() === 'LI') parts.push('- ');
      for (const child of current.childNodes) walk(child);
      if (block) parts.push('\n');
    }
  };
  walk(node);
  return parts
    .join('')
    .split('\n')
    .map((line) => line.replace(/ +/g, ' ').trim())
    .filter((line) => line !== '' && line !== '-')
    .join('\n');
}

/**
 * A report from a page of HTML: the words of its `article`, else `main`, else body, without navigation and scripts.
 * Nothing in the page is run or fetched. Offsets count in the words taken out, which the report keeps as its text.
 */
export function reportFromHtml(html: string, origin: ReportOrigin = {}): Report {
  // A page may leave out its body's tags; the parser wants them.
  const { document } = parseHTML(/<body\b/i.test(html) ? html : `<html><body>${html}</body></html>`);
  for (const element of document.querySelectorAll(NOT_THE_STORY)) element.remove();
  const story =
    document.querySelector('article') ??
    document.querySelector('main') ??
    document.body ??
    document.documentElement;
  const heading = document.querySelector('h1')?.textContent ?? document.querySelector('title')?.textContent;
  const title = heading?.replace(/\s+/g, ' ').trim();
  const stated =
    document.querySelector('meta[property="article:published_time"]')?.getAttribute('content') ??
    document.querySelector('time[datetime]')?.getAttribute('datetime');
  const published: PartialDate | undefined = stated?.slice(0, 10);
  return reportFromText(story === null ? '' : wordsOf(story as unknown as PageNode), {
    ...(title ? { title } : {}),
    ...(published !== undefined && isPartialDate(published) ? { publishedAt: published } : {}),
    ...origin,
    extracted: true,
  });
}

import { basename } from 'node:path';
import type { ReadReport } from '../brief/index.ts';
import { claimsFromReport, knownNames, type Lexicon } from '../claims/index.ts';
import {
  foreignLines,
  isHtml,
  languageName,
  type Report,
  type ReportOrigin,
  reportFromText,
} from '../report/index.ts';
import type { Analyser } from '../text/index.ts';
import { readText } from './read-input.ts';
import { UsageError } from './usage-error.ts';

async function reportOf(path: string, published: string | undefined): Promise<Report> {
  const text = readText(path);
  const origin: ReportOrigin = {
    source: path === '-' ? 'standard input' : basename(path),
    ...(published === undefined ? {} : { publishedAt: published }),
  };
  if (!isHtml(text)) return reportFromText(text, origin);
  const { reportFromHtml } = await import('../report/from-html.ts');
  const report = reportFromHtml(text, origin);
  if (report.text.trim() === '')
    throw new UsageError(`${path}: the page holds no words; save the article's text and try again`);
  return report;
}

/**
 * Reads reports and their claims; the same words given twice count once.
 *
 * @param least how sure of a claim the reader must be, where not as sure as it asks of itself.
 * @throws UsageError for a file that cannot be read, or is not in English.
 */
export async function readReports(
  paths: readonly string[],
  published: string | undefined,
  analyser: Analyser,
  lexicon: Lexicon,
  least?: number,
): Promise<readonly ReadReport[]> {
  if (paths.filter((path) => path === '-').length > 1)
    throw new UsageError('standard input ("-") can be named only once');
  const reports = new Map<string, Report>();
  for (const path of paths) {
    const report = await reportOf(path, published);
    if (report.language !== 'en' && report.language !== 'und') {
      throw new UsageError(
        `${path}: it seems to be in ${languageName(report.language)}; the reader reads English only, so translate it first`,
      );
    }
    const foreign = foreignLines(report.text);
    if (foreign.length > 0)
      console.error(
        `firstmove: ${path}: line ${foreign[0]!.line} seems to be in ${languageName(foreign[0]!.language)}` +
          `${foreign.length > 1 ? `, and ${foreign.length - 1} more are not in English` : ''}; the reader reads English only`,
      );
    reports.set(report.id, report);
  }
  return [...reports.values()].map((report) => {
    const tree = analyser.read(report.text, knownNames(lexicon));
    return { report, sentences: tree.sentences, claims: claimsFromReport(report, tree, lexicon, least) };
  });
}

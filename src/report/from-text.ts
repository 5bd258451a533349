import { createHash } from 'node:crypto';
import type { PartialDate } from '../time/partial-date.ts';
import { languageOf } from './language.ts';
import { publishedAtIn } from './published-at.ts';
import type { Report } from './report.ts';
import { titleOf } from './title.ts';

/** What is known of a report from outside its words; it goes before what the words say. */
export interface ReportOrigin {
  readonly source?: string;
  readonly title?: string;
  readonly publishedAt?: PartialDate;
  readonly extracted?: boolean;
}

/** A report from plain text, which is kept exactly as given. */
export function reportFromText(text: string, origin: ReportOrigin = {}): Report {
  const sha256 = createHash('sha256').update(text, 'utf8').digest('hex');
  const publishedAt = origin.publishedAt ?? publishedAtIn(text);
  return {
    id: `report-${sha256.slice(0, 12)}`,
    title: origin.title ?? titleOf(text),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(origin.source === undefined ? {} : { source: origin.source }),
    sha256,
    language: languageOf(text),
    text,
    extracted: origin.extracted ?? false,
  };
}

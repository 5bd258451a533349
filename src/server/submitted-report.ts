import {
  isHtml,
  languageName,
  type Report,
  type ReportOrigin,
  reportFromText,
  textFromBytes,
  UndecodableText,
} from '../report/index.ts';
import type { Answers } from './question.ts';
import { Refusal } from './refusal.ts';

/** More characters than this are no report; the command line takes larger files. */
const CHARACTERS_AT_MOST = 2_000_000;

/** A file's name as it is shown: no folders, no control characters, not too long. */
export function shownName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  return last
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '')
    .trim()
    .slice(0, 200);
}

/**
 * A report from the bytes that somebody sent: text, or a page whose words are taken out.
 * @throws Refusal where it is no text, empty, too long or not in English.
 */
export async function submittedReport(
  answers: Answers,
  bytes: Uint8Array,
  origin: ReportOrigin,
): Promise<Report> {
  const name = origin.source === undefined ? '' : `${origin.source}: `;
  const text = decoded(bytes, name);
  if (text.replace(/^\uFEFF/, '').trim() === '')
    throw new Refusal(422, `${name}it is empty; there is nothing to read`);
  if (text.length > CHARACTERS_AT_MOST)
    throw new Refusal(
      413,
      `${name}it has ${text.length} characters; a report of the desk has at most ${CHARACTERS_AT_MOST}`,
      { remedy: 'split it into single reports' },
    );
  const report = isHtml(text) ? await fromPage(answers, text, origin) : reportFromText(text, origin);
  if (report.text.trim() === '')
    throw new Refusal(422, `${name}the page holds no words; send the article’s text`);
  if (report.language !== 'en' && report.language !== 'und')
    throw new Refusal(
      422,
      `${name}it seems to be in ${languageName(report.language)}; the reader reads English only`,
      { remedy: 'translate it first' },
    );
  return report;
}

function decoded(bytes: Uint8Array, name: string): string {
  try {
    return textFromBytes(bytes);
  } catch (error) {
    if (error instanceof UndecodableText) throw new Refusal(422, `${name}${error.message}`);
    throw error;
  }
}

/** Taking the words out of a page takes a parser, and hostile pages take it long. */
async function fromPage(answers: Answers, html: string, origin: ReportOrigin): Promise<Report> {
  return JSON.parse((await answers.answer({ kind: 'page', html, origin })).text) as Report;
}

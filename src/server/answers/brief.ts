import {
  type Brief,
  briefOf,
  pageOf,
  supposedBrief,
  toHtml,
  toJson,
  toJsonLd,
  toMarkdown,
  toText,
} from '../../brief/index.ts';
import type { PositionsBox } from '../../store/standoff-box.ts';
import type { Answer, BriefFormat, ReportView } from '../question.ts';
import { assumedPositions } from '../supposition.ts';
import { jsonAnswer } from './json-answer.ts';

/** Characters a line of the brief as text. */
const WIDTH = 100;

/** Briefs just made, the latest last: who tries one supposition after another asks for the same one each time. */
const made = new WeakMap<PositionsBox, Map<string, Brief>>();
const KEPT = 4;

/** The brief of reports, as `firstmove brief` makes it; where asked, with what analysts assume. */
export function briefOfView(box: PositionsBox, view: ReportView): Brief {
  const kept = made.get(box) ?? new Map<string, Brief>();
  made.set(box, kept);
  // All that a brief is made of: reports with their claims as they stand, and the days.
  const key = JSON.stringify(view);
  const brief = kept.get(key) ?? newBrief(box, view);
  kept.delete(key);
  kept.set(key, brief);
  for (const old of [...kept.keys()].slice(0, -KEPT)) kept.delete(old);
  return brief;
}

function newBrief(box: PositionsBox, view: ReportView): Brief {
  const { ledger, kinds, positionRows } = box;
  const { reports, today, asOf, knownBy, record, assumed = [] } = view;
  const brief = briefOf(reports, ledger, kinds, {
    today,
    positionRows,
    ...(record ? { withRecord: true } : {}),
    ...(asOf === undefined ? {} : { asOf }),
    ...(knownBy === undefined ? {} : { knownBy }),
  });
  return assumed.length === 0
    ? brief
    : supposedBrief(brief, { add: assumedPositions(box, assumed) }, ledger, kinds);
}

/** The brief of reports in one of its formats. */
export function briefAnswer(box: PositionsBox, view: ReportView, format: BriefFormat): Answer {
  const brief = briefOfView(box, view);
  if (format === 'json') return jsonAnswer(toJson(brief));
  if (format === 'jsonld') return { type: 'application/ld+json', text: JSON.stringify(toJsonLd(brief)) };
  const page = pageOf(brief, box.ledger.names);
  if (format === 'md') return { type: 'text/markdown; charset=utf-8', text: toMarkdown(page) };
  if (format === 'html') return { type: 'text/html; charset=utf-8', text: toHtml(page) };
  return { type: 'text/plain; charset=utf-8', text: toText(page, { width: WIDTH, colour: false }) };
}

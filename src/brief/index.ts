export type { Block } from './block.ts';
export * from './brief.ts';
export { type FactDifference, factDifference } from './fact-difference.ts';
export {
  type BriefOptions,
  briefOf,
  type GivenBulletin,
  questionOf,
  type ReadReport,
  supposedBrief,
} from './from-analysis.ts';
export * from './outcome-words.ts';
export { pageOf } from './page.ts';
export * from './replay.ts';
export { toHtml } from './to-html.ts';
export { escalationJson, reportJson, standoffJson, toJson } from './to-json.ts';
export { toJsonLd } from './to-json-ld.ts';
export { toMarkdown } from './to-markdown.ts';
export { toText } from './to-text.ts';

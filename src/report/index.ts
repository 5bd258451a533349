// reportFromHtml has its own entry (./from-html.ts): it loads a parser of pages, which most commands never need.
export * from './from-bytes.ts';
export * from './from-text.ts';
export * from './is-html.ts';
export * from './language.ts';
export * from './report.ts';
export * from './same-story.ts';

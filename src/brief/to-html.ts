import { type Block, SOURCES } from './block.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (mark) => ENTITIES[mark]!);

const STYLE = `
:root { color-scheme: light dark; --ink: #1a1a1a; --paper: #fff; --faint: #595959; --line: #d4d4d4; }
@media (prefers-color-scheme: dark) { :root { --ink: #ececec; --paper: #161616; --faint: #a8a8a8; --line: #3d3d3d; } }
body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 44rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 Georgia, 'Times New Roman', serif; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.25; } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; border-bottom: 1px solid var(--line); }
h3 { font: 600 .85rem/1.4 system-ui, sans-serif; margin: 1.5rem 0 .25rem; }
blockquote { margin: .25rem 0 .5rem; padding-left: .9rem; border-left: 3px solid var(--line); }
.claim ul { color: var(--faint); font: .85rem/1.5 system-ui, sans-serif; margin: 0; padding-left: 1.1rem; }
ul { padding-left: 1.25rem; } li { margin: .3rem 0; }
.sources + ul { font: .8rem/1.45 system-ui, sans-serif; color: var(--faint); }
@page { margin: 13mm 15mm; }
@media print {
  :root { --ink: #000; --paper: #fff; --faint: #333; --line: #999; }
  body { max-width: none; padding: 0; font-size: 8.8pt; line-height: 1.3; }
  h1 { font-size: 13pt; margin: 0 0 3pt; } h2 { font-size: 9.5pt; margin: 5pt 0 1.5pt; break-after: avoid; }
  p { margin: 2pt 0; } ul { margin: 1.5pt 0; padding-left: 11pt; } li { margin: .6pt 0; }
  .sources + ul { font-size: 6.8pt; line-height: 1.25; columns: 2; } .annex { break-before: page; } .claim { break-inside: avoid; }
}
`;

const list = (items: readonly string[]): string =>
  `<ul>\n${items.map((item) => `<li>${escaped(item)}</li>`).join('\n')}\n</ul>`;

/** The brief as one HTML file without scripts or anything remote; it prints well. Every word of a report is escaped. */
export function toHtml(blocks: readonly Block[]): string {
  const title = blocks.find(({ kind }) => kind === 'title');
  const body = blocks.map((block) => {
    switch (block.kind) {
      case 'title':
        return `<h1>${escaped(block.text)}</h1>`;
      case 'heading':
        return `<h2${block.text === SOURCES ? ' class="sources"' : ''}>${escaped(block.text)}</h2>`;
      case 'annex':
        return `<h1 class="annex">${escaped(block.text)}</h1>`;
      case 'paragraph':
        return `<p>${escaped(block.text)}</p>`;
      case 'list':
        return list(block.items);
      case 'claim':
        return `<article class="claim" id="claim-${block.number}">\n<h3>${block.number}. ${escaped(block.verdict)}</h3>\n<blockquote>${escaped(block.quote)}</blockquote>\n${list(block.lines)}\n</article>`;
    }
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title?.kind === 'title' ? title.text : 'Brief')}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${body.join('\n')}
</main>
</body>
</html>
`;
}

import type { Block } from './block.ts';

/** Report text is not markup: what Markdown or HTML would read as such is escaped. */
const plain = (text: string): string =>
  text.replace(/[\\`*_{}[\]<>#|~]/g, (mark) => `\\${mark}`).replace(/^(\s*)([-+]|\d+\.) /, '$1\\$2 ');

/** The brief as CommonMark. */
export function toMarkdown(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      switch (block.kind) {
        case 'title':
          return `# ${plain(block.text)}`;
        case 'heading':
          return `## ${plain(block.text)}`;
        case 'annex':
          return `---\n\n# ${plain(block.text)}`;
        case 'paragraph':
          return plain(block.text);
        case 'list':
          return block.items.map((item) => `- ${plain(item)}`).join('\n');
        case 'claim':
          return [
            `### ${block.number}. ${plain(block.verdict)}`,
            '',
            `> ${plain(block.quote)}`,
            '',
            ...block.lines.map((line) => `- ${plain(line)}`),
          ].join('\n');
      }
    })
    .join('\n\n');
}

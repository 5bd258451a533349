import { printable } from '../text/printable.ts';
import type { Block } from './block.ts';

export interface TextStyle {
  /** Columns to wrap at. */
  readonly width: number;
  /** Whether to colour verdicts and headings with terminal codes. */
  readonly colour: boolean;
}

const COLOURS: Readonly<Record<string, number>> = {
  supported: 32,
  contradicted: 31,
  partly: 33,
  outdated: 33,
  disputed: 35,
};

/** Breaks text at spaces; later lines are indented. */
function wrap(text: string, width: number, first: string, rest: string): string {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of printable(text).split(/\s+/)) {
    if (!empty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = rest;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line].join('\n');
}

/** The brief for a terminal. */
export function toText(blocks: readonly Block[], { width, colour }: TextStyle): string {
  const paint = (code: number, text: string) => (colour ? `\u001B[${code}m${text}\u001B[0m` : text);
  const text = blocks.map((block) => {
    switch (block.kind) {
      case 'title':
        return paint(1, wrap(block.text, width, '', ''));
      case 'heading':
        return `\n${paint(1, block.text.toUpperCase())}`;
      case 'annex':
        return `\n\n${paint(1, block.text.toUpperCase())}`;
      case 'paragraph':
        return wrap(block.text, width, '', '');
      case 'list':
        return block.items.map((item) => wrap(item, width, '  • ', '    ')).join('\n');
      case 'claim': {
        const verdict = paint(COLOURS[block.verdict] ?? 2, block.verdict);
        const quote = wrap(`“${block.quote}”`, width, '     ', '     ');
        return [
          `\n${String(block.number).padStart(3)}  ${verdict}`,
          quote,
          ...block.lines.map((line) => wrap(line, width, '     - ', '       ')),
        ].join('\n');
      }
    }
  });
  return text.join('\n');
}

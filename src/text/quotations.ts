import type { Quotation } from './tree.ts';

const CLOSING: Record<string, string> = { '“': '”', '«': '»', '„': '“' };

/**
 * The quotations of a text, paragraph by paragraph. A mark that is opened and not closed runs to the end of its
 * paragraph; where the next paragraph opens with the same mark, as newspapers do, the quotation goes on there.
 */
export function quotationsIn(text: string): readonly Quotation[] {
  const quotations: Quotation[] = [];
  for (const line of text.matchAll(/[^\r\n\u2028\u2029]+/g)) {
    const end = line.index + line[0].length;
    let open: { start: number; closing: string } | undefined;
    for (const mark of line[0].matchAll(/["“”«»„]/g)) {
      const at = line.index + mark.index;
      if (open === undefined) {
        const closing = mark[0] === '"' ? '"' : CLOSING[mark[0]];
        if (closing !== undefined) open = { start: at, closing };
      } else if (mark[0] === open.closing || (open.closing === '”' && mark[0] === '"')) {
        quotations.push({ start: open.start, end: at + 1, closed: true });
        open = undefined;
      }
    }
    if (open !== undefined) quotations.push({ start: open.start, end, closed: false });
  }
  return quotations;
}

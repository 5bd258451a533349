/** A block of the brief, the same for the terminal, Markdown and HTML. */
export type Block =
  | { readonly kind: 'title' | 'heading' | 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** What follows is an annex, on a new page where there are pages. */
  | { readonly kind: 'annex'; readonly text: string }
  | {
      readonly kind: 'claim';
      readonly number: number;
      readonly verdict: string;
      readonly quote: string;
      readonly lines: readonly string[];
    };

/** The heading of the list of sources, which pages set smaller. */
export const SOURCES = 'Sources';

export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

/** A heading with its items; nothing where there are none. */
export const section = (text: string, items: readonly string[]): readonly Block[] =>
  items.length === 0
    ? []
    : [
        { kind: 'heading', text },
        { kind: 'list', items },
      ];

/** The first things as items, and how many are left for the annex. */
export function firstOf<T>(
  things: readonly T[],
  most: number,
  item: (thing: T) => string,
): readonly string[] {
  const shown = things.length <= most + 1 ? things : things.slice(0, most);
  const left = things.length - shown.length;
  return left === 0 ? things.map(item) : [...shown.map(item), `and ${left} more, with --annex.`];
}

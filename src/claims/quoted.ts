import type { Quotation, Span } from '../text/tree.ts';

/**
 * The first quotation that a stretch touches, by halving: quotations stand in order and do not overlap, and a long text
 * has many.
 */
export function quotationTouching(
  quotations: readonly Quotation[],
  { start, end }: Span,
): Quotation | undefined {
  let [low, high] = [0, quotations.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (quotations[middle]!.end <= start) low = middle + 1;
    else high = middle;
  }
  const found = quotations[low];
  return found !== undefined && found.start < end ? found : undefined;
}

/** The quotation that a stretch stands in, whole. */
export function quotationAround(quotations: readonly Quotation[], span: Span): Quotation | undefined {
  const found = quotationTouching(quotations, span);
  return found !== undefined && found.start <= span.start && span.end <= found.end ? found : undefined;
}

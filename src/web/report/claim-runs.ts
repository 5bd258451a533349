/** A stretch of text and the claims that it belongs to. */
export interface Run {
  readonly start: number;
  readonly end: number;
  /** Ids of the claims whose span covers the stretch; none where nothing is claimed. */
  readonly claims: readonly string[];
  /** Ids of the claims whose span begins here. */
  readonly begins: readonly string[];
}

interface Spanned {
  readonly id: string;
  readonly span: { readonly start: number; readonly end: number };
}

/** A text cut at every end of a claim, so that claims that overlap lie flat, one stretch after the other. */
export function claimRuns(length: number, claims: readonly Spanned[]): readonly Run[] {
  const within = (place: number) => Math.min(length, Math.max(0, place));
  const cuts = new Set([0, length]);
  for (const { span } of claims) cuts.add(within(span.start)).add(within(span.end));
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(0, -1).map((start, index) => {
    const end = places[index + 1]!;
    return {
      start,
      end,
      claims: claims.filter(({ span }) => span.start <= start && span.end >= end).map(({ id }) => id),
      begins: claims
        .filter(({ span }) => within(span.start) === start && span.end > start)
        .map(({ id }) => id),
    };
  });
}

import type { Brief } from './brief.ts';

/** Ratings of schema.org ClaimReview go from 1 (false) to 5 (true); undecided claims get none. */
const RATING: Readonly<Record<string, number>> = { supported: 5, partly: 3, outdated: 2, contradicted: 1 };

/** The checked claims as schema.org ClaimReview objects (JSON-LD), for search engines and fact-checking exchanges. */
export function toJsonLd({ claims, reports, asOf }: Brief): object {
  const byId = new Map(reports.map((report) => [report.id, report]));
  return {
    '@context': 'https://schema.org',
    '@graph': claims
      .filter(({ check }) => check.verdict !== 'not-checkable')
      .map(({ id, quote, speaker, report, check }) => ({
        '@type': 'ClaimReview',
        identifier: id,
        datePublished: asOf.asOf,
        claimReviewed: quote,
        itemReviewed: {
          '@type': 'Claim',
          author:
            speaker.person === undefined
              ? { '@type': 'Organization', name: speaker.org ?? speaker.actor }
              : { '@type': 'Person', name: speaker.person },
          appearance: { '@type': 'CreativeWork', name: byId.get(report)?.title },
        },
        reviewRating: {
          '@type': 'Rating',
          alternateName: check.verdict,
          ...(RATING[check.verdict] === undefined
            ? {}
            : { ratingValue: RATING[check.verdict], bestRating: 5, worstRating: 1 }),
        },
        reviewBody: check.note,
        citation: check.because.map(({ source }) => source),
        author: { '@type': 'Organization', name: 'Firstmove' },
      })),
  };
}

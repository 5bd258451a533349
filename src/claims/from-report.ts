import type { Report } from '../report/report.ts';
import type { TextTree } from '../text/tree.ts';
import type { Claim } from './claim.ts';
import type { Signals } from './confidence.ts';
import type { Lexicon } from './lexicon.ts';
import { networkDrafts } from './network-drafts.ts';
import { sentenceReadings } from './sentence-readings.ts';

/**
 * The claims of a report, in the order of its text: one for each act and actor that the words assert, threaten, offer,
 * demand, weigh or deny.
 *
 * @param tree the report's text as a tree of sentences and dependencies.
 * @param lexicon the words of the stand-off.
 */
export function claimsFromReport(report: Report, tree: TextTree, lexicon: Lexicon): readonly Claim[] {
  return claimsWithSignals(report, tree, lexicon).map(({ claim }) => claim);
}

/** The claims of a report with what their confidence was judged by, for fitting it. */
export function claimsWithSignals(
  report: Report,
  tree: TextTree,
  lexicon: Lexicon,
): readonly { readonly claim: Claim; readonly signals: Signals }[] {
  const sentences = sentenceReadings(report, tree, lexicon);
  const drafts =
    lexicon.network === undefined
      ? sentences.flatMap((sentence) => sentence.drafts)
      : networkDrafts(sentences, lexicon.network);
  return drafts.map(({ claim, signals = [] }, index) => ({
    signals,
    claim: {
      id: `${report.id}-c${index + 1}`,
      report: report.id,
      ...claim,
      quote: tree.text.slice(claim.span.start, claim.span.end),
    },
  }));
}

import type { Report } from '../report/report.ts';
import type { TextTree } from '../text/tree.ts';
import type { Claim } from './claim.ts';
import type { Signals } from './confidence.ts';
import type { Lexicon } from './lexicon.ts';
import { networkDrafts } from './network-drafts.ts';
import { sentenceReadings } from './sentence-readings.ts';

/**
 * Claims that the reader is less sure of are told only to who asks for them: four in five are wrong. Chosen on the
 * development part of the gold set, where F1 is highest so (docs/reader.md).
 */
export const SURE_ENOUGH = 0.3;

/**
 * The claims of a report, in the order of its text: one for each act and actor that the words assert, threaten, offer,
 * demand, weigh or deny.
 *
 * @param tree the report's text as a tree of sentences and dependencies.
 * @param lexicon the words of the stand-off.
 * @param least how sure of a claim the reader must be, from 0 to 1.
 */
export function claimsFromReport(
  report: Report,
  tree: TextTree,
  lexicon: Lexicon,
  least: number = SURE_ENOUGH,
): readonly Claim[] {
  return claimsWithSignals(report, tree, lexicon)
    .filter(({ claim }) => claim.confidence >= least)
    .map(({ claim }, index) => ({ ...claim, id: `${report.id}-c${index + 1}` }));
}

/** The claims of a report, however sure, with what their confidence was judged by, for fitting it. */
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

import { claimsFromReport, knownNames } from '../claims/index.ts';
import { type BulletinEvidence, evidenceForClaim, type Ledger } from '../ledger/index.ts';
import { reportFromText } from '../report/index.ts';
import { readAnalyser } from '../store/analyser-weights.ts';
import { readLexicon } from '../store/reader-lexicon.ts';
import { readBulletins } from './read-bulletin.ts';

/** What bulletins say of the tests that a statement claims; empty where it claims none on a day and at a place. */
export async function evidenceForStatement(
  statement: string,
  asOf: string,
  bulletins: readonly string[],
  ledger: Ledger,
  files: ReadonlyMap<string, string>,
): Promise<readonly BulletinEvidence[]> {
  const { screened, sites } = await readBulletins(bulletins);
  const lexicon = readLexicon(files);
  const report = reportFromText(statement, { source: 'statement', publishedAt: asOf });
  const tree = readAnalyser().read(report.text, knownNames(lexicon));
  return claimsFromReport(report, tree, lexicon).flatMap((claim) => {
    const evidence = evidenceForClaim(ledger, claim, statement, asOf, screened, sites);
    return evidence === undefined ? [] : [evidence];
  });
}

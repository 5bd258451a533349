// Reads the gold reports with the built reader, and shows what it missed and invented.
import { join } from 'node:path';
import { root } from '../setup.mjs';

const built = (path) => import(join(root, 'dist', path));

/** Every report with its tree and the claims that the reader finds. */
export async function readReports(reports) {
  const { claimsWithSignals, knownNames } = await built('claims/index.js');
  const { reportFromText } = await built('report/index.js');
  const { readAnalyser } = await built('store/analyser-weights.js');
  const { readLexicon } = await built('store/reader-lexicon.js');
  const { boxFolder, readStandoffFiles } = await built('store/standoff-files.js');
  const lexicon = readLexicon(readStandoffFiles(boxFolder));
  const analyser = readAnalyser();
  return reports.map((report) => {
    const read = reportFromText(report.text, { publishedAt: report.published });
    const tree = analyser.read(read.text, knownNames(lexicon));
    const found = claimsWithSignals(read, tree, lexicon);
    return {
      report,
      tree,
      claims: found.map(({ claim }) => claim),
      signals: found.map(({ signals }) => signals),
    };
  });
}

const sign = (polarity) => (polarity === 'negative' ? '-' : '+');

const show = ({ speaker, act, actor, modality, polarity, condition }) =>
  `${speaker.actor} | ${act} ${actor} | ${modality}${sign(polarity)}` +
  (condition === undefined
    ? ''
    : ` | ${condition.relation} ${condition.act} ${condition.actor} ${sign(condition.polarity)}`);

/** What was missed, invented, or right only in act and actor, sentence by sentence. */
export function errorLines(results) {
  const lines = [];
  for (const { report, tree, read, gold, lenient } of results) {
    lines.push(`\n## ${report.name}`);
    const add = (span, line) => lines.push({ at: span.start, line });
    const from = lines.length;
    for (const claim of lenient.missed) add(claim.span, `  MISSED   ${show(claim)}`);
    for (const claim of lenient.invented) add(claim.span, `  INVENTED ${show(claim)}`);
    for (const { i, j, full, fields } of lenient.pairs) {
      if (full) continue;
      const wrong = Object.keys(fields).filter((field) => !fields[field]);
      add(gold[j].span, `  WRONG    ${show(gold[j])}  READ  ${show(read[i])}  (${wrong.join(', ')})`);
    }
    const found = lines.splice(from).sort((a, b) => a.at - b.at);
    let shown = -1;
    for (const { at, line } of found) {
      const sentence = tree.sentences.find(({ start, end }) => start <= at && at < end);
      if (sentence !== undefined && sentence.start !== shown) {
        lines.push(` “${tree.text.slice(sentence.start, sentence.end)}”`);
        shown = sentence.start;
      }
      lines.push(line);
    }
  }
  return lines;
}

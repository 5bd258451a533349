// What the reader claims of text that is about something else: node bench/unrelated-text.mjs PATH/treebank.conllu [--list]
// Paragraph by paragraph the sentences of a Universal Dependencies treebank are read as reports. News among them does
// speak of wars and sanctions; what fires in the rest shows which wordings are too wide.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, root } from '../scripts/setup.mjs';

const [path, list] = process.argv.slice(2);
if (path === undefined || !existsSync(path)) {
  console.error('give the path of a .conllu file, such as UD English PUD’s en_pud-ud-test.conllu');
  process.exit(2);
}
build();
const built = (file) => import(join(root, 'dist', file));
const { claimsFromReport, knownNames } = await built('claims/index.js');
const { reportFromText } = await built('report/index.js');
const { readAnalyser } = await built('store/analyser-weights.js');
const { readLexicon } = await built('store/reader-lexicon.js');
const { boxFolder, readStandoffFiles } = await built('store/standoff-files.js');
const lexicon = readLexicon(readStandoffFiles(boxFolder));
const analyser = readAnalyser();

const reports = [];
let words = 0;
for (const block of readFileSync(path, 'utf8').split('\n\n')) {
  const text = /^# text = (.*)$/m.exec(block)?.[1];
  if (text === undefined) continue;
  if (/^# newdoc/m.test(block) || reports.length === 0) reports.push([]);
  reports.at(-1).push(text);
  words += text.split(/\s+/).length;
}
const counts = new Map();
let all = 0;
for (const sentences of reports) {
  const report = reportFromText(sentences.join('\n'), {});
  const tree = analyser.read(report.text, knownNames(lexicon));
  for (const { act, actor, modality, quote, confidence } of claimsFromReport(report, tree, lexicon)) {
    all += 1;
    counts.set(act, (counts.get(act) ?? 0) + 1);
    if (list === '--list')
      console.log(`${act} ${actor} ${modality} ${confidence}  ${quote.replace(/\s+/g, ' ')}`);
  }
}
for (const [act, count] of [...counts].sort((a, b) => b[1] - a[1]))
  console.log(`${String(count).padStart(5)}  ${act}`);
console.log(`${all} claims in ${words} words, ${((1000 * all) / words).toFixed(2)} a thousand`);

import { parentPort, workerData } from 'node:worker_threads';
import { claimsFromReport, knownNames } from '../claims/index.ts';
import type { Report } from '../report/index.ts';
import { openBox } from '../store/standoff-box.ts';

const { analyser, lexicon } = openBox((workerData as { readonly standoff?: string }).standoff);
const names = knownNames(lexicon);

parentPort!.on('message', (report: Report) => {
  try {
    const tree = analyser.read(report.text, names);
    const claims = claimsFromReport(report, tree, lexicon);
    const sentences = tree.sentences.map(({ start, end }) => ({ start, end }));
    parentPort!.postMessage({ id: report.id, claims, sentences });
  } catch (error) {
    parentPort!.postMessage({ id: report.id, fault: error instanceof Error ? error.message : String(error) });
  }
});

// `node bench/reader-size.mjs [MB...]`: how time and memory of the reader grow with the length of a report.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { claimsFromReport, knownNames } from '../dist/claims/index.js';
import { reportFromText } from '../dist/report/index.js';
import { openBox } from '../dist/store/standoff-box.js';

const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [0.1, 1];
const { analyser, lexicon } = openBox();
const story = readFileSync(
  join(import.meta.dirname, '../standoffs/nuclear-testing/reports/wire-story.txt'),
  'utf8',
);
const kinds = {
  'wire stories': (length) => story.repeat(Math.ceil(length / story.length)),
  'one sentence without end': (length) =>
    'Russia will test if the United States tests and China said that '.repeat(Math.ceil(length / 64)),
};
for (const [kind, make] of Object.entries(kinds)) {
  let before;
  for (const size of sizes) {
    const report = reportFromText(make(size * 1e6));
    const start = performance.now();
    const tree = analyser.read(report.text, knownNames(lexicon));
    const claims = claimsFromReport(report, tree, lexicon);
    const seconds = (performance.now() - start) / 1000;
    const growth =
      before === undefined
        ? ''
        : `, ${(seconds / before.seconds).toFixed(1)} times the time for ${(size / before.size).toFixed(0)} times the text`;
    console.log(
      `${kind}, ${size} MB: ${seconds.toFixed(1)} s, ${claims.length} claims, ${Math.round(process.memoryUsage().rss / 1e6)} MB${growth}`,
    );
    before = { seconds, size };
  }
}

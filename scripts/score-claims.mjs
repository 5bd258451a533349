// Scores the reader on the gold set: node scripts/score-claims.mjs [--split development|test] [--batch a] [--errors] [--min-confidence N]
// --second scores, in the reader's place, a second annotator on the reports that two have annotated: what the words allow.
// --errors lists what was missed and invented; it is refused on the test split, which nobody develops on.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readGold, readSecond } from './score-claims/gold.mjs';
import { matchClaims, sentenceOf } from './score-claims/match.mjs';
import { errorLines, readReports } from './score-claims/reader.mjs';
import {
  actTable,
  batchTable,
  conditionTable,
  confusionTable,
  fieldTable,
  phenomenonTable,
  scoreTable,
} from './score-claims/tables.mjs';
import { build, root } from './setup.mjs';

const { values: options } = parseArgs({
  options: {
    split: { type: 'string' },
    batch: { type: 'string' },
    errors: { type: 'boolean', default: false },
    'min-confidence': { type: 'string' },
    second: { type: 'boolean', default: false },
  },
});
if (options.errors && options.split !== 'development') {
  console.error('--errors needs --split development: the mistakes on the test split are not to be looked at');
  process.exit(2);
}

build();
const { SURE_ENOUGH } = await import('../dist/claims/index.js');
const least = Number(options['min-confidence'] ?? SURE_ENOUGH);
const print = (title, lines) => console.log(`\n${title}\n${lines.join('\n')}`);

const splits = ['development', 'test'];
for (const split of options.split === undefined ? splits : [options.split]) {
  const all = readGold(join(root, 'tests/gold', split));
  const second = options.second ? readSecond(join(root, 'tests/gold/second'), all) : undefined;
  const reports = all.filter(
    ({ name, batch }) =>
      (options.batch === undefined || batch.startsWith(options.batch)) && second?.has(name) !== false,
  );
  const results = (await readReports(reports)).map(({ report, tree, claims }) => {
    const read = second?.get(report.name) ?? claims.filter(({ confidence }) => confidence >= least);
    const gold = report.claims;
    const sentences = tree.sentences;
    const [withGold, withRead] = [gold, read].map((list) => {
      const kept = list.filter(({ condition }) => condition !== undefined);
      return new Set(kept.map(({ span }) => sentenceOf(span, sentences).start));
    });
    return {
      report,
      tree,
      read,
      gold,
      lenient: matchClaims(read, gold, sentences, true),
      strict: matchClaims(read, gold, sentences, false),
      traits: gold.map((claim) => traitsOf(claim, tree, gold)),
      sentencesRead: withRead.size,
      sentencesGold: withGold.size,
      sentencesWithBoth: [...withRead].filter((start) => withGold.has(start)).length,
    };
  });
  console.log(`\n== ${split}: ${reports.length} reports ==`);
  print('Score (per cent)', scoreTable(results));
  print('By batch', batchTable(results));
  print('Conditions', conditionTable(results));
  print('Fields right, of claims whose act and actor are right', fieldTable(results));
  print('Recall by phenomenon', phenomenonTable(results));
  print('By act', actTable(results));
  print('Confusions', [
    ...confusionTable(results, 'modality', ({ modality }) => modality),
    ...confusionTable(results, 'speaker', ({ speaker }) => speaker.actor),
    ...confusionTable(results, 'polarity', ({ polarity }) => polarity),
    ...confusionTable(results, 'condition', ({ condition }) =>
      condition === undefined ? 'none' : `${condition.actor} ${condition.polarity}`,
    ),
  ]);
  if (options.errors) console.log(errorLines(results).join('\n'));
}

/** What makes an annotated claim easy or hard: where it stands, who speaks, how it is meant. */
function traitsOf(claim, tree, gold) {
  const { span, speaker, polarity, modality, condition } = claim;
  const place = tree.sentences.find(({ start, end }) => start < span.end && span.start < end)?.place;
  const quoted = tree.quotations.some(({ start, end }) => start < span.end && span.start < end);
  const shared =
    gold.filter((other) => other.span.start === span.start && other.act === claim.act).length > 1;
  return [
    `place: ${place}`,
    `modality: ${modality}`,
    polarity === 'negative' ? 'polarity: negative' : 'polarity: positive',
    speaker.actor === 'press' ? 'source: the reporter' : quoted ? 'source: quotation' : 'source: reported',
    ...(condition === undefined ? [] : [`condition: ${condition.relation}`]),
    ...(shared ? ['several actors'] : []),
  ];
}

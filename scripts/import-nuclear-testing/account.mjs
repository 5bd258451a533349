// The account of an import, as a page of the docs.

const table = (head, rows) =>
  [
    `| ${head.join(' | ')} |`,
    `|${' --- |'.repeat(head.length)}`,
    ...rows.map((row) => `| ${row.join(' | ')} |`),
  ].join('\n');

export function accountOf({ tables, corrections }) {
  const corrected = [...corrections.values()];
  const rowsOf = (file) =>
    corrected.filter((row) => row.file === file).reduce((sum, { rows }) => sum + rows, 0);
  return `# Where the ledger's rows come from

Written by \`node scripts/import-nuclear-testing.mjs FOLDER\`; do not edit by hand. A second run changes nothing. Treaty
status was collected until 22 August 2026, statements and tests until 22 May 2026: after these days silence means "not in
the ledger", never "did not happen".

${table(
  ['file of the data', 'rows in', 'rows kept', 'rows corrected or marked', 'goes to', 'remarks'],
  tables.map(({ file, rowsIn, kept, to, note }) => [file, rowsIn, kept, rowsOf(file), to, note]),
)}

The folders \`seismic/\` and \`treebanks/\` of the data belong to the seismic stage and to the text analyser.

## Corrections
A value that was blanked or turned stays in the column \`original\` of its row.

${table(
  ['file', 'rows', 'what', 'why'],
  corrected.map(({ file, rows, what, why }) => [file, rows, what, why]),
)}

## Added by us
North Korea's announcement of 10 January 2003 that it leaves the NPT, the signatures of SALT II and START II and
Russia's exit from the latter (no gathered file held them), and the days of INF, START I and the end of the ABM Treaty,
which the data gave as unverified: each row names the page that was read.

## Disagreements kept
Published totals that differ from the list stand in \`published-counts.csv\`, estimates of single tests in
\`estimates.csv\`, other days for a treaty act in the column \`otherDates\` of \`treaty-acts.csv\` and in the timeline.
The rules that choose what is shown are named in \`ledger.yaml\` and printed with every answer that used one.

## Licences
The test list copies SIPRI/FOI 2000 and the Oklahoma catalogue through a repository under MIT; stockpiles follow FAS and
Our World in Data (CC BY) and SIPRI's published totals; persons follow Wikidata (CC0); treaty acts follow the UNODA
database as collected by survivalscores.org (facts only, no licence stated by the UN); for the 1963 treaty the dates come
from IEADB and GGO by way of a repository under AGPL-3, of which facts only were taken. Each row names its source.
`;
}

// Published counts that the ledger must reproduce without being made from them: they go to the tests, not to the ledger.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

export function importTables({ read, account, code }, perYear, tests) {
  const checkpoints = read('ctbt_count_checkpoints.csv');
  const lines = checkpoints.map((row) =>
    [
      row.as_of,
      row.published_signed,
      row.published_ratified,
      row.published_annex2_ratified,
      row.published_annex2_signed,
      row.agrees,
      row.source,
    ].join(','),
  );
  writeFileSync(
    join(tests, 'ctbt-counts.csv'),
    `asOf,signed,ratified,annex2Ratified,annex2Signed,agrees,source\n${lines.join('\n')}\n`,
  );
  account(
    'ctbt_count_checkpoints.csv',
    checkpoints.length,
    checkpoints.length,
    'tests/ctbt-counts.csv',
    'an independent test, no fact of the ledger',
  );

  // One line a state: the years with tests and how many, as published.
  const states = [...new Set(perYear.map(({ state }) => state))];
  const counts = states.map((state) => {
    const years = perYear
      .filter((row) => row.state === state && row.tests_aca !== '0')
      .map((row) => `${row.year}:${row.tests_aca}`);
    return `${code(state, 'tests_per_year_check.csv')},${years.join(' ')}`;
  });
  writeFileSync(join(tests, 'tests-per-year.csv'), `state,published\n${counts.join('\n')}\n`);
}

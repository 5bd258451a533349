// Treaty acts: multilateral acts, the 1963 treaty and the bilateral acts in one table, with two times each.
import { ADDED_ACTS, TREATY_DAYS } from './additions.mjs';

/** The day from which the source showed an act, by `treaty|state|day`: what was collected daily since October 2023. */
function observedDays(changes) {
  const observed = new Map();
  for (const change of changes.filter(({ kind }) => kind === 'substantive')) {
    const before = change.before_dates.match(/\d{4}-\d{2}-\d{2}/g) ?? [];
    for (const day of change.after_dates.match(/\d{4}-\d{2}-\d{2}/g) ?? []) {
      if (!before.includes(day)) observed.set(`${change.treaty}|${change.state}|${day}`, change.observed_on);
    }
  }
  return observed;
}

/** Ways of consenting to be bound that the status table calls ratification. */
const CONSENT = ['accession', 'succession'];

const COLLECTED_SINCE = '2023-10-25';

function multilateralActs(tables) {
  const { read, account, code, date, correct } = tables;
  const changes = read('treaty_status_changes_observed.csv');
  const observed = observedDays(changes);
  const list = read('treaty_actions.csv');
  let seen = 0;
  const acts = list.map((row) => {
    const where = `treaty_actions.csv ${row.treaty} ${row.state}`;
    // An old act that the collector first saw years later was on record long before.
    const recorded =
      row.date >= COLLECTED_SINCE ? (observed.get(`${row.treaty}|${row.state}|${row.date}`) ?? '') : '';
    if (recorded !== '') seen++;
    const state = code(row.iso2, where);
    const single = state === 'TON' && row.date === '2026-07-07';
    if (single)
      correct(
        'treaty_actions.csv',
        'doubt noted',
        'Tonga, 7 July 2026: one source only, no second was found',
      );
    return {
      treaty: row.treaty,
      state,
      act: row.action.replaceAll('_', '-'),
      date: date(row.date, where),
      recorded,
      note: single ? 'on one source only: the collected copy of the UNODA database' : '',
      otherDates: '',
      basis: row.basis,
      source: row.source,
    };
  });
  account('treaty_actions.csv', list.length, acts.length, 'treaty-acts.csv');
  account(
    'treaty_status_changes_observed.csv',
    changes.length,
    seen,
    'treaty-acts.csv, column recorded',
    'only changes of substance give a recorded day; repairs of the collector and jumps between depositaries are no acts',
  );
  return acts;
}

function partialTestBanActs({ read, account, date, correct }) {
  const file = 'ptbt_status.csv';
  const list = read(file);
  const acts = list.flatMap((row) => {
    const state = row.iso3 === 'COG' && /DR Congo|Kinshasa|COD/.test(row.note) ? 'COD' : row.iso3;
    if (state !== row.iso3) correct(file, `${row.iso3} to ${state}`, 'the source codes DR Congo as COG');
    const doubt = row.check === 'agree' ? '' : `two data sets compared: ${row.check.replaceAll('_', ' ')}`;
    if (row.check === 'agree_after_day_month_swap') {
      correct(file, 'day kept against the other set', 'the other set has day and month swapped');
    }
    // An act that the depositaries do not count keeps its row under a name of its own.
    const unrecognised = row.status === 'party_unrecognised' ? 'unrecognised-' : '';
    if (unrecognised) correct(file, `${state}: act marked as not counted`, row.note);
    const differ = row.check === 'differ';
    if (differ)
      correct(
        file,
        'both days kept',
        'the two data sets differ; the first decides, as it matches the published 125 parties',
      );
    const act = (kind, day, other) => ({
      treaty: 'ptbt',
      state,
      act: `${unrecognised}${kind}`,
      date: date(day, `${file} ${row.iso3}`),
      recorded: '',
      note: [row.note, doubt].filter(Boolean).join('; '),
      otherDates: differ && other !== '' && other !== day ? `${other} (GGO)` : '',
      basis: row.check === 'unverified' ? 'general knowledge, unverified' : 'dataset',
      source: row.source,
    });
    return [
      ...(row.signature ? [act('signature', row.signature, row.ggo_signature)] : []),
      ...(row.deposit
        ? [act(row.method.replaceAll('_', '-') || 'ratification', row.deposit, row.ggo_deposit)]
        : []),
    ];
  });
  account(
    file,
    list.length,
    list.length,
    'treaty-acts.csv',
    `${acts.length} acts: signature and deposit are a row each`,
  );
  return acts;
}

function bilateralActs({ read, account, code, date, correct }) {
  const file = 'bilateral_treaty_actions.csv';
  const list = read(file);
  const acts = list.flatMap((row) => {
    const better =
      TREATY_DAYS.find(
        ({ treaty, day }) => treaty === row.treaty && day.startsWith(row.date) && row.basis !== 'page_read',
      ) ??
      TREATY_DAYS.find(
        ({ treaty, day }) => treaty === row.treaty && day.startsWith(row.date) && day !== row.date,
      );
    if (better !== undefined)
      correct(file, `${row.treaty}: ${row.date} confirmed as ${better.day}`, `read at ${better.source}`);
    return row.party.split(';').map((party) => ({
      treaty: row.treaty,
      state: code(party.trim(), file),
      act: row.action.replaceAll('_', '-'),
      date: date(better?.day ?? row.date, file),
      recorded: '',
      note: row.note === 'day unverified' && better ? '' : row.note,
      otherDates: '',
      basis: better === undefined ? row.basis : 'page_read',
      source: better?.source ?? row.source,
    }));
  });
  account(file, list.length, list.length, 'treaty-acts.csv');
  return acts;
}

export function importTreaties(tables) {
  const { read, write, account, code, date, problems, correct } = tables;
  const acts = [
    ...multilateralActs(tables),
    ...partialTestBanActs(tables),
    ...bilateralActs(tables),
    ...ADDED_ACTS,
  ];
  write(
    'treaty-acts.csv',
    ['treaty', 'state', 'act', 'date', 'recorded', 'note', 'otherDates', 'basis', 'source'],
    acts,
  );

  const treaties = read('treaties.csv').map((row) => {
    const ended = TREATY_DAYS.find(
      ({ treaty, day }) =>
        treaty === row.treaty && row.ended !== '' && day.startsWith(row.ended) && day !== row.ended,
    );
    const confirmed = TREATY_DAYS.find(({ treaty }) => treaty === row.treaty);
    if (ended)
      correct('treaties.csv', `${row.treaty}: end ${row.ended} to ${ended.day}`, `read at ${ended.source}`);
    return {
      treaty: row.treaty,
      title: row.title,
      kind: row.kind,
      opened: date(row.opened_or_signed, 'treaties.csv'),
      inForce: date(row.entry_into_force, 'treaties.csv'),
      ended: date(ended?.day ?? row.ended, 'treaties.csv'),
      otherInForce:
        row.date_basis === 'dataset_disputed'
          ? (/other sources give ([\d-]+)/.exec(row.entry_or_end_rule)?.[1] ?? '')
          : '',
      status: row.status,
      rule: row.entry_or_end_rule.replace(/\(year.*?general knowledge\)/, '').trim(),
      source: confirmed && row.date_basis !== 'page_read' ? `${row.source}; ${confirmed.source}` : row.source,
      basis: confirmed ? 'page_read' : row.date_basis,
    };
  });
  write('treaties.csv', Object.keys(treaties[0]), treaties);
  account('treaties.csv', treaties.length, treaties.length, 'treaties.csv');

  const ctbt = read('ctbt_status.csv');
  for (const row of ctbt) {
    const state = code(row.iso2, 'ctbt_status.csv');
    for (const [act, day] of [
      ['signature', row.signature],
      ['ratification', row.ratification],
      ['ratification-withdrawn', row.ratification_withdrawn],
    ]) {
      const found =
        acts.find(
          (other) =>
            other.treaty === 'ctbt' &&
            other.state === state &&
            (other.act === act || (act === 'ratification' && CONSENT.includes(other.act))),
        )?.date ?? '';
      if (found !== day)
        problems.push(`ctbt_status.csv ${state}: ${act} "${day}", but treaty_actions.csv has "${found}"`);
    }
  }
  const annex = ctbt.filter((row) => row.annex2 === 'yes');
  write(
    'annex-2.csv',
    ['treaty', 'state', 'source'],
    annex.map((row) => ({ treaty: 'ctbt', state: code(row.iso2, 'ctbt_status.csv'), source: row.source })),
  );
  account(
    'ctbt_status.csv',
    ctbt.length,
    annex.length,
    'annex-2.csv',
    'every date checked against treaty_actions.csv; status itself is computed, never stored',
  );
}

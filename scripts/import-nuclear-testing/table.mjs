// Reading and writing of the tables: codes, dates, the account of what was kept and corrected.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import countries from 'i18n-iso-countries';

const DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/;
const EXTRA_CODES = { SU: 'SUN', UK: 'GBR', XK: 'XKX' };
const cell = (value) => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

/** The account of one run: what each file gave, what was corrected and why, what could not be taken. */
export function importOf(folder, target) {
  const tables = [];
  const corrections = new Map();
  const problems = [];

  return {
    tables,
    corrections,
    problems,

    read: (name) =>
      parse(readFileSync(join(folder, name), 'utf8'), { columns: true, skip_empty_lines: true }),

    /** ISO 3166-1 alpha-3 of the data's alpha-2; what is no state (UN, CTBTO, EU) keeps its name. */
    code(alpha2, where) {
      if (alpha2 === '' || /^[A-Z]{3,}$/.test(alpha2) || ['UN', 'EU'].includes(alpha2)) return alpha2;
      const found = EXTRA_CODES[alpha2] ?? countries.alpha2ToAlpha3(alpha2);
      if (found === undefined) problems.push(`${where}: no state has the code "${alpha2}"`);
      return found ?? alpha2;
    },

    date(value, where) {
      if (value !== '' && !DATE.test(value)) problems.push(`${where}: "${value}" is no date`);
      return value;
    },

    number(value, where) {
      if (value !== '' && !Number.isFinite(Number(value))) problems.push(`${where}: "${value}" is no number`);
      return value;
    },

    /** Notes that a row of a file was corrected. */
    correct(file, what, why) {
      const key = `${file}|${what}|${why}`;
      corrections.set(key, { file, what, why, rows: (corrections.get(key)?.rows ?? 0) + 1 });
    },

    write(name, columns, rows) {
      const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))];
      writeFileSync(
        join(target, name),
        `${lines.map((line) => line.map(String).map(cell).join(',')).join('\n')}\n`,
      );
    },

    /** Accounts for one file of the data: where its rows went. */
    account: (file, rowsIn, kept, to, note = '') => tables.push({ file, rowsIn, kept, to, note }),
  };
}

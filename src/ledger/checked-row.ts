import { placeOf, type Row } from '../tables/index.ts';
import { isPartialDate, type PartialDate } from '../time/partial-date.ts';

/** Reads the cells of one table, and names file and line where one cannot be right. */
export interface CheckedTable {
  date(row: Row, column: string): PartialDate;
  /** A date that may be missing. */
  dateOrNone(row: Row, column: string): PartialDate | undefined;
  number(row: Row, column: string): number | undefined;
  /** A cell whose value must be one of those that another table knows. */
  one(row: Row, column: string, known: { has(key: string): boolean }, of: string): string;
  text(row: Row, column: string): string;
}

export function checkedTable(name: string): CheckedTable {
  const wrong = (row: Row, column: string, what: string): never => {
    throw new RangeError(`${placeOf(name, row)}: ${column} "${row[column] ?? ''}" ${what}`);
  };
  const text = (row: Row, column: string): string =>
    row[column] ?? wrong(row, column, 'is missing; add the column to the heading');
  return {
    text,
    date: (row, column) =>
      isPartialDate(text(row, column))
        ? row[column]!
        : wrong(row, column, 'is no date; write it as 2023, 2023-11 or 2023-11-02'),
    dateOrNone: (row, column) =>
      !row[column]
        ? undefined
        : isPartialDate(row[column])
          ? row[column]
          : wrong(row, column, 'is no date; write it as 2023, 2023-11 or 2023-11-02'),
    number: (row, column) => {
      if (!row[column]) return undefined;
      const value = Number(row[column]);
      return Number.isFinite(value) ? value : wrong(row, column, 'is no number');
    },
    one: (row, column, known, of) =>
      known.has(text(row, column))
        ? row[column]!
        : wrong(row, column, `is in no row of ${of}; add it there or mend it`),
  };
}

/** A property that is left out where it has no value. */
export const optional = <K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } =>
  (value === undefined || value === '' ? {} : { [key]: value }) as { readonly [P in K]?: V };

/** The parts of a cell that holds several values. */
export const parts = (cell: string | undefined): readonly string[] =>
  (cell ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');

import type { Statement } from '../ledger/index.ts';
import { rowsOf } from '../tables/index.ts';
import { parseFormula } from './formula-text.ts';
import type { Position, PositionKind } from './position.ts';

/** A reading of a statement of the ledger as a position; see positions.csv of the stand-off. */
export interface PositionRow {
  /** Id of the statement's fact. */
  readonly fact: string;
  readonly holder: string;
  readonly kind: PositionKind;
  readonly formula: string;
  readonly strength: number;
  /** How the words were read, and why so. */
  readonly reading: string;
}

/** The rows of a stand-off's positions.csv. @throws RangeError that names a line which cannot be read. */
export function positionRows(files: ReadonlyMap<string, string>): readonly PositionRow[] {
  return rowsOf(files, 'positions.csv').map((row) => ({
    fact: `statement:${row.statement}`,
    holder: row.holder!,
    kind: row.kind as PositionKind,
    formula: row.formula!,
    strength: Number(row.strength),
    reading: row.reading!,
  }));
}

/** Positions that the statements given show, oldest first; rows of other statements are left out. */
export function positionsOnRecord(
  rows: readonly PositionRow[],
  statements: readonly Statement[],
): readonly Position[] {
  const byId = new Map(statements.map((statement) => [statement.id, statement]));
  return rows
    .flatMap(({ fact, holder, kind, formula, strength }, index): Position[] => {
      const statement = byId.get(fact);
      return statement === undefined
        ? []
        : [
            {
              id: `r${index + 1}`,
              holder,
              kind,
              formula: parseFormula(formula),
              date: statement.date,
              strength,
              claims: [],
              facts: [fact],
            },
          ];
    })
    .sort((a, b) => (a.date! < b.date! ? -1 : a.date! > b.date! ? 1 : 0));
}

import {
  FormulaError,
  nearestName,
  optionsIn,
  POSITION_KINDS,
  type Position,
  type PositionKind,
  parseFormula,
  type Standoff,
} from '../model/index.ts';

/** An assumption that cannot be read: what was found, and what to write. */
export class AssumptionError extends Error {}

/**
 * A position that an analyst supposes, from "USA: USA.engage" or "RUS demand: USA.engage".
 * @throws AssumptionError in words for who wrote it.
 */
export function assumptionFrom(
  { parties, options }: Pick<Standoff, 'parties' | 'options'>,
  text: string,
  id: string,
): Position {
  const [, holder, kind = 'assumption', source] =
    /^\s*([^\s:]+)(?:\s+([a-z]+))?\s*:\s*(.+)$/s.exec(text) ?? [];
  if (holder === undefined || source === undefined)
    throw new AssumptionError(`“${text}” is no position; write it as “HOLDER: FORMULA”`);
  const known = (name: string, among: readonly string[], what: string): string => {
    if (among.includes(name)) return name;
    const near = nearestName(name, among);
    throw new AssumptionError(
      `the stand-off has no ${what} “${name}”${near === undefined ? `; it has ${among.join(', ') || 'none'}` : `; did you mean ${near}?`}`,
    );
  };
  if (!(POSITION_KINDS as readonly string[]).includes(kind))
    throw new AssumptionError(`“${kind}” is no kind of position; the kinds are ${POSITION_KINDS.join(', ')}`);
  try {
    const formula = parseFormula(source);
    const ids = options.map((option) => option.id);
    for (const name of optionsIn(formula)) known(name, ids, 'option');
    return {
      id,
      holder: known(
        holder,
        parties.map((party) => party.id),
        'party',
      ),
      kind: kind as PositionKind,
      formula,
      strength: 1,
      claims: [],
      facts: [],
    };
  } catch (error) {
    if (error instanceof FormulaError)
      throw new AssumptionError(`in “${source}”, column ${error.column}: ${error.message}`);
    throw error;
  }
}

import {
  FormulaError,
  nearestName,
  optionsIn,
  POSITION_KINDS,
  type Position,
  type PositionKind,
  parseFormula,
} from '../model/index.ts';
import type { Supposition } from './what-if.ts';

/** A supposition as a person writes it. */
export interface SuppositionText {
  /** `USA.engage=Y` */
  readonly set?: readonly string[];
  /** Ids of positions. */
  readonly drop?: readonly string[];
  /** `RUS: RUS.test if USA.test` or `RUS demand: USA.talk` */
  readonly add?: readonly string[];
}

/** What a supposition can name. */
export interface Supposable {
  readonly options: readonly string[];
  /** Options that an added position can speak of; the same where absent. */
  readonly speakable?: readonly string[];
  readonly positions: readonly string[];
  readonly holders: readonly string[];
}

/** A supposition that cannot be understood: in which part, and what to write instead. */
export class SuppositionError extends Error {
  readonly part: keyof SuppositionText;

  constructor(part: keyof SuppositionText, message: string) {
    super(message);
    this.part = part;
  }
}

/** So many names are listed in a message; more would hide it. */
const NAMES_LISTED = 40;

/** The name itself where it is known. @throws SuppositionError with the nearest name, or those there are. */
function known(part: keyof SuppositionText, name: string, among: readonly string[], what: string): string {
  if (among.includes(name)) return name;
  const near = nearestName(name, among);
  throw new SuppositionError(
    part,
    `the model has no ${what} "${name}"${near === undefined ? `; it has ${among.slice(0, NAMES_LISTED).join(', ') || 'none'}` : `; did you mean ${near}?`}`,
  );
}

function positionFrom(
  text: string,
  id: string,
  { options, speakable = options, holders }: Supposable,
): Position {
  const [, holder, kind = 'assumption', source] =
    /^\s*([^\s:]+)(?:\s+([a-z]+))?\s*:\s*(.+)$/s.exec(text) ?? [];
  if (holder === undefined || source === undefined)
    throw new SuppositionError(
      'add',
      `"${text}" is no position; write it as "HOLDER: FORMULA" or "HOLDER demand: FORMULA"`,
    );
  if (!(POSITION_KINDS as readonly string[]).includes(kind))
    throw new SuppositionError(
      'add',
      `"${kind}" is no kind of position; the kinds are ${POSITION_KINDS.join(', ')}`,
    );
  try {
    const formula = parseFormula(source);
    for (const name of optionsIn(formula)) known('add', name, speakable, 'option');
    return {
      id,
      holder: known('add', holder, holders, 'decision maker'),
      kind: kind as PositionKind,
      formula,
      strength: 1,
      claims: [],
      facts: [],
    };
  } catch (error) {
    if (error instanceof FormulaError)
      throw new SuppositionError('add', `in "${source}", column ${error.column}: ${error.message}`);
    throw error;
  }
}

/**
 * A supposition from its words; added positions get the ids `supposed-1`, `supposed-2` and so on.
 * @throws SuppositionError that says which part cannot be understood.
 */
export function suppositionFrom(
  { set = [], drop = [], add = [] }: SuppositionText,
  names: Supposable,
): Supposition {
  const added = add.map((text, index) => positionFrom(text, `supposed-${index + 1}`, names));
  const options = [...new Set([...names.options, ...added.flatMap(({ formula }) => optionsIn(formula))])];
  return {
    set: Object.fromEntries(
      set.map((text) => {
        const [, option, value] = /^\s*([^=\s]+)\s*=\s*([YNyn])\s*$/.exec(text) ?? [];
        if (option === undefined || value === undefined)
          throw new SuppositionError(
            'set',
            `"${text}" sets nothing; write it as ${options[0] ?? 'USA.engage'}=Y or =N`,
          );
        return [known('set', option, options, 'option'), value.toUpperCase() === 'Y'];
      }),
    ),
    drop: drop.map((id) => known('drop', id, names.positions, 'position')),
    add: added,
  };
}

import {
  type Supposition,
  SuppositionError,
  type SuppositionText,
  suppositionFrom,
} from '../analysis/index.ts';
import type { Standoff } from '../model/index.ts';
import type { PositionsBox } from '../store/standoff-box.ts';
import { Refusal } from './refusal.ts';

/** Names of the parameters that the parts of a supposition come in. */
const PARAMETERS = { set: 'set', drop: 'retract', add: 'add' } as const;

const NOTHING: Pick<Standoff, 'parties' | 'options' | 'positions'> = {
  parties: [],
  options: [],
  positions: [],
};

/**
 * A supposition about a stand-off. An added position may speak of any kind of option of any party that the ledger knows.
 * @throws Refusal 422 that says what it names that is not there.
 */
export function suppositionOn(
  standoff: Pick<Standoff, 'parties' | 'options' | 'positions'>,
  { ledger, kinds }: Pick<PositionsBox, 'ledger' | 'kinds'>,
  text: SuppositionText,
): Supposition {
  const holders = [...new Set([...standoff.parties.map(({ id }) => id), ...ledger.names.keys()])];
  const options = standoff.options.map(({ id }) => id);
  try {
    return suppositionFrom(text, {
      options,
      speakable: [...options, ...holders.flatMap((holder) => kinds.map(({ id }) => `${holder}.${id}`))],
      positions: standoff.positions.map(({ id }) => id),
      holders,
    });
  } catch (error) {
    if (error instanceof SuppositionError)
      throw new Refusal(422, `${PARAMETERS[error.part]}: ${error.message}`);
    throw error;
  }
}

/** Assumptions as positions that any stand-off can take. @throws Refusal 422 where one cannot be understood. */
export const assumedPositions = (box: Pick<PositionsBox, 'ledger' | 'kinds'>, formulas: readonly string[]) =>
  (suppositionOn(NOTHING, box, { add: formulas }).add ?? []).map((position, index) => ({
    ...position,
    id: `assumed-${index + 1}`,
  }));

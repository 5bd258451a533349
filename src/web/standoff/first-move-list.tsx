import { setsOffHarm } from './sets-off-harm.ts';
import type { ShownStandoff } from './standoff-answer.ts';

const GAINS = {
  yes: 'is better off at the end, by its own ranking',
  no: 'is worse off at the end, by its own ranking',
  indifferent: 'is neither better nor worse off at the end, by its own ranking',
  unknown: 'cannot be told to be better or worse off',
} as const;

/** Who must move first for what, with the chain that follows and whether the movers gain. */
export function FirstMoveList({
  standoff,
  label,
  partyName,
}: {
  readonly standoff: ShownStandoff;
  readonly label: (option: string) => string;
  readonly partyName: (id: string) => string;
}) {
  const { firstMoves, undetermined = [] } = standoff;
  const listed = (ids: readonly string[]) => ids.map(label).join(' and ');
  const waysOut = firstMoves.filter((move) => !setsOffHarm(standoff, move));
  const harms = firstMoves.filter((move) => setsOffHarm(standoff, move));
  const list = (moves: typeof firstMoves) => (
    <ol class="first-moves">
      {moves.map(({ outcome, moves, chain, meets, movers }) => (
        <li key={`${outcome} ${moves.join(' ')}`}>
          <p>
            <strong>{listed(moves)}</strong>, so that {label(outcome)}:
          </p>
          <ol class="chain">
            <li>{listed(moves)}: the first move, without waiting.</li>
            {chain.map(({ option, positions, after }) => (
              <li key={option}>
                Then {label(option)}
                {after.length > 0 ? `, once ${listed(after)}` : ''}, by{' '}
                {positions.map((id, index) => (
                  <span key={id}>
                    {index > 0 ? ', ' : ''}
                    <a href={`#position-${id}`}>{id}</a>
                  </span>
                ))}
                .
              </li>
            ))}
          </ol>
          <p class="quiet">
            {movers.map(({ dm, gains }) => `${partyName(dm)} ${GAINS[gains]}`).join('; ')}
            {meets.length > 0 ? `; it meets what was demanded in ${meets.join(', ')}` : ''}.
          </p>
        </li>
      ))}
    </ol>
  );
  return (
    <>
      {waysOut.length === 0 && <p>By these words no first move unlocks anything.</p>}
      {list(waysOut)}
      {harms.length > 0 && (
        <>
          <h3>What would set off harm</h3>
          {list(harms)}
        </>
      )}
      {undetermined.length > 0 && (
        <p class="quiet">
          Not determined, since too many sets of moves would have to be tried: {undetermined.join(', ')}.
        </p>
      )}
    </>
  );
}

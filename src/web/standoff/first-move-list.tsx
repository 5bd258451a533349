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
  return (
    <>
      {firstMoves.length === 0 && <p>By these words no first move unlocks anything.</p>}
      <ol class="first-moves">
        {firstMoves.map(({ outcome, moves, chain, meets, movers }) => (
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
      {undetermined.length > 0 && (
        <p class="quiet">
          Not determined, since too many sets of moves would have to be tried: {undetermined.join(', ')}.
        </p>
      )}
    </>
  );
}

import type { ShownOption } from './standoff-answer.ts';
import type { Supposition } from './supposition.ts';

/** What each party can do, with a switch for whether it is taken: today's way, or as the reader supposes. */
export function OptionToggles({
  options,
  partyName,
  supposition,
  onSet,
}: {
  readonly options: readonly ShownOption[];
  readonly partyName: (id: string) => string;
  readonly supposition: Supposition;
  readonly onSet: (option: ShownOption, taken: boolean) => void;
}) {
  const parties = [...new Set(options.map(({ actor }) => actor))];
  return (
    <div class="parties">
      {parties.map((party) => (
        <fieldset key={party} class="party">
          <legend>{partyName(party)}</legend>
          <ul class="plain">
            {options
              .filter(({ actor }) => actor === party)
              .map((option) => {
                const supposed = supposition.set[option.id];
                const name = partyName(party);
                const does = option.label.startsWith(`${name} `)
                  ? option.label.slice(name.length + 1)
                  : option.label;
                return (
                  <li key={option.id} class={supposed === undefined ? '' : 'supposed'}>
                    <label class="check">
                      <input
                        type="checkbox"
                        aria-label={`${name}: ${does}`}
                        checked={supposed ?? option.taken}
                        onChange={(event) => onSet(option, event.currentTarget.checked)}
                      />{' '}
                      {does}
                    </label>
                    <span class="quiet">
                      {option.irreversible ? ' cannot be undone' : ''}
                      {supposed === undefined
                        ? ''
                        : ` · supposed; today ${option.taken ? 'taken' : 'not taken'}`}
                    </span>
                  </li>
                );
              })}
          </ul>
        </fieldset>
      ))}
    </div>
  );
}

import { useState } from 'preact/hooks';
import { type EditedMaker, moved } from './edited-model.ts';
import { fieldId, useFault } from './fault.tsx';
import { SortableList } from './sortable-list.tsx';

type Change = (change: (maker: EditedMaker) => EditedMaker, field?: string) => void;

function StatementField({
  text,
  maker,
  row,
  who,
  onText,
  onMove,
  onRemove,
}: {
  readonly text: string;
  readonly maker: number;
  readonly row: number;
  readonly who: string;
  readonly onText: (text: string) => void;
  readonly onMove: (by: number) => void;
  readonly onRemove: () => void;
}) {
  const { attributes, note } = useFault('decisionMakers', maker, 'preferences', row);
  return (
    <>
      <span class="grow">
        <input
          {...attributes}
          class="formula"
          spellcheck={false}
          autocomplete="off"
          aria-label={`Statement ${row + 1} of ${who}`}
          value={text}
          onInput={(event) => onText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
            event.preventDefault();
            onMove(event.key === 'ArrowUp' ? -1 : 1);
          }}
        />
        {note}
      </span>
      <button
        type="button"
        class="small"
        aria-label={`Remove statement ${row + 1} of ${who}`}
        onClick={onRemove}
      >
        ✕
      </button>
    </>
  );
}

/** What a decision maker prefers: formulas in the order of their weight, and the options to write them with. */
export function StatementsEditor({
  maker,
  index,
  options,
  onChange,
}: {
  readonly maker: EditedMaker;
  readonly index: number;
  /** Ids of all options, to write formulas with. */
  readonly options: readonly string[];
  readonly onChange: Change;
}) {
  const [draft, setDraft] = useState('');
  const who = maker.name ?? maker.id;
  const move = (from: number, to: number) =>
    onChange((one) => ({ ...one, preferences: moved(one.preferences, from, to) }));
  const add = () => {
    if (draft.trim() === '') return;
    onChange((one) => ({ ...one, preferences: [...one.preferences, draft.trim()] }));
    setDraft('');
  };
  const newField = fieldId('decisionMakers', index, 'new-statement');
  return (
    <div class="statements">
      <h4>What {who} prefers, the most important first</h4>
      <SortableList
        label={`Statements of ${who}`}
        names={maker.preferences.map((text) => `“${text}”`)}
        onMove={move}
      >
        {(row) => (
          <StatementField
            text={maker.preferences[row]!}
            maker={index}
            row={row}
            who={who}
            onText={(text) =>
              onChange(
                (one) => ({
                  ...one,
                  preferences: one.preferences.map((line, at) => (at === row ? text : line)),
                }),
                `preferences ${index} ${row}`,
              )
            }
            onMove={(by) => {
              const to = row + by;
              if (to < 0 || to >= maker.preferences.length) return;
              move(row, to);
              document.getElementById(fieldId('decisionMakers', index, 'preferences', to))?.focus();
            }}
            onRemove={() =>
              onChange((one) => ({ ...one, preferences: one.preferences.filter((_, at) => at !== row) }))
            }
          />
        )}
      </SortableList>
      <form
        class="row"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <label class="grow">
          <span class="visually-hidden">New statement of {who}</span>
          <input
            id={newField}
            class="formula"
            spellcheck={false}
            autocomplete="off"
            placeholder={options[0] === undefined ? 'add options first' : `such as: not ${options.at(-1)}`}
            value={draft}
            list={`${newField}-options`}
            onInput={(event) => setDraft(event.currentTarget.value)}
          />
        </label>
        <button type="submit">Add statement</button>
      </form>
      <datalist id={`${newField}-options`}>
        {options.flatMap((id) => [
          <option key={id} value={id} />,
          <option key={`not ${id}`} value={`not ${id}`} />,
        ])}
      </datalist>
    </div>
  );
}

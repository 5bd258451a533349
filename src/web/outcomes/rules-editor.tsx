import { type EditedModel, optionIds } from './edited-model.ts';
import { fieldId, useFault } from './fault.tsx';
import type { OnModel } from './makers-editor.tsx';
import { useFocusNext } from './use-focus-next.ts';

type RuleKey = 'infeasible' | 'always' | 'coalesce';

const NEXT_LETTER: Readonly<Record<string, string>> = { Y: 'N', N: '-', '-': 'Y' };
const LETTER_WORDS: Readonly<Record<string, string>> = { Y: 'taken', N: 'not taken', '-': 'either' };

const isPattern = (text: string, letters: number) =>
  text.length === letters && letters > 0 && /^[YN-]+$/.test(text);

/** A pattern as a row of letters, each of which a press turns from Y to N to either. */
function PatternLetters({
  pattern,
  options,
  onPattern,
}: {
  readonly pattern: string;
  readonly options: readonly string[];
  readonly onPattern: (pattern: string) => void;
}) {
  return (
    <span class="pattern grow">
      {options.map((id, bit) => (
        <button
          key={id}
          type="button"
          class="letter"
          aria-label={`${id}: ${LETTER_WORDS[pattern[bit]!]}`}
          onClick={() =>
            onPattern(`${pattern.slice(0, bit)}${NEXT_LETTER[pattern[bit]!]}${pattern.slice(bit + 1)}`)
          }
        >
          <b>{pattern[bit]}</b> <code>{id}</code>
        </button>
      ))}
    </span>
  );
}

function Rule({
  model,
  rules,
  row,
  onModel,
}: {
  readonly model: EditedModel;
  readonly rules: RuleKey;
  readonly row: number;
  readonly onModel: OnModel;
}) {
  const { attributes, note } = useFault(rules, row);
  const options = optionIds(model);
  const text = model[rules][row]!;
  const change = (next: string) =>
    onModel(
      { ...model, [rules]: model[rules].map((line, at) => (at === row ? next : line)) },
      `${rules} ${row}`,
    );
  return (
    <li>
      <div class="row">
        {rules !== 'always' && isPattern(text, options.length) ? (
          <PatternLetters pattern={text} options={options} onPattern={change} />
        ) : (
          <input
            {...attributes}
            class="formula grow"
            spellcheck={false}
            autocomplete="off"
            aria-label={`${WORDS[rules].one} ${row + 1}`}
            value={text}
            onInput={(event) => change(event.currentTarget.value)}
          />
        )}
        <button
          type="button"
          class="small"
          aria-label={`Remove ${WORDS[rules].one} ${row + 1}`}
          onClick={() => onModel({ ...model, [rules]: model[rules].filter((_, at) => at !== row) })}
        >
          ✕
        </button>
      </div>
      {note}
    </li>
  );
}

const WORDS = {
  infeasible: { title: 'What cannot be', one: 'rule of what cannot be', add: 'Add a formula that cannot be' },
  always: {
    title: 'What holds in every state',
    one: 'rule of what always holds',
    add: 'Add what always holds',
  },
  coalesce: {
    title: 'States that nobody can tell apart',
    one: 'rule of states that are one',
    add: 'Add states that are one',
  },
} as const;

/** One kind of rules of which states there are. */
function Rules({
  model,
  rules,
  onModel,
}: {
  readonly model: EditedModel;
  readonly rules: RuleKey;
  readonly onModel: OnModel;
}) {
  const options = optionIds(model);
  const focusNext = useFocusNext();
  const add = (text: string) => {
    onModel({ ...model, [rules]: [...model[rules], text] });
    focusNext(fieldId(rules, model[rules].length));
  };
  return (
    <>
      <h4>{WORDS[rules].title}</h4>
      <ul class="plain">
        {model[rules].map((_, row) => (
          <Rule key={row} model={model} rules={rules} row={row} onModel={onModel} />
        ))}
      </ul>
      <p class="row">
        {rules !== 'always' && options.length > 0 && (
          <button
            type="button"
            onClick={() => add('Y'.repeat(Math.min(2, options.length)).padEnd(options.length, '-'))}
          >
            {rules === 'infeasible' ? 'Add a pattern that cannot be' : 'Add a pattern of states that are one'}
          </button>
        )}
        <button type="button" onClick={() => add('')}>
          {WORDS[rules].add}
        </button>
      </p>
    </>
  );
}

/** Lists of options of which at most one, or at least one, is taken. */
function OptionLists({
  model,
  rules,
  onModel,
}: {
  readonly model: EditedModel;
  readonly rules: 'mutuallyExclusive' | 'atLeastOne';
  readonly onModel: OnModel;
}) {
  const options = optionIds(model);
  const words = rules === 'mutuallyExclusive' ? 'At most one of' : 'At least one of';
  const change = (lists: string[][]) =>
    onModel({ ...model, [rules]: lists.filter((list) => list.length > 0) });
  return (
    <ul class="plain">
      {model[rules].map((list, row) => (
        <li key={row}>
          <fieldset class="inline">
            <legend>{words}</legend>
            {options.map((id) => (
              <label class="check" key={id}>
                <input
                  type="checkbox"
                  checked={list.includes(id)}
                  onChange={() =>
                    change(
                      model[rules].map((one, at) =>
                        at !== row ? one : one.includes(id) ? one.filter((own) => own !== id) : [...one, id],
                      ),
                    )
                  }
                />{' '}
                <code>{id}</code>
              </label>
            ))}
          </fieldset>
        </li>
      ))}
    </ul>
  );
}

/** Which states there are: what cannot be, what always holds, and which states are one. */
export function RulesEditor({ model, onModel }: { readonly model: EditedModel; readonly onModel: OnModel }) {
  const options = optionIds(model);
  const together = options.slice(0, 2);
  return (
    <details class="rules" open={model.infeasible.length + model.mutuallyExclusive.length > 0}>
      <summary>Which states there are</summary>
      <Rules model={model} rules="infeasible" onModel={onModel} />
      <OptionLists model={model} rules="mutuallyExclusive" onModel={onModel} />
      <OptionLists model={model} rules="atLeastOne" onModel={onModel} />
      {together.length === 2 && (
        <p class="row">
          <button
            type="button"
            onClick={() => onModel({ ...model, mutuallyExclusive: [...model.mutuallyExclusive, together] })}
          >
            Add options of which at most one is taken
          </button>
          <button
            type="button"
            onClick={() => onModel({ ...model, atLeastOne: [...model.atLeastOne, together] })}
          >
            Add options of which at least one is taken
          </button>
        </p>
      )}
      <Rules model={model} rules="always" onModel={onModel} />
      <Rules model={model} rules="coalesce" onModel={onModel} />
    </details>
  );
}

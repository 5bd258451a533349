import {
  type EditedMaker,
  type EditedModel,
  makerRenamed,
  optionIds,
  optionNamed,
  optionRenamed,
  silenceToggled,
  startToggled,
  takenAtStart,
  withMaker,
  withMakerAs,
  withOption,
  withoutMaker,
  withoutOption,
} from './edited-model.ts';
import { fieldId, useFault } from './fault.tsx';
import { RankingEditor } from './ranking-editor.tsx';
import { StatementsEditor } from './statements-editor.tsx';
import { useFocusNext } from './use-focus-next.ts';

/** How an editor part hands back the changed model; edits one after another in one named field are undone together. */
export type OnModel = (model: EditedModel, field?: string) => void;

const DIRECTIONS = {
  both: 'may be taken and left again',
  forward: 'cannot be undone',
  back: 'cannot be taken again once left',
} as const;

function OptionRow({
  model,
  maker,
  option,
  onModel,
}: {
  readonly model: EditedModel;
  readonly maker: number;
  readonly option: number;
  readonly onModel: OnModel;
}) {
  const own = model.decisionMakers[maker]!.options[option]!;
  const { attributes, note } = useFault('decisionMakers', maker, 'options', option);
  const { attributes: idAttributes, note: idNote } = useFault(
    'decisionMakers',
    maker,
    'options',
    option,
    'id',
  );
  const called = own.name ?? own.id;
  const change = (next: Partial<typeof own>, field?: string) =>
    onModel(
      withMakerAs(model, maker, (one) => ({
        ...one,
        options: one.options.map((before, at) => (at === option ? { ...before, ...next } : before)),
      })),
      field,
    );
  const remove = (
    <button
      type="button"
      class="small"
      aria-label={`Remove option ${called}`}
      onClick={() => onModel(withoutOption(model, maker, option))}
    >
      ✕
    </button>
  );
  if (own.shared)
    return (
      <li class="row">
        <span class="grow">
          <code>{own.id}</code>, shared with the decision maker who lists it in full
        </span>
        {remove}
      </li>
    );
  return (
    <li class="option-row">
      <div class="row">
        <label class="grow">
          <span class="label">Option</span>
          <input
            {...attributes}
            value={own.name ?? ''}
            placeholder="what it can do, such as: withdraw"
            autocomplete="off"
            onInput={(event) =>
              onModel(
                optionNamed(model, maker, option, event.currentTarget.value),
                `option ${maker} ${option} name`,
              )
            }
          />
        </label>
        {remove}
      </div>
      <div class="row details">
        <label>
          <span class="label">in formulas</span>
          <input
            {...idAttributes}
            class="formula id"
            value={own.id}
            spellcheck={false}
            autocomplete="off"
            onChange={(event) => {
              const id = event.currentTarget.value.trim();
              if (id !== '' && !optionIds(model).includes(id)) onModel(optionRenamed(model, own.id, id));
              else event.currentTarget.value = own.id;
            }}
          />
        </label>
        <label>
          <span class="label">it</span>
          <select
            value={own.direction ?? 'both'}
            onChange={(event) => change({ direction: event.currentTarget.value as keyof typeof DIRECTIONS })}
          >
            {Object.entries(DIRECTIONS).map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </select>
        </label>
        <label class="check">
          <input
            type="checkbox"
            checked={takenAtStart(model).includes(own.id)}
            onChange={() => onModel(startToggled(model, own.id))}
          />{' '}
          taken at the start
        </label>
      </div>
      {note}
      {idNote}
    </li>
  );
}

function MakerEditor({
  model,
  index,
  onModel,
}: {
  readonly model: EditedModel;
  readonly index: number;
  readonly onModel: OnModel;
}) {
  const maker = model.decisionMakers[index]!;
  const who = maker.name ?? maker.id;
  const { attributes, note } = useFault('decisionMakers', index);
  const { attributes: idAttributes, note: idNote } = useFault('decisionMakers', index, 'id');
  const focusNext = useFocusNext();
  const change = (to: (one: EditedMaker) => EditedMaker, field?: string) =>
    onModel(withMakerAs(model, index, to), field);
  return (
    <fieldset class="maker">
      <legend>{who}</legend>
      <div class="row">
        <label class="grow">
          <span class="label">Name</span>
          <input
            {...attributes}
            value={maker.name ?? ''}
            placeholder="such as: United States"
            autocomplete="off"
            onInput={(event) => {
              const name = event.currentTarget.value;
              change(({ name: _, ...one }) => (name === '' ? one : { ...one, name }), `maker ${index} name`);
            }}
          />
        </label>
        <label>
          <span class="label">in formulas</span>
          <input
            {...idAttributes}
            class="formula id"
            value={maker.id}
            spellcheck={false}
            autocomplete="off"
            onChange={(event) => {
              const id = event.currentTarget.value.trim();
              if (id !== '' && !model.decisionMakers.some((one) => one.id === id))
                onModel(makerRenamed(model, maker.id, id));
              else event.currentTarget.value = maker.id;
            }}
          />
        </label>
        <button
          type="button"
          class="small"
          aria-label={`Remove decision maker ${who}`}
          onClick={() => onModel(withoutMaker(model, index))}
        >
          ✕
        </button>
      </div>
      {note}
      {idNote}
      <h4>What {who} can do</h4>
      <ul class="plain">
        {maker.options.map((_, option) => (
          // An option is known by its place: its id changes while it is being named.
          <OptionRow key={option} model={model} maker={index} option={option} onModel={onModel} />
        ))}
      </ul>
      <button
        type="button"
        onClick={() => {
          onModel(withOption(model, index));
          focusNext(fieldId('decisionMakers', index, 'options', maker.options.length));
        }}
      >
        Add option of {who}
      </button>
      <StatementsEditor maker={maker} index={index} options={optionIds(model)} onChange={change} />
      {optionIds(model).length > 0 && (
        <>
          <RankingEditor
            maker={maker}
            index={index}
            states={'N'.repeat(optionIds(model).length)}
            onChange={change}
          />
          <details open={maker.silentOn !== undefined}>
            <summary>
              What {who} says nothing of
              {maker.silentOn === undefined ? '' : ` (${maker.silentOn.length})`}
            </summary>
            <p class="quiet">
              Options of which nothing tells whether {who} wants them: verdicts that turn on them are named.
            </p>
            {optionIds(model).map((id) => (
              <label class="check" key={id}>
                <input
                  type="checkbox"
                  checked={maker.silentOn?.includes(id) ?? false}
                  onChange={() => onModel(silenceToggled(model, index, id))}
                />{' '}
                <code>{id}</code>
              </label>
            ))}
          </details>
        </>
      )}
    </fieldset>
  );
}

/** Who decides, what each can do, and what each prefers. */
export function MakersEditor({ model, onModel }: { readonly model: EditedModel; readonly onModel: OnModel }) {
  const focusNext = useFocusNext();
  return (
    <section aria-label="Decision makers">
      {model.decisionMakers.map((_, index) => (
        <MakerEditor key={index} model={model} index={index} onModel={onModel} />
      ))}
      <button
        type="button"
        onClick={() => {
          onModel(withMaker(model));
          focusNext(fieldId('decisionMakers', model.decisionMakers.length));
        }}
      >
        Add decision maker
      </button>
    </section>
  );
}

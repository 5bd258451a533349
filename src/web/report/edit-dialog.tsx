import { useState } from 'preact/hooks';
import { ACTS, MODALITIES, RELATIONS } from '../../claims/claim.ts';
import { plainWords } from '../claim-words.ts';
import { Dialog } from '../dialog.tsx';
import { actorsByName, nameOf } from '../names.ts';
import { type ClaimDraft, draftOf, editedBy } from './edited-fields.ts';
import type { ShownClaim } from './report-answer.ts';

/** Actors that stand for no state. */
const UNNAMED = ['press', 'OTHERS', 'ANY'];

function Choice<T extends string>({
  label,
  value,
  options,
  words = plainWords,
  onChange,
}: {
  readonly label: string;
  readonly value: T;
  readonly options: readonly T[];
  readonly words?: (option: T) => string;
  readonly onChange: (value: T) => void;
}) {
  return (
    <label class="field">
      <span>{label}</span>
      <select value={value} onChange={(event) => onChange(event.currentTarget.value as T)}>
        {(options.includes(value) ? options : [value, ...options]).map((option) => (
          <option key={option} value={option}>
            {words(option)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What the text says, put right by an analyst field by field. */
export function EditDialog({
  claim,
  onEdit,
  onClose,
}: {
  readonly claim: ShownClaim;
  readonly onEdit: (edited: Readonly<Record<string, unknown>>, note: string) => void;
  readonly onClose: () => void;
}) {
  const [draft, setDraft] = useState(() => draftOf(claim));
  const [note, setNote] = useState('');
  const set =
    <Field extends keyof ClaimDraft>(field: Field) =>
    (value: ClaimDraft[Field]) =>
      setDraft({ ...draft, [field]: value });
  const actors = [...actorsByName().map(([code]) => code), ...UNNAMED];
  const name = (code: string) => (code === '' ? 'nobody' : nameOf(code));
  const polarity = (value: string) => (value === 'positive' ? 'that it is so' : 'that it is not so');
  const edited = editedBy(claim, draft);
  return (
    <Dialog title="What does the text say?" onClose={onClose}>
      <blockquote class="quote">{claim.quote}</blockquote>
      <form
        class="edit-form"
        onSubmit={(event) => {
          event.preventDefault();
          onEdit(edited, note.trim());
        }}
      >
        <Choice
          label="Said by"
          value={draft.speaker}
          options={actors}
          words={name}
          onChange={set('speaker')}
        />
        <label class="field">
          <span>Person</span>
          <input value={draft.person} onInput={(event) => set('person')(event.currentTarget.value)} />
        </label>
        <Choice label="Who acts" value={draft.actor} options={actors} words={name} onChange={set('actor')} />
        <Choice label="Act" value={draft.act} options={ACTS} onChange={set('act')} />
        <label class="field">
          <span>Object</span>
          <input value={draft.object} onInput={(event) => set('object')(event.currentTarget.value)} />
        </label>
        <Choice
          label="Towards"
          value={draft.target}
          options={['', ...actors]}
          words={name}
          onChange={set('target')}
        />
        <Choice
          label="How it is said"
          value={draft.modality}
          options={MODALITIES}
          onChange={set('modality')}
        />
        <Choice
          label="It is claimed"
          value={draft.polarity}
          options={['positive', 'negative']}
          words={polarity}
          onChange={set('polarity')}
        />
        <label class="check whole">
          <input
            type="checkbox"
            checked={draft.conditional}
            onChange={(event) => set('conditional')(event.currentTarget.checked)}
          />{' '}
          On a condition
        </label>
        {draft.conditional && (
          <>
            <Choice label="Relation" value={draft.relation} options={RELATIONS} onChange={set('relation')} />
            <Choice
              label="Whose act"
              value={draft.conditionActor}
              options={actors}
              words={name}
              onChange={set('conditionActor')}
            />
            <Choice
              label="Which act"
              value={draft.conditionAct}
              options={[...ACTS, 'other']}
              onChange={set('conditionAct')}
            />
            <Choice
              label="Met by its being"
              value={draft.conditionPolarity}
              options={['positive', 'negative']}
              words={(value) => (value === 'positive' ? 'done' : 'left undone')}
              onChange={set('conditionPolarity')}
            />
          </>
        )}
        <label class="field whole">
          <span>Note (why)</span>
          <input value={note} onInput={(event) => setNote(event.currentTarget.value)} />
        </label>
        <div class="row whole">
          <button type="submit" class="primary" disabled={Object.keys(edited).length === 0}>
            Put it right
          </button>
          <button type="button" onClick={onClose}>
            Leave it as it is
          </button>
        </div>
      </form>
    </Dialog>
  );
}

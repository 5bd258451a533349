import { useState } from 'preact/hooks';

const KINDS = ['assumption', 'pledge', 'threat', 'offer', 'refusal', 'demand'] as const;

/** A form for a position that nobody has said: an analyst's assumption, always marked as one. */
export function AssumptionForm({
  holders,
  options,
  onAdd,
}: {
  readonly holders: readonly { readonly id: string; readonly name: string }[];
  /** Ids of options, to write the formula with. */
  readonly options: readonly string[];
  /** Supposes it; fails with words for the reader where it cannot be understood. */
  readonly onAdd: (assumption: string) => Promise<void>;
}) {
  const [holder, setHolder] = useState(holders[0]?.id ?? '');
  const [kind, setKind] = useState<string>('assumption');
  const [formula, setFormula] = useState('');
  const [failure, setFailure] = useState<string>();
  const who = holders.some(({ id }) => id === holder) ? holder : (holders[0]?.id ?? '');
  return (
    <form
      class="assumption"
      onSubmit={(event) => {
        event.preventDefault();
        if (formula.trim() === '') return;
        onAdd(`${who}${kind === 'assumption' ? '' : ` ${kind}`}: ${formula.trim()}`).then(
          () => {
            setFormula('');
            setFailure(undefined);
          },
          (error: Error) => setFailure(error.message),
        );
      }}
    >
      <div class="row">
        <label>
          <span class="label">Holder</span>
          <select value={who} onChange={(event) => setHolder(event.currentTarget.value)}>
            {holders.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span class="label">as</span>
          <select value={kind} onChange={(event) => setKind(event.currentTarget.value)}>
            {KINDS.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        </label>
        <label class="grow">
          <span class="label">Formula</span>
          <input
            class="formula"
            name="formula"
            value={formula}
            spellcheck={false}
            autocomplete="off"
            list="standoff-options"
            placeholder={`such as: ${options.find((id) => id.startsWith(`${who}.`)) ?? options[0] ?? ''}`}
            aria-invalid={failure !== undefined}
            aria-describedby="assumption-note"
            onInput={(event) => setFormula(event.currentTarget.value)}
          />
        </label>
        <button type="submit">Suppose it</button>
      </div>
      <p id="assumption-note" role="status" class={failure === undefined ? 'quiet' : 'fault'}>
        {failure ??
          'Options joined by: not, and, or, if, only if, iff. It stands in the address, not among the words.'}
      </p>
      <datalist id="standoff-options">
        {options.map((id) => (
          <option key={id} value={id} />
        ))}
      </datalist>
    </form>
  );
}
